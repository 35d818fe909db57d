/**
 * 录入 (谁检查、谁录入): outcomes of a department's visits, many in one act. Each is asked by the rules of core against its visit as it stands;
 * entered again it is a new version beside the old one. The values lie in pages whose digests the ledger holds, so that none is altered
 * unseen; the table has the same values to work with.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { canonical, type Json } from '../../../core/canonical.ts';
import type { Fact } from '../../../core/ledger/fact.ts';
import { checkOutcome, inspectorsMeant, type PlacedFinding } from '../../../core/outcome/check.ts';
import type { Outcome, OutcomeEntry } from '../../../core/outcome/outcome.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { answered, answerRow } from '../../../db/once.ts';
import { type EnteredOutcome, type OutcomeDoor, outcomeRows, standingOutcomes } from '../../../db/outcomes.ts';
import { cut, stagePages } from '../../../db/pages.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { type BookVisit, bodyAt, type OutcomeBook, outcomeBook } from './book.ts';
import { bodiesRead, ownerOf, type Reach, reachOf } from './reach.ts';
import type { EntryRefusal } from './refusal.ts';
import { postsOfReview } from './reviewers.ts';

export interface Entry {
  /** Number of the visit in its source. */
  readonly visit: number;
  readonly item: string;
  readonly entry: OutcomeEntry;
}

export interface Where {
  /** `3`, or `L3` for a list drawn elsewhere. */
  readonly book: string;
  readonly department: string;
  readonly door: OutcomeDoor;
  /** The same for every delivery of the same act of this person. */
  readonly key: string;
  /** Visits that are asked about. */
  readonly visits: readonly number[];
}

/** The fact's body; the values lie in its pages. */
export interface OutcomeEntered {
  readonly book: string;
  readonly source: string;
  readonly department: string;
  readonly door: OutcomeDoor;
  readonly count: number;
  readonly pages: readonly string[];
}

export interface Matter {
  readonly book: OutcomeBook;
  readonly department: string;
  /** Whose visits the actor reads: he enters no others. */
  readonly reach: Reach;
  readonly today: CivilDate;
  /** What holds of a visit's item, or undefined. */
  readonly held: (visit: number, item: string) => EnteredOutcome | undefined;
  /** The fact that this entering will be. */
  readonly seq: number;
}

export interface Chosen {
  readonly entries: readonly Entry[];
  /** What is answered, now and whenever the same act is delivered again. */
  readonly answer: Json;
  /** Facts about where they came from, recorded with them. */
  readonly beside?: readonly Fact[];
}

export interface Told {
  readonly answer: Json;
  /** It was on record already. */
  readonly known: boolean;
}

/** Enters what is given, all or nothing. */
export async function enter(
  deps: Deps,
  actor: Actor,
  { entries, ...where }: Omit<Where, 'visits'> & { readonly entries: readonly Entry[] },
): Promise<Result<{ readonly count: number }, Refusal>> {
  const visits = entries.map(({ visit }) => visit);
  const answer = { count: entries.length };
  const done = await entering(deps, actor, { ...where, visits }, () => ({ entries, answer }));
  return done.ok ? ok(answer) : done;
}

