/** Figures, stated numbers, summaries and bulletins on a desk whose outcomes are public: through the verbs, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import { run } from '../../bot/cli/program.ts';
import { bulletinWorkbook } from '../../bot/paper/bulletin-workbook.ts';
import { workbook } from '../../bot/paper/workbook.ts';
import { toSheets } from '../../bot/practice/sample/sheets.ts';
import { sayRefusal } from '../../bot/say/refusal.ts';
import { draftBulletin, issuedBulletin, periodTyped } from '../../bot/verbs/bulletin/draft.ts';
import { allFigures, figuresOf } from '../../bot/verbs/bulletin/figures.ts';
import { carryIntentions, intentionsFor } from '../../bot/verbs/bulletin/intentions.ts';
import { issueBulletin } from '../../bot/verbs/bulletin/issue-bulletin.ts';
import { returnSummary } from '../../bot/verbs/bulletin/return-summary.ts';
import { rowsBehind } from '../../bot/verbs/bulletin/shown.ts';
import { stateNumbers, stateNumbersFrom } from '../../bot/verbs/bulletin/state-numbers.ts';
import { submitSummary } from '../../bot/verbs/bulletin/submit-summary.ts';
import { figuresSent, summaryBoard } from '../../bot/verbs/bulletin/summaries.ts';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { isReported } from '../../core/bulletin/figure.ts';
import { sectionsOf } from '../../core/bulletin/sections.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { readWorkbook } from '../../core/sheet/xlsx.ts';
import { factsOf } from '../../db/ledger.ts';
import { standingNotices } from '../../db/notices.ts';
import { button, errorsOf, fill, formOf, post, press, said, type } from '../chat/acting.ts';
import { refusal, value } from '../desk.ts';
import { hands } from '../drawn-desk.ts';
import { type PublicDesk, publicDesk } from '../web/public-desk.ts';

const parts = ['工作成效', '典型经验做法', '特色亮点', '案例'].map((name) => ({
  name,
  words: `${name}：联合抽查 24 项。`,
}));
const half = 'half-year-report/2025';

let made: PublicDesk;
const desk = () => made.desk;
beforeAll(async () => {
  made = await publicDesk(3, afterAll);
  // The day of publication has come.
  desk().setNow('2025-09-10T02:00:00.000Z');
});

describe('figures of a desk', () => {
  it('S4-48 S1-07 count what is public, name what is not by its number, and never an enterprise', async () => {
    const span = { from: '2025-01-01', to: '2025-12-31' };
    const [published] = (await figuresOf(desk(), span)).filter(({ figure }) => figure === 'published');
    const notices = await standingNotices(desk().db, { today: '2025-09-10' });
    expect(published?.count).toMatchObject({ n: notices.length });
    const behind = value(await rowsBehind(desk(), hands.drafter, { ...span, figure: 'published', department: null }));
    expect(behind.rows.length).toBeGreaterThan(notices.length);
    const text = JSON.stringify(behind.rows);
    for (const { name } of made.subjects) expect(text).not.toContain(name);
    expect(behind.rows.some(({ name }) => name.startsWith('检查编号 1-'))).toBe(true);
  });

  it('S0-77 S1-51 departments stand in the order of the register, whatever their numbers', async () => {
    const { recorded, departments } = await allFigures(desk(), { from: '2025-01-01', to: '2025-12-31' });
    const order = recorded.departments.map(({ code }) => code).filter((code) => recorded.bodyOf(code) === code);
    expect(departments.map(({ department }) => department)).toEqual(order);
  });

  it('a department sees its own figures and not those of another', async () => {
    const asked = { from: '2025-01-01', to: '2025-12-31', figure: 'published', department: 'wj' } as const;
    const why = refusal(await rowsBehind(desk(), hands.liaison, asked));
    expect(sayRefusal(why).zh).toContain('只提供给该单位');
  });
});

describe('numbers that arise elsewhere', () => {
  const state = (
    numbers: Readonly<Record<string, number>>,
    from = '2025-03-01',
    to = '2025-03-31',
    actor: Actor = hands.liaison,
  ) =>
    stateNumbers(desk(), actor, {
      department: 'scjg',
      from,
      to,
      source: '“互联网+监管”系统',
      numbers: Object.entries(numbers).map(([key, n]) => ({ key, n })),
    });

  it('are stated with source and span, said again change nothing, and are corrected by a new statement', async () => {
    expect(value(await state({ news: 2 }))).toMatchObject({ count: 1, corrected: false });
    const before = (await factsOf(desk().db, 'number-stated')).length;
    value(await state({ news: 2 }));
    expect(await factsOf(desk().db, 'number-stated')).toHaveLength(before);
    expect(value(await state({ news: 3 }))).toMatchObject({ corrected: true });
    const [news] = (await figuresOf(desk(), { from: '2025-03-01', to: '2025-03-31', department: 'scjg' })).filter(
      ({ figure }) => figure === 'news',
    );
    expect(news?.count).toMatchObject({ n: 3 });
  });

  it('must add up: the five kinds are their total, published is no more than entered', async () => {
    const five = {
      'permit-produced': 1,
      'check-produced': 2,
      'penalty-produced': 3,
      'coercion-produced': 0,
      'violation-produced': 0,
    };
    const why = refusal(await state({ ...five, 'records-produced': 7 }));
    expect(sayRefusal(why).zh).toContain('7 与五类之和 6 不等');
    value(await state({ ...five, 'records-produced': 6 }));
    expect(sayRefusal(refusal(await state({ 'permit-entered': 2 }))).zh).toContain('大于行政许可产生数 1');
  });

  it('that overlap what stands, come from no source, or belong to another department are refused', async () => {
    expect(sayRefusal(refusal(await state({ news: 9 }, '2025-03-15', '2025-04-15'))).zh).toContain('部分重叠');
    expect(sayRefusal(refusal(await state({ news: 9 }, '2025-12-01', '2025-12-31'))).zh).toContain('晚于今天');
    expect(refusal(await state({ news: 9 }, '2025-05-01', '2025-05-31', hands.otherLiaison)).stage).toBe('rights');
  });

  it('come from a sheet, whose good rows stand beside the refused', async () => {
    const rows = [
      '单位,数据项,起始日期,截止日期,数值,数据来源',
      'scjg,监管动态信息条数,2025-04-01,2025-04-30,4,台账',
      'scjg,曝光台信息条数,2025-04-01,2025-04-30,两条,台账',
      'wj,监管动态信息条数,2025-04-01,2025-04-30,4,台账',
    ];
    const bytes = new TextEncoder().encode(rows.join('\n'));
    const told = value(await stateNumbersFrom(desk(), hands.liaison, { bytes, file: '申报.csv' }));
    expect(told.taken).toMatchObject([{ department: 'scjg', count: 1 }]);
    expect(told.rejected.map(({ row }) => row + 1)).toEqual([3]);
    expect(told.refused.map(({ stage }) => stage)).toEqual(['rights']);
  });
});

describe('summaries', () => {
  it('S0-76 one with an empty part is not taken, with the name of that part', async () => {
    const empty = parts.map((each) => (each.name === '案例' ? { ...each, words: ' ' } : each));
    const why = refusal(await submitSummary(desk(), hands.liaison, { period: half, parts: empty }));
    expect(sayRefusal(why).zh).toBe('“案例”部分为空，请补充后再报送。');
  });

  it('S0-73 S1-53 S1-54 units that have not sent it owe it, also after its day; a late one is taken and marked', async () => {
    const owing = async () =>
      (await owedNow(desk())).owed.flatMap(({ matter, by }) =>
        matter.kind === 'summary' && matter.period === half ? [by] : [],
      );
    expect(await owing()).toContain('department:scjg');
    expect(value(await submitSummary(desk(), hands.liaison, { period: half, parts }))).toMatchObject({ late: true });
    expect(await owing()).not.toContain('department:scjg');
    const facts = (await factsOf(desk().db, 'summary-submitted')).length;
    value(await submitSummary(desk(), hands.liaison, { period: half, parts }));
    expect(await factsOf(desk().db, 'summary-submitted')).toHaveLength(facts);
    const board = value(await summaryBoard(desk(), half));
    expect(board.units.find(({ code }) => code === 'scjg')).toMatchObject({ state: 'late' });
  });

  it('S1-55 go with the unit’s own figures, equal to the board’s on that day', async () => {
    const { asked, units } = value(await summaryBoard(desk(), half));
    const held = units.find(({ code }) => code === 'scjg')?.held ?? null;
    if (held === null) throw new Error('not sent');
    const now = await figuresOf(desk(), { from: asked.from, to: asked.to, department: 'scjg' });
    const sent = await figuresSent(desk(), held);
    expect(sent.map(({ figure, n, of }) => [figure, n, of])).toEqual(
      now
        .filter(isReported)
        .map(({ figure, count }) => [
          figure,
          count === 'no-data' ? null : count.n,
          count === 'no-data' ? null : count.of,
        ]),
    );
  });

  it('sent back with reasons are owed again until they are sent anew', async () => {
    const back = { period: half, department: 'scjg', words: '请补充典型案例。' };
    expect(refusal(await returnSummary(desk(), hands.liaison, back)).stage).toBe('rights');
    value(await returnSummary(desk(), hands.drafter, back));
    const owed = (await owedNow(desk())).owed.find(
      ({ matter, by }) => matter.kind === 'summary' && matter.period === half && by === 'department:scjg',
    );
    expect(owed?.matter).toMatchObject({ returned: true });
    value(await submitSummary(desk(), hands.liaison, { period: half, parts }));
    const board = value(await summaryBoard(desk(), half));
    expect(board.units.find(({ code }) => code === 'scjg')?.state).toBe('late');
  });

  it('a summary that the policy does not ask for is refused with those that it asks for', async () => {
    const why = refusal(await submitSummary(desk(), hands.liaison, { period: 'half-year-report/2031', parts }));
    expect(sayRefusal(why).zh).toContain('没有要求报送');
  });

  it('S0-75 S0-54 next year’s rows come with the intentions and open the next consultation', async () => {
    const period = 'next-year-plan/2025';
    const intent = [{ name: '工作打算', words: '扩大联合抽查范围。' }];
    const missing = refusal(await submitSummary(desk(), hands.liaison, { period, parts: intent }));
    expect(sayRefusal(missing).zh).toContain('2026 年度抽查计划表');
    // A unit without a task of its own says so, and is not asked for a sheet without a row.
    expect(
      value(await submitSummary(desk(), hands.otherLiaison, { period, parts: intent, leadsNothing: true })),
    ).toMatchObject({ read: null });
    expect((await intentionsFor(desk(), 2026)).map(({ department }) => department)).toEqual([]);
    const plan = toSheets(desk().sample).find(({ name }) => name === sheets['plan-tasks'].title.zh);
    if (plan === undefined) throw new Error('no plan sheet');
    const bytes = await workbook([plan], '2025-12-01');
    const done = value(
      await submitSummary(desk(), hands.liaison, { period, parts: intent, sheet: { file: '2026.xlsx', bytes } }),
    );
    const [own] = await intentionsFor(desk(), 2026);
    expect(own?.tasks.length).toBe(done.read?.sheet?.rows.length);
    expect(own?.tasks.length).toBeGreaterThan(0);
    desk().setNow('2026-05-20T02:00:00.000Z');
    const opened = value(
      await openConsultation(desk(), hands.drafter, {
        key: 'open-2026',
        year: 2026,
        letter: '请各单位反馈 2026 年度抽查计划。',
        matters: '',
        deadline: { kind: 'date', date: '2026-06-10' },
        asked: value(await summaryBoard(desk(), half)).units.map(({ code }) => code),
        contact: null,
      }),
    );
    const { consultation } = opened;
    const letter = await post(desk(), `consultation-letter/${consultation}/scjg`);
    expect(letter.zh).toContain(`2026 年度抽查计划 ${own?.tasks.length} 项`);
    expect(button(letter.message, 'intentions-carry').about).toBe(`${consultation} scjg`);
    const carried = value(
      await carryIntentions(desk(), hands.liaison, { consultation, department: 'scjg', key: 'carry' }),
    );
    expect(JSON.stringify(carried)).toContain('2026.xlsx');
    desk().setNow('2025-09-10T02:00:00.000Z');
  });
});

describe('bulletins', () => {
  it('S4-85 a draft stands for any day, from the figures of that day', async () => {
    const period = value(periodTyped('2025-08-31'));
    const draft = value(await draftBulletin(desk(), period));
    expect(draft.title).toBe('关于2025年（截至8月31日）“双随机、一公开”抽查计划执行情况的通报');
    expect(draft.opening).toContain('年度计划抽查任务');
    expect(sectionsOf(draft).map(({ title }) => title)).toContain('下一步工作');
  });

  it('S0-66 names the document’s four kinds of bad checks', async () => {
    const draft = value(await draftBulletin(desk(), value(periodTyped('2025 全年'))));
    expect(draft.badChecks.map(({ name }) => name)).toEqual(['任性检查', '多头重复检查', '运动式检查', '形式主义检查']);
  });

  it('S4-82 a quarter is issued once it is over, by the office, and then never changes', async () => {
    const early = refusal(await issueBulletin(desk(), hands.drafter, { period: '2025-3' }));
    expect(sayRefusal(early).zh).toContain('期满后方可发布');
    expect(refusal(await issueBulletin(desk(), hands.liaison, { period: '2025-2' })).stage).toBe('rights');
    desk().setNow('2025-10-09T02:00:00.000Z');
    const issued = value(await issueBulletin(desk(), hands.drafter, { period: '2025-3', next: ['抓紧公示。'] }));
    value(await issueBulletin(desk(), hands.drafter, { period: '2025-3', next: ['抓紧公示。'] }));
    expect(await factsOf(desk().db, 'bulletin-issued')).toHaveLength(1);
    desk().setNow('2025-11-09T02:00:00.000Z');
    const again = refusal(await issueBulletin(desk(), hands.drafter, { period: '2025-3' }));
    expect(sayRefusal(again).zh).toContain('发布后不能更改');
    expect(value(await issuedBulletin(desk().db, 'quarter/2025-3'))).toEqual(issued);
  });

  it('comes as a workbook that holds its figures', async () => {
    const issued = value(await issuedBulletin(desk().db, 'quarter/2025-3'));
    const read = value(await readWorkbook(await bulletinWorkbook(issued)));
    expect(read.map(({ name }) => name)).toEqual(expect.arrayContaining(['指标', '各单位']));
    const text = JSON.stringify([issued, read]);
    for (const { name } of made.subjects) expect(text).not.toContain(name);
  });

  it('S0-73 the office’s own summary is compiled from those that it was sent', async () => {
    const summary = value(await issueBulletin(desk(), hands.drafter, { period: '2025 上半年' }));
    expect(summary.summaries.some(({ state }) => state.includes('报送（逾期）'))).toBe(true);
    expect(summary.practice.map(({ part }) => part)).toEqual(expect.arrayContaining(['典型经验做法', '案例']));
  });
});

describe('in the chat', () => {
  it('figures come with definition and goal, and open to the rows that do not count', async () => {
    desk().setNow('2025-11-12T02:00:00.000Z');
    const answer = await type(desk(), hands.drafter, 'bulletin', '指标');
    const text = said(answer);
    expect(text).toContain('口径：');
    expect(text).toContain('未公示即未检查');
    if (answer.kind !== 'say') throw new Error('nothing said');
    const rows = said(await press(desk(), hands.drafter, button(answer.message, 'figure-rows')));
    expect(rows).toContain('未计入');
    for (const { name } of made.subjects) expect(rows).not.toContain(name);
    expect(said(await press(desk(), hands.liaison, { id: 'figure-rows', about: 'published x y z' }))).toContain(
      '没有“published”',
    );
  });

  it('numbers are stated by a form, and what is wrong stands at its field', async () => {
    const form = formOf(await type(desk(), hands.liaison, 'bulletin', '申报 三类'));
    const filledIn = {
      source: '市信用平台',
      'honour-produced': '3',
      'honour-published': '9',
      from: '2025-05-01',
      to: '2025-05-31',
    };
    expect(errorsOf(await fill(desk(), hands.liaison, form, { ...filledIn, source: ' ' })).source).toContain(
      '数据来源',
    );
    const told = said(await fill(desk(), hands.liaison, form, { ...filledIn, 'honour-published': '3' }));
    expect(told).toContain('2 个数已登记');
    expect(said(await type(desk(), hands.liaison, 'bulletin', '申报 五十类'))).toContain('没有');
  });

  it('S0-76 a summary is written beside the unit’s figures; the office ticks, reads and returns it', async () => {
    const period = 'year-report/2025';
    const page = await type(desk(), hands.liaison, 'bulletin', '小结 2025');
    expect(said(page)).toContain('全年工作总结');
    const open = await press(desk(), hands.liaison, { id: 'summary-submit', about: `${period} scjg` });
    const form = formOf(open);
    expect(JSON.stringify(form.intro)).toContain('抽查结果公示率');
    expect(form.fields.map(({ label }) => label.zh)).toEqual(['工作成效', '典型经验做法', '特色亮点', '案例']);
    const words = { 'part-0': '成效', 'part-1': '做法', 'part-2': '亮点', 'part-3': '' };
    expect(errorsOf(await fill(desk(), hands.liaison, form, words))['part-3']).toContain('“案例”部分为空');
    expect(said(await fill(desk(), hands.liaison, form, { ...words, 'part-3': '案例一则' }))).toBe(
      '已报送。\n已报送。',
    );
    const board = await post(desk(), `summary-board/${period}`);
    expect(board.zh).toContain('☑');
    expect(board.zh).toContain('未报送');
    const opened = await press(desk(), hands.drafter, button(board.message, 'summary-board'));
    if (opened.kind !== 'say') throw new Error('nothing said');
    expect(said(await press(desk(), hands.drafter, button(opened.message, 'summary-read')))).toContain('案例一则');
    expect(said(await press(desk(), hands.otherLiaison, { id: 'summary-read', about: `${period} scjg` }))).toContain(
      '只提供给',
    );
    const back = formOf(await press(desk(), hands.drafter, button(opened.message, 'summary-return')));
    expect(errorsOf(await fill(desk(), hands.drafter, back, { words: ' ' })).words).toContain('退回');
    expect(said(await fill(desk(), hands.drafter, back, { words: '案例请写明企业整改情况' }))).toContain('已退回');
    expect((await post(desk(), `summary/${period}/scjg`)).zh).toContain('案例请写明企业整改情况');
  });

  it('S4-82 the quarter’s draft is looked at, issued with the office’s next steps, and stands in every channel', async () => {
    const draft = await type(desk(), hands.drafter, 'bulletin', '初稿 2025-2');
    expect(said(draft)).toContain('初稿，尚未发布');
    if (draft.kind !== 'say') throw new Error('nothing said');
    const form = formOf(await press(desk(), hands.drafter, button(draft.message, 'bulletin-issue')));
    expect(said(await fill(desk(), hands.drafter, form, { next: '一、抓紧公示。\n二、加强联合。' }))).toContain(
      '已发布',
    );
    const [own, office] = [
      await post(desk(), 'bulletin/quarter/2025-2/department:scjg'),
      await post(desk(), 'bulletin/quarter/2025-2/office'),
    ];
    expect(own.zh).toContain('2025年第二季度');
    expect(said(await press(desk(), hands.liaison, button(office.message, 'bulletin-read')))).toContain('加强联合');
    // The paper lies behind a private link of whoever may draw it up, and in no channel.
    const read = async (whose: Actor) =>
      JSON.stringify(await press(desk(), whose, button(office.message, 'bulletin-read')));
    expect(await read(hands.drafter)).toContain('/papers/draft/bulletin/quarter/2025-2');
    expect(await read(hands.liaison)).not.toContain('/papers/');
    expect(said(await type(desk(), hands.liaison, 'bulletin', '通报'))).toContain('已发布的通报');
  });
});

/** The program in this process, on the desk that is open. */
const terminal = (...args: readonly string[]) => terminalOf(['--as', hands.drafter.person], ...args);

