/** What a person gives with an act, as text, into the values of the act: blank, too long, or no date is refused where it stands. */
import { type CivilDate, parseDate } from '../../../core/calendar.ts';
import { readEvidence } from '../../../core/outcome/evidence.ts';
import type { Evidence } from '../../../core/outcome/outcome.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { lineMost, tooLong, wordsMost } from '../too-long.ts';
import type { GivenField } from './refusal.ts';

/** Words that must be there. */
export function needed(field: GivenField, text: string, most = wordsMost): Result<string, Refusal> {
  return text.trim() === '' ? refuse('follow-up', { reason: 'text-missing', field }) : atMost(text, most);
}

/** Words that may be left out. */
export function atMost(text: string, most = wordsMost): Result<string, Refusal> {
  const long = tooLong(text.trim(), most);
  return long === null ? ok(text.trim()) : refuse('follow-up', long);
}

/** A number, a name, a place. */
export const line = (field: GivenField, text: string): Result<string, Refusal> => needed(field, text, lineMost);

export function day(field: GivenField, text: string): Result<CivilDate, Refusal> {
  const date = parseDate(text.normalize('NFKC').trim());
  return date.ok ? date : refuse('follow-up', { reason: 'not-a-date', field, text: text.slice(0, 40) });
}

export function evidence(text: string): Result<readonly Evidence[], Refusal> {
  const read = readEvidence(text);
  return read.ok ? read : refuse('follow-up', { reason: 'not-evidence', line: read.error.line });
}
