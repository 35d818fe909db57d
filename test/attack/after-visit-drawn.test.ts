/** On a desk with a finished draw: approvals that come after the door, acts on hundreds of visits, answers for what went elsewhere, ends and objections. */
import { createClient } from '@libsql/client';
import { beforeAll, expect, it } from 'vitest';
import { figuresOf } from '../../bot/verbs/bulletin/figures.ts';
import { issueBulletin } from '../../bot/verbs/bulletin/issue-bulletin.ts';
import { acknowledgeFile, acknowledgeNotices } from '../../bot/verbs/notice/acknowledge.ts';
import { alteredNotice } from '../../bot/verbs/notice/bound.ts';
import { decideObjection } from '../../bot/verbs/notice/decide-objection.ts';
import { endNotices } from '../../bot/verbs/notice/end.ts';
import { publishOutcomes } from '../../bot/verbs/notice/publish.ts';
import { receiveObjection } from '../../bot/verbs/notice/receive-objection.ts';
import { askApproval } from '../../bot/verbs/visit/ask-approval.ts';
import { decideApproval } from '../../bot/verbs/visit/decide-approval.ts';
import { giveNotice } from '../../bot/verbs/visit/give-notice.ts';
import { type HeldInput, holdVisit } from '../../bot/verbs/visit/hold-visit.ts';
import { partOf } from '../../bot/verbs/visit/part.ts';
import { rulesOn } from '../../bot/verbs/visit/rules.ts';
import { visitStates } from '../../bot/verbs/visit/visit-states.ts';
import { checkNumbers, type NumberKey } from '../../core/bulletin/number.ts';
import { outcomeId, outcomeKeyOf } from '../../core/outcome/key.ts';
import { bodyState } from '../../core/visit/state.ts';
import { dossierOf, dossiersUnder } from '../../db/dossier.ts';
import { standingNotices } from '../../db/notices.ts';
import { facts, refusal, value } from '../desk.ts';
import { expectRefused, hands } from '../drawn-desk.ts';
import { type ReviewedDesk, reviewableDesk } from '../verbs/notice/reviewed-desk.ts';

const { liaison } = hands;
let made: ReviewedDesk;
/** A visit to which two officers go and that begins at no desk. */
let visit: number;

beforeAll(async () => {
  made = await reviewableDesk();
  const { desk, book } = made;
  const all = { book, department: 'scjg', visits: 'all' } as const;
  const { visits } = value(await partOf(desk, liaison, 'hold-visit', all));
  const { ruleOf } = await rulesOn(desk.db, visits, '2025-07-10');
  const found = visits.find((each) => each.own.sent.length >= 2 && ruleOf(each).desk === null);
  if (found === undefined) throw new Error('nobody is sent anywhere');
  visit = found.visit.visit;
});

const one = () => ({ book: made.book, department: 'scjg', visits: [visit] });
const door = (changes: Partial<HeldInput> = {}): HeldInput => ({
  ...one(),
  ...{ on: '2025-07-10', hour: '', coming: 'inspected', officers: [], shown: true, witness: '' },
  ...{ copied: [], asked: [], used: [], urgent: '', words: '' },
  ...changes,
});
const count = async (): Promise<number> => (await facts(made.desk)).length;
const said = async () => {
  const state = value(await visitStates(made.desk, made.book)).states.get(visit);
  if (state === undefined) throw new Error('no such visit');
  return bodyState(state, 'scjg');
};

it('a visit of July is not approved by a decision of the end of August: it says why nobody waited', async () => {
  const { desk } = made;
  const asking = { ...one(), reason: '年度计划', from: '2025-07-08', to: '2025-07-31', urgent: '' };
  const asked = value(await askApproval(desk, liaison, asking));
  value(await decideApproval(desk, hands.head, { request: asked.seq ?? 0, visits: 'all', approved: true, words: '' }));
  const { why } = refusal(await holdVisit(desk, liaison, door()));
  expect(why).toMatchObject({ visits: [{ faults: [{ kind: 'not-approved', stands: 'later' }] }] });
  value(await holdVisit(desk, liaison, door({ urgent: '举报线索紧急' })));
});

