/** The joint form of a visit as it stands, for those who go there, their departments and the office. */
import type { FormItem, FormPart, JointForm } from '../../../core/outcome/form.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { snapshot } from '../../../db/imports.ts';
import { type EnteredOutcome, standingOutcomes } from '../../../db/outcomes.ts';
import { kept } from '../../../db/registry.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { excusedOutcomes } from '../notice/excused.ts';
import { departmentNames } from '../registry/departments.ts';
import type { BookBody, BookVisit, OutcomeBook } from './book.ts';
import { readBook } from './books.ts';
import { entryOf } from './entry.ts';
import type { Reach } from './reach.ts';

export interface HeldForm {
  readonly book: OutcomeBook;
  readonly visit: BookVisit;
  readonly form: JointForm;
  readonly reach: Reach;
  /** The department's own part, where the reader has one. */
  readonly own: BookBody | null;
}

/** Whoever is at the door reads the whole sheet: it is one for all of them. */
export async function jointForm(
  deps: Deps,
  actor: Actor,
  where: { readonly book: string; readonly visit: number },
): Promise<Result<HeldForm, Refusal>> {
  const read = await readBook(deps, actor, where.book);
  if (!read.ok) return read;
  const { book, reach, visits } = read.value;
  const found = visits.find(({ visit }) => visit.visit === where.visit);
  if (found === undefined) return refuse('outcome', { reason: 'no-such-visit', book: where.book, visit: where.visit });
  const { visit, bodies } = found;
  const own = bodies.find(({ department }) => department === reach.department) ?? null;
  return ok({ book, visit, form: await formOf(deps, book, visit), reach, own });
}

/** For papers, figures and the archive, which ask for themselves who reads them. */
export async function formOf(deps: Pick<Deps, 'db'>, { source }: OutcomeBook, visit: BookVisit): Promise<JointForm> {
  const { db } = deps;
  const nameOf = await departmentNames(db);
  const points = new Map((await kept(db, await snapshot(db), 'item')).map((item) => [item.code, item.points]));
  const entered = new Map(
    (await standingOutcomes(db, source, [visit.visit])).map((each) => [`${each.department}/${each.item}`, each]),
  );
  const excused = await excusedOutcomes(db);
  const { kind, number, name, place } = visit.subject;
  return {
    ...{ source, visit: visit.visit, no: visit.no, window: visit.window, planned: visit.planned },
    subject: { kind, number, name, place },
    parts: visit.bodies.map(({ department, tasks, items, sent }): FormPart => {
      return {
        ...{ department, tasks, sent, departmentName: nameOf(department) },
        items: items.map(({ code, name: itemName }): FormItem => {
          const held = entered.get(`${department}/${code}`);
          return {
            ...{ code, name: itemName, points: points.get(code) ?? [] },
            entered: held === undefined ? null : withBy(held),
            notChecked:
              held === undefined
                ? (excused.get(outcomeId({ source, visit: visit.visit, department, item: code })) ?? null)
                : null,
          };
        }),
      };
    }),
  };
}

const withBy = (held: EnteredOutcome): NonNullable<FormItem['entered']> => {
  const { seq, person, at } = held;
  return { ...entryOf(held), seq, person, at };
};
