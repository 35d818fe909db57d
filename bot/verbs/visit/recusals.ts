/** Recusals of a ceremony as they stand. Reasons and words are for the applicant and the heads of his department. */
import type { Db } from '../../../db/database.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

export interface RecusalCase {
  /** Number of the fact that declared it. */
  readonly case: number;
  readonly ceremony: number;
  readonly post: number;
  readonly inspector: string;
  readonly department: string;
  readonly applicant: string;
  readonly reason: string;
  readonly decided: {
    readonly granted: boolean;
    readonly words: string;
    /** Who took the post; null where it stays open or with its holder. */
    readonly substitute: string | null;
  } | null;
}

type Declared = Omit<RecusalCase, 'case' | 'decided'>;
type Decided = NonNullable<RecusalCase['decided']> & { readonly case: number };

/** All of them, oldest first; those erased on record are left out. */
export async function recusalCases(db: Db): Promise<readonly RecusalCase[]> {
  const decisions = new Map(
    (await factBodies<Decided>(db, 'recusal-decided')).map(({ body }) => [
      body.case,
      { granted: body.granted, words: body.words, substitute: body.substitute },
    ]),
  );
  return (await factBodies<Declared>(db, 'recusal-declared')).map(({ seq, body }) => ({
    ...body,
    case: seq,
    decided: decisions.get(seq) ?? null,
  }));
}
