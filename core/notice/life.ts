/**
 * The life of one outcome's notice: published, corrected, kept back in part or whole, ended. Each act gives the next version or says why
 * not; earlier versions stay. Pure, so that the whole life can be played through by a test.
 */
import type { CivilDate } from '../calendar.ts';
import type { NumberKind } from '../registry/subject.ts';
import { err, ok, type Result } from '../result.ts';
import { isWithheldWhole } from './counted.ts';
import type { Ending, Notice, NoticeBody, NoticePart, Shown, Withholding } from './notice.ts';

/** What of a version its act decides; keys, numbers of facts and tasks are the verb's. */
export interface Version {
  readonly state: Notice['state'];
  readonly day: CivilDate;
  readonly outcome: number;
  readonly kind: NumberKind | '';
  readonly number: string;
  readonly name: string;
  readonly body: NoticeBody;
}

export type LifeRefusal =
  | { readonly reason: 'not-entered' }
  /** Nobody has read it, or it was sent back, or it was entered anew since. */
  | { readonly reason: 'not-reviewed' }
  | { readonly reason: 'withheld'; readonly until: CivilDate | null }
  | { readonly reason: 'ended'; readonly why: Ending; readonly day: CivilDate }
  /** What nobody reads cannot end. */
  | { readonly reason: 'not-public' };

export interface ToPublish {
  /** The version that stands; null where nothing is entered. */
  readonly outcome: { readonly seq: number; readonly passed: boolean; readonly shown: Shown } | null;
  readonly day: CivilDate;
  readonly today: CivilDate;
  readonly subject: { readonly kind: NumberKind; readonly number: string; readonly name: string };
  readonly destinations: readonly string[];
}

/** The next version, or null where the public reads just that already. */
export function publish(before: Notice | null, given: ToPublish): Result<Version | null, LifeRefusal> {
  const { outcome, today } = given;
  if (outcome === null) return err({ reason: 'not-entered' });
  if (!outcome.passed) return err({ reason: 'not-reviewed' });
  if (before !== null && before.state === 'ended' && !mayBeAnew(before, outcome.seq))
    return err({ reason: 'ended', why: before.body.end?.why ?? 'withdrawn', day: before.day });
  if (before !== null && isWithheldWhole(before, today)) {
    const until = before.body.withheld.find(({ part }) => part === 'whole')?.until ?? null;
    return err({ reason: 'withheld', until });
  }
  const withheld = inForce(before?.body.withheld ?? [], today);
  const isSame =
    before !== null &&
    before.state === 'public' &&
    before.outcome === outcome.seq &&
    before.day <= given.day &&
    partsOf(before.body.withheld) === partsOf(withheld);
  if (isSame) return ok(null);
  // What was to become public on a day becomes so in its corrected form: the wrong one is never read.
  const day =
    before !== null && before.state === 'public' && before.day > today ? earlier(before.day, given.day) : given.day;
  const corrects = before !== null && before.body.shown !== null && before.outcome !== outcome.seq ? before.seq : null;
  const { destinations } = given;
  return ok({
    state: 'public',
    day,
    outcome: outcome.seq,
    ...redactedSubject(given.subject, withheld),
    body: { shown: redacted(outcome.shown, withheld), destinations, withheld, corrects, end: null },
  });
}

/** Withdrawn or revoked, and found anew since: then the new finding is published, beside the old one. */
const mayBeAnew = ({ body, outcome }: Notice, now: number): boolean =>
  now > outcome && (body.end?.why === 'withdrawn' || body.end?.why === 'revoked');

export interface ToWithhold {
  readonly outcome: number | null;
  readonly today: CivilDate;
  readonly withholdings: readonly Withholding[];
}

