/**
 * The visits of a list that another platform drew. Its rows carry no items, so each department has those that the task gives it; its
 * officers are those whom the list sends, and whom our ceremony found for the rest.
 */
import { visitNo } from '../../../core/outcome/key.ts';
import type { Task } from '../../../core/plan/task.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { snapshot } from '../../../db/imports.ts';
import { heldPlan } from '../../../db/plans.ts';
import { kept } from '../../../db/registry.ts';
import { subjectsByKey } from '../../../db/subjects.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { type OutsideList, outsideListsIn, outsideRows } from '../draw/outside-lists.ts';
import type { BookBody, BookedVisits, BookVisit } from './book.ts';
import { tasksOf } from './drawn.ts';
import { filledLater } from './filled.ts';

/** 检查编号 of a list's row. */
const listedNo = (list: number, row: number): string => visitNo(`L${list}`, row);

export async function listedBook({ db }: Deps, no: number): Promise<Result<BookedVisits, Refusal>> {
  const list = (await outsideListsIn(db)).find((each) => each.list === no);
  if (list === undefined) return refuse('invite', { reason: 'no-list', list: no });
  const task = (await heldPlan(db, list.plan))?.plan.tasks.find((each) => each.no === list.task);
  if (task === undefined) return refuse('draw', { reason: 'no-plan', plan: list.plan });
  const [{ rows }, state] = await Promise.all([outsideRows(db, list), snapshot(db)]);
  const [subjects, allItems, inspectors, filled] = await Promise.all([
    subjectsByKey(
      db,
      state,
      rows.map(({ subject }) => subject),
    ),
    kept(db, state, 'item'),
    kept(db, state, 'inspector'),
    filledLater(db, list.plan, 0),
  ]);
  const items = new Map(allItems.map(({ code, name }) => [code, name]));
  const people = new Map(inspectors.map((each) => [each.number, each]));
  const visits = rows.map(({ subject, officers }, visit): BookVisit => {
    const held = subjects.get(keyText(subject));
    return {
      visit,
      no: listedNo(no, visit),
      subject: { ...subject, name: held?.name ?? subject.number, place: held?.place ?? '' },
      window: list.window,
      planned: task.method,
      bodies: task.bodies.map(({ department, items: codes, officers: asked }): BookBody => {
        const named = officers.filter((number) => people.get(number)?.department === department);
        const found = filled.of(subject, department).slice(0, Math.max(0, asked - named.length));
        return {
          department,
          tasks: tasksOf([task], department),
          items: codes.map((code) => ({ code, name: items.get(code) ?? code })),
          sent: [...new Set([...named, ...found])].map((number) => ({
            number,
            name: people.get(number)?.name ?? number,
          })),
        };
      }),
    };
  });
  return ok({
    book: `L${no}`,
    source: `L${no}`,
    plan: list.plan,
    window: list.window,
    drawnOn: drawnOn(list, task),
    visits: new Map(visits.map((each) => [each.visit, each])),
    ended: new Set(),
  });
}

/** The other platform's day of drawing is not known here, and lists come late: no day of the task's own window is before it. */
const drawnOn = ({ on, window }: OutsideList, task: Task): string =>
  [on, window.from, task.window.from].reduce((first, each) => (each < first ? each : first));
