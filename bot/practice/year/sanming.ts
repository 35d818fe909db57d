/**
 * 三明 2025 (明双随机〔2025〕1号): the letter of 5 June, the plan of 23 June, A left in peace, B first by its papers, the half-year's report by
 * 4 July, the year's report and next year's intentions by 14 December.
 */
import type { Sample } from '../sample/sample.ts';
import { keepChats, verifyLedger } from './acts/close.ts';
import { answer, closeConsultation, compileFromLetter, consult, othersAnswer, tally } from './acts/consult.ts';
import { assign, hold } from './acts/draw.ts';
import { enterByWorkbook } from './acts/outcomes.ts';
import {
  approveAsOffice,
  changeTask,
  findings,
  giveReasons,
  heldUp,
  issue,
  noted,
  publishPlan,
  submitPlan,
} from './acts/plan.ts';
import { recuse, unavailable } from './acts/visits.ts';
import { drawing } from './shares.ts';
import type { YearScript } from './year.ts';

/** Larger shares of the upper classes, so that a county of some hundreds reaches what a real one does; 农药 reaches nobody at first. */
const rising = { A: null, B: 400, C: 6000, D: 10_000 };
const change = (sample: Sample): Sample => drawing(sample, { 0: rising, 5: rising, 6: rising, 7: rising });

export const sanming: YearScript = {
  id: 'sanming-2025',
  title: '三明市 2025 年：从 6 月 5 日征询到年度总结',
  begins: '2025-06-05T08:00',
  sample: { subjects: 600, departments: 19, inspectors: 140, tasks: 8 },
  change,
  days: [
    {
      on: '2025-06-05',
      title: '征询抽查工作计划',
      acts: [consult({ 反馈期限: 5 })],
    },
    {
      on: '2025-06-06',
      title: '各成员单位反馈：一句话、按钮、表单、表格',
      acts: [
        answer('yj', { by: 'words', words: '我局无意见' }),
        answer('xf', { by: 'button', label: '参加' }),
        answer('wj', { by: 'form', opinion: '建议提高养老机构抽查比例', ratio: '50%' }),
        answer('jt', { by: 'words', words: '本单位不参加，无此类事项' }),
        answer('sthj', { by: 'doubt', words: '收到', confirm: '无意见' }),
        answer('nyj', { by: 'workbook' }),
        othersAnswer(['yj', 'xf', 'wj', 'jt', 'sthj', 'nyj', 'jy']),
        tally,
      ],
    },
    {
      on: '2025-06-13',
      title: '征询截止，逾期反馈另记',
      acts: [closeConsultation, answer('jy', { by: 'words', words: '我局无意见', to: '贵单位尚未反馈' }), tally],
    },
    {
      on: '2025-06-23',
      title: '汇总、核对、审核、印发、公示',
      acts: [
        compileFromLetter,
        findings,
        heldUp('须先改正，或说明理由后保留'),
        changeTask('农药', { 抽查比例: 'C类50%；D类100%', 调整理由: '全县农药经营单位少，按原比例一户也抽不到' }),
        giveReasons('对象数量少，经联席会议研究后保留'),
        submitPlan,
        approveAsOffice,
        issue,
        publishPlan('本部门官网', 'https://example.invalid/plan'),
        noted('scjg'),
        noted('xf'),
      ],
    },
    {
      on: '2025-07-03',
      title: '抽取检查对象和检查人员',
      acts: [
        hold({
          no: 1,
          own: ['人大代表监督员', '社会第三方监督员'],
          desk: ['纪检监察监督员'],
          absent: '社会第三方监督员',
        }),
        assign(1),
      ],
    },
    {
      on: '2025-07-04',
      title: '上半年工作小结；回避、递补',
      acts: [recuse('mz', '近亲属在该单位任职', '准予', '情况属实'), unavailable('scjg', '住院')],
    },
    { on: '2025-07-18', title: '检查实施：录入检查结果', acts: [enterByWorkbook({ book: '1', share: 60 })] },
    { on: '2025-08-29', title: '检查结束：录入其余检查结果', acts: [enterByWorkbook({ book: '1' })] },
    { on: '2025-12-31', title: '年末：核对台账', acts: [verifyLedger, keepChats] },
  ],
};
