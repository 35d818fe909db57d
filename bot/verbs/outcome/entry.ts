/** An outcome as it was entered. */
import { writtenAs } from '../../../core/ledger/dossier.ts';
import type { OutcomeEntry } from '../../../core/outcome/outcome.ts';
import type { EnteredOutcome } from '../../../db/outcomes.ts';

/** `enter` alone writes these bodies, from entries that it has checked. */
export const entryOf = ({ body }: Pick<EnteredOutcome, 'body'>): OutcomeEntry => writtenAs(body);
