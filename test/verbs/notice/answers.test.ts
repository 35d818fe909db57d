/** After publication: destinations answer, the public objects, notices end; each with its fact. */
import { beforeAll, describe, expect, it } from 'vitest';
import { acknowledgedWords, destinationWords, reconciledWords } from '../../../bot/say/notices.ts';
import { acknowledgeFile, acknowledgeNotices } from '../../../bot/verbs/notice/acknowledge.ts';
import { alteredNotice } from '../../../bot/verbs/notice/bound.ts';
import { decideObjection } from '../../../bot/verbs/notice/decide-objection.ts';
import { endNotices } from '../../../bot/verbs/notice/end.ts';
import { atDestinations, type ExportForm, exportNotices } from '../../../bot/verbs/notice/export.ts';
import { mattersMissing } from '../../../bot/verbs/notice/matters-missing.ts';
import { mattersPublished } from '../../../bot/verbs/notice/matters-published.ts';
import { objections } from '../../../bot/verbs/notice/objections.ts';
import { publicationsOf } from '../../../bot/verbs/notice/publications.ts';
import { publishOutcomes } from '../../../bot/verbs/notice/publish.ts';
import { publishMatter } from '../../../bot/verbs/notice/publish-matter.ts';
import { receiveObjection } from '../../../bot/verbs/notice/receive-objection.ts';
import { reconcileRecords } from '../../../bot/verbs/notice/reconcile.ts';
import { liftWithholding, withholdOutcomes } from '../../../bot/verbs/notice/withhold.ts';
import { owedNow } from '../../../bot/verbs/remind/owed-now.ts';
import type { GsxtRecord } from '../../../core/notice/gsxt.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import { readCsv, writeCsv } from '../../../core/sheet/csv.ts';
import { textOf } from '../../../core/sheet/grid.ts';
import { openFile } from '../../../core/sheet/open.ts';
import { standingNotices } from '../../../db/notices.ts';
import { facts, value } from '../../desk.ts';
import { expectRefused, hands } from '../../drawn-desk.ts';
import { type ReviewedDesk, reviewableDesk } from './reviewed-desk.ts';

const platform = '国家企业信用信息公示平台(福建)';
const today = '2025-08-29';

