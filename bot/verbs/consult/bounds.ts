/** How long what people write may be, and that it is text. */
import { ok, type Result } from '../../../core/result.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { lengthOf } from '../too-long.ts';
import type { ConsultField } from './refusal.ts';

const most = {
  letter: 6000,
  matters: 3000,
  words: 4000,
  reason: 1000,
  person: 40,
  phone: 40,
  email: 100,
  changes: 50,
  file: 200,
} as const satisfies Record<ConsultField, number>;

/** Checked in the order in which a form has them. */
const fields = ['letter', 'matters', 'words', 'reason', 'person', 'phone', 'email', 'changes', 'file'] as const;

/** Refuses the first text that is too long. */
export function withinBounds(texts: Partial<Readonly<Record<ConsultField, string>>>): Result<true, Refusal> {
  for (const field of fields) {
    const length = lengthOf(texts[field] ?? '');
    if (length > most[field]) return tooLong(field, length);
  }
  return ok(true);
}

export const tooLong = (field: ConsultField, length: number) =>
  refuse('consult', { reason: 'too-long', field, length, most: most[field] });

export const tooMany = (field: ConsultField, count: number): boolean => count > most[field];

/** Half a surrogate pair would be refused by the ledger's canonical form; it is shown as the sign for what cannot be shown. */
export const asText = (given: string): string => given.toWellFormed().trim();
