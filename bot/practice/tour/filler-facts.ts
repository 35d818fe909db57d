/** What is on record of the department with which the tour goes along. */
import type { FactKind } from '../../../core/ledger/fact.ts';
import { type FactBody, factBodies } from '../../verbs/ledger/fact-bodies.ts';
import type { Tour } from './ground.ts';
import { filler } from './workbook-reply.ts';

export const ofFiller = async <T extends { readonly department: string }>(
  { deps }: Tour,
  kind: FactKind,
): Promise<readonly FactBody<T>[]> =>
  (await factBodies<T>(deps.db, kind)).filter(({ body }) => body.department === filler.department);
