/** What each department owes and has, its figures, and a plan in figures: read from the database as the verbs filled it. */
import { describe, expect, it } from 'vitest';
import { home } from '../../bot/chat/home.ts';
import type { Sample } from '../../bot/practice/sample/sample.ts';
import { sayBoard, sayFigures } from '../../bot/say/board.ts';
import { sayPlanSummary } from '../../bot/say/plan-summary.ts';
import { draftPlan } from '../../bot/verbs/plan/draft-plan.ts';
import { summarisePlan } from '../../bot/verbs/plan/summarise-plan.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { type BoardList, listBoard } from '../../bot/verbs/registry/board.ts';
import { departmentFigures } from '../../bot/verbs/registry/figures.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { type DocumentRequest, keepDocument } from '../../bot/verbs/registry/keep-document.ts';
import { publishList } from '../../bot/verbs/registry/publish-list.ts';
import { receiveList } from '../../bot/verbs/registry/receive-list.ts';
import { sendList } from '../../bot/verbs/registry/send-list.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { button, chatDeps, fill, formOf, press, said, zh } from '../chat/acting.ts';
import { facts, freshDesk, people, refusal, type TestDesk, value } from '../desk.ts';
import { deskWithLists } from './lists-desk.ts';
import { codes, csv, departmentsCsv, inspectorHeaders, sample } from './make.ts';

const parts = ['抽查目标', '抽查重点', '抽查方式', '联合抽查、综合执法的具体程序'];

const itemHeaders = [
  ...['抽查事项编码', '抽查事项名称', '抽查依据', '抽查主体', '抽查对象', '抽查内容', '抽查标准和要点', '抽查方式'],
  ...['抽查比例', '抽查频次', '是否认领', '检查实施清单', '责任股室'],
];
const food = ['《食品安全法》第三十五条', 'scjg', '食品经营者'];
const itemsCsv = csv(
  itemHeaders,
  ['SX01', '食品经营许可检查', ...food, '许可证', '核对证照', '实地检查', '5%', '每年1次', '是', '是', '食品股'],
  ['SX02', '食品标签检查', ...food, '', '', '实地检查', '5%', '每年1次', '是', '是', ''],
  ['SX03', '广告检查', '《广告法》', 'scjg', '广告主', '广告', '核对', '网络监测', '5%', '每年1次', '否', '否', ''],
);
const inspectorsCsv = csv(
  inspectorHeaders,
  ['scjg-0001', '周雅', 'scjg', 'Z-1', '2030-01-01'],
  ['scjg-0002', '江南', 'scjg', 'Z-2', '2030-01-01'],
);

const rule = (rest: Partial<DocumentRequest> = {}): DocumentRequest => ({
  list: 'rule',
  department: 'scjg',
  title: '双随机抽查工作细则',
  digest: 'a'.repeat(64),
  inForce: '2025-03-01',
  parts: parts.map((part, i) => ({ part, where: `第${i + 1}条` })),
  ...rest,
});

async function deskUnder(policy: string, ...files: readonly Uint8Array[]): Promise<TestDesk> {
  const desk = await freshDesk();
  value(await adoptPolicy(desk, people.office, policy));
  for (const bytes of [departmentsCsv, ...files])
    value(await importList(desk, people.office, { bytes, file: 'lists.csv' }));
  return desk;
}

async function onBoard(desk: TestDesk, department: string, list: string): Promise<BoardList> {
  const { departments } = value(await listBoard(desk));
  const found = departments.find((each) => each.department === department)?.lists.find((each) => each.list === list);
  if (found === undefined) throw new Error(`${department} owes no ${list}`);
  return found;
}

const missingIn = async (desk: TestDesk, list: string) =>
  value(await listBoard(desk)).missing.find((each) => each.list === list)?.departments ?? [];

const read = (words: readonly { readonly zh: string }[]) => words.map(({ zh }) => zh).join('\n');

