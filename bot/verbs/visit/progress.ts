/** How far the departments of a draw are with its visits. Visits that were replaced count on neither side. */
import { visitId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { progressOf, type VisitNow, type VisitProgress } from '../../../core/visit/progress.ts';
import { newVisit } from '../../../core/visit/state.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import type { OutcomeBook } from '../outcome/book.ts';
import { goingTo } from './part.ts';
import { visitStates } from './visit-states.ts';

export interface ProgressNow {
  readonly book: OutcomeBook;
  /** Of every department that goes anywhere, by code. */
  readonly departments: readonly VisitProgress[];
}

export async function visitProgress(deps: Deps, no: string): Promise<Result<ProgressNow, Refusal>> {
  const held = await visitStates(deps, no);
  if (!held.ok) return held;
  const { book, states } = held.value;
  const visits = [...book.visits.values()].map(
    (each): VisitNow => ({
      no: each.no,
      going: goingTo(each),
      state: states.get(each.visit) ?? newVisit(visitId(book.source, each.visit)),
    }),
  );
  const going = [...new Set(visits.flatMap((each) => each.going))].sort();
  return ok({ book, departments: going.map((code) => progressOf(visits, code, dayOf(deps.now()))) });
}
