/**
 * Visits that this office has drawn already this year: each counts toward the yearly allowances like a check made before the
 * system began (DESIGN: checks of any origin), unless its subject was replaced or its draw annulled.
 */
import { yearOf } from '../../../core/calendar.ts';
import { type Counter, countsToward, type Framing } from '../../../core/draw/frame.ts';
import type { Manifest } from '../../../core/draw/manifest.ts';
import type { Task } from '../../../core/plan/task.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { heldRecord } from '../../../db/draws.ts';
import { heldPlan } from '../../../db/plans.ts';
import { visitPages } from '../../../db/visits.ts';
import type { Deps } from '../../deps.ts';
import { standingCeremonies } from './held.ts';
import type { EarlierVisits } from './roster.ts';

/** @param year of the visits that are about to be drawn */
export const earlierVisits =
  ({ db }: Deps, year: number) =>
  async ({ counters }: Framing): Promise<EarlierVisits> => {
    const counted = new Map<string, number[]>();
    if (counters.length === 0) return counted;
    for (const { state, manifest } of await standingCeremonies(db)) {
      if (yearOf(manifest.window.from) !== year) continue;
      const record = await heldRecord(db, state.no);
      if (record === null) continue;
      const plan = await heldPlan(db, manifest.plan);
      const bodies = bodiesOf(manifest, plan?.plan.tasks ?? []);
      for await (const page of visitPages(db, record.digest)) {
        for (const visit of page) {
          if (visit.ended) continue;
          const used = counted.get(keyText(visit)) ?? counters.map(() => 0);
          counters.forEach((counter, k) => {
            if (visitCounts(counter, visit.tasks, bodies)) used[k] = (used[k] ?? 0) + 1;
          });
          counted.set(keyText(visit), used);
        }
      }
    }
    return counted;
  };

type Bodies = readonly (readonly { readonly department: string; readonly items: readonly string[] }[])[];

/** For each task of the manifest, the bodies that went and the items that each inspected. */
const bodiesOf = (manifest: Manifest, tasks: readonly Task[]): Bodies =>
  manifest.tasks.map(
    ({ no, items, bodies }) =>
      tasks.find((task) => task.no === no)?.bodies ?? bodies.map(({ department }) => ({ department, items })),
  );

/** One visit counts once toward a counter, however many of its tasks touch it. */
const visitCounts = (counter: Counter, tasks: readonly number[], bodies: Bodies): boolean =>
  tasks.some((task) => (bodies[task] ?? []).some((body) => countsToward(counter, body)));
