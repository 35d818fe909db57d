/** The visits of a draw of ours that was handed out, as outcomes are entered for them. */
import { expertNumber } from '../../../core/draw/compile.ts';
import { isSample } from '../../../core/draw/sample.ts';
import { sourceOf, visitNo } from '../../../core/outcome/key.ts';
import type { Task } from '../../../core/plan/task.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { heldRecord } from '../../../db/draws.ts';
import { snapshot } from '../../../db/imports.ts';
import { heldPlan } from '../../../db/plans.ts';
import { kept } from '../../../db/registry.ts';
import { subjectsByKey } from '../../../db/subjects.ts';
import type { Deps } from '../../deps.ts';
import { paperVisits } from '../../paper/from-assignment.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { ceremonyHeld } from '../draw/held.ts';
import { type Standing, standingAssignment } from '../visit/assignment.ts';
import type { BookBody, BookedVisits } from './book.ts';
import { type Filled, filledLater, handedOut } from './filled.ts';

export async function drawnBook(deps: Deps, no: number): Promise<Result<BookedVisits, Refusal>> {
  const { db } = deps;
  const [held, isHanded, edition, state] = await Promise.all([
    ceremonyHeld(db, no),
    handedOut(db),
    heldRecord(db, no),
    snapshot(db),
  ]);
  if (!held.ok) return held;
  const { stage } = held.value.state;
  // A ceremony for people only fills posts of visits that another draw or list has.
  if (held.value.manifest.kind === 'people') return refuse('outcome', { reason: 'people-only', ceremony: no });
  // Outcomes that were drawn to be looked at again are no visits.
  if (isSample(held.value.manifest)) return refuse('draw', { reason: 'sample-only', ceremony: no });
  const standing = await standingAssignment(db, no);
  if (!standing.ok) return standing;
  if (stage !== 'opened') return refuse('outcome', { reason: 'being-corrected', ceremony: no });
  if (!isHanded(no)) return refuse('visit', { reason: 'not-handed-out', ceremony: no });
  const { record, assignment } = standing.value;
  const { manifest } = record;
  const [plan, subjects, allItems, inspectors, filled] = await Promise.all([
    heldPlan(db, manifest.plan),
    subjectsByKey(
      db,
      state,
      assignment.visits.map(({ row }) => assignment.roster.key(row)),
    ),
    kept(db, state, 'item'),
    kept(db, state, 'inspector'),
    filledLater(db, manifest.plan, no),
  ]);
  if (plan === null) return refuse('draw', { reason: 'no-plan', plan: manifest.plan });
  const items = new Map(allItems.map(({ code, name }) => [code, name]));
  const people = new Map(inspectors.map(({ number, name }) => [number, name]));
  const nameOf = (number: string): string => people.get(number) ?? number;
  const papers = paperVisits(assignment, {
    plan: plan.plan,
    subjectName: (key) => subjects.get(keyText(key))?.name ?? key.number,
    inspectorName: nameOf,
    departmentName: (code) => code,
    // Codes: an outcome is about an item, not about its name of today.
    itemName: (code) => code,
  });
  const byNo = new Map(papers.map((paper) => [paper.no, paper]));
  const tasks = new Map(plan.plan.tasks.map((task) => [task.no, task]));
  const visits = assignment.visits.flatMap((_, visit) => {
    const paper = byNo.get(visitNo(no, visit));
    if (paper === undefined) return [];
    const own = paper.tasks.flatMap((task) => tasks.get(task.no) ?? []);
    const bodies = paper.bodies.map(
      ({ code, items: codes, inspectors }): BookBody => ({
        department: code,
        tasks: tasksOf(own, code),
        items: codes.map((item) => ({ code: item, name: items.get(item) ?? item })),
        sent: [
          ...inspectors.filter(({ number }) => !number.startsWith(expertNumber(''))),
          ...laterSent(standing.value, visit, code, filled).map((number) => ({ number, name: nameOf(number) })),
        ],
      }),
    );
    const { window, method: planned, subject } = paper;
    return [{ visit, no: paper.no, subject, window, planned, bodies }];
  });
  return ok({
    book: String(no),
    source: sourceOf(no, edition?.edition ?? 0),
    plan: manifest.plan,
    window: manifest.window,
    drawnOn: dayOf(record.openedAt),
    visits: new Map(visits.map((each) => [each.visit, each])),
    ended: new Set(assignment.visits.flatMap(({ ended }, visit) => (ended ? [visit] : []))),
  });
}

/** Names of the tasks in which the department goes to the door. */
export const tasksOf = (tasks: readonly Task[], department: string): readonly string[] =>
  tasks.filter(({ bodies }) => bodies.some((body) => body.department === department)).map(({ name }) => name);

/** Who holds the posts that the draw left open. */
function laterSent({ assignment }: Standing, visit: number, department: string, filled: Filled): readonly string[] {
  const { row = -1, posts = [] } = assignment.visits[visit] ?? {};
  return posts.flatMap((no) => {
    const post = assignment.posts[no];
    if (post === undefined || post.officer !== null || post.department !== department) return [];
    return filled.take(assignment.roster.key(row), post) ?? [];
  });
}
