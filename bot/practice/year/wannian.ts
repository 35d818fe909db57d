/**
 * 万年 2022 (万府办字〔2022〕55号): in force on 10 August 2022, after its own March and June; lists and pools first, so that its first full year is
 * 2023: lists renewed by the end of March, A visited in June, B in June and September, C all of it, the rest quiet.
 */
import type { Task } from '../../../core/plan/task.ts';
import type { Sample } from '../sample/sample.ts';
import { at, keeping, kept } from './acts/at-desk.ts';
import { figures, issueBulletin } from './acts/bulletins.ts';
import { keepChats, verifyLedger } from './acts/close.ts';
import { compileFromProposals, proposeAll } from './acts/consult.ts';
import { assign, hold } from './acts/draw.ts';
import { beginFollowUp, endFollowUp, receiveTransfers } from './acts/follow-up.ts';
import { acknowledge, finishTasks, publishOutcomes } from './acts/notices.ts';
import { enterByWorkbook } from './acts/outcomes.ts';
import { paper, papersOfFindings } from './acts/papers.ts';
import { enterByPhone, signByPhone } from './acts/phone.ts';
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
import { poolsMoved, rollRenewed } from './acts/pools.ts';
import { passEverywhere } from './acts/review.ts';
import { visitSite } from './acts/site.ts';
import { crimeReferred } from './acts/special.ts';
import { drawing } from './shares.ts';
import type { Year, YearScript } from './year.ts';

/** The pools stand before the plan is drafted in March; B is visited in September, too, and C at any time. */
const change = (made: Sample): Sample => {
  const june = drawing(made, { 0: { A: 1000, B: 3000, C: 10_000 }, 3: { A: 1000, B: 5000, C: 10_000 } });
  const [food, , , drugs] = june.plan.tasks;
  if (food === undefined || drugs === undefined) throw new Error('a plan of fewer tasks');
  const only = (label: string, bp: number): Task['quota'] => ({
    kind: 'tiers',
    tiers: ['A', 'B', 'C'].map((each) => ({
      label: each,
      share: each === label ? { kind: 'share', bp, bound: 'exactly', atLeast: 0 } : { kind: 'spared' },
    })),
    denominator: 'frame',
  });
  const september: Task = {
    ...drugs,
    no: `${drugs.no}-9`,
    name: '2023年药品零售企业九月抽查',
    quota: only('B', 3000),
    window: { from: '2023-09-04', to: '2023-09-28' },
  };
  const october: Task = {
    ...food,
    no: `${food.no}-10`,
    name: '2023年餐饮服务重点监管库检查',
    quota: only('C', 10_000),
    window: { from: '2023-10-12', to: '2023-10-31' },
  };
  return {
    ...june,
    plan: { ...june.plan, tasks: [...june.plan.tasks, september, october] },
    classifications: made.classifications.map((each) => ({ ...each, date: '2022-08-15' })),
  };
};

/** Somebody of the A pool, of whom the public complained. */
const aQuietOne = ({ sample }: Year): string => {
  const found = sample.subjects.find(
    (each) =>
      each.status === 'active' &&
      each.kind === 'uscc' &&
      sample.classifications.some(({ number, class: pool }) => number === each.number && pool === 'A'),
  );
  return found?.number ?? '';
};
const complaint = ['--ground', 'complaint', '--words', '群众举报销售过期食品', '--on', '2023-07-13'];

/** Inspectors of the market regulator who hold a certificate. */
const officer =
  (place: number) =>
  ({ sample }: Year): string =>
    sample.inspectors.filter(
      ({ department, left, certificate }) => department === 'scjg' && left === null && certificate !== null,
    )[place]?.number ?? '';

const room = { own: ['人大代表监督员'], desk: ['纪检监察监督员'] } as const;

