/**
 * A list that another platform drew (石狮 2024 三(三): the provincial platform holds the draw): compared row by row with what the frozen
 * marks would allow. It is taken in as it is, marked “drawn elsewhere, not verifiable”; nothing is put right in silence.
 */
import { keyText, type SubjectKey } from '../registry/subject.ts';
import type { Exclusion } from './frame.ts';

export type OutsideDifference =
  /** On the outside list, not in our lists at all. */
  | { readonly kind: 'unknown-subject'; readonly subject: string }
  /** In our lists, but no task means it. */
  | { readonly kind: 'not-in-frame'; readonly subject: string }
  /** Our rules leave it out, with the reason. */
  | { readonly kind: 'excluded'; readonly subject: string; readonly reason: Exclusion }
  | { readonly kind: 'twice'; readonly subject: string };

/** What the marks say of a subject for the task: `drawable`, an exclusion, or null where no task means it. */
export type MarkLookup = (key: SubjectKey) => 'drawable' | Exclusion | 'not-in-frame' | null;

/** Every difference, in the order of the list; and the subjects that a visit can be made for. */
export function compareOutside(
  list: readonly SubjectKey[],
  lookup: MarkLookup,
): { readonly taken: readonly SubjectKey[]; readonly differences: readonly OutsideDifference[] } {
  const seen = new Set<string>();
  const taken: SubjectKey[] = [];
  const differences: OutsideDifference[] = [];
  for (const key of list) {
    const subject = keyText(key);
    if (seen.has(subject)) {
      differences.push({ kind: 'twice', subject });
      continue;
    }
    seen.add(subject);
    const found = lookup(key);
    if (found === null) differences.push({ kind: 'unknown-subject', subject });
    else if (found === 'not-in-frame') differences.push({ kind: 'not-in-frame', subject });
    else {
      if (found !== 'drawable') differences.push({ kind: 'excluded', subject, reason: found });
      taken.push(key);
    }
  }
  return { taken, differences };
}
