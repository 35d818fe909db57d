/** Publication as people do it: in the thread, by forms, and what each post says of it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../bot/actor.ts';
import { run } from '../../../bot/cli/program.ts';
import { figuresOf } from '../../../bot/verbs/bulletin/figures.ts';
import { casesOf } from '../../../bot/verbs/follow-up/cases.ts';
import { decidePenalty } from '../../../bot/verbs/follow-up/decide-penalty.ts';
import { recordRepair } from '../../../bot/verbs/follow-up/record-repair.ts';
import { sendRepairLetter } from '../../../bot/verbs/follow-up/send-repair-letter.ts';
import { acknowledgeNotices } from '../../../bot/verbs/notice/acknowledge.ts';
import { atDestinations, exportNotices } from '../../../bot/verbs/notice/export.ts';
import { publishMatter } from '../../../bot/verbs/notice/publish-matter.ts';
import { receiveObjection } from '../../../bot/verbs/notice/receive-objection.ts';
import { owedNow } from '../../../bot/verbs/remind/owed-now.ts';
import { recordOutsideNumber } from '../../../bot/verbs/visit/record-outside-number.ts';
import { createApp } from '../../../bot/web/app.ts';
import type { PenaltyRecord } from '../../../core/notice/penalty.ts';
import { outcomeId, outcomeKeyOf } from '../../../core/outcome/key.ts';
import { openFile } from '../../../core/sheet/open.ts';
import { standingNotices } from '../../../db/notices.ts';
import { button, errorsOf, fill, formOf, post, posted, press, said, type } from '../../chat/acting.ts';
import { facts, value } from '../../desk.ts';
import { expectRefused, hands } from '../../drawn-desk.ts';
import { type ReviewedDesk, reviewableDesk } from './reviewed-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingchou-notice-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One desk for the whole road, in its order, through the doors alone. */
describe('公示 through the doors', () => {
  let made: ReviewedDesk;
  const cli = async (actor: Actor, ...args: readonly string[]) => {
    const told = { out: '', err: '', exit: 0 };
    const ended = (code: number) => {
      told.exit = code;
    };
    await run(['--db', made.desk.database, '--as', actor.person, ...args], {
      print: (stream, text) => {
        told[stream === 1 ? 'out' : 'err'] += `${text}\n`;
      },
      isWatched: false,
      env: {},
      openDesk: async () => ({ ...made.desk, close: () => {} }),
      end: ended,
    });
    return told;
  };
  const own = () => post(made.desk, `publication/${made.book}/scjg`);

  beforeAll(async () => {
    made = await reviewableDesk();
    await made.enterAll('batch-1', (id) =>
      id !== made.ids[3] && id !== made.ids[6]
        ? {}
        : {
            code: 'pending',
            finding: '未按规定建立进货查验记录',
            handling: 'to-case',
            evidence: [{ name: '现场照片', place: '案卷第一册', digest: null }],
            remark: '如实记录',
          },
    );
  });

  it('before anything is reviewed the thread says nothing of publication; then it offers to finish and to publish', async () => {
    const { desk, book } = made;
    expect([...(await posted(desk)).keys()].some((slot) => slot.startsWith('publication'))).toBe(false);
    await made.reviewAll();
    const { message, zh, place } = await own();
    expect(place).toBe('department:scjg');
    expect(zh).toContain('未公示的不计入已检查');
    for (const id of ['notice-finish', 'notice-publish']) expect(button(message, id).about).toBe(`${book} scjg`);
  });

  it('the lead finishes all its tasks in one form; what is missing is said at its field', async () => {
    const { desk } = made;
    const { message } = await own();
    expect(said(await press(desk, hands.otherLiaison, button(message, 'notice-finish')))).toContain('只能就本单位');
    const form = formOf(await press(desk, hands.liaison, button(message, 'notice-finish')));
    expect(errorsOf(await fill(desk, hands.liaison, form)).words).toContain('还有');
    expect(errorsOf(await fill(desk, hands.liaison, form, { ended: '2099-01-01', words: '另行登记' })).ended).toContain(
      '还没有到',
    );
    expect(said(await fill(desk, hands.liaison, form, { words: '其余部门另行登记' }))).toContain('任务完成已登记');
    expect((await facts(desk)).filter(({ kind }) => kind === 'task-finished')).toHaveLength(3);
  });

  it('outcomes are published from the thread, and no post ever names an enterprise', async () => {
    const { desk, book } = made;
    const form = formOf(await press(desk, hands.liaison, button((await own()).message, 'notice-publish')));
    expect(errorsOf(await fill(desk, hands.liaison, form, { day: '2025-01-01' })).day).toContain('已经过去');
    const asked = formOf(await fill(desk, hands.liaison, form, { destinations: '公开栏\n信用信息共享平台' }));
    expect(JSON.stringify(asked.intro)).toContain(`将公示检查结果 ${made.ids.length} 项`);
    expect(await standingNotices(desk.db, { states: ['public'] })).toEqual([]);
    expect(said(await fill(desk, hands.liaison, asked))).toContain(`已公示 ${made.ids.length} 项`);
    const rows = await standingNotices(desk.db, { states: ['public'] });
    const slots = [...(await posted(desk)).keys()].filter((slot) => slot.startsWith('publication'));
    expect(slots).toContain(`publication-office/${book}`);
    for (const slot of slots) {
      const { zh } = await post(desk, slot);
      for (const { name, number } of rows)
        expect([slot, zh.includes(name), zh.includes(number)]).toEqual([slot, false, false]);
    }
  });

  it('the answer of a platform is recorded for all at once, and the export lies behind a sign-in', async () => {
    const { desk, book } = made;
    const form = formOf(await press(desk, hands.liaison, button((await own()).message, 'notice-acknowledge')));
    expect(JSON.stringify(form.intro)).toContain(`/in/`);
    const destination = '国家企业信用信息公示平台(福建)';
    expect(errorsOf(await fill(desk, hands.liaison, form, { destination, state: 'refused' })).outcomes).toContain(
      '哪些',
    );
    expect(said(await fill(desk, hands.liaison, form, { destination }))).toContain(`已接收 ${made.ids.length} 项`);
    expect((await own()).zh).toContain(`已确认 ${made.ids.length}`);
    const app = createApp({ ...desk, site: 'https://m.invalid' });
    for (const path of [`/notices/${book}/results.xlsx`, `/notices/${book}/results.json`, '/notices/99/results.csv']) {
      const answer = await app.request(path);
      expect(answer.status).toBeGreaterThanOrEqual(300);
      expect(await answer.text()).not.toContain('SX0');
    }
  });

  it('an objection is received and decided, a row is kept back and another ends, each in the chat', async () => {
    const { desk, book, head } = made;
    const ids = made.ids.slice(0, 3);
    const object = formOf(await type(desk, hands.liaison, 'notice', `异议 ${book}`));
    expect(
      errorsOf(await fill(desk, hands.liaison, object, { outcomes: '7/7/scjg/X', words: '不实' })).outcomes,
    ).toContain('没有编号');
    expect(said(await fill(desk, hands.liaison, object, { outcomes: ids[0] ?? '', words: '结果有误' }))).toContain(
      '异议已登记',
    );
    const decide = formOf(await press(desk, head, button((await own()).message, 'notice-decide')));
    const objection = decide.fields.flatMap((field) =>
      field.kind === 'one-of' ? (field.options[0]?.value ?? []) : [],
    )[0];
    const decision = { objection: objection ?? '', decision: 'withdraw', words: '复核属实' };
    expect(said(await fill(desk, head, decide, decision))).toContain('撤回公示');
    const keep = formOf(await press(desk, head, button((await own()).message, 'notice-withhold')));
    const kept = { outcomes: ids[1] ?? '', parts: ['finding'], ground: 'privacy', words: '不宜公开' };
    expect(errorsOf(await fill(desk, head, keep, kept)).words).toContain('以公开为常态');
    expect(said(await fill(desk, head, keep, { ...kept, words: '写有店主家庭住址和子女姓名' }))).toContain(
      '不予公开 1 项',
    );
    const end = formOf(await press(desk, hands.liaison, button((await own()).message, 'notice-end')));
    const ended = { outcomes: ids[2] ?? '', why: 'repaired', words: '修复决定书1号' };
    expect(said(await fill(desk, hands.liaison, end, ended))).toContain('停止公示 1 项');
    expect(said(await type(desk, hands.liaison, 'notice', ''))).toContain('已停止公示 2');
    expect(said(await type(desk, hands.drafter, 'notice', '列表'))).toContain('市场监督管理局');
    expect(formOf(await type(desk, hands.liaison, 'notice', '登记')).id).toBe('notice-matter');
  });

  it('S2-58: the credit platform is a destination like any other, with a file and a receipt of its own', async () => {
    const { desk, book, ids } = made;
    const destination = '信用信息共享平台';
    const at = async () => (await atDestinations(desk, book, 'scjg')).find((each) => each.destination === destination);
    const before = await at();
    expect(before?.counts.confirmed).toBe(0);
    const asked = { book, department: '', destination, form: 'json' } as const;
    const { outcomes } = value(await exportNotices(desk, hands.liaison, asked));
    expect(outcomes).toBeGreaterThan(0);
    const accepted = {
      book,
      department: '',
      destination,
      outcomes: [],
      state: 'accepted',
      number: 'XY1',
      words: '',
    } as const;
    expect(value(await acknowledgeNotices(desk, hands.liaison, accepted)).recorded).toEqual({ accepted: outcomes });
    expect((await at())?.counts.confirmed).toBe(outcomes);
    expect(value(await exportNotices(desk, hands.liaison, asked)).outcomes).toBe(0);
    expect(outcomes).toBeLessThanOrEqual(ids.length);
  });

  it('an outcome stands outside in one way: what is recorded of its number is counted at the platform of record, and reminded of no more', async () => {
    const { desk, book } = made;
    const platform = '国家企业信用信息公示平台(福建)';
    const counts = async () =>
      (await atDestinations(desk, book, 'scjg')).find(({ destination }) => destination === platform)?.counts;
    const before = await counts();
    const key = outcomeKeyOf(made.ids[5] ?? '');
    if (key === null) throw new Error('an outcome has a name');
    const about = { matter: 'case', book, visit: key.visit, department: key.department, item: key.item } as const;
    const record = (state: 'differing' | 'confirmed', words: string) =>
      recordOutsideNumber(desk, hands.liaison, { about, number: 'GS77', state, words });
    value(await record('differing', '平台检查日期不同'));
    expect(await counts()).toMatchObject({ confirmed: (before?.confirmed ?? 0) - 1, differing: 1 });
    const open = async () =>
      (await owedNow(desk, false)).owed.filter(
        ({ matter }) => matter.kind === 'notice' && matter.step === 'acknowledge',
      );
    const waiting = (await open()).map(({ matter }) => (matter.kind === 'notice' ? matter.count : 0));
    value(await record('confirmed', ''));
    expect(await counts()).toEqual(before);
    const after = (await open()).map(({ matter }) => (matter.kind === 'notice' ? matter.count : 0));
    expect(waiting.reduce((a, b) => a + b, 0) - after.reduce((a, b) => a + b, 0)).toBe(1);
  });

  it('an objection lies with the head in a post of its own, and each decision is a button there', async () => {
    const { desk, head } = made;
    const outcome = made.ids[4] ?? '';
    const { objection } = value(
      await receiveObjection(desk, hands.liaison, { outcome, receivedOn: '', words: '检查日期有误' }),
    );
    const slot = `objection/${objection}/${head.person}`;
    const before = await post(desk, slot);
    expect(before.place).toBe(`person:${head.person}`);
    expect(before.zh).toContain('检查日期有误');
    for (const { name, number } of await standingNotices(desk.db, { states: ['public'] }))
      expect([before.zh.includes(name), before.zh.includes(number)]).toEqual([false, false]);
    const keep = button(before.message, 'objection-keep');
    expect(said(await press(desk, hands.liaison, keep))).toContain('没有');
    const form = formOf(await press(desk, head, keep));
    expect(errorsOf(await fill(desk, head, form, { words: '' })).words).toBeDefined();
    expect(said(await fill(desk, head, form, { words: '检查日期与记录一致' }))).toContain('已决定');
    expect((await post(desk, slot)).zh).toContain('检查日期与记录一致');
    expect(said(await press(desk, head, keep))).toContain('已');
  });

  it('S0-60 S1-43: a row whose credit is repaired is owed to be ended, and one press ends it', async () => {
    const { desk, book } = made;
    const id = made.ids[3] ?? '';
    const held = async () => (await casesOf(desk, { department: 'scjg' })).find((each) => each.id === id);
    const found = await held();
    const today = desk.now().slice(0, 10);
    value(
      await decidePenalty(desk, hands.liaison, {
        ...{ cases: [id], measure: 'penalty', number: '清市监罚〔2025〕7号', on: today, words: '', degree: null },
        ...{ repairFrom: today, guidance: '请补建台账' },
        subject: found?.subject?.key.split(':')[1] ?? '',
        task: found?.tasks[0] ?? '',
      }),
    );
    const owed = async () =>
      (await owedNow(desk, false)).owed.filter(({ matter }) => matter.kind === 'notice' && matter.step === 'repaired');
    for (const step of ['applied', 'granted', 'carried-out'] as const) {
      expect(await owed()).toEqual([]);
      const repair = { cases: [id], step, number: '修复〔2025〕3号', on: today, online: true, told: [], words: '' };
      value(await recordRepair(desk, hands.liaison, repair));
    }
    expect(await owed()).toMatchObject([{ by: 'department:scjg', matter: { book, count: 1 } }]);
    const { message, zh } = await post(desk, 'findings/scjg');
    expect(zh).toContain('信用修复已办结而仍在公示的检查结果 1 项');
    const end = button(message, 'notice-end-repaired');
    expect(said(await press(desk, hands.otherLiaison, end))).toContain('只能就本单位');
    expect(said(await press(desk, hands.liaison, end))).toContain('停止公示 1 项');
    const [notice] = await standingNotices(desk.db, { keys: [outcomeKeyOf(id)].flatMap((key) => key ?? []) });
    expect(notice).toMatchObject({ state: 'ended', body: { end: { why: 'repaired' } } });
    expect(notice?.body.end?.words).toContain('修复〔2025〕3号');
    expect(await owed()).toEqual([]);
    // Pressed twice, and at the command line.
    expect(said(await press(desk, hands.liaison, end))).toContain('没有需要停止公示');
    expect((await cli(hands.liaison, 'notice', 'end-repaired', book)).out).toContain('没有需要停止公示');
  });

  it('S0-50 S4-70: a penalty decision stands in the export with its task and enterprise, and is collected once it is made public', async () => {
    const { desk, book } = made;
    const asked = { book, department: '', destination: '', form: 'json' } as const;
    const exported = async (): Promise<readonly PenaltyRecord[]> => {
      const { bytes, penalties } = value(await exportNotices(desk, hands.liaison, asked));
      const read: { readonly penalties: readonly PenaltyRecord[] } = JSON.parse(new TextDecoder().decode(bytes));
      expect(read.penalties).toHaveLength(penalties);
      return read.penalties;
    };
    const [penalty, ...others] = await exported();
    expect(others).toEqual([]);
    expect(penalty).toMatchObject({ number: '清市监罚〔2025〕7号', served: false, published: [] });
    expect(penalty?.taskNames.length).toBeGreaterThan(0);
    const key = [outcomeKeyOf(made.ids[3] ?? '')].flatMap((each) => each ?? []);
    const [row] = await standingNotices(desk.db, { keys: key });
    expect(penalty?.subject).toEqual({ name: row?.name, number: row?.number });
    expect(penalty?.taskIds).toContain(row?.body.shown?.taskId);
    const span = { from: '2025-01-01', to: '2025-12-31', department: 'scjg' };
    const collected = async () =>
      (await figuresOf(desk, span)).find(({ figure }) => figure === 'penalties-collected')?.count;
    expect(await collected()).toMatchObject({ n: 0, of: 1 });
    const matter = {
      what: 'penalty',
      number: '清市监罚[2025] 7号',
      title: '行政处罚决定',
      on: '2025-08-29',
      until: '',
      channel: '国家企业信用信息公示平台(福建)',
      where: 'https://g.invalid/7',
    } as const;
    value(await publishMatter(desk, hands.liaison, matter));
    expect((await exported())[0]).toMatchObject({ served: true, published: [matter.channel] });
    expect(await collected()).toMatchObject({ n: 1, of: 1 });
    const xlsx = await openFile(value(await exportNotices(desk, hands.liaison, { ...asked, form: 'xlsx' })).bytes);
    expect(xlsx.ok && xlsx.value.map(({ name }) => name)).toEqual(['结果公告', '单户明细', '行政处罚信息']);
  });

  it('S2-59 S4-74: an exposure rests on a public finding with a final decision, has an end, and is counted by that finding', async () => {
    const { desk } = made;
    const id = made.ids[6] ?? '';
    const today = desk.now().slice(0, 10);
    const expose = (change: { readonly number?: string; readonly until?: string } = {}) =>
      publishMatter(desk, hands.liaison, {
        ...{ what: 'exposure', number: id, title: '未按规定建立进货查验记录', channel: '门户网站曝光台' },
        ...{ where: 'https://g.invalid/exposed/1', on: today, until: '2026-08-28' },
        ...change,
      });
    const unfit = (because: string) => ({ reason: 'exposure-unfit', because });
    expectRefused(await expose({ number: '某案' }), 'notice', unfit('no-outcome'));
    expectRefused(await expose({ number: made.ids[3] ?? '' }), 'notice', unfit('not-public'));
    expectRefused(await expose(), 'notice', unfit('not-final'));
    const found = (await casesOf(desk, { department: 'scjg' })).find((each) => each.id === id);
    const number = '清市监罚〔2025〕8号';
    value(
      await decidePenalty(desk, hands.liaison, {
        ...{ cases: [id], measure: 'penalty', number, on: today, words: '', degree: null },
        ...{ repairFrom: '2026-01-01', guidance: '请补建台账' },
        subject: found?.subject?.key.split(':')[1] ?? '',
        task: found?.tasks[0] ?? '',
      }),
    );
    // The letter is still to be served with it.
    expectRefused(await expose(), 'notice', unfit('not-final'));
    value(await sendRepairLetter(desk, hands.liaison, { cases: [id], number, on: today, receipt: '送达回证8号' }));
    expectRefused(await expose({ until: '' }), 'notice', unfit('no-end'));
    value(await expose());
    const span = { from: '2025-01-01', to: '2025-12-31', department: 'scjg' };
    const exposed = (await figuresOf(desk, span)).find(({ figure }) => figure === 'exposures');
    expect(exposed?.count).toMatchObject({ n: 1, rows: [{ kind: 'case', id }] });
  });

  it('the command line does the same, prints what a person needs, and refuses with words', async () => {
    const { desk, book, head } = made;
    expect((await cli(hands.liaison, 'notice', 'list', book)).out).toContain('公示期限');
    expect(await cli(hands.drafter, 'notice', 'publish', book)).toMatchObject({ exit: 1 });
    expect((await cli(hands.liaison, 'notice', 'publish', book)).out).toContain('此前已公示');
    expect((await cli(hands.liaison, 'notice', 'finish', book)).out).toContain('完成日期');
    const out = join(folder, '导出');
    expect((await cli(hands.liaison, 'notice', 'export', book, '--form', 'csv', '-o', out)).out).toContain('已导出');
    const file = join(out, `检查结果公示_${book}_2025-08-29.csv`);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('报送编号');
    const platform = '国家企业信用信息公示平台(福建)';
    expect((await cli(hands.liaison, 'notice', 'reconcile', book, platform, file)).out).toContain('一致');
    const [row] = await standingNotices(desk.db, { today: '2025-08-29', states: ['public'] });
    const id = row === undefined ? '' : outcomeId(row);
    expect((await cli(hands.liaison, 'notice', 'object', id, '不属实')).out).toContain('等待部门负责人决定');
    expect((await cli(hands.liaison, 'notice', 'objections')).out).toContain('待决定');
    expect(await cli(head, 'notice', 'withhold', 'privacy', '不便公开', id)).toMatchObject({ exit: 1 });
    expect(await cli(head, 'notice', 'withhold', 'whim', '不便公开', id)).toMatchObject({ exit: 2 });
    expect((await cli(hands.liaison, 'notice', 'matters')).out).not.toBe('');
    expect((await cli(hands.liaison, 'ledger', 'verify')).out).toContain('逐行相符');
  });
});