const publishedIn = (book: string) => [
  passEverywhere(book),
  finishTasks(book),
  publishOutcomes(book),
  acknowledge(book),
  beginFollowUp,
  receiveTransfers,
];

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
      on: '2022-08-22',
      title: '三库两清单：各单位清单情况，联合检查事项清单报送联席办和司法局',
      acts: [
        at('o1', '清单看板', 'list', 'board'),
        at('l-scjg', '报送联合检查事项清单', 'list', 'send', 'joint-items'),
        at('o1', '签收', 'list', 'receive', 'joint-items', 'scjg'),
        at('j1', '签收', 'list', 'receive', 'joint-items', 'scjg', '--for', 'legal'),
      ],
    },
    {
      on: '2022-12-30',
      title: '2022 年底：监管全覆盖情况',
      acts: [at('o1', '各单位认领、制定、计划和检查覆盖', 'item', 'figures')],
    },
    { on: '2023-03-08', title: '三月底前更新名录库', acts: [rollRenewed] },
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
      acts: [hold({ no: 1, ...room, without: ['九月', '重点监管库'] }), assign(1)],
    },
    {
      on: '2023-06-16',
      title: '六月检查：录入检查结果',
      acts: [enterByPhone({ book: '1', of: ['scjg'] }), enterByWorkbook({ book: '1', share: 60 })],
    },
    {
      on: '2023-06-30',
      title: '六月检查结束：其余录入，审核，填一张表',
      acts: [enterByWorkbook({ book: '1' }), signByPhone({ book: '1' }), passEverywhere('1')],
    },
    {
      on: '2023-07-12',
      title: '安静期：投诉举报须入企的，向联席办、司法局备案',
      acts: [
        keeping(
          'filing',
          'l-scjg',
          '安静期检查报备',
          ...['filing', 'new', aQuietOne, '--item', 'SX010101', ...complaint],
        ),
        at('o1', '签收备案', 'filing', 'receive', kept('filing')),
        at('j1', '签收备案', 'filing', 'receive', kept('filing')),
        at('h-scjg', '批准备案检查', 'visit', 'approve', kept('filing')),
        at('o1', '备案情况', 'filing', 'list'),
        finishTasks('1'),
        publishOutcomes('1'),
        acknowledge('1'),
        beginFollowUp,
        receiveTransfers,
      ],
    },
    {
      on: '2023-07-14',
      title: '备案检查：到场，登记情况',
      acts: [
        at(
          'l-scjg',
          '登记备案检查情况',
          ...['filing', 'hold', kept('filing'), '--on', '2023-07-13', '--shown'],
          ...['--officer', officer(0), '--officer', officer(1), '--words', '举报不属实，未发现过期食品'],
        ),
        paper('filing', kept('filing'), { as: 'l-scjg' }),
      ],
    },
    { on: '2023-08-15', title: '涉嫌犯罪移送；复查、处罚、办结', acts: [crimeReferred, endFollowUp, papersOfFindings] },
    {
      on: '2023-09-01',
      title: '九月检查的抽取：B 类',
      acts: [hold({ no: 2, ...room, tasks: ['九月'] }), assign(2)],
    },
    {
      on: '2023-09-20',
      title: '检查结果的风险；监管库调整建议',
      acts: [
        at('o1', '检查结果反映的风险和移库理由', 'risk', 'signals', '2023'),
        at('o1', '开始一轮监管库调整', 'pool', 'round', 'R-2023-2', '--reason', '按六月检查结果调整'),
        poolsMoved('1', 'R-2023-2'),
        visitSite,
      ],
    },
    {
      on: '2023-09-28',
      title: '九月检查结束：录入，审核，公示，处置',
      acts: [enterByWorkbook({ book: '2' }), signByPhone({ book: '2' }), ...publishedIn('2')],
    },
    {
      on: '2023-10-10',
      title: '重点监管库的抽取：C 类全部，不受安静期限制',
      acts: [hold({ no: 3, ...room, tasks: ['重点监管库'] }), assign(3)],
    },
    {
      on: '2023-10-31',
      title: '重点监管库检查结束：录入，审核，公示，处置',
      acts: [enterByWorkbook({ book: '3' }), signByPhone({ book: '3' }), ...publishedIn('3')],
    },
    { on: '2023-12-05', title: '复查、处罚、办结', acts: [endFollowUp] },
    {
      on: '2024-01-03',
      title: '年后：2023 全年通报，指标，核对台账',
      acts: [
        issueBulletin('2023 全年', '明年三月底前更新名录和清单'),
        figures('2023-01-01', '2023-12-31'),
        verifyLedger,
        keepChats,
      ],
    },
  ],
};