/** The same where the door decides, with what holds before it, which of its rows are entered. */
export async function entering(
  deps: Deps,
  actor: Actor,
  where: Where,
  choose: (matter: Matter) => Chosen,
): Promise<Result<Told, Refusal>> {
  const { db } = deps;
  const { department, door } = where;
  const allowed = authorise(actor, 'enter', ownerOf(actor, department, await departmentsAsHeld(db)));
  if (!allowed.ok) return allowed;
  const reach = await reachOf(deps, actor);
  if (reach === null) return refuse('outcome', { reason: 'not-yours', book: where.book, person: actor.person });
  const key = `outcome/${actor.person}/${where.book}/${where.key}`;
  return enact<Told>(deps, async (at) => {
    const done = await answered(db, key);
    if (done !== null) return already({ answer: done.answer, known: true });
    const worked = await outcomeBook(deps, where.book);
    if (!worked.ok) return worked;
    const book = worked.value;
    const standing = await standingOutcomes(db, book.source, [...new Set(where.visits)]);
    const held = new Map(
      standing.filter((each) => each.department === department).map((each) => [keyOf(each.visit, each.item), each]),
    );
    const matter: Matter = {
      book,
      department,
      reach,
      today: dayOf(at.now),
      held: (visit, item) => held.get(keyOf(visit, item)),
      seq: at.seq,
    };
    const { entries, answer, beside = [] } = choose(matter);
    const fit = allFit(matter, entries);
    if (!fit.ok) return refuse('outcome', { reason: 'entries', entries: fit.error });
    if (entries.length === 0) return already({ answer, known: false });
    const { source } = book;
    const values = fit.value.map(({ visit, item, ...entry }) => ({
      source,
      visit,
      department,
      item,
      body: asJson(entry),
    }));
    const text = canonical(values.map(({ visit, item, body }) => ({ visit, item, body })));
    const pages = await stagePages(db, outcomePageTag, cut(text));
    const body: OutcomeEntered = { book: where.book, source, department, door, count: values.length, pages };
    return ok({
      facts: [factOf(actor, 'enter', asJson(body)), ...beside],
      rows: [outcomeRows(values, { person: actor.person, door }, at), answerRow(key, answer, at)],
      outbox: await postsOfReview(deps, { book: where.book, department }),
      value: { answer, known: false },
    });
  });
}

export const outcomePageTag = 'mingchou/page/outcome/1';

/** One entry against its visit: what is said of it, or why it cannot stand. */
export function fits(
  { book, department, reach, today }: Pick<Matter, 'book' | 'department' | 'reach' | 'today'>,
  { visit: number, item, entry }: Entry,
): Result<{ readonly visit: BookVisit; readonly notices: readonly PlacedFinding[] }, EntryRefusal> {
  if (book.ended.has(number)) return err({ reason: 'visit-ended', visit: number });
  const visit = book.visits.get(number);
  if (visit === undefined) return err({ reason: 'no-visit', visit: number });
  const body = bodyAt(visit, department);
  const { no } = visit;
  if (body === undefined) return err({ reason: 'other-department', no });
  if (!bodiesRead(visit, reach).includes(body)) return err({ reason: 'not-sent-there', no });
  if (!body.items.some(({ code }) => code === item)) return err({ reason: 'no-item', no, item });
  const found = checkOutcome(
    entry,
    { ...visit, drawnOn: book.drawnOn, sent: body.sent, classified: book.classified },
    today,
  );
  const refused = found.filter(({ weight }) => weight === 'refused');
  return refused.length > 0 ? err({ reason: 'findings', no, findings: refused }) : ok({ visit, notices: found });
}

type Fitting = OutcomeEntry & Pick<Outcome, 'visit' | 'item'>;

function allFit(matter: Matter, entries: readonly Entry[]): Result<readonly Fitting[], readonly EntryRefusal[]> {
  const fitting: Fitting[] = [];
  const refused: EntryRefusal[] = [];
  const seen = new Set<string>();
  for (const each of entries) {
    const { visit: number, item, entry } = each;
    const fit = fits(matter, each);
    if (!fit.ok) {
      refused.push(fit.error);
      continue;
    }
    const { visit } = fit.value;
    const key = keyOf(number, item);
    if (seen.has(key)) refused.push({ reason: 'twice', no: visit.no, item });
    seen.add(key);
    // Who went is written down as it was that day: posts may change hands later.
    const sent = bodyAt(visit, matter.department)?.sent ?? [];
    const inspectors = inspectorsMeant(entry, { sent });
    fitting.push({ ...entry, inspectors, visit: number, item });
  }
  return refused.length > 0 ? err(refused) : ok(fitting);
}

const keyOf = (visit: number, item: string): string => `${visit}/${item}`;