it('a record that says more than before is no second press', async () => {
  const { desk } = made;
  const told = door({ urgent: '举报线索紧急', copied: ['进货票据 3 份'] });
  value(await holdVisit(desk, liaison, told));
  const before = await count();
  value(await holdVisit(desk, liaison, told));
  expect(await count()).toBe(before);
  expect((await said()).held?.copied).toEqual(['进货票据 3 份']);
  const today = desk.now().slice(0, 10);
  const notice = { ...one(), on: today, hour: '', means: 'post', servedOn: today, words: '检查后补登' } as const;
  value(await giveNotice(desk, liaison, { ...notice, materials: ['营业执照'] }));
  // On the same day too, what was not asked for at first is refused and not passed over.
  const { why } = refusal(await giveNotice(desk, liaison, { ...notice, materials: ['营业执照', '全部账簿'] }));
  expect(why).toMatchObject({ visits: [{ faults: [{ kind: 'materials-added' }] }] });
});

it('one act on all visits lies in the dossier of each and is read once', async () => {
  const { desk, book } = made;
  const { done } = value(
    await askApproval(desk, liaison, {
      ...{ book, department: 'scjg', visits: 'all', reason: '年度计划', urgent: '补办' },
      ...{ from: '2025-07-08', to: '2025-08-29' },
    }),
  );
  expect(done.length).toBeGreaterThan(2);
  const held = await dossiersUnder(desk.db, 'visit', `${book}/`);
  const entries = [...held.values()].flatMap((each) => each.filter(({ kind }) => kind === 'visits-approval-asked'));
  const last = entries.filter(({ seq }) => seq === Math.max(...entries.map((each) => each.seq)));
  expect(last).toHaveLength(done.length);
  // The same value and not as many copies of it: the body names every visit, and a year has hundreds.
  expect(new Set(last.map(({ body }) => body)).size).toBe(1);
  for (const [id, own] of held) {
    expect(own.map(({ seq }) => seq)).toEqual([...own].map(({ seq }) => seq).sort((a, b) => a - b));
    expect((await dossierOf(desk.db, { matter: 'visit', id })).map(({ seq }) => seq)).toEqual(
      own.map(({ seq }) => seq),
    );
    break;
  }
});

const publish = (destinations: readonly string[] = [], tasks: readonly string[] = []) =>
  publishOutcomes(made.desk, liaison, { book: made.book, department: '', tasks, day: '', destinations });
const noticeAt = async (id: string) => {
  const key = outcomeKeyOf(id);
  const [notice] = key === null ? [] : await standingNotices(made.desk.db, { keys: [key] });
  if (notice === undefined) throw new Error(`no notice ${id}`);
  return notice;
};

it('what went to no board is not answered for by one, and a place added to nothing is not named', async () => {
  const { desk, book, tasks, enterAll, reviewAll } = made;
  await enterAll('first');
  await reviewAll();
  const own = tasks.filter(({ rows }) => rows.some(({ department }) => department === 'scjg'));
  const boarded = value(await publish(['公开栏'], [own[0]?.task.no ?? ''])).published;
  value(await publish());
  const elsewhere = (await standingNotices(desk.db, { department: 'scjg' })).find(
    ({ body }) => !body.destinations.includes('公开栏'),
  );
  if (elsewhere === undefined) throw new Error('one task has all visits');
  const answer = { book, department: '', destination: '公开栏', state: 'accepted', number: '', words: '' } as const;
  const one = await acknowledgeNotices(desk, liaison, { ...answer, outcomes: [outcomeId(elsewhere)] });
  expectRefused(one, 'notice', { reason: 'no-outcome' });
  const all = value(await acknowledgeNotices(desk, liaison, { ...answer, outcomes: [] }));
  expect(all.recorded).toEqual({ accepted: boarded });
  expect(value(await publish(['县报'])).destinations).not.toContain('县报');
});

