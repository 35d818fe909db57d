/** Where the posts of a consultation stand, and how their places are named by others. */
import { isWithoutLetter } from '../../../../core/consult/fact.ts';
import { slotOf } from '../../post.ts';

export type OfConsultation = { readonly consultation: string };
export type OfDepartment = OfConsultation & { readonly department: string };
/** `seq`: number of the fact that it tells of. */
export type OfFact = OfDepartment & { readonly seq: number };

export const rootSlot = ({ consultation }: OfConsultation): string =>
  slotOf({ kind: 'consultation', about: { consultation } });

/** The letter in the department's channel; null where sheets came without one. */
export const letterSlot = ({ consultation, department }: OfDepartment): string | null =>
  isWithoutLetter(consultation) ? null : slotOf({ kind: 'consultation-letter', about: { consultation, department } });

/** The consultation and department whose letter a slot names, or null. */
export function letterAt(slot: string): OfDepartment | null {
  const [kind, consultation, ...department] = slot.split('/');
  return kind !== 'consultation-letter' || consultation === undefined || department.length === 0
    ? null
    : { consultation, department: department.join('/') };
}

/** The consultation and department of a receipt; it is a root where sheets came without a letter. */
export function receiptAt(slot: string): OfDepartment | null {
  const [kind, consultation, ...rest] = slot.split('/');
  const department = rest.slice(0, -1);
  return kind !== 'consultation-receipt' || consultation === undefined || department.length === 0
    ? null
    : { consultation, department: department.join('/') };
}

/** What a choice or form is about: the consultation, the department, and the page of words that were asked back. */
export interface ConsultAbout extends OfDepartment {
  /** Digest, '' where the choice says it all. */
  readonly words: string;
}

export const aboutText = ({
  consultation,
  department,
  words = '',
}: OfDepartment & { readonly words?: string }): string => `${consultation} ${words === '' ? '-' : words} ${department}`;

/** Parsed anew whenever it comes back; null where it is none of ours. */
export function aboutIn(text: string): ConsultAbout | null {
  const found = /^(\d{4}-\d{1,4}) (\S+) (.*)$/u.exec(text);
  if (found === null) return null;
  const [, consultation = '', words = '', department = ''] = found;
  return { consultation, department, words: words === '-' ? '' : words };
}
