/** A row that its reviewer sent back, in the workbook. */
import { expect, it } from 'vitest';
import type { Actor } from '../../../bot/actor.ts';
import { reviewOutcomes } from '../../../bot/verbs/outcome/review.ts';
import { enrol } from '../../../bot/verbs/people/enrol.ts';
import { rowsOf } from '../../../bot/verbs/sheet/rows.ts';
import type { HeldRow } from '../../../core/sheet/row.ts';
import { facts, value } from '../../desk.ts';
import { hands } from '../../drawn-desk.ts';
import { send } from '../sheet/send.ts';
import { changed, cleanOf, handedDesk, manned } from './entered-desk.ts';

it('S1-40 a row that was returned says so in the workbook with its words; right as it is, it is sent to review anew', async () => {
  const { desk, ref, rows } = await handedDesk();
  const reviewer: Actor = { ...hands.liaison, person: 'rr1', roles: ['outcome-reviewer'], inspector: '' };
  value(await enrol(desk, hands.drafter, reviewer));
  const [first, second] = manned(rows);
  if (first === undefined || second === undefined) throw new Error('two rows are manned');
  const now = async (id: string): Promise<HeldRow> => {
    const held = value(await rowsOf(desk, hands.liaison, ref, '')).rows.find((row) => row.id === id);
    if (held === undefined) throw new Error(id);
    return held;
  };
  expect((await now(first.id)).cells.review ?? '').toBe('');
  value(await send(desk, hands.liaison, ref, [changed(first, cleanOf(first)), changed(second, cleanOf(second))]));
  const entered = await now(first.id);
  expect(entered.cells.review).toBe('待审核');
  const review = async (id: string, passed: boolean, words: string) => {
    const [, visit = '', , ...item] = id.split('/');
    const of = [{ visit: Number(visit), item: item.join('/'), outcome: null }];
    const what = { book: ref.book, department: 'scjg', rows: { kind: 'rows' as const, rows: of }, passed, words };
    value(await reviewOutcomes(desk, reviewer, what));
  };
  await review(first.id, false, '请核对检查日期\n并说明');
  await review(second.id, true, '');
  const [returned, passed] = [await now(first.id), await now(second.id)];
  expect(returned.cells.review).toBe('退回：请核对检查日期 并说明');
  expect(passed.cells.review).toBe('已通过');
  // Another content is another version, so that the workbook takes it over.
  expect(returned.version).not.toBe(entered.version);
  const typed = { ...changed(returned, { review: '已通过' }) };
  const wrong = value(await send(desk, hands.liaison, ref, [typed], { batch: 'batch-review' }));
  expect(wrong.answers[0]).toMatchObject({ outcome: 'refused', remarks: [{ field: 'review' }] });
  const early = value(
    await send(desk, hands.liaison, ref, [changed(passed, { again: '是' })], { batch: 'batch-early' }),
  );
  expect(early.answers[0]).toMatchObject({ outcome: 'refused', remarks: [{ field: 'again' }] });
  const count = async () => (await facts(desk)).filter(({ kind }) => kind === 'outcome-entered').length;
  const before = await count();
  const again = [changed(returned, { again: '是' })];
  const sent = value(await send(desk, hands.liaison, ref, again, { batch: 'batch-again' }));
  expect(sent.answers[0]).toMatchObject({ outcome: 'updated', row: { cells: { review: '待审核' } } });
  expect(sent.answers[0]?.row?.cells.again ?? '').toBe('');
  expect(await count()).toBe(before + 1);
  // The same submission once more, and nothing more is written.
  value(await send(desk, hands.liaison, ref, again, { batch: 'batch-again' }));
  expect(await count()).toBe(before + 1);
});
