/** Numbers that departments stated, as they lie in the ledger; a later statement of the same span holds (`core/bulletin/number.ts`). */
import { isNumberKey, type Stated } from '../../../core/bulletin/number.ts';
import type { CivilDate } from '../../../core/calendar.ts';
import type { Db } from '../../../db/database.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

/** The fact's body. */
export interface NumbersStated {
  /** `numbers/2023`, by the year in which the span ends. */
  readonly period: string;
  readonly department: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Where the numbers come from. */
  readonly source: string;
  readonly numbers: readonly { readonly key: string; readonly n: number }[];
}

export async function numbersStated(db: Db): Promise<readonly Stated[]> {
  return (await factBodies<NumbersStated>(db, 'number-stated')).flatMap(({ seq, body }) =>
    body.numbers.flatMap(({ key, n }) => {
      const { department, from, to, source } = body;
      return isNumberKey(key) ? [{ department, from, to, source, key, n, seq }] : [];
    }),
  );
}
