/** Outcomes that an act names, with the last version of their notice and what stands of them. */
import type { Version } from '../../../core/notice/life.ts';
import type { Notice } from '../../../core/notice/notice.ts';
import { bookOfSource, type OutcomeKey, outcomeId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { standingNotices } from '../../../db/notices.ts';
import { standingOutcomes } from '../../../db/outcomes.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { outcomeBook } from '../outcome/book.ts';
import { type DrawnTask, tasksIn } from './books.ts';

export interface MeantOutcome {
  readonly key: OutcomeKey;
  readonly id: string;
  readonly notice: Notice | null;
  /** Number of the version that stands; null while nothing is entered. */
  readonly outcome: number | null;
  readonly plan: string;
  readonly task: string;
}

/** Refused where one of them is no item of a visit that stands and was never published either. */
export async function outcomesMeant(
  deps: Deps,
  keys: readonly OutcomeKey[],
): Promise<Result<readonly MeantOutcome[], Refusal>> {
  const notices = new Map((await standingNotices(deps.db, { keys })).map((each) => [outcomeId(each), each]));
  const found: MeantOutcome[] = [];
  for (const [source, own] of Map.groupBy(keys, (key) => key.source)) {
    const visits = [...new Set(own.map(({ visit }) => visit))];
    const outcomes = new Map(
      (await standingOutcomes(deps.db, source, visits)).map((each) => [outcomeId(each), each.seq]),
    );
    const tasks = await tasksOfSource(deps, source);
    for (const key of own) {
      const id = outcomeId(key);
      const notice = notices.get(id) ?? null;
      const place = notice ?? placeOf(tasks, key);
      if (place === null) return refuse('notice', { reason: 'no-outcome', id });
      found.push({ key, id, notice, outcome: outcomes.get(id) ?? null, plan: place.plan, task: place.task });
    }
  }
  return ok(found);
}

async function tasksOfSource(deps: Deps, source: string): Promise<readonly DrawnTask[]> {
  const worked = await outcomeBook(deps, bookOfSource(source));
  return worked.ok && worked.value.source === source ? tasksIn(deps, worked.value) : [];
}

function placeOf(
  tasks: readonly DrawnTask[],
  key: OutcomeKey,
): { readonly plan: string; readonly task: string } | null {
  const drawn = tasks.find(({ rows }) =>
    rows.some((row) => row.visit.visit === key.visit && row.department === key.department && row.item === key.item),
  );
  return drawn === undefined ? null : { plan: drawn.book.plan, task: drawn.task.no };
}

/** The version with its place and number. */
export const noticeOf = ({ key, plan, task }: MeantOutcome, version: Version, seq: number): Notice => ({
  ...key,
  seq,
  plan,
  task,
  ...version,
});
