/** A fact as it lies in the dossier of a visit or a filing, and what it says there: each kind with the body that its one verb writes. */
import type { Json } from '../canonical.ts';
import { writtenAs } from '../ledger/dossier.ts';

export interface VisitEntry {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  /** `person:…` */
  readonly actor: string;
  /** Null once it was erased on record. */
  readonly body: Json | null;
}

/** Which fact it was, when, and by whom. */
export interface Recorded {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
}

type FactOf<Facts> = { [K in keyof Facts]: { readonly kind: K; readonly body: Facts[K] } }[keyof Facts];

/** Null of facts that say nothing here, and of those whose body was erased on record. @param kinds those that say something */
export const factIn = <Facts>(
  kinds: Readonly<Record<keyof Facts, true>>,
  { kind, body }: Pick<VisitEntry, 'kind' | 'body'>,
): FactOf<Facts> | null => (body !== null && Object.hasOwn(kinds, kind) ? writtenAs({ kind, body }) : null);
