/**
 * Visits as they stand (after recusals and replacements) for the lists and assignments. Numbers become names here and on no
 * public page.
 */
import type { Assignment, StandingVisit } from '../../core/draw/assignment.ts';
import type { Manifest } from '../../core/draw/manifest.ts';
import type { DrawResult } from '../../core/draw/result.ts';
import { visitNo } from '../../core/outcome/key.ts';
import type { Plan, Task } from '../../core/plan/task.ts';
import type { Method } from '../../core/registry/item.ts';
import type { SubjectKey } from '../../core/registry/subject.ts';
import type { PaperVisit, VisitingBody } from './visit.ts';

export interface Names {
  readonly plan: Plan;
  readonly subjectName: (key: SubjectKey) => string;
  /** Of inspectors and experts. */
  readonly inspectorName: (number: string) => string;
  readonly departmentName: (code: string) => string;
  readonly itemName: (code: string) => string;
}

/** Every visit that stands, in the order of the record. */
export function paperVisits(assignment: Assignment, names: Names): PaperVisit[] {
  const { manifest, roster, result } = assignment;
  const planned = new Map(names.plan.tasks.map((task) => [task.no, task]));
  const batches = batchesOf(manifest, result);
  return assignment.visits.flatMap((visit, number) => {
    if (visit.ended) return [];
    const key = roster.key(visit.row);
    const tasks = visit.tasks.flatMap((place) => planned.get(manifest.tasks[place]?.no ?? '') ?? []);
    return [
      {
        no: visitNo(manifest.ceremony, number),
        subject: { ...key, name: names.subjectName(key), place: roster.place(visit.row) },
        tasks: tasks.map(({ no, name }) => ({ no, name })),
        bodies: bodiesAt(visit, assignment, tasks, names),
        window: commonWindow(tasks) ?? manifest.window,
        method: methodOf(tasks),
        batch: batchOf(visit, batches),
      },
    ];
  });
}

function bodiesAt(visit: StandingVisit, { posts }: Assignment, tasks: readonly Task[], names: Names): VisitingBody[] {
  const held = visit.posts.flatMap((number) => posts[number] ?? []);
  return [...new Set(held.map(({ department }) => department))].map((code) => {
    const own = held.filter(({ department }) => department === code);
    const items = tasks.flatMap(({ bodies }) =>
      bodies.filter((body) => body.department === code).flatMap((b) => b.items),
    );
    return {
      code,
      name: names.departmentName(code),
      items: [...new Set(items)].map(names.itemName),
      inspectors: own.flatMap(({ officer }) =>
        officer === null ? [] : [{ number: officer, name: names.inspectorName(officer) }],
      ),
      open: own.filter(({ officer }) => officer === null).length,
    };
  });
}

/** Days on which every task of the visit may be done; null where it has none. */
function commonWindow(tasks: readonly Task[]): Task['window'] | null {
  const [first, ...rest] = tasks.map(({ window }) => window);
  if (first === undefined) return null;
  return rest.reduce(
    (common, { from, to }) => ({ from: from > common.from ? from : common.from, to: to < common.to ? to : common.to }),
    first,
  );
}

/** One task that must be done at the door sends everybody there. */
const methodOf = (tasks: readonly Task[]): Method =>
  tasks.some(({ method }) => method === 'on-site') ? 'on-site' : (tasks[0]?.method ?? 'on-site');

/** The earliest batch of its tasks, from 1. A replacement was not drawn and goes with the first. */
const batchOf = ({ row, tasks }: StandingVisit, batches: ReturnType<typeof batchesOf>): number =>
  tasks.length === 0 ? 1 : 1 + Math.min(...tasks.map((place) => batches.get(place)?.get(row) ?? 0));

/** Task place → row → batch from 0: the j-th drawn of m stands in ⌊j·batches / m⌋ (README §6). */
function batchesOf({ tasks }: Manifest, result: DrawResult): ReadonlyMap<number, ReadonlyMap<number, number>> {
  return new Map(
    tasks.map(({ batches }, place) => {
      const rows = new Map<number, number>();
      for (const { drawn } of result.tasks[place]?.tiers ?? [])
        drawn.forEach((row, j) => {
          rows.set(row, Math.floor((j * batches) / drawn.length));
        });
      return [place, rows] as const;
    }),
  );
}
