/** Which consultation is meant where a command names none: the latest. */
import type { ConsultationState } from '../../../core/consult/state.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { heldConsultations, standingConsultation } from '../../verbs/consult/held.ts';

/** The one named, or the latest. */
export async function namedOne(db: Db, no: string): Promise<Result<ConsultationState, Refusal>> {
  if (no !== '') return standingConsultation(db, no);
  const [latest] = await heldConsultations(db);
  return latest === undefined ? refuse('consult', { reason: 'none-open' }) : ok(latest);
}

/** The one named, or the latest that is open; refused where it is closed. */
export async function openOne(db: Db, no: string): Promise<Result<ConsultationState, Refusal>> {
  if (no === '') {
    const open = (await heldConsultations(db)).find(({ closed }) => closed === null);
    return open === undefined ? refuse('consult', { reason: 'none-open' }) : ok(open);
  }
  const named = await standingConsultation(db, no);
  if (!named.ok || named.value.closed === null) return named;
  return refuse('consult', { reason: 'closed', consultation: no, at: named.value.closed.at });
}
