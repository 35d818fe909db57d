/** What checking needs of the desk: fetched, kept for a while, and taken from the last copy where the desk cannot be reached, which is then said. */
import type { BookRef } from '../../../core/sheet/book.ts';
import type { Reference } from '../../../core/sheet/check.ts';
import { z } from '../../../core/wire.ts';
import type { Words } from '../../../core/words.ts';
import type { Done } from '../filling.ts';
import { done, mayPass, ofApi } from '../trouble.ts';
import { minutesAge, noReference, oldReference } from '../words.ts';
import type { Work } from '../work.ts';

export interface Known {
  readonly reference: Reference;
  /** Said where it is an old copy; null where it is fresh. */
  readonly aged: Words | null;
}

/** While people type, the same is asked again and again. */
const freshMinutes = 10;

export async function referenceOf(work: Work, ref: BookRef): Promise<Done<Known>> {
  const key = `reference ${ref.sheet} ${ref.book}`;
  const now = work.now();
  const held = work.references.get(key);
  if (held !== undefined && now.getTime() - held.at < freshMinutes * 60_000)
    return done({ reference: held.reference, aged: null });
  // Who is not signed in gets no answer; while people type it would be asked for again and again.
  const answer =
    work.session.who() === null ? signedOut : await work.api.reference({ sheet: ref.sheet, book: ref.book });
  const given = answer.ok ? referenceIn(answer.value.reference, ref) : null;
  if (given !== null) {
    work.references.set(key, { at: now.getTime(), reference: given });
    await work.session.keep(key, given);
    return done({ reference: given, aged: null });
  }
  const copy = await work.session.kept(key, z.unknown());
  const old = copy === null ? null : referenceIn(copy.value, ref);
  if (copy === null || old === null) {
    if (answer.ok || answer.trouble.kind === 'offline')
      return { ok: false, trouble: { kind: answer.ok ? 'unknown' : 'offline', words: noReference } };
    return { ok: false, trouble: ofApi(answer.trouble) };
  }
  // A book that is refused by now is checked by what was known, and the refusal comes where something is sent.
  if (!answer.ok && !mayPass(answer.trouble) && answer.trouble.status !== 403)
    return { ok: false, trouble: ofApi(answer.trouble) };
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(copy.at)) / 60_000));
  return done({ reference: old, aged: oldReference(clock(copy.at), minutesAge(minutes)) });
}

const signedOut = { ok: false, trouble: { kind: 'signed-out', status: 401, words: noReference } } as const;

/** The desk's time, whatever zone this computer thinks it is in. */
const clock = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** The desk made it for its own workbooks, of the version of this pane that it serves: what tells it apart is looked at, the rest is trusted. */
function referenceIn(value: unknown, { sheet, book }: BookRef): Reference | null {
  if (typeof value !== 'object' || value === null || !('ref' in value) || !('departments' in value)) return null;
  const { ref } = value;
  if (typeof ref !== 'object' || ref === null || !('sheet' in ref) || !('book' in ref)) return null;
  return ref.sheet === sheet && ref.book === book && Array.isArray(value.departments) ? (value as Reference) : null;
}
