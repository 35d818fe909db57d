/** Numbers of papers as they were given: what each fact says. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Digest } from '../../../core/digest.ts';
import type { PaperNumber } from '../../../core/paper/series.ts';
import type { Deps } from '../../deps.ts';
import type { PaperKind } from '../../paper/official/papers.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

/** The fact's body, with the matters that it is filed under. */
export interface PaperIssued extends PaperNumber {
  readonly paper: string;
  readonly kind: PaperKind;
  readonly about: string;
  /** Code of whoever issues it; '' for the office. */
  readonly department: string;
  readonly title: string;
  readonly on: CivilDate;
  /** Of what the paper says, but for number, mark and date. */
  readonly digest: Digest;
}

/** All numbers that were given, oldest first. */
export const papersIssued = async ({ db }: Pick<Deps, 'db'>): Promise<readonly PaperOnRecord[]> =>
  (await factBodies<PaperIssued>(db, 'paper-issued')).map(({ body, seq }) => ({ ...body, seq }));

export interface PaperOnRecord extends PaperIssued {
  readonly seq: number;
}
