/**
 * Which version of which department's list an act is about. Lists kept here have the number of the import that last
 * changed the department's rows; papers that departments write elsewhere (细则、办法、意见) are known by title and digest, and
 * each other text is another version.
 */
import type { Digest } from '../../../core/digest.ts';
import { type ListKey, listKeys } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { type ListAct, listActs } from '../../../db/registry.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { documentsOf } from './documents.ts';
import { heldLists, isRowList } from './held-lists.ts';

/** A paper that a department wrote elsewhere. */
export interface Paper {
  readonly title: string;
  readonly digest: Digest;
}

export interface ListAsked {
  readonly list: string;
  /** Whose it is: department code. */
  readonly department: string;
  readonly paper?: Paper;
}

export interface Version {
  readonly list: ListKey;
  /** The name under which acts of this department's list are kept. */
  readonly name: string;
  readonly version: number;
  readonly acts: readonly ListAct[];
}

export async function versionOf(db: Db, asked: ListAsked): Promise<Result<Version, Refusal>> {
  const list = listKeys.find((each) => each === asked.list);
  if (list === undefined) return refuse('registry', { reason: 'no-such-list', list: asked.list, known: listKeys });
  const name = `${list}:${asked.department}`;
  const acts = await listActs(db, name);
  if (isRowList(list)) {
    const held = (await heldLists(db)).listOf(list, asked.department);
    return held === null
      ? refuse('registry', { reason: 'empty-list', list })
      : ok({ list, name, version: held.version, acts });
  }
  const documents = (await documentsOf(db)).filter(
    (each) => each.list === list && each.department === asked.department,
  );
  const latest = Math.max(0, ...[...acts, ...documents].map(({ version }) => version));
  const { paper } = asked;
  if (paper === undefined) {
    return latest === 0
      ? refuse('registry', { reason: 'empty-list', list })
      : ok({ list, name, version: latest, acts });
  }
  const known =
    documents.find(({ digest }) => digest === paper.digest) ?? acts.find(({ body }) => paperIn(body) === paper.digest);
  return ok({ list, name, version: known?.version ?? latest + 1, acts });
}

const paperIn = (body: ListAct['body']): string | null =>
  typeof body === 'object' && body !== null && 'digest' in body && typeof body.digest === 'string' ? body.digest : null;