async function terminalOf(
  who: readonly string[],
  ...args: readonly string[]
): Promise<{ readonly out: string; readonly err: string }> {
  const lines: { 1: string[]; 2: string[] } = { 1: [], 2: [] };
  await run([...who, ...args], {
    print: (stream, text) => lines[stream].push(text),
    isWatched: false,
    env: {},
    openDesk: async () => ({ ...desk(), close: () => {} }),
    end: () => {},
  });
  return { out: lines[1].join('\n'), err: lines[2].join('\n') };
}

describe('on the command line', () => {
  it('S0-54 S1-15 a figure opens to its rows, an unknown one is named; trades and the progress of the plan are shown', async () => {
    const shown = await terminal('figures', '--figure', '抽查结果公示率', '--rows', '--to', '2025-12-31');
    expect(shown.out).toContain('口径：已公示的检查结果');
    expect(shown.out).toContain('未检查');
    expect(shown.out).toContain('计入');
    expect(shown.out).toContain('统计期间 2025-01-01 至 2025-12-31');
    const nobody = await terminalOf([], 'figures', '--to', '2025-12-31');
    expect(nobody).toEqual(await terminal('figures', '--to', '2025-12-31'));
    expect((await terminalOf(['--as', 'nobody'], 'figures')).out).toBe('');
    expect((await terminal('figures', '--figure', 'fines')).err).toContain('没有“fines”这个指标');
    expect((await terminal('number', 'keys')).out).toContain('news　监管动态信息条数');
    expect((await terminal('bulletin', 'progress')).out).toMatch(/检查中|已录入|已抽取/);
    const trades = (await terminal('bulletin', 'trades', '2025', '--rows')).out;
    expect(trades).toMatch(/发现问题 [1-9]\d* 户次/);
    expect(trades).toContain('检查编号 1-');
    expect(said(await type(desk(), hands.drafter, 'bulletin', '行业 2025'))).toContain('不作为自动认定的依据');
    expect(said(await type(desk(), hands.liaison, 'bulletin', '进度'))).toContain('本年度计划任务');
    expect((await terminal('summary', 'board', '2025')).out).toContain('上半年工作小结');
    expect((await terminal('bulletin', 'show', '2025-2')).out).toContain('【下一步工作】');
  });
});