describe('the board of lists', () => {
  it('福安 S2-07, S2-15, S2-16: who has no item list, no roll of inspectors, no roll of subjects is named', async () => {
    const desk = await deskUnder('fuan-2018', itemsCsv, inspectorsCsv);
    expect(await missingIn(desk, 'items')).toEqual(['wjw']);
    expect(await missingIn(desk, 'inspectors')).toEqual(['wjw']);
    expect(await missingIn(desk, 'subjects')).toEqual(['scjg', 'wjw']);
    const subjects = csv(['统一社会信用代码', '企业名称'], [codes[0] ?? '', '甲公司']);
    value(await importList(desk, people.office, { bytes: subjects, file: 'subjects.csv' }));
    expect(await missingIn(desk, 'subjects')).toEqual([]);
    expect(await onBoard(desk, 'scjg', 'subjects')).toMatchObject({ common: true, standing: { since: '2025-04-01' } });
    expect(read(sayBoard(value(await listBoard(desk))))).toContain('缺随机抽查事项清单：清漪县卫生健康局');
  });

  it('福安 S2-07: a list from before the policy says which of the nine elements which items lack', async () => {
    const desk = await freshDesk();
    for (const bytes of [departmentsCsv, itemsCsv])
      value(await importList(desk, people.office, { bytes, file: 'lists.csv' }));
    value(await adoptPolicy(desk, people.office, 'fuan-2018'));
    expect(await onBoard(desk, 'scjg', 'items')).toMatchObject({
      rows: 3,
      lacking: [
        { part: '抽查内容', rows: ['SX02'] },
        { part: '抽查标准和要点', rows: ['SX02'] },
      ],
    });
    expect((await onBoard(desk, 'scjg', 'check-form')).lacking).toEqual([{ part: '检查表格', rows: ['SX02'] }]);
  });

  it('福安 S2-13: each receiver shows unsent, sent or received, each for itself; S2-14: and where the list is public', async () => {
    const desk = await deskUnder('fuan-2018', itemsCsv);
    const states = async () => (await onBoard(desk, 'scjg', 'items')).deliveries.map(({ state }) => state);
    expect(await states()).toEqual(['unsent', 'unsent']);
    value(await sendList(desk, people.liaison, { list: 'items' }));
    value(await receiveList(desk, people.office, { list: 'items', department: 'scjg', as: 'regulator' }));
    expect(await states()).toEqual(['sent', 'received']);
    expect(await onBoard(desk, 'scjg', 'items')).toMatchObject({ publication: 'unpublished' });
    const at = { channel: '部门网站', where: 'https://example.invalid/1', on: '2025-04-01' };
    value(await publishList(desk, people.liaison, { list: 'items', department: 'scjg', ...at }));
    expect(await onBoard(desk, 'scjg', 'items')).toMatchObject({ publication: 'published', published: [at] });
    const told = read(sayBoard(value(await listBoard(desk))));
    expect(told).toContain('2025-04-01 报送审改办，未签收；市场监督管理局 2025-04-01 签收');
  });

  it('福安 S2-13: another department’s import is no new version of a list that was sent', async () => {
    const desk = await deskUnder('fuan-2018', itemsCsv);
    value(await sendList(desk, people.liaison, { list: 'items' }));
    const other = csv(itemHeaders, [
      ...['SX90', '医疗废物检查', '《传染病防治法》', 'wjw', '医疗机构', '废物', '核对', '实地检查', '5%'],
      ...['每年1次', '是', '是', ''],
    ]);
    value(await importList(desk, people.office, { bytes: other, file: 'o.csv' }));
    expect((await onBoard(desk, 'scjg', 'items')).deliveries.map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect((await onBoard(desk, 'wjw', 'items')).deliveries.map(({ state }) => state)).toEqual(['unsent', 'unsent']);
  });

  it('福安 S2-24, S2-25: a rule with three of its four parts names the fourth; complete, it lacks nothing', async () => {
    const desk = await deskUnder('fuan-2018');
    expect(await missingIn(desk, 'rule')).toEqual(['scjg', 'wjw']);
    value(await keepDocument(desk, people.liaison, rule({ parts: rule().parts.slice(0, 3) })));
    expect(await missingIn(desk, 'rule')).toEqual(['wjw']);
    expect((await onBoard(desk, 'scjg', 'rule')).lacking).toEqual([{ part: '联合抽查、综合执法的具体程序', rows: [] }]);
    value(await keepDocument(desk, people.liaison, rule()));
    expect(await onBoard(desk, 'scjg', 'rule')).toMatchObject({
      lacking: [],
      title: '双随机抽查工作细则',
      standing: { kind: 'in-force', version: 1, since: '2025-03-01' },
    });
  });

  it('福安 S2-88: the rule of its system is absent, a draft or in force since its day, and who has none owes it by name', async () => {
    const desk = await deskUnder('fuan-2018');
    const own = rule({ list: 'system-rule', title: '市场监管系统实施细则', parts: [] });
    const standing = async () => (await onBoard(desk, 'scjg', 'system-rule')).standing;
    expect(await standing()).toEqual({ kind: 'absent' });
    expect(await missingIn(desk, 'system-rule')).toEqual(['scjg', 'wjw']);
    value(await keepDocument(desk, people.liaison, { ...own, inForce: null }));
    expect((await standing()).kind).toBe('draft');
    value(await keepDocument(desk, people.liaison, own));
    expect(await standing()).toMatchObject({ kind: 'in-force', since: '2025-03-01' });
    const owing = (await owedNow(desk)).owed.flatMap(({ matter, by }) =>
      matter.kind === 'lists' && matter.lists.includes('system-rule') ? [by] : [],
    );
    expect(owing).toEqual(['department:wjw']);
  });

  it('福安 S2-95: what a department has to send in stands on its home page, with the button to do it, and on the office’s page whom it waits for', async () => {
    const desk = await deskUnder('fuan-2018');
    desk.setNow('2026-01-05T01:00:00.000Z');
    const page = await home(chatDeps(desk), people.liaison);
    expect(zh(page)).toContain('建立并报送：随机抽查事项清单、多部门监管责任事项清单');
    expect(zh(page)).toContain('报送监管工作情况（2025）');
    const send = button(page, 'summary-submit');
    expect(zh(await home(chatDeps(desk), people.office))).toContain(
      '清漪县市场监督管理局、清漪县卫生健康局：报送监管工作情况（2025）',
    );
    const form = formOf(await press(desk, people.liaison, send));
    expect(said(await fill(desk, people.liaison, form, { 'part-0': '全年开展联合抽查 3 次。' }))).toContain('已报送');
    expect(zh(await home(chatDeps(desk), people.liaison))).not.toContain('报送监管工作情况');
  });

  it('福安 S2-72: key supervision has its four parts, those left out are named', async () => {
    const desk = await deskUnder('fuan-2018');
    const statement = rule({ list: 'key-supervision', parts: [{ part: '重点监管事项', where: '一' }] });
    value(await keepDocument(desk, people.liaison, statement));
    expect((await onBoard(desk, 'scjg', 'key-supervision')).lacking?.map(({ part }) => part)).toEqual([
      '监管责任科室',
      '年度重点监管任务',
      '监管计划',
    ]);
  });

  it('福安: what the document only invites (可探索) is on the board and nobody is named for it', async () => {
    const desk = await deskUnder('fuan-2018');
    expect(await onBoard(desk, 'scjg', 'experts')).toMatchObject({ optional: true, standing: { kind: 'absent' } });
    expect(await missingIn(desk, 'experts')).toEqual([]);
  });

  it('甘州 S4-12: 一单两库一细则 of each department, and why implementation lists do not comply', async () => {
    const desk = await deskUnder('ganzhou-2023', itemsCsv, inspectorsCsv);
    const kinds = async () =>
      Promise.all(
        ['items', 'subjects', 'inspectors', 'rule'].map(
          async (list) => (await onBoard(desk, 'scjg', list)).standing.kind,
        ),
      );
    expect(await kinds()).toEqual(['in-force', 'absent', 'in-force', 'absent']);
    value(await keepDocument(desk, people.office, rule({ inForce: null, parts: [] })));
    expect(await kinds()).toEqual(['in-force', 'absent', 'in-force', 'draft']);
    expect(await onBoard(desk, 'scjg', 'implementation')).toMatchObject({
      rows: 2,
      lacking: [{ part: '抽查内容', rows: ['SX02'] }],
    });
  });

  it('万年 S3-67, S3-36, S3-38: the method beside two rolls and one list; what is owed by March is late in April', async () => {
    const desk = await deskUnder('wannian-2022', itemsCsv);
    expect(value(await listBoard(desk)).missing.map(({ list }) => list)).toEqual(
      expect.arrayContaining(['method', 'subjects', 'inspectors']),
    );
    value(await keepDocument(desk, people.liaison, rule({ list: 'method', parts: [] })));
    expect(await missingIn(desk, 'method')).toEqual(['wjw']);
    expect(await onBoard(desk, 'office', 'joint-inspectors')).toMatchObject({
      renewal: { due: '2025-03-31', state: 'late' },
    });
    expect((await onBoard(desk, 'scjg', 'joint-items')).deliveries.map(({ late }) => late)).toEqual([true, true]);
  });

  it('without a policy in force nothing is owed, and that is said', async () => {
    expect(refusal(await listBoard(await freshDesk()))).toMatchObject({ why: { reason: 'no-policy' } });
  });
});

describe('keeping a paper by its version', () => {
  const changes = async (desk: TestDesk) => (await facts(desk)).filter(({ kind }) => kind === 'list-changed');

  it('leaves one fact; the same again leaves none; the same text in force is its version, another text the next', async () => {
    const desk = await deskUnder('fuan-2018');
    expect(value(await keepDocument(desk, people.liaison, rule({ inForce: null }))).version).toBe(1);
    value(await keepDocument(desk, people.liaison, rule({ inForce: null })));
    expect(await changes(desk)).toMatchObject([{ actor: 'person:l1', body: { list: 'rule', department: 'scjg' } }]);
    expect(value(await keepDocument(desk, people.liaison, rule())).version).toBe(1);
    expect(value(await keepDocument(desk, people.office, rule({ digest: 'b'.repeat(64) }))).version).toBe(2);
    expect(await changes(desk)).toHaveLength(3);
  });

  it('can be sent and published afterwards as the version that it is', async () => {
    const desk = await deskUnder('fuan-2018');
    value(await keepDocument(desk, people.liaison, rule()));
    expect(value(await sendList(desk, people.liaison, { list: 'rule' })).version).toBe(1);
  });

  it('is for the own department, or the office; rows are imported and parts are those of the policy', async () => {
    const desk = await deskUnder('fuan-2018');
    expect(refusal(await keepDocument(desk, people.otherLiaison, rule()))).toMatchObject({ stage: 'rights' });
    const wrong = async (rest: Partial<DocumentRequest>) =>
      refusal(await keepDocument(desk, people.office, rule(rest)));
    expect(await wrong({ list: 'items' })).toMatchObject({ why: { reason: 'kept-as-rows' } });
    expect(await wrong({ list: 'fruit' })).toMatchObject({ why: { reason: 'no-such-list' } });
    expect(await wrong({ department: 'xxx' })).toMatchObject({ why: { reason: 'no-such-department' } });
    expect(await wrong({ inForce: '明天' })).toMatchObject({ why: { reason: 'not-a-date' } });
    expect(await wrong({ parts: [{ part: '目标', where: '一' }] })).toMatchObject({
      why: { reason: 'not-a-part', parts },
    });
  });
});

describe('figures of items and officers (甘州 2023 二(三))', () => {
  it('S4-64, S4-65, S4-66, S4-67: claimed, made, compliant, broken down, each with its counts and who is missing', async () => {
    const desk = await deskUnder('ganzhou-2023', itemsCsv, inspectorsCsv);
    const { departments } = value(await departmentFigures(desk));
    expect(departments).toHaveLength(1);
    expect(departments[0]?.figures).toMatchObject({
      claimed: { n: 2, of: 3, missing: ['SX03'] },
      implemented: { n: 2, of: 2, missing: [] },
      compliant: { n: 1, of: 2, missing: ['SX02'] },
      'broken-down': { n: 1, of: 2, missing: ['SX02'] },
    });
  });

  it('S4-61, S4-68: what is not on record reads 无数据, never 0 % or 100 %', async () => {
    const desk = await deskUnder('ganzhou-2023', itemsCsv, inspectorsCsv);
    const told = value(await departmentFigures(desk));
    expect(told.departments[0]?.figures).toMatchObject({
      'officers-entered': null,
      'items-planned': null,
      'items-finished': null,
    });
    const page = read(sayFigures(told));
    expect(page).toContain('监管事项检查覆盖率 无数据');
    expect(page).toContain('目录清单认领率 66.7%（2/3），未达：SX03');
    expect(page).toContain('监管事项检查覆盖率 = 本年度至少完成一次检查的事项 ÷ 已认领的事项');
    expect(page).toContain('要求：目录清单认领率100%');
  });

  it('S4-61: a department’s own staff list against the roll; S4-63: officers with an act in the quarter', async () => {
    const desk = await deskUnder('ganzhou-2023', itemsCsv, inspectorsCsv);
    const staff = new Map([['scjg', ['scjg-0001', 'scjg-0003']]]);
    const [own] = value(await departmentFigures(desk, { staff })).departments;
    expect(own?.figures['officers-entered']).toEqual({ n: 1, of: 2, missing: ['scjg-0003'] });
    expect(own?.figures['officers-active']).toEqual({ n: 0, of: 2, missing: ['scjg-0001', 'scjg-0002'] });
    expect(refusal(await departmentFigures(desk, { staff: new Map([['xxx', []]]) }))).toMatchObject({
      why: { reason: 'no-such-department' },
    });
  });

  it('S4-68: an item with a finished check in the year counts, one checked last year does not', async () => {
    const desk = await deskUnder('ganzhou-2023', itemsCsv);
    const checks = csv(
      ['统一社会信用代码', '检查日期', '检查单位', '检查事项编码', '检查方式', '检查类型'],
      [codes[0] ?? '', '2025-02-01', 'scjg', 'SX01', '实地检查', '双随机抽查'],
      [codes[1] ?? '', '2024-12-01', 'scjg', 'SX02', '实地检查', '双随机抽查'],
    );
    value(await importList(desk, people.office, { bytes: checks, file: 'p.csv', sheet: 'past-checks' }));
    const [own] = value(await departmentFigures(desk)).departments;
    expect(own?.figures['items-finished']).toEqual({ n: 1, of: 2, missing: ['SX02'] });
  });
});

describe('a plan in figures', () => {
  async function summaryOf(of: Sample) {
    const desk = await deskWithLists(of);
    const { no, year, doorLimit, tasks } = of.plan;
    const rows = tasks.map((task, i) => ({ row: i + 2, reply: task.lead, task }));
    const replies = [...new Set(tasks.map(({ lead }) => lead))].map((id) => ({
      id,
      department: id,
      at: '2025-03-01T09:00',
    }));
    value(
      await draftPlan(desk, people.office, { no, year, rows, replies, doorLimit, consulted: { answers: of.answers } }),
    );
    return value(await summarisePlan(desk, no));
  }

  it('石狮 S1-10, S1-25, S1-37: visits of each class beside its subjects, the differentiated share foreseen, joint and internal', async () => {
    const of = sample('shishi-2024');
    const told = await summaryOf(of);
    const { summary, foreseen, coverage } = told;
    expect(summary.reach.joint + summary.reach.department).toBe(of.plan.tasks.length);
    expect(summary.classes.map(({ label }) => label)).toEqual(expect.arrayContaining(['A', 'D']));
    const share = foreseen.find(({ figure }) => figure === 'differentiated');
    expect(share?.targets.map(({ value: { goal } }) => goal)).toEqual([{ kind: 'share', bp: 8500 }]);
    expect(share?.all).toBe(summary.selections);
    expect(coverage.map(({ kind }) => kind)).toContain('coverage-expected');
    const page = read(sayPlanSummary(told));
    expect(page).toContain(`部门联合 ${summary.reach.joint}，部门内部 ${summary.reach.department}`);
    expect(page).toContain('差异化抽查户数占比不低于85%');
  });

  it('三明 S0-31: a trade with many items or frequent checks and no joint task is marked', async () => {
    const of = sample();
    const told = await summaryOf(of);
    const { trades } = told.summary;
    const weights = trades.map(({ items, departments, checks }) => items * departments * checks);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    const internal = { ...told.summary, trades: trades.map((each) => ({ ...each, jointTasks: [] })) };
    expect(trades[0]?.jointTasks).not.toEqual([]);
    expect(read(sayPlanSummary(told))).toContain(`${trades[0]?.trade}：事项 ${trades[0]?.items}`);
    expect(read(sayPlanSummary({ ...told, summary: internal }))).toContain('★ 尚无联合任务，优先联合');
  });

  it('甘州 S4-21: random, key and credit-based tasks are counted apart', async () => {
    const of = sample('ganzhou-2023');
    const { summary } = await summaryOf(of);
    const counted = Object.values(summary.kinds).reduce((a, b) => a + b, 0);
    expect(counted).toBe(of.plan.tasks.length);
    expect(summary.kinds.key).toBe(of.plan.tasks.filter(({ kind }) => kind === 'key').length);
  });
});
