/**
 * 石狮 2024 (狮市监[2024]7号): no letter; a plan from 泉州 with a list drawn on the provincial platform, own tasks by the four classes, reports by
 * 25 June and 5 December, everything finished and published by 20 November.
 */
import { planRows } from '../sample/plan-rows.ts';
import type { Sample } from '../sample/sample.ts';
import { giveBack, receive, sign, takeIn } from './acts/above.ts';
import { keeping } from './acts/at-desk.ts';
import { figures, issueBulletin, sendSummaries } from './acts/bulletins.ts';
import { keepChats, verifyLedger } from './acts/close.ts';
import { compileFromProposals, planSheet, propose } from './acts/consult.ts';
import { assign, hold } from './acts/draw.ts';
import { beginFollowUp, endFollowUp, receiveTransfers } from './acts/follow-up.ts';
import { acknowledge, finishTasks, publicationState, publishOutcomes } from './acts/notices.ts';
import { enterByWorkbook } from './acts/outcomes.ts';
import { papersOfFindings } from './acts/papers.ts';
import { enterByPhone, signByPhone } from './acts/phone.ts';
import { approveAsOffice, coverage, findings, giveReasons, issue, publishPlan, submitPlan } from './acts/plan.ts';
import { recheckAnswered, recheckRecorded } from './acts/recheck.ts';
import { passAll, passEverywhere } from './acts/review.ts';
import { visitSite } from './acts/site.ts';
import { creditRepaired, revisited } from './acts/special.ts';
import { drawing } from './shares.ts';
import { must } from './told.ts';
import { type Act, office, type Year, type YearScript } from './year.ts';

const classes = { A: 3000, B: 5000, C: 8000, D: 10_000 };
const taskFromAbove = 'QZ-2024-0052';

/** Pharmacies serve food here, so that a list of pharmacies meets our own draw of restaurants. */
const change = (sample: Sample): Sample => ({
  ...drawing(sample, { 0: classes, 3: classes, 10: classes }),
  subjects: sample.subjects.map((each) =>
    each.tags.includes('药店') ? { ...each, tags: [...each.tags, '餐饮服务'] } : each,
  ),
});

const row = ({ sample }: Year, place: number) => {
  const found = planRows(sample)[place];
  if (found === undefined) throw new Error(`no task at place ${place}`);
  return found;
};
const 餐饮 = 0;
const 药店 = 3;
const 建筑 = 10;

/** Each task goes to a section and a person (三(一)). */
const responsible: Act = async (year) => {
  const rows = [
    { ...row(year, 药店), no: taskFromAbove, name: '泉州市药品零售企业联合抽查' },
    { ...row(year, 建筑), no: 'P-2024-zj-001' },
  ];
  const person = office(year);
  const shown = await person.upload(await planSheet(year, '责任落实', rows), {
    to: '2024 年度抽查计划',
    text: '落实到股室和责任人',
  });
  year.say.did(year.now(), person.name, '上传责任落实表（群）', must('责任落实', shown, '编入'));
};

const unnamed =
  (code: string, place: number): Act =>
  (year) =>
    propose(code, [{ ...row(year, place), responsible: '' }])(year);