it('a file that answers with half a character, twice, or for others leaves the good rows and never fails', async () => {
  const { desk, book, ids } = made;
  const [a = '', b = ''] = ids;
  const destination = (await noticeAt(b)).body.destinations[0] ?? '';
  const list = `[{"报送编号":"${b}","接收结果":"被退回","退回原因":"缺\\ud800字","平台编号":"=cmd|' /C calc'!A0"},
    {"报送编号":"${a}","接收结果":"已接收"},{"报送编号":"${a}","接收结果":"被退回"},
    {"报送编号":"${b.replace('/scjg/', '/wj/')}","接收结果":"已接收"},{"报送编号":{"a":1},"接收结果":"已接收"}]`;
  const given = (text: string) => ({ file: '回执.json', bytes: new TextEncoder().encode(text) });
  const read = { book, department: '', destination };
  const { recorded, unread } = value(await acknowledgeFile(desk, liaison, { ...read, given: given(list) }));
  expect(recorded).toEqual({ refused: 1, accepted: 1 });
  expect(unread.map(({ kind }) => kind).sort()).toEqual(['faulty', 'unknown', 'unknown']);
  for (const text of ['['.repeat(100_000), '{', '[1,2,3]'])
    expect(refusal(await acknowledgeFile(desk, liaison, { ...read, given: given(text) })).stage).toBe('notice');
});

it('a year is not summed up for good while it runs; no more is published than there is; a long span takes every year in', async () => {
  const { desk } = made;
  expectRefused(await issueBulletin(desk, hands.drafter, { period: '2025 全年' }), 'bulletin', { reason: 'not-over' });
  const span = { from: '2025-01-01', to: '2025-06-30' };
  const stated = new Map<NumberKey, number>([
    ['honour-produced', 10],
    ['honour-published', 50],
  ]);
  expect(checkNumbers(span, stated, [], '2025-08-29')).toMatchObject({
    error: [{ kind: 'more-than', key: 'honour-published', than: 'honour-produced', most: 10 }],
  });
  const wide = await figuresOf(desk, { from: '2020-01-01', to: '2030-12-31' });
  const own = await figuresOf(desk, { from: '2025-01-01', to: '2025-12-31' });
  const planned = (all: typeof own) => all.find(({ figure }) => figure === 'items-planned')?.count;
  expect(planned(wide)).toEqual(planned(own));
  for (const { count: counted } of [...wide, ...own])
    if (counted !== 'no-data' && counted.of !== null) expect(counted.n).toBeLessThanOrEqual(counted.of);
});

it('a correction is not withdrawn by the objection to what it corrected', async () => {
  const { desk, ids, head, enterAll, reviewAll } = made;
  const id = ids[3] ?? '';
  const { objection } = value(
    await receiveObjection(desk, liaison, { outcome: id, receivedOn: '', words: '结果有误' }),
  );
  await enterAll('corrected', (each) => (each === id ? { remark: '经核实更正' } : {}));
  await reviewAll();
  value(await publish());
  const decide = (decision: 'withdraw' | 'correct') =>
    decideObjection(desk, head, { objection, decision, words: '已更正' });
  expectRefused(await decide('withdraw'), 'notice', { reason: 'corrected-since', objection });
  expect((await noticeAt(id)).state).toBe('public');
  value(await decide('correct'));
});

it('an end set for a wrong year can be set right while it has not come, and not after', async () => {
  const { desk, ids } = made;
  const id = ids[4] ?? '';
  const end = (day: string) => endNotices(desk, liaison, { outcomes: [id], why: 'repaired', words: '修复决定', day });
  const today = desk.now().slice(0, 10);
  value(await end('9999-12-31'));
  value(await end(today));
  expect(await noticeAt(id)).toMatchObject({ state: 'ended', day: today });
  expectRefused(await end('2030-01-01'), 'notice', { reason: 'life' });
  // Ended for good: the same finding is not published again.
  expect(value(await publish()).left).toContainEqual({ why: 'ended', count: 1 });
  expect(outcomeId(await noticeAt(id))).toBe(id);
});

it('台账核对 finds what is filed ahead of the ledger, to be read with a fact that is still to come', async () => {
  const { desk } = made;
  expect(await alteredNotice(desk.db)).toBeNull();
  const ahead = (await count()) + 40;
  const sql = `insert into dossier (matter, id, seq) values ('visit', '${made.book}/${visit}', ${ahead})`;
  // The product's own connections refuse it; whoever opens the file with another program is asked for no such thing.
  const file = createClient({ url: desk.database });
  await file.execute('pragma foreign_keys = off');
  await file.execute(sql);
  file.close();
  expect(await alteredNotice(desk.db)).toEqual({ seq: ahead, what: 'dossier' });
});
