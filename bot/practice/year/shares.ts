/** A small county needs larger shares than a real one, or a task would reach nobody. */
import type { Task, TierQuota } from '../../../core/plan/task.ts';
import type { Sample } from '../sample/sample.ts';

/** @param shares by place of the task in the sample's plan: class → basis points, null for a class that is left alone */
export function drawing(
  sample: Sample,
  shares: Readonly<Record<number, Readonly<Record<string, number | null>>>>,
): Sample {
  const tasks = sample.plan.tasks.map((task, i): Task => {
    const own = shares[i];
    if (own === undefined) return task;
    const tiers = Object.entries(own).map(
      ([label, bp]): TierQuota => ({
        label,
        share: bp === null ? { kind: 'spared' } : { kind: 'share', bp, bound: 'exactly', atLeast: 0 },
      }),
    );
    return { ...task, quota: { kind: 'tiers', tiers, denominator: 'frame' } };
  });
  return { ...sample, plan: { ...sample.plan, tasks } };
}
