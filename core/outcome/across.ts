/** What one department says of several items at one visit: a firm that is gone cannot have passed an inspection the same day. */
import type { PlacedFinding } from './check.ts';
import { kindOf, type OutcomeCode } from './code.ts';

export interface ItemOutcome {
  readonly item: string;
  readonly code: OutcomeCode;
}

/** Closed, moved, struck off or not to be reached; who refuses to cooperate is there. */
const isAbsent = (code: OutcomeCode): boolean => kindOf(code).ofSubject && code !== 'uncooperative';
/** Only somebody who is there can have been inspected on the item. */
const wasInspected = (code: OutcomeCode): boolean => !kindOf(code).ofSubject && code !== 'no-business';

/** The first of the others that cannot be so together with this one; a notice, since they may be of different days. */
export function contradiction(of: ItemOutcome, others: readonly ItemOutcome[]): PlacedFinding | null {
  const other = others.find(
    ({ item, code }) =>
      item !== of.item && ((isAbsent(of.code) && wasInspected(code)) || (wasInspected(of.code) && isAbsent(code))),
  );
  return other === undefined
    ? null
    : { field: 'code', weight: 'notice', finding: { kind: 'contradiction', code: of.code, other: other.code } };
}
