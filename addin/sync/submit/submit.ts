/** Sends what the preview showed: read anew, check, into the outbox, to the desk, the answers back into the worksheet. */
import type { Submission } from '../../../core/api/shapes.ts';
import type { HeldRow, RowChange } from '../../../core/sheet/row.ts';
import { type Examined, examine, typedOf } from '../check/examine.ts';
import type { ScannedRow } from '../check/scan.ts';
import type { Done, OnStep, Preview, Sent } from '../filling.ts';
import type { Batch, Typed } from '../kept/outbox-log.ts';
import { done, refused } from '../trouble.ts';
import { leftForNext, nothingToSend, notWithdrawable, reasonMissing, reasonTooLong } from '../words.ts';
import { type Bench, benchOf, type Work } from '../work.ts';
import { mayWrite } from './may-write.ts';
import { portions, put } from './outbox.ts';
import { send, settleOutbox } from './send.ts';
import { noteSent } from './sent-here.ts';
import { noTally, withNote } from './tally.ts';

export interface Choice {
  readonly reason: string;
  /** Ids of missing rows. */
  readonly withdraw: readonly string[];
}

/** As much as the desk takes. */
export const reasonMost = 4000;

export async function submit(work: Work, preview: Preview, choice: Choice, step: OnStep): Promise<Done<Sent>> {
  const found = await benchOf(work, preview.sheet.worksheet);
  if (!found.ok) return found;
  const bench = found.value;
  const line = await mayWrite(work, bench);
  if (!line.ok) return line;
  const { reason, withdrawable } = line.value ?? bench.kept.line ?? { reason: false, withdrawable: true };
  if (reason && choice.reason.trim() === '') return refused(reasonMissing);
  if (choice.reason.length > reasonMost) return refused(reasonTooLong(choice.reason.length, reasonMost));
  if (choice.withdraw.length > 0 && !withdrawable) return refused(notWithdrawable);
  // A row that was sent without an answer must not be sent under another name.
  const earlier = await settleOutbox(work, step);
  if (earlier !== null && !earlier.ok) return earlier;
  const examined = await examine(work, bench, step, { name: true });
  if (!examined.ok) return examined;
  const { rows, left } = asPreviewed(preview, examined.value.scan.rows);
  const withdrawn = examined.value.scan.missing.filter(({ id }) => choice.withdraw.includes(id));
  const behind = examined.value.scan.rows.filter(({ what }) => what === 'cannot-be-sent').length;
  if (rows.length === 0 && withdrawn.length === 0) {
    if (earlier !== null) return done({ ...earlier.value, behind, note: leftForNext(earlier.value.note, left) });
    return done(withNote(noTally, leftForNext(nothingToSend(left === 0 ? behind : 0), left), behind));
  }
  const sent = await sendRows(work, bench, examined.value, { rows, withdrawn, reason: choice.reason }, step);
  return sent.ok ? done({ ...sent.value, behind, note: leftForNext(sent.value.note, left) }) : sent;
}

/** Rows that stand as the preview showed them, and how many that could be sent do not. */
function asPreviewed(preview: Preview, rows: readonly ScannedRow[]) {
  const shown = new Map(
    preview.rows.map(({ id, changes }) => [id, shape(changes.map(({ field, was, now }) => [field, was, now]))]),
  );
  const ready = rows.filter(({ what }) => what === 'new' || what === 'changed');
  const same = ready.filter(
    ({ id, changes }) =>
      shown.get(id) === shape(Object.entries(changes).map(([field, { was, now }]) => [field, was, now])),
  );
  return { rows: same, left: ready.length - same.length };
}
const shape = (changes: readonly (readonly string[])[]): string => JSON.stringify(changes.toSorted(byField));
const byField = ([one = '']: readonly string[], [other = '']: readonly string[]): number =>
  one < other ? -1 : one > other ? 1 : 0;

export async function sendRows(
  work: Work,
  bench: Bench,
  { table, scan }: Pick<Examined, 'table' | 'scan'>,
  what: { readonly rows: readonly ScannedRow[]; readonly withdrawn: readonly HeldRow[]; readonly reason: string },
  step: OnStep,
): Promise<Done<Sent>> {
  const changes = [...what.rows.map(changeOf), ...what.withdrawn.map(withdrawal)];
  const places = new Map(what.rows.map(({ id, row }) => [id, row]));
  const batches = portions(changes).map((rows): Batch => {
    const typed: Record<string, Typed[string]> = {};
    for (const { id, set } of rows) {
      const row = places.get(id);
      const texts = row === undefined ? {} : typedOf(table, row, set);
      if (Object.keys(texts).length > 0) typed[id] = texts;
    }
    return { worksheet: bench.kept.worksheet, request: requestOf(work, bench, rows, what.reason), typed };
  });
  await noteSent(work.store, batches);
  for (const batch of batches) await put(work, [batch]);
  const marked = new Map(
    scan.rows
      .filter(({ remarks }) => remarks.length > 0)
      .map(({ id, remarks }) => [id, remarks.flatMap(({ header }) => fieldUnder(bench, header))]),
  );
  return send(work, batches, step, marked);
}

const fieldUnder = ({ sheet }: Bench, header: string): readonly string[] =>
  sheet.fields.flatMap((field) => (field.header === header ? [field.name] : []));

const changeOf = ({ id, base, changes }: ScannedRow): RowChange => ({
  id,
  base: base?.version ?? null,
  set: changes,
  withdrawn: false,
});

const withdrawal = ({ id, version, cells }: HeldRow): RowChange => ({
  id,
  base: version,
  set: Object.fromEntries(Object.entries(cells).map(([field, was]) => [field, { was, now: '' }])),
  withdrawn: true,
});

const requestOf = (
  { makeId }: Work,
  { binding: { office, department }, kept: { ref, year } }: Bench,
  rows: readonly RowChange[],
  reason: string,
): Submission => ({
  ...ref,
  batch: makeId(),
  workbook: { office, department, year },
  rows: rows.map((row) => ({ ...row, set: { ...row.set } })),
  reason,
});
