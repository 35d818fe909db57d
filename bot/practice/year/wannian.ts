/**
 * 万年 2022 (万府办字〔2022〕55号): in force on 10 August 2022, after its own March and June; lists and pools first, so that its first full year is
 * 2023: lists renewed by the end of March, A visited in June, B in June and September, C all of it, the rest quiet.
 */
import type { Sample } from '../sample/sample.ts';
import { keepChats, verifyLedger } from './acts/close.ts';
import { compileFromProposals, proposeAll } from './acts/consult.ts';
import { assign, hold } from './acts/draw.ts';
import { enterByWorkbook } from './acts/outcomes.ts';
import {
  approveAsLegal,
  approveAsOffice,
  changeTask,
  findings,
  giveReasons,
  heldUp,
  issue,
  publishPlan,
  submitPlan,
} from './acts/plan.ts';
import { drawing } from './shares.ts';
import type { YearScript } from './year.ts';

/** The pools stand before the plan is drafted in March. */
const change = (made: Sample): Sample => ({
  ...drawing(made, { 0: { A: 500, B: 3000, C: 10_000 }, 3: { A: 500, B: 5000, C: 10_000 } }),
  classifications: made.classifications.map((each) => ({ ...each, date: '2022-08-15' })),
});

export const wannian: YearScript = {
  id: 'wannian-2022',
  title: '万年县 2022—2023 年：从三库两清单到 2023 年底',
  begins: '2022-08-10T08:00',
  sample: {
    subjects: 400,
    departments: 19,
    inspectors: 140,
    tasks: 4,
    term: {
      year: 2023,
      draftedOn: '2023-03-10',
      window: { from: '2023-06-01', to: '2023-06-30' },
      due: '2023-07-31',
    },
  },
  change,
  days: [
    {
      on: '2023-03-10',
      title: '各单位报送年度计划，汇总；七月属安静期，退回改正',
      acts: [
        proposeAll,
        compileFromProposals(),
        findings,
        changeTask('药品零售', { 检查实施期至: '2023-07-15', 调整理由: '人手不足' }),
        heldUp('须先改正'),
        changeTask('药品零售', { 检查实施期至: '2023-06-30', 调整理由: '避开七月' }),
        giveReasons('经联席会议研究确定'),
        submitPlan,
        approveAsLegal,
        approveAsOffice,
        issue,
        publishPlan('门户网站', 'https://example.invalid/plan'),
      ],
    },
    {
      on: '2023-05-26',
      title: '六月检查的抽取：A 类不超过一成，C 类全部',
      acts: [hold({ no: 1, own: ['人大代表监督员'], desk: ['纪检监察监督员'] }), assign(1)],
    },
    { on: '2023-06-16', title: '六月检查：录入检查结果', acts: [enterByWorkbook({ book: '1', share: 60 })] },
    { on: '2023-06-30', title: '六月检查结束', acts: [enterByWorkbook({ book: '1' })] },
    { on: '2023-12-31', title: '2023 年末：核对台账', acts: [verifyLedger, keepChats] },
  ],
};
