/**
 * 核验: anyone over one record, with nothing else (README §10). Each step recomputes what follows from the steps before and
 * compares; the first that differs is named with what should stand there and what does. No database, no network, no trust in
 * whoever kept the record.
 */
import type { Json } from '../canonical.ts';
import { assignmentOf } from './assignment.ts';
import { carryOut, requestOf } from './carry-out.ts';
import { checkManifest } from './check-manifest.ts';
import { type Difference, differ, firstDifference } from './difference.ts';
import { eventDigest } from './event.ts';
import { parseRecord } from './format.ts';
import { digitsOf, manifestDigest } from './manifest.ts';
import { isCanonical } from './public-number.ts';
import { commitmentsOf, type DrawRecord, recordDigest, seedOfCourse } from './record.ts';
import { selectionOf, staff, type VisitResult } from './result.ts';
import { resultRoot } from './root.ts';
import { checkPages, type Roster, readRoster } from './roster.ts';
import { commitmentOf } from './seal.ts';
import { ticketsOf } from './stream.ts';
import { checkTimes } from './times.ts';

export const verifySteps = [
  'format',
  'manifest',
  'roster',
  'cosigned',
  'commitments',
  'openings',
  'times',
  'public-number',
  'seed',
  'selection',
  'visits',
  'officers',
  'root',
  'digest',
  'events',
] as const;
export type VerifyStep = (typeof verifySteps)[number];

export type Verdict = { readonly ok: true; readonly record: DrawRecord } | ({ readonly ok: false } & Failure);
export type Failure = Difference & { readonly step: VerifyStep };

/** Verifies a record, whatever it is. `progress` hears of each step that holds. */
export function verify(candidate: unknown, progress: (step: VerifyStep) => void = () => {}): Verdict {
  const parsed = parseRecord(candidate);
  if (!parsed.ok) return { ok: false, step: 'format', ...parsed.error };
  progress('format');
  for (const { step, difference } of stepsOf(parsed.value)) {
    if (difference !== null) return { ok: false, step, ...difference };
    progress(step);
  }
  return { ok: true, record: parsed.value };
}

/** The steps after `format`, one at a time, so that a page can breathe between them; ends after the first that differs. */
export function* stepsOf(record: DrawRecord): Generator<{ step: VerifyStep; difference: Difference | null }> {
  const { manifest } = record;
  yield { step: 'manifest', difference: checkLock(record) };
  const pages = checkPages(manifest, record.roster);
  const roster = pages.ok ? readRoster(manifest, record.roster) : pages;
  yield { step: 'roster', difference: roster.ok ? null : roster.error };
  if (!roster.ok) return;
  yield { step: 'cosigned', difference: checkCosigned(record) };
  yield { step: 'commitments', difference: checkCommitments(record) };
  yield { step: 'openings', difference: checkOpenings(record) };
  yield { step: 'times', difference: checkTimes(record) };
  yield { step: 'public-number', difference: checkPublicNumber(record) };
  yield { step: 'seed', difference: firstDifference('seed', seedOfCourse(record), record.seed) };
  yield* checkResult(record, roster.value);
}

function checkLock({ manifest, manifestDigest: stated }: DrawRecord): Difference | null {
  const [breach] = checkManifest(manifest);
  if (breach !== undefined) return { at: `manifest.${breach.at}`, expected: breach.rule, found: breach.found };
  return firstDifference('manifestDigest', manifestDigest(manifest), stated);
}

function checkCosigned({ manifest, manifestDigest: M, cosigned }: DrawRecord): Difference | null {
  const witnesses = manifest.participants.filter((each) => each.kind === 'witness').map((each) => each.id);
  return (
    checkIds('cosigned', cosigned, witnesses) ??
    firstOf(cosigned, ({ digits }, i) => firstDifference(`cosigned[${i}].digits`, digitsOf(M), digits))
  );
}

function checkCommitments(record: DrawRecord): Difference | null {
  const { manifest, sealed } = record;
  const participants = manifest.participants.map((each) => each.id);
  const witnesses = sealed.filter((each) => each.id !== '0').length;
  return (
    checkIds('sealed', sealed, participants) ??
    (sealed.some((each) => each.id === '0') ? null : differ('sealed', 'the desk, 0', null)) ??
    (witnesses >= manifest.quorum ? null : differ('sealed', `${manifest.quorum} witnesses`, witnesses)) ??
    firstDifference('commitmentsDigest', commitmentsOf(record), record.commitmentsDigest)
  );
}

