/** A transfer as its receiver meets it: what was handed over, by whom, and how far it is. */
import type { ActBodies, TransferResult } from '../../../core/follow-up/act.ts';
import { writtenAs } from '../../../core/ledger/dossier.ts';
import type { Db } from '../../../db/database.ts';
import { type DossierEntry, dossierOf } from '../../../db/dossier.ts';
import { dayOf } from '../../today.ts';

export interface TransferHeld {
  readonly transfer: number;
  readonly on: string;
  readonly body: ActBodies['case-transferred'];
  readonly received: { readonly on: string; readonly by: string } | null;
  readonly result: {
    readonly on: string;
    /** `erased`: it came back, and what it said was erased on record. */
    readonly result: TransferResult | 'erased';
    readonly number: string;
  } | null;
}

/** Null where there is none of that number, or its body was erased on record. */
export async function transferHeld(db: Db, transfer: number): Promise<TransferHeld | null> {
  const entries = await dossierOf(db, { matter: 'transfer', id: String(transfer) });
  const made = entries.find(({ kind }) => kind === 'case-transferred');
  if (made === undefined || made.body === null) return null;
  const received = entries.find(({ kind }) => kind === 'transfer-received');
  const returned = entries.find(({ kind }) => kind === 'transfer-returned');
  return {
    transfer,
    on: dayOf(made.at),
    body: writtenAs<ActBodies['case-transferred']>(made.body),
    received: received === undefined ? null : { on: dayOf(received.at), by: received.actor },
    result: returned === undefined ? null : resultIn(returned),
  };
}

const resultIn = ({ at, body }: DossierEntry): NonNullable<TransferHeld['result']> =>
  body === null
    ? { on: dayOf(at), result: 'erased', number: '' }
    : writtenAs<Pick<ActBodies['transfer-returned'], 'on' | 'result' | 'number'>>(body);
