/**
 * 福安 2018 (2018-09-21): each department's lists first, the plan on a notice board, two draws a year by a machine before witnesses of four kinds,
 * substitutes by procedure; what was found goes to the public by many channels.
 */
import type { Sample } from '../sample/sample.ts';
import { at } from './acts/at-desk.ts';
import { figures, issueBulletin, sendSummaries } from './acts/bulletins.ts';
import { keepChats, verifyLedger } from './acts/close.ts';
import { compileFromProposals, proposeAll } from './acts/consult.ts';
import { assign, hold } from './acts/draw.ts';
import { beginFollowUp, endFollowUp, receiveTransfers } from './acts/follow-up.ts';
import { acknowledge, finishTasks, publishOutcomes } from './acts/notices.ts';
import { enterByWorkbook } from './acts/outcomes.ts';
import { papersOfFindings } from './acts/papers.ts';
import { signByPhone } from './acts/phone.ts';
import { approveAsOffice, coverage, findings, giveReasons, issue, publishPlan, submitPlan } from './acts/plan.ts';
import { passEverywhere } from './acts/review.ts';
import { visitSite } from './acts/site.ts';
import { crimePaper, crimeReferred, withheld } from './acts/special.ts';
import { recuse, unavailable } from './acts/visits.ts';
import { drawing } from './shares.ts';
import type { YearScript } from './year.ts';

const shares = { 一般: 1000, 重点: 4000 };
/** Items whose basis is repealed only years later are not on the lists of 2018 that no task takes up. */
const change = (made: Sample): Sample => ({
  ...drawing(made, { 0: shares, 3: { 一般: 3000, 重点: 10_000 }, 4: { 一般: 4000, 重点: 10_000 } }),
  items: made.items.filter(({ repealedFrom }) => repealedFrom === null),
  // Bodies of that year's own: those of the reform of 2019 came later.
  departments: made.departments.map((each) => ({ ...each, joined: '2016-01-01' })),
});

const room = {
  own: ['人大代表监督员', '政协委员监督员'],
  desk: ['纪检监察监督员', '社会第三方监督员'],
  more: { 抽取方式: '摇号', 至少封签的监督人数: '4' },
} as const;

export const fuan: YearScript = {
  id: 'fuan-2018',
  title: '福安市 2018 年：从两单两库到年底',
  begins: '2018-09-21T08:00',
  sample: { subjects: 400, departments: 19, inspectors: 140, tasks: 5, term: fuanTerm() },
  change,
  days: [
    {
      on: '2018-09-25',
      title: '各部门申报年度抽查任务，汇总、审核、印发，张贴公告栏',
      acts: [
        proposeAll,
        compileFromProposals(),
        findings,
        giveReasons('结合本县监管实际确定'),
        submitPlan,
        approveAsOffice,
        issue,
        publishPlan('公告栏', '市政府大门公告栏（照片 1 张）'),
      ],
    },
    { on: '2018-09-28', title: '第一次抽取：摇号，四类监督人员到场', acts: [hold({ no: 1, ...room }), assign(1)] },
    {
      on: '2018-10-09',
      title: '回避、递补',
      acts: [recuse('mz', '与经营者有债权债务关系', '准予', '同意'), unavailable('scjg', '住院')],
    },
    { on: '2018-10-15', title: '第二次抽取', acts: [hold({ no: 2, ...room }), assign(2)] },
    {
      on: '2018-10-26',
      title: '检查实施：录入，被检查单位阅核、签章，审核',
      acts: [enterByWorkbook({ book: '1' }), signByPhone({ book: '1' }), passEverywhere('1')],
    },
    {
      on: '2018-11-23',
      title: '第二次抽取的检查完成，两次任务公示',
      acts: [
        enterByWorkbook({ book: '2' }),
        passEverywhere('2'),
        withheld('2', 'scjg', 'trade-secret', '检查发现涉及产品配方，属商业秘密'),
        finishTasks('1'),
        finishTasks('2'),
        publishOutcomes('1'),
        publishOutcomes('2'),
        acknowledge('1'),
      ],
    },
    { on: '2018-11-26', title: '后续处置：移交主管部门', acts: [beginFollowUp, receiveTransfers] },
    {
      on: '2018-12-18',
      title: '复查、处罚、反馈、办结',
      acts: [
        crimeReferred,
        crimePaper,
        endFollowUp,
        papersOfFindings,
        sendSummaries('work-report/2018'),
        coverage('P-2018'),
        at(
          'o1',
          '登记事项依据废止',
          ...['item', 'repeal', 'SX010401', '--from', '2019-01-01', '--ground', '新办法施行，原办法废止'],
        ),
        at(
          's1',
          '登记督查：有整改要求的列为督办事项',
          'supervise',
          'mz',
          '抽查结果公开督查',
          '公告栏张贴不及时',
          '补张贴并留影像',
          '--due',
          '2018-12-28',
        ),
        visitSite,
      ],
    },
    {
      on: '2019-01-03',
      title: '监管工作情况报送；全年指标；核对台账',
      acts: [issueBulletin('2018 全年', '总结推广经验'), figures('2018-01-01', '2018-12-31'), verifyLedger, keepChats],
    },
  ],
};

function fuanTerm() {
  return {
    year: 2018,
    draftedOn: '2018-09-21',
    window: { from: '2018-10-08', to: '2018-11-30' },
    due: '2018-12-20',
  };
}
