/** How long what people write may be, and that it is text. */
import { ok, type Result } from '../../../core/result.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { ConsultField } from './refusal.ts';

const most: Readonly<Record<ConsultField, number>> = {
  letter: 6000,
  matters: 3000,
  words: 4000,
  reason: 1000,
  person: 40,
  phone: 40,
  email: 100,
  changes: 50,
  file: 200,
};

/** Counted as people count: one for each character, whatever its bytes. */
const lengthOf = (text: string): number => [...text].length;

/** Refuses the first text that is too long. */
export function withinBounds(texts: Partial<Readonly<Record<ConsultField, string>>>): Result<true, Refusal> {
  for (const [field, text] of Object.entries(texts)) {
    const length = lengthOf(text);
    const allowed = most[field as ConsultField];
    if (length > allowed) return tooLong(field as ConsultField, length);
  }
  return ok(true);
}

export const tooLong = (field: ConsultField, length: number) =>
  refuse('consult', { reason: 'too-long', field, length, most: most[field] });

export const tooMany = (field: ConsultField, count: number): boolean => count > most[field];

/** Half a surrogate pair would be refused by the ledger's canonical form; it is shown as the sign for what cannot be shown. */
export const asText = (given: string): string => given.toWellFormed().trim();
