/** One department's part in one visit, with the names, items and certificates that papers about it print. */
import { visitId } from '../../../core/outcome/key.ts';
import type { Inspector } from '../../../core/registry/inspector.ts';
import type { Item } from '../../../core/registry/item.ts';
import { ok, type Result } from '../../../core/result.ts';
import { outsideKey } from '../../../core/visit/outside.ts';
import { type BodyState, bodyState, newVisit, type VisitState } from '../../../core/visit/state.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import type { Deps } from '../../deps.ts';
import type { Officer, VisitValue } from '../../paper/official/visit-value.ts';
import type { Refusal } from '../../refusal.ts';
import { type BookVisit, bodyAt, type OutcomeBook } from '../outcome/book.ts';
import { outsideHeld } from '../visit/outside-held.ts';
import { visitStates } from '../visit/visit-states.ts';
import { type Asked, lacking, mayIssue, type PaperDesk, unread } from './loaded.ts';

export interface VisitFacts {
  readonly book: OutcomeBook;
  readonly visit: BookVisit;
  readonly id: string;
  /** 检查编号 as it is printed: the number of the platform of record where it gave one, with ours beside it. */
  readonly printed: string;
  readonly state: VisitState;
}

export interface PartFacts extends VisitFacts {
  readonly department: string;
  readonly body: BodyState;
  readonly value: VisitValue;
}

/** A visit as it is typed, and what stands after it: `3-0012` as papers print it, `3/12`, `L3/4`; after a corrected number also `3.1/12`. */
export function visitTyped(
  about: string,
): { readonly book: string; readonly visit: number; readonly rest: string } | null {
  const found = /^(L?[1-9]\d{0,5})(?:\.\d+)?[/-](\d{1,6})(?:[/\s]\s*(\S.*))?$/su.exec(about.normalize('NFC').trim());
  const [, book, visit, rest = ''] = found ?? [];
  return book === undefined ? null : { book, visit: Number(visit), rest: rest.trim() };
}

/** The department that what was typed begins with, by code or name, and what follows it; null where it names none. */
export function departmentTyped(
  rest: string,
  { departments }: PaperDesk,
): { readonly code: string; readonly rest: string } | null {
  const [first = '', ...others] = rest.split(/[/\s]/u);
  const named = departments.find(({ code, name }) => code === first || name === first);
  return named === undefined ? null : { code: named.code, rest: others.join('/').trim() };
}

export const partId = (visit: string, department: string): string => `${visit}/${department}`;

export async function visitFacts(
  deps: Deps,
  asked: Asked,
): Promise<Result<VisitFacts & { readonly named: string }, Refusal>> {
  const typed = visitTyped(asked.about);
  if (typed === null) return unread(asked);
  const held = await visitStates(deps, typed.book);
  if (!held.ok) return held;
  const { book, states } = held.value;
  const visit = book.visits.get(typed.visit);
  if (visit === undefined) return lacking(asked, 'visit');
  const id = visitId(book.source, visit.visit);
  const outside = (await outsideHeld(deps.db)).get(outsideKey('visit', id))?.number ?? '';
  const printed = outside === '' ? visit.no : `${outside}（本台账编号 ${visit.no}）`;
  return ok({ book, visit, id, printed, state: states.get(visit.visit) ?? newVisit(id), named: typed.rest });
}

/** Of the department that is named; of the asker's own where none is. */
export async function partFacts(deps: Deps, asked: Asked, desk: PaperDesk): Promise<Result<PartFacts, Refusal>> {
  const found = await visitFacts(deps, asked);
  if (!found.ok) return found;
  const { visit, book, state, named, printed } = found.value;
  const department = named === '' ? desk.own : desk.bodyOf(departmentTyped(named, desk)?.code ?? named);
  const mine = mayIssue(asked, department, desk);
  if (!mine.ok) return mine;
  const own = bodyAt(visit, department);
  if (own === undefined) return lacking(asked, 'part');
  const { db } = deps;
  const registry = await snapshot(db);
  const items = new Map((await kept(db, registry, 'item')).map((item): [string, Item] => [item.code, item]));
  const people = new Map(
    (await kept(db, registry, 'inspector')).map((each): [string, Inspector] => [each.number, each]),
  );
  const { subject, window, planned } = visit;
  return ok({
    ...found.value,
    department,
    body: bodyState(state, department),
    value: {
      ...{ no: printed, plan: book.plan, subject, window, planned },
      department: desk.nameOf(department),
      tasks: own.tasks,
      items: own.items.map(({ code, name }) => ({ name, basis: items.get(code)?.basis ?? '' })),
      officers: own.sent.map(
        ({ number, name }): Officer => ({ number, name, certificate: people.get(number)?.certificate?.number ?? '' }),
      ),
      along: visit.bodies.filter((each) => each.department !== department).map((each) => desk.nameOf(each.department)),
    },
  });
}