export function withhold(before: Notice | null, given: ToWithhold): Result<Version | null, LifeRefusal> {
  const { today, withholdings } = given;
  const isWhole = withholdings.some(({ part }) => part === 'whole');
  if (before !== null && before.state === 'ended' && (before.day <= today || !isWhole))
    return err({ reason: 'ended', why: before.body.end?.why ?? 'withdrawn', day: before.day });
  const outcome = before?.outcome ?? given.outcome;
  if (outcome === null) return err({ reason: 'not-entered' });
  const held = inForce(before?.body.withheld ?? [], today);
  const isKnown = withholdings.every((each) => held.some((one) => saysTheSame(one, each)));
  if (isKnown) return ok(null);
  const withheld = [...held.filter(({ part }) => !withholdings.some((each) => each.part === part)), ...withholdings];
  const destinations = before?.body.destinations ?? [];
  const shown = before?.state === 'public' ? before.body.shown : null;
  if (isWhole || shown === null || before === null) {
    const body = { shown: null, destinations, withheld, corrects: null, end: null };
    return ok({ state: 'withheld', day: today, outcome, ...nobody, body });
  }
  const { kind, number, name } = before;
  const subject = kind === '' ? nobody : redactedSubject({ kind, number, name }, withheld);
  const body = { ...before.body, shown: redacted(shown, withheld), withheld };
  return ok({ state: 'public', day: later(before.day, today), outcome, ...subject, body });
}

/**
 * The decision to keep parts back is over before its day: it runs out the day before, and what it kept back is published again.
 * @param parts all of them where it is empty
 */
export function lift(
  before: Notice | null,
  {
    parts,
    today,
    yesterday,
  }: { readonly parts: readonly NoticePart[]; readonly today: CivilDate; readonly yesterday: CivilDate },
): Result<Version | null, LifeRefusal> {
  if (before === null) return err({ reason: 'not-entered' });
  if (before.state === 'ended')
    return err({ reason: 'ended', why: before.body.end?.why ?? 'withdrawn', day: before.day });
  const isLifted = ({ part, until }: Withholding): boolean =>
    (parts.length === 0 || parts.includes(part)) && (until === null || until >= today);
  if (!before.body.withheld.some(isLifted)) return ok(null);
  const withheld = before.body.withheld.map((each) => (isLifted(each) ? { ...each, until: yesterday } : each));
  const { state, outcome, kind, number, name, body } = before;
  return ok({ state, day: later(before.day, today), outcome, kind, number, name, body: { ...body, withheld } });
}

export interface ToEnd {
  readonly why: Ending;
  readonly words: string;
  /** From this day nobody reads it any more. */
  readonly day: CivilDate;
  readonly today: CivilDate;
}

export function end(before: Notice | null, given: ToEnd): Result<Version | null, LifeRefusal> {
  if (before === null || before.state === 'withheld') return err({ reason: 'not-public' });
  const { why, words, day, today } = given;
  if (before.state === 'ended' && before.body.end?.why === why && before.day === day) return ok(null);
  // Until its day comes it can be stated otherwise: a slip of the hand in the year would leave it public for good.
  if (before.state === 'ended' && before.day <= today)
    return err({ reason: 'ended', why: before.body.end?.why ?? why, day: before.day });
  const { outcome, kind, number, name, body } = before;
  return ok({ state: 'ended', day, outcome, kind, number, name, body: { ...body, end: { why, words } } });
}

/** Decisions that have not run out. */
export const inForce = (withheld: readonly Withholding[], today: CivilDate): readonly Withholding[] =>
  withheld.filter(({ until }) => until === null || until >= today);

const partsOf = (withheld: readonly Withholding[]): string =>
  withheld
    .map(({ part }) => part)
    .sort()
    .join(' ');

const saysTheSame = (a: Withholding, b: Withholding): boolean =>
  a.part === b.part && a.ground === b.ground && a.words === b.words && a.until === b.until;

const holds = (withheld: readonly Withholding[], part: NoticePart): boolean =>
  withheld.some((each) => each.part === part);

const nobody = { kind: '', number: '', name: '' } as const;

const redactedSubject = (subject: ToPublish['subject'], withheld: readonly Withholding[]) =>
  holds(withheld, 'subject') ? nobody : subject;

const redacted = (shown: Shown, withheld: readonly Withholding[]): Shown => ({
  ...shown,
  finding: holds(withheld, 'finding') ? '' : shown.finding,
  itemName: holds(withheld, 'item') ? '' : shown.itemName,
  // 检查编号 leads to the visit, and the visit to its subject.
  no: holds(withheld, 'subject') ? '' : shown.no,
});

const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
