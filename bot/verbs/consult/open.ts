/**
 * 发起征询: the office's letter to the departments, with the last day for their replies. One fact; the letter stands in each department's
 * channel because of it.
 */
import { addWorkingDays, type Calendar, type CivilDate, parseDate } from '../../../core/calendar.ts';
import type { Contact, Opened } from '../../../core/consult/fact.ts';
import { requires } from '../../../core/policy/ask.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import type { Department } from '../../../core/registry/department.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { answered, answerRow } from '../../../db/once.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { calendarInForce } from '../registry/calendar-in-force.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { asText, withinBounds } from './bounds.ts';
import { guidePosts } from './guide-post.ts';
import { askable } from './held.ts';

export type Deadline =
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'date'; readonly date: string };

export interface OpenRequest {
  /** The same for every delivery of the same act. */
  readonly key: string;
  readonly year: number;
  readonly letter: string;
  readonly matters: string;
  readonly deadline: Deadline;
  readonly asked: readonly string[];
  readonly contact: Contact | null;
}

export interface OpenedAnswer {
  readonly consultation: string;
  readonly deadline: CivilDate;
}

/** A year's letter does not wait longer; in working days. */
export const workingDaysMost = 250;

export function openConsultation(
  deps: Deps,
  actor: Actor,
  request: OpenRequest,
): Promise<Result<OpenedAnswer, Refusal>> {
  const key = `open-consultation/${request.key}`;
  return act<OpenedAnswer>(deps, actor, 'open-consultation', {}, async (at) => {
    const { db } = deps;
    const done = await answered(db, key);
    if (done !== null) return already(await openedAs(db, done.seq));
    const { year } = request;
    if (!Number.isSafeInteger(year) || year < 2000 || year > 2099)
      return refuse('consult', { reason: 'bad-year', year: String(year) });
    const [letter, matters] = [asText(request.letter), asText(request.matters)];
    if (letter === '') return refuse('consult', { reason: 'no-letter' });
    const contact = contactOf(request.contact);
    const fits = withinBounds({ letter, matters, ...(contact ?? {}) });
    if (!fits.ok) return fits;
    const today = dayOf(at.now);
    const deadline = lastDay(request.deadline, await calendarInForce(db), today);
    if (!deadline.ok) return deadline;
    // As for the plan itself: a document often comes into force after the letter that leads to it (三明 2025: 6月5日, 6月23日).
    const lastDayOfYear = `${year}-12-31`;
    const policy = await policyInForce(db, lastDayOfYear);
    const earlier = await factBodies<Opened>(db, 'consultation-opened');
    const ofYear = earlier.filter(({ body }) => body.year === year).length;
    const departments = askable(await departmentsAsHeld(db), today);
    const asked = whom(request.asked, departments, ofYear === 0 && policy !== null && policy.consultation !== null);
    if (!asked.ok) return asked;
    const named = contactNamed(policy, contact, lastDayOfYear);
    if (!named.ok) return named;
    const opened: Opened = {
      consultation: `${year}-${ofYear + 1}`,
      year,
      letter,
      matters,
      contact,
      openedOn: today,
      deadline: deadline.value,
      workingDays: request.deadline.kind === 'working-days' ? request.deadline.days : null,
      asked: asked.value,
      by: actor.person,
    };
    const value = { consultation: opened.consultation, deadline: opened.deadline };
    return ok({
      facts: [factOf(actor, 'open-consultation', asJson(opened))],
      rows: [answerRow(key, asJson(value), at)],
      outbox: await guidePosts(deps, opened, at.now),
      value,
    });
  });
}

/** The answer that was given to the same act before. */
async function openedAs(db: Db, seq: number): Promise<OpenedAnswer> {
  const fact = (await factBodies<Opened>(db, 'consultation-opened')).find((each) => each.seq === seq);
  return { consultation: fact?.body.consultation ?? '', deadline: fact?.body.deadline ?? '' };
}

/** The last day that is meant, after today. */
export function lastDay(deadline: Deadline, calendar: Calendar, today: CivilDate): Result<CivilDate, Refusal> {
  const bad = (given: string) =>
    refuse('consult', { reason: 'bad-deadline', given, after: today, most: workingDaysMost });
  if (deadline.kind === 'working-days') {
    const { days } = deadline;
    if (!Number.isSafeInteger(days) || days < 1 || days > workingDaysMost) return bad(String(days));
    return ok(addWorkingDays(calendar, today, days).date);
  }
  const date = parseDate(deadline.date);
  return date.ok && date.value > today ? date : bad(deadline.date);
}

/** Each department once, in the order of the list; where the policy asks it, none of the members left out. */
function whom(
  codes: readonly string[],
  departments: readonly Department[],
  allMembers: boolean,
): Result<readonly string[], Refusal> {
  if (codes.length === 0) return refuse('consult', { reason: 'nobody-asked' });
  const unknown = codes.filter((code) => !departments.some((each) => each.code === code));
  if (unknown.length > 0) return refuse('consult', { reason: 'no-such-department', departments: unknown });
  const missing = departments.filter(({ kind, code }) => kind === 'member' && !codes.includes(code));
  if (allMembers && missing.length > 0)
    return refuse('consult', { reason: 'members-left-out', departments: missing.map(({ name }) => name) });
  return ok(departments.map(({ code }) => code).filter((code) => codes.includes(code)));
}

function contactOf(contact: Contact | null): Contact | null {
  if (contact === null) return null;
  const given = { person: asText(contact.person), phone: asText(contact.phone), email: asText(contact.email) };
  return given.person === '' && given.phone === '' && given.email === '' ? null : given;
}

function contactNamed(policy: Policy | null, contact: Contact | null, on: CivilDate): Result<true, Refusal> {
  if (policy === null || requires(policy, 'contact-given', on) === null) return ok(true);
  const missing = (['person', 'phone', 'email'] as const).filter((part) => (contact?.[part] ?? '') === '');
  return missing.length === 0 ? ok(true) : refuse('consult', { reason: 'no-contact', missing });
}
