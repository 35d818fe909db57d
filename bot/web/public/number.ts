/** Numbers of enterprises as people type them into a search, and as they stand in addresses. */
import { numberKinds, type SubjectKey } from '../../../core/registry/subject.ts';
import { classifyNumber } from '../../../core/registry/uscc.ts';

/** Full-width digits and small letters are the same number. Null where it can be no number at all. */
export function keyTyped(text: string): SubjectKey | null {
  const typed = text.normalize('NFKC').trim().toUpperCase();
  if (typed === '' || typed.length > 40) return null;
  const known = classifyNumber(typed);
  return known.ok ? { kind: known.value.kind, number: known.value.number } : null;
}

export const enterprisePath = ({ kind, number }: { readonly kind: string; readonly number: string }): string =>
  `/enterprise/${kind}/${encodeURIComponent(number)}`;

/** The key that an address names, or null. */
export function keyInPath(kind: string, number: string): SubjectKey | null {
  const known = numberKinds.find((each) => each === kind);
  return known === undefined || number === '' || number.length > 60 ? null : { kind: known, number };
}
