/** What is recorded of every visit of a draw, or of a list drawn elsewhere; a visit of which nothing is recorded yet has an empty state. */
import { visitId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { newVisit, type VisitState, visitState } from '../../../core/visit/state.ts';
import { type DossierEntry, dossiersUnder } from '../../../db/dossier.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { type OutcomeBook, outcomeBook } from '../outcome/book.ts';

export interface VisitStates {
  readonly book: OutcomeBook;
  /** Of every visit that stands, by its number in the source. */
  readonly states: ReadonlyMap<number, VisitState>;
}

/** @param no `3`, or `L3` for a list drawn elsewhere */
export async function visitStates(deps: Deps, no: string): Promise<Result<VisitStates, Refusal>> {
  const worked = await outcomeBook(deps, no);
  if (!worked.ok) return worked;
  const book = worked.value;
  const held = await dossiersUnder(deps.db, 'visit', `${book.source}/`);
  const states = new Map(
    [...book.visits.keys()].map((visit) => {
      const id = visitId(book.source, visit);
      return [visit, folded(id, held.get(id))];
    }),
  );
  return ok({ book, states });
}

const folded = (id: string, entries: readonly DossierEntry[] | undefined): VisitState =>
  entries === undefined ? newVisit(id) : visitState(id, entries);
