/** Consultations as the ledger holds them. */
import {
  type Closed,
  type ConsultationFact,
  type Deleted,
  type Edited,
  type Extended,
  isWithoutLetter,
  type Opened,
  type Replied,
} from '../../../core/consult/fact.ts';
import { type ConsultationState, consultationOf } from '../../../core/consult/state.ts';
import type { Department } from '../../../core/registry/department.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { stillIn } from '../registry/departments.ts';

/** Every fact of every consultation, in the order of the ledger. */
export async function consultationFacts(db: Db): Promise<readonly ConsultationFact[]> {
  const all = await Promise.all([
    factBodies<Opened>(db, 'consultation-opened').then((facts) => facts.map(of('consultation-opened'))),
    factBodies<Extended>(db, 'consultation-extended').then((facts) => facts.map(of('consultation-extended'))),
    factBodies<Closed>(db, 'consultation-closed').then((facts) => facts.map(of('consultation-closed'))),
    factBodies<Replied>(db, 'reply-received').then((facts) => facts.map(of('reply-received'))),
    factBodies<Edited>(db, 'reply-edited').then((facts) => facts.map(of('reply-edited'))),
    factBodies<Deleted>(db, 'reply-deleted').then((facts) => facts.map(of('reply-deleted'))),
  ]);
  return all.flat().sort((a, b) => a.seq - b.seq);
}

const of =
  <K extends string>(kind: K) =>
  <B>({ seq, body }: { readonly seq: number; readonly body: B }) => ({ kind, seq, body });

/** One consultation as it stands, or null. */
export const heldConsultation = async (db: Db, no: string): Promise<ConsultationState | null> =>
  consultationOf(no, await consultationFacts(db));

/** The same, refused where there is none. */
export async function standingConsultation(db: Db, no: string): Promise<Result<ConsultationState, Refusal>> {
  const held = await heldConsultation(db, no);
  return held === null ? refuse('consult', { reason: 'no-consultation', consultation: no }) : ok(held);
}

/** One that began with a letter: it alone has a deadline and an end. */
export async function letteredConsultation(db: Db, no: string): Promise<Result<ConsultationState, Refusal>> {
  return isWithoutLetter(no)
    ? refuse('consult', { reason: 'no-consultation', consultation: no })
    : standingConsultation(db, no);
}

/** All that were opened, the latest first. */
export async function heldConsultations(db: Db): Promise<readonly ConsultationState[]> {
  const facts = await consultationFacts(db);
  const numbers = facts.flatMap((fact) => (fact.kind === 'consultation-opened' ? [fact.body.consultation] : []));
  return numbers.reverse().flatMap((no) => consultationOf(no, facts) ?? []);
}

/** Whom a letter can be sent to on a day: everybody on the list but the office itself. */
export const askable = (departments: readonly Department[], today: string): readonly Department[] =>
  departments.filter((each) => each.kind !== 'office' && each.joined <= today && stillIn(each, today));