/** One desk for the whole road, in its order: everything of the regulator is public. */
describe('公示之后: what destinations answer and what becomes of a notice', () => {
  let made: ReviewedDesk;
  const publish = () =>
    publishOutcomes(made.desk, hands.liaison, {
      book: made.book,
      department: '',
      tasks: [],
      day: '',
      destinations: [],
    });
  const about = () => ({ book: made.book, department: '', destination: platform });
  const exported = async (form: ExportForm) =>
    value(await exportNotices(made.desk, hands.liaison, { book: made.book, department: '', destination: '', form }))
      .bytes;
  const count = async () => (await facts(made.desk)).length;
  const publicNow = () => standingNotices(made.desk.db, { today, states: ['public'] });
  const id = (n: number): string => made.ids[n] ?? '';

  beforeAll(async () => {
    made = await reviewableDesk();
    await made.enterAll('batch-1');
    await made.reviewAll();
  });

  it('before anything is public nothing is exported, acknowledged, objected to or ended', async () => {
    const { desk, book } = made;
    const asked = { book, department: '', destination: '', form: 'json' } as const;
    expectRefused(await exportNotices(desk, hands.liaison, asked), 'notice', { reason: 'none-public' });
    const all = { ...about(), outcomes: [], state: 'accepted', number: '', words: '' } as const;
    expectRefused(await acknowledgeNotices(desk, hands.liaison, all), 'notice', { reason: 'none-public' });
    const objection = { outcome: id(0), receivedOn: '', words: '不属实' };
    expectRefused(await receiveObjection(desk, hands.liaison, objection), 'notice', { reason: 'life' });
    const ending = { outcomes: [id(0)], why: 'expired', words: '期满', day: '' } as const;
    expectRefused(await endNotices(desk, hands.liaison, ending), 'notice', { reason: 'life' });
    expectRefused(await endNotices(desk, hands.liaison, { ...ending, outcomes: ['9/9'] }), 'notice', {
      reason: 'no-outcome',
    });
  });

  it('S2-50 S2-53: the head keeps one back before publication, on a ground that names what is protected, and it is counted apart', async () => {
    const { desk, head } = made;
    const input = {
      outcomes: [id(0)],
      parts: ['whole'],
      ground: 'trade-secret',
      words: '不宜公开',
      until: '2025-12-31',
    } as const;
    expectRefused(await withholdOutcomes(desk, hands.liaison, input), 'rights', { reason: 'no-role' });
    expectRefused(await withholdOutcomes(desk, hands.otherHead, input), 'rights', { reason: 'not-own' });
    expectRefused(await withholdOutcomes(desk, head, input), 'notice', { reason: 'ground' });
    const good = { ...input, words: '检查记录写明该企业未公开的配方比例' };
    expectRefused(await withholdOutcomes(desk, head, { ...good, until: '2025-01-01' }), 'notice', {
      reason: 'until-past',
    });
    expect(value(await withholdOutcomes(desk, head, good))).toEqual({ count: 1, until: '2025-12-31' });
    const before = await count();
    expect(value(await withholdOutcomes(desk, head, good)).count).toBe(0);
    expect(await count()).toBe(before);
    const done = value(await publish());
    expect(done).toMatchObject({ published: made.ids.length - 1, left: [{ why: 'withheld', count: 1 }] });
    const [row] = (await publicationsOf(desk, { book: made.book })).flatMap(({ rows }) =>
      rows.filter(({ counted }) => counted === 'withheld'),
    );
    expect(row?.notice?.body.withheld[0]).toMatchObject({ by: head.person, ground: 'trade-secret' });
    expect(row?.notice?.name).toBe('');
  });

  it('S0-49 S2-30 S4-51: a receipt is read back from our own export as CSV, .xlsx and JSON; rows that do not fit are named, good ones kept', async () => {
    const { desk } = made;
    const csv = readCsv(await exported('csv'));
    if (!csv.ok) throw new Error('no csv');
    const table = csv.value.rows.map((row) => row.map(textOf));
    const [headers = [], ...rows] = table;
    const [state, outside] = [headers.indexOf('接收结果'), headers.indexOf('平台编号')];
    const said = rows.map((row, i) =>
      row.map((cell, at) =>
        at === state
          ? i === 0
            ? '退回'
            : i === 1
              ? '不知道'
              : '成功'
          : at === outside
            ? `GS${i}`
            : i === 2 && at === 0
              ? '9/9/scjg/X'
              : cell,
      ),
    );
    const bytes = new TextEncoder().encode(writeCsv([headers, ...said]));
    const done = value(await acknowledgeFile(desk, hands.liaison, { ...about(), given: { bytes, file: '回执.csv' } }));
    expect(done.recorded).toEqual({ refused: 1, accepted: rows.length - 3 });
    expect(done.unread.map(({ kind, row }) => [kind, row])).toEqual([
      ['faulty', 3],
      ['unknown', 4],
    ]);
    expect(acknowledgedWords(done)[1]?.zh).toContain('接收结果');
    const before = await count();
    expect(
      value(await acknowledgeFile(desk, hands.liaison, { ...about(), given: { bytes, file: '回执.csv' } })).recorded,
    ).toEqual({});
    expect(await count()).toBe(before);
    const [at] = await atDestinations(desk, made.book, 'scjg');
    expect(at?.counts).toEqual({ unregistered: 2, sent: 0, confirmed: rows.length - 3, differing: 1 });
    if (at !== undefined) expect(destinationWords(at).zh).toContain('已确认');
    // What is left is acknowledged in one act; the office may do it for any department.
    const rest = { ...about(), department: 'scjg', outcomes: [], state: 'accepted', number: '', words: '' } as const;
    expect(value(await acknowledgeNotices(desk, hands.drafter, rest)).recorded).toEqual({ accepted: 3 });
    const wrong = { ...rest, destination: '某网站' };
    expectRefused(await acknowledgeNotices(desk, hands.drafter, wrong), 'notice', { reason: 'not-a-destination' });
    const book = await openFile(await exported('xlsx'));
    expect(book.ok && book.value.map(({ name }) => name)).toEqual(['结果公告', '单户明细']);
    const list: { list: readonly GsxtRecord[] } = JSON.parse(new TextDecoder().decode(await exported('json')));
    expect(list.list.flatMap(({ details }) => details).length).toBe(rows.length);
    const press = new TextDecoder().decode(await exported('txt'));
    for (const { name } of await publicNow()) expect(press.includes(name)).toBe(false);
  });

  it('a file that is no file, no JSON or no such table is refused with words, and nothing is written', async () => {
    const { desk } = made;
    const before = await count();
    const give = (text: string) =>
      acknowledgeFile(desk, hands.liaison, {
        ...about(),
        given: { bytes: new TextEncoder().encode(text), file: '回执' },
      });
    expectRefused(await give('{"list": ['), 'notice', { reason: 'file', why: { kind: 'not-json' } });
    expectRefused(await give('{"a": 1}'), 'notice', { reason: 'file', why: { kind: 'no-list' } });
    expectRefused(await give('甲,乙\n1,2\n'), 'notice', { reason: 'no-table' });
    expectRefused(await give(''), 'notice', { reason: 'file' });
    expect(await count()).toBe(before);
  });

  it('S1-32 S4-54: what the platform has is held against ours: same, differing, missing and none of ours', async () => {
    const { desk } = made;
    const list: { list: readonly GsxtRecord[] } = JSON.parse(new TextDecoder().decode(await exported('json')));
    const [first, second, ...others] = list.list;
    if (first === undefined || second === undefined) throw new Error('too few');
    const wrong = { ...first, details: first.details.map((each) => ({ ...each, raninsCheckResName: '注销' })) };
    const alien = { ...second, details: [{ ...second.details[0], id: '8/8/scjg/X' }] };
    const given = {
      bytes: new TextEncoder().encode(JSON.stringify({ list: [wrong, alien, ...others] })),
      file: '平台.json',
    };
    const done = value(await reconcileRecords(desk, hands.liaison, { ...about(), given }));
    expect([done.differing.length, done.missing.length, done.unread]).toEqual([
      first.details.length,
      second.details.length,
      [{ kind: 'unknown', row: first.details.length + 2 }],
    ]);
    expect(reconciledWords(done)[0]?.zh).toContain('不一致');
    const [at] = await atDestinations(desk, made.book, 'scjg');
    expect(at?.counts).toMatchObject({ differing: first.details.length, unregistered: second.details.length });
  });

  it('an objection is decided by the head; withdrawn, it ends at once; its versions stay', async () => {
    const { desk, head } = made;
    const [one, two] = [(await publicNow())[0], (await publicNow())[1]];
    if (one === undefined || two === undefined) throw new Error('too few');
    const input = { outcome: outcomeId(one), receivedOn: '', words: '整改已完成，结果有误' };
    const { objection } = value(await receiveObjection(desk, hands.liaison, input));
    expect(value(await receiveObjection(desk, hands.liaison, input))).toEqual({ objection });
    const decide = { objection, decision: 'withdraw', words: '复核属实' } as const;
    expectRefused(await decideObjection(desk, hands.liaison, decide), 'rights', { reason: 'no-role' });
    expectRefused(await decideObjection(desk, head, { ...decide, words: ' ' }), 'notice', { reason: 'no-words' });
    expect(value(await decideObjection(desk, head, decide)).decision).toBe('withdraw');
    expect(value(await decideObjection(desk, head, decide)).decision).toBe('withdraw');
    expectRefused(await decideObjection(desk, head, { ...decide, decision: 'keep' }), 'notice', {
      reason: 'objection-decided',
    });
    expect((await publicNow()).some((each) => outcomeId(each) === outcomeId(one))).toBe(false);
    expect((await objections(desk.db))[0]?.decided?.by).toBe(`person:${head.person}`);
    // The public fact of the end says nothing of whom or why in words.
    const [ended] = (await facts(desk)).filter(({ kind }) => kind === 'notice-ended');
    expect(JSON.stringify(ended?.body)).not.toContain('复核属实');
  });

  it('S2-59: a public row ends by repair on its day, and the ledger keeps every version', async () => {
    const { desk } = made;
    const [row] = await publicNow();
    if (row === undefined) throw new Error('none');
    const input = {
      outcomes: [outcomeId(row)],
      why: 'repaired',
      words: '信用修复决定书〔2025〕3号',
      day: '2025-09-10',
    } as const;
    expectRefused(await endNotices(desk, hands.otherLiaison, input), 'rights', { reason: 'not-own' });
    expect(value(await endNotices(desk, hands.liaison, input))).toEqual({ count: 1, day: '2025-09-10' });
    expect(value(await endNotices(desk, hands.liaison, input)).count).toBe(0);
    const on = async (day: string) => (await standingNotices(desk.db, { today: day, keys: [row] }))[0]?.state;
    expect([await on('2025-09-09'), await on('2025-09-10')]).toEqual(['public', 'ended']);
  });

  it('a decision is lifted before its day, and what it kept back is published then', async () => {
    const { desk, head } = made;
    expect(
      value(await liftWithholding(desk, head, { outcomes: [id(0)], parts: [], words: '企业已自行公开' })).count,
    ).toBe(1);
    expect(value(await publish()).published).toBe(1);
    expect((await publicNow()).some((each) => outcomeId(each) === id(0))).toBe(true);
  });

  it('S2-51 S2-52 S3-75: what else is made public names channel, place and day; a channel that the document does not name is refused', async () => {
    const { desk } = made;
    const input = {
      what: 'penalty',
      number: '清市监罚〔2025〕1号',
      title: '行政处罚决定',
      channel: platform,
      where: 'https://g.invalid/1',
      on: '2025-08-20',
      until: '',
    } as const;
    expectRefused(await publishMatter(desk, hands.liaison, { ...input, channel: '朋友圈' }), 'notice', {
      reason: 'not-a-channel',
    });
    expectRefused(await publishMatter(desk, hands.liaison, { ...input, where: '' }), 'notice', {
      reason: 'no-address',
    });
    expectRefused(await publishMatter(desk, hands.liaison, { ...input, on: '2026-01-01' }), 'notice', {
      reason: 'in-future',
    });
    expect(value(await publishMatter(desk, hands.liaison, input))).toMatchObject({ served: true, shown: true });
    const before = await count();
    value(await publishMatter(desk, hands.liaison, input));
    expect(await count()).toBe(before);
    // What the document asks for and nobody has published is the office's, with a button for its form.
    const missing = (await owedNow(desk, false)).owed.filter(({ matter }) => matter.kind === 'matter-publication');
    expect(missing.map(({ matter }) => matter)).toEqual(
      (await mattersMissing(desk.db, today)).map(({ what, number }) => ({ kind: 'matter-publication', what, number })),
    );
    const telephone = {
      ...input,
      what: 'complaint-telephone',
      number: '',
      title: '投诉举报电话',
      channel: '门户网站',
      until: '2025-08-28',
    } as const;
    expect(value(await publishMatter(desk, hands.liaison, telephone))).toMatchObject({ shown: false });
    expect((await mattersPublished(desk.db, '2025-08-25')).map(({ shown }) => shown)).toEqual([true, true]);
  });

  it('台账核对: a notice, a receipt or a file that is altered in the database is found, with the row of the ledger', async () => {
    const { desk } = made;
    expect(await alteredNotice(desk.db)).toBeNull();
    const [published] = (await facts(desk)).flatMap(({ kind }, i) => (kind === 'outcomes-published' ? [i + 1] : []));
    const tamper = async (sql: string, drop: string) => {
      await desk.db.write([{ sql: `drop trigger ${drop}`, args: [] }]);
      await desk.db.write([{ sql, args: [] }]);
      return alteredNotice(desk.db);
    };
    const row = `source = '${made.book}' and seq = ${published}`;
    expect(await tamper(`update notice set name = '另一企业' where ${row}`, 'notice_keep_update')).toEqual({
      seq: published,
      what: 'notice',
    });
    expect(
      await tamper(`delete from dossier where matter = 'task' and seq = ${published}`, 'dossier_keep_delete'),
    ).toEqual({
      seq: published,
      what: 'dossier',
    });
  });
});
