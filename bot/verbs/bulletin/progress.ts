/** Where the tasks of a year stand, for whoever asks: the office sees all, a department those in which it takes part. */
import { progressOf, type TaskProgress } from '../../../core/bulletin/progress.ts';
import { yearOf } from '../../../core/calendar.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { rowNames } from './names.ts';
import { recordedFor } from './recorded.ts';
import { sideOf } from './shown.ts';

export interface ProgressShown extends TaskProgress {
  readonly name: string;
  readonly who: readonly string[];
}

export async function progressShown(deps: Deps, actor: Actor): Promise<Result<readonly ProgressShown[], Refusal>> {
  const side = await sideOf(deps, actor, null);
  if (!side.ok) return side;
  const year = yearOf(dayOf(deps.now()));
  const recorded = await recordedFor(deps, { from: `${year}-01-01`, to: `${year}-12-31` });
  const names = await rowNames(deps);
  return ok(
    progressOf(recorded, side.value.department).map((each) => ({
      ...each,
      name: names.row({ kind: 'task', id: each.task, department: '', n: 0, of: 1, lacking: null }),
      who: each.departments.map(names.department),
    })),
  );
}
