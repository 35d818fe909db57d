/** A transfer as its receiver meets it: what was handed over, by whom, and how far it is. */
import type { ActBodies, TransferResult } from '../../../core/follow-up/act.ts';
import type { Db } from '../../../db/database.ts';
import { type DossierEntry, dossierOf } from '../../../db/dossier.ts';
import { dayOf } from '../../today.ts';

export interface TransferHeld {
  readonly transfer: number;
  readonly on: string;
  readonly body: ActBodies['case-transferred'];
  readonly received: { readonly on: string; readonly by: string } | null;
  readonly result: { readonly on: string; readonly result: TransferResult; readonly number: string } | null;
}

/** Null where there is none of that number, or its body was erased on record. */
export async function transferHeld(db: Db, transfer: number): Promise<TransferHeld | null> {
  const entries = await dossierOf(db, { matter: 'transfer', id: String(transfer) });
  const made = entries.find(({ kind }) => kind === 'case-transferred');
  if (made === undefined || made.body === null) return null;
  const received = entries.find(({ kind }) => kind === 'transfer-received');
  const returned = entries.find(({ kind }) => kind === 'transfer-returned');
  const result = returned === undefined ? null : bodyIn<'transfer-returned'>(returned);
  return {
    transfer,
    on: dayOf(made.at),
    body: bodyIn<'case-transferred'>(made) ?? nothing,
    received: received === undefined ? null : { on: dayOf(received.at), by: received.actor },
    result:
      returned === undefined
        ? null
        : {
            on: result?.on ?? dayOf(returned.at),
            result: result?.result ?? 'not-penalised',
            number: result?.number ?? '',
          },
  };
}

const nothing: ActBodies['case-transferred'] = {
  cases: [],
  department: '',
  subject: '',
  tasks: [],
  visits: [],
  to: '',
  unit: '',
  reason: '',
  evidence: [],
  giver: '',
};

/** Safe because each kind is written by its one verb, from the body of that kind. */
const bodyIn = <K extends keyof ActBodies>({ body }: DossierEntry): ActBodies[K] | null =>
  body as unknown as ActBodies[K] | null;