export const shishi: YearScript = {
  id: 'shishi-2024',
  title: '石狮市 2024 年：从上级计划到全年总结',
  begins: '2024-04-25T08:00',
  sample: { subjects: 400, departments: 19, inspectors: 140, tasks: 11 },
  change,
  days: [
    {
      on: '2024-04-25',
      title: '接收泉州市局计划，签收、退回',
      acts: [
        receive({
          number: '泉市监〔2024〕52号',
          level: '市级',
          from: '泉州市市场监督管理局',
          year: 2024,
          file: '泉州市抽查计划.csv',
          header: ['抽查任务编号', '抽查任务名称', '检查对象', '牵头部门', '配合部门', '抽查比例', '抽查时间'],
          rows: [
            [
              ...[taskFromAbove, '泉州市药品零售企业联合抽查', '药店', '泉州市市场监督管理局', '泉州市卫生健康委员会'],
              ...['A类5%；B类8%；C类15%；D类30%', '2024年5月6日至6月30日'],
            ],
          ],
          to: ['清漪县市场监督管理局', '清漪县卫生健康局'],
        }),
        sign('scjg'),
        giveBack('wj', '药品零售非本局职责'),
      ],
    },
    {
      on: '2024-04-26',
      title: '各股室申报本地任务，汇总，责任到人，审核、印发、公示',
      acts: [
        sign('wj'),
        (year) => propose('scjg', [row(year, 餐饮)])(year),
        unnamed('zj', 建筑),
        compileFromProposals(),
        findings,
        responsible,
        giveReasons('经局务会研究确定'),
        submitPlan,
        approveAsOffice,
        issue,
        publishPlan('门户网站', 'https://example.invalid/plan'),
      ],
    },
    {
      on: '2024-04-28',
      title: '本地任务抽取；并入省平台抽取名单，补抽检查人员',
      acts: [
        hold({ no: 1, own: ['人大代表监督员'], desk: ['纪检监察监督员'], without: taskFromAbove }),
        assign(1),
        takeIn(taskFromAbove, '泉州市局抽取名单.csv', ['统一社会信用代码', '企业名称'], ({ sample }) =>
          sample.subjects
            .filter(({ status, tags }) => status === 'active' && tags.includes('药店'))
            .map(({ number, name }) => [number, name]),
        ),
        hold({ no: 2, own: ['人大代表监督员'], desk: ['纪检监察监督员'], press: '抽取检查人员' }),
        assign(2),
      ],
    },
    {
      on: '2024-05-20',
      title: '检查实施：录入检查结果',
      acts: [
        enterByPhone({ book: '1', of: ['scjg'] }),
        enterByWorkbook({ book: '1', share: 50 }),
        enterByWorkbook({ book: 'L1', share: 50 }),
      ],
    },
    {
      on: '2024-06-24',
      title: '上半年抽查工作开展情况（6 月 25 日前）；其余录入、审核',
      acts: [
        enterByWorkbook({ book: '1' }),
        enterByWorkbook({ book: 'L1' }),
        signByPhone({ book: '1' }),
        passAll('scjg'),
        passEverywhere('1'),
        passEverywhere('L1'),
        sendSummaries('half-year-report/2024'),
      ],
    },
    {
      on: '2024-07-10',
      title: '上半年通报；任务完成，公示；列异前提醒，审慎列异',
      acts: [
        issueBulletin('2024 上半年', '11 月 20 日前全部完成并公示'),
        finishTasks('1'),
        finishTasks('L1'),
        publishOutcomes('1'),
        publishOutcomes('L1'),
        acknowledge('1'),
        beginFollowUp,
        receiveTransfers,
      ],
    },
    { on: '2024-08-20', title: '提醒期满复核、复查、处罚、办结', acts: [endFollowUp, papersOfFindings] },
    {
      on: '2024-09-10',
      title: '回访：从已公示的检查结果中随机抽取；问题和经验一并反馈',
      acts: [
        hold({
          no: 3,
          own: ['人大代表监督员'],
          desk: ['纪检监察监督员'],
          typed: ['/recheck', '抽取'],
          more: { 用途: '回访', '抽取比例（%）': '5', 完成期限: '2024-10-31' },
        }),
        recheckRecorded('记录过于简单，企业反映当场说明较详细'),
        recheckAnswered('已补充记录'),
        revisited('scjg', '企业反映检查规范'),
        keeping(
          'problem',
          'l-scjg',
          '反馈平台问题',
          'problem',
          'raise',
          '平台录入卡顿',
          '省级平台录入时常超时',
          '--about',
          'platform-or-practice',
        ),
        keeping('practice', 'l-scjg', '反馈经验做法', 'practice', 'share', '合并检查', '重复抽取到的主体一次查完'),
        visitSite,
      ],
    },
    {
      on: '2024-11-20',
      title: '完成抽查并公示的期限；指标',
      acts: [publicationState('1'), coverage('P-2024'), figures('2024-01-01', '2024-11-20')],
    },
    {
      on: '2024-12-04',
      title: '全年抽查工作情况（12 月 5 日前）；信用修复后停止公示',
      acts: [sendSummaries('year-report/2024'), creditRepaired('1')],
    },
    {
      on: '2025-01-03',
      title: '全年总结；指标；核对台账',
      acts: [
        issueBulletin('2024 全年', '总结经验，做好下一年度计划'),
        figures('2024-01-01', '2024-12-31'),
        verifyLedger,
        keepChats,
      ],
    },
  ],
};
