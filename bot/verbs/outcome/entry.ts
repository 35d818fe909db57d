/** An outcome as it was entered. */
import type { OutcomeEntry } from '../../../core/outcome/outcome.ts';
import type { EnteredOutcome } from '../../../db/outcomes.ts';

/** Safe because `enter` alone writes these bodies, from entries that it has checked. */
const entryIn = (body: unknown): OutcomeEntry => body as OutcomeEntry;
export const entryOf = ({ body }: Pick<EnteredOutcome, 'body'>): OutcomeEntry => entryIn(body);