function checkOpenings({ manifest, manifestDigest: M, sealed, opened, absent }: DrawRecord): Difference | null {
  const ids = sealed.map((each) => each.id);
  const silent = ids.filter((id) => !opened.some((each) => each.id === id));
  return (
    checkIds('opened', opened, ids) ??
    firstDifference('absent', [...silent].sort(), [...absent].sort()) ??
    (silent.includes('0') ? differ('opened', 'the desk, 0', null) : null) ??
    firstOf(opened, (opening, i) => {
      const commitment = sealed.find((each) => each.id === opening.id)?.commitment;
      return firstDifference(
        `opened[${i}]`,
        commitment,
        commitmentOf(manifest.ceremony, M, opening.id, { nonce: opening.nonce, typed: opening.typed }),
      );
    })
  );
}

function checkPublicNumber({ manifest, sealed, public: reading }: DrawRecord): Difference | null {
  const source = manifest.public[reading.place];
  if (source === undefined) return differ('public.place', `below ${manifest.public.length}`, reading.place);
  if (!isCanonical(source, reading.number)) {
    const expected = `${source.count} numbers from ${source.from} to ${source.to}`;
    return differ('public.number', expected, reading.number);
  }
  const [first, second] = reading.typists;
  const areTwo =
    reading.typists.length === 2 && first?.name !== second?.name && first?.department !== second?.department;
  if (!areTwo) return differ('public.typists', 'two persons of two departments', reading.typists);
  const watched = manifest.participants.some(
    ({ id, kind, custody }) => kind === 'witness' && custody === 'own-page' && sealed.some((each) => each.id === id),
  );
  return source.source === 'dice' && !watched ? differ('sealed', 'a witness with an own page, for dice', null) : null;
}

function* checkResult(
  record: DrawRecord,
  roster: Roster,
): Generator<{ step: VerifyStep; difference: Difference | null }> {
  const { manifest, seed, result } = record;
  const tickets = ticketsOf(seed, roster.rows);
  const selection = selectionOf(manifest, roster, tickets);
  yield { step: 'selection', difference: firstDifference('result.tasks', selection.tasks, result.tasks) };
  const staffed = staff(manifest, roster, seed, tickets, selection.visits);
  yield {
    step: 'visits',
    difference: firstDifference(
      'result.visits',
      staffed.visits.map(withoutOfficers),
      result.visits.map(withoutOfficers),
    ),
  };
  yield {
    step: 'officers',
    difference:
      firstDifference('result.visits', staffed.visits, result.visits) ??
      firstDifference('result.substitutes', staffed.substitutes, result.substitutes),
  };
  const root = resultRoot(manifest, roster, seed, result.visits);
  yield { step: 'root', difference: firstDifference('root', root, record.root) };
  yield { step: 'digest', difference: firstDifference('digest', recordDigest(record), record.digest) };
  yield { step: 'events', difference: checkEvents(record, roster, tickets) };
}

const withoutOfficers = ({ posts, ...visit }: VisitResult): Json => ({
  ...visit,
  posts: posts.map(({ department, pool, need }) => ({ department, pool, need })),
});

function checkEvents(record: DrawRecord, roster: Roster, tickets: Float64Array): Difference | null {
  if (record.events.length === 0) return null;
  const assignment = assignmentOf(record.manifest, roster, tickets, record.result, record.openedAt);
  let previous = record.digest;
  for (const [i, { body, digest }] of record.events.entries()) {
    const at = `events[${i}]`;
    const done = carryOut(assignment, requestOf(body));
    const difference = done.ok
      ? firstDifference(`${at}.body`, done.value, body)
      : differ(`${at}.body`, `not ${done.error.kind}`, body);
    if (difference !== null) return difference;
    const expected = eventDigest(previous, body);
    if (expected !== digest) return differ(`${at}.digest`, expected, digest);
    previous = digest;
  }
  return null;
}

/** Known ids, each once. */
function checkIds(
  at: string,
  entries: readonly { readonly id: string }[],
  known: readonly string[],
): Difference | null {
  return firstOf(entries, ({ id }, i) => {
    if (!known.includes(id)) return differ(`${at}[${i}].id`, `one of ${known.join(', ')}`, id);
    return entries.findIndex((each) => each.id === id) === i ? null : differ(`${at}[${i}].id`, 'each once', id);
  });
}

function firstOf<T>(entries: readonly T[], check: (entry: T, i: number) => Difference | null): Difference | null {
  for (const [i, entry] of entries.entries()) {
    const difference = check(entry, i);
    if (difference !== null) return difference;
  }
  return null;
}
