/**
 * Sends what lies in the outbox and applies the answers. Answers are applied in groups that grow twofold, so that the first rows show soon and
 * twenty thousand rows are still read only a few times.
 */
import { type BookRef, sameBook } from '../../../core/sheet/book.ts';
import type { Words } from '../../../core/words.ts';
import type { Done, OnStep, Sent } from '../filling.ts';
import { compacted } from '../kept/book-log.ts';
import type { Lines } from '../kept/lines.ts';
import type { Batch } from '../kept/outbox-log.ts';
import { renewLines } from '../kept/renew.ts';
import { done, mayPass, ofApi } from '../trouble.ts';
import { leftUnsent, stayedInOutbox, takenOut } from '../words.ts';
import { type Bench, benchOf, bindingOf, type Work } from '../work.ts';
import { applyAnswers } from './apply.ts';
import { takeOut } from './outbox.ts';
import type { Answered } from './pairs.ts';
import { rowsIn, waiting } from './sent-here.ts';
import { noTally, type Tally, together, withNote } from './tally.ts';

const nothingMarked: ReadonlyMap<string, readonly string[]> = new Map();

export async function send(
  work: Work,
  batches: readonly Batch[],
  step: OnStep,
  marked: ReadonlyMap<string, readonly string[]> = nothingMarked,
): Promise<Done<Sent>> {
  const all = rowsIn(batches);
  let tally: Tally = noTally;
  let note: Words = { zh: '', en: '' };
  let group: Answered[] = [];
  let size = 1;
  let sent = 0;
  let refusal: { readonly ref: BookRef; readonly words: Words; rows: number } | null = null;
  /** @param more batches come after these */
  const flush = async (more: boolean) => {
    tally = together(tally, await applyGroup(work, group, { marked, more }, step));
    group = [];
    size *= 2;
  };
  for (const [place, batch] of batches.entries()) {
    step('sending', sent, all);
    // What is refused as a whole is refused for the rest of the book too.
    if (refusal !== null && sameBook(refusal.ref, batch.request)) {
      await takeOut(work, [batch]);
      refusal.rows += batch.request.rows.length;
      continue;
    }
    const first = group[0];
    if (first !== undefined && !sameBook(first.batch.request, batch.request)) await flush(true);
    const answer = await work.api.submit(batch.request);
    if (answer.ok) {
      group.push({ batch, answer: answer.value });
      note = answer.value.note;
      sent += batch.request.rows.length;
      if (group.length >= size) await flush(place + 1 < batches.length);
      continue;
    }
    if (mayPass(answer.trouble)) {
      if (group.length > 0) await flush(true);
      const words = stayedInOutbox(answer.trouble.words, rowsIn(batches.slice(place)), sent);
      return { ok: false, trouble: { ...ofApi(answer.trouble), words } };
    }
    await takeOut(work, [batch]);
    refusal = { ref: batch.request, words: answer.trouble.words, rows: batch.request.rows.length };
  }
  if (group.length > 0) await flush(false);
  await tidy(work);
  await renewLines(
    work,
    batches.map(({ request }) => request),
  );
  step('sending', sent, all);
  if (refusal === null) return done(withNote(tally, note));
  return { ok: false, trouble: { kind: 'refused', words: takenOut(refusal.words, refusal.rows, sent) } };
}

async function applyGroup(
  work: Work,
  group: readonly Answered[],
  { marked, more }: { readonly marked: ReadonlyMap<string, readonly string[]>; readonly more: boolean },
  step: OnStep,
): Promise<Tally> {
  const [first] = group;
  if (first === undefined) return noTally;
  const bench = await benchFor(work, first.batch.request);
  // A worksheet that was deleted meanwhile needs no answer; the desk holds the rows.
  const tally = bench === null ? noTally : await applyAnswers(work, bench, group, marked, step);
  await takeOut(
    work,
    group.map(({ batch }) => batch),
    more,
  );
  return tally;
}

/** By book, since a worksheet may have been renamed since it was sent. */
async function benchFor(work: Work, ref: BookRef): Promise<Bench | null> {
  const binding = await bindingOf(work);
  const kept = binding.ok ? binding.value?.sheets.find((each) => sameBook(each.ref, ref)) : undefined;
  if (kept === undefined) return null;
  const there = (await work.host.worksheets()).some(({ name }) => name === kept.worksheet);
  const bench = there ? await benchOf(work, kept.worksheet) : null;
  return bench?.ok ? bench.value : null;
}

/** Sends what was left without an answer, from whichever session. */
export async function resume(work: Work, step: OnStep): Promise<Done<Sent>> {
  const found = await waiting(work, step);
  if (!found.ok) return found;
  const { batches, left } = found.value;
  const sent = batches.length === 0 ? done(withNote(noTally, { zh: '', en: '' })) : await send(work, batches, step);
  return sent.ok ? done({ ...sent.value, note: leftUnsent(sent.value.note, left) }) : sent;
}

/** The same before something else is sent. @returns null where nothing waited */
export async function settleOutbox(work: Work, step: OnStep): Promise<Done<Sent> | null> {
  const found = await waiting(work, step);
  if (!found.ok) return found;
  return found.value.batches.length === 0 ? null : send(work, found.value.batches, step);
}

/** The log of rows is written anew when more than half of it is overtaken. */
export async function tidy({ host }: Work): Promise<void> {
  if (!isOvergrown(await host.readKept('rows'))) return;
  // What a co-author has written since must not be lost.
  const lines = await host.keptNow('rows');
  if (isOvergrown(lines)) await host.writeKept('rows', compacted(lines));
}

const isOvergrown = (lines: Lines): boolean => lines.length > 200 && lines.length > 2 * compacted(lines).length + 200;
