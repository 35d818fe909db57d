/** 诚信档案 of one subject: the checks of it on record, also those from before the system began, and its entries on lists. */
import { type CreditEntry, creditEntries } from '../../../core/follow-up/credit-file.ts';
import { keyText, type PastCheck, type SubjectKey } from '../../../core/registry/subject.ts';
import { snapshot } from '../../../db/imports.ts';
import { pastChecksBetween } from '../../../db/statements.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { casesOf } from '../follow-up/cases.ts';

export interface CreditFile {
  readonly checks: readonly PastCheck[];
  readonly entries: readonly CreditEntry[];
}

export async function creditFile(deps: Deps, subject: SubjectKey): Promise<CreditFile> {
  const today = dayOf(deps.now());
  const cases = await casesOf(deps, { subject: keyText(subject) });
  return {
    checks: await pastChecksBetween(deps.db, await snapshot(deps.db), [subject], '0000-01-01', today),
    entries: creditEntries(cases, today),
  };
}
