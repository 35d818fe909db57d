/**
 * Which version of which department's list an act is about. Lists kept here have the number of their last import; papers that
 * departments write elsewhere (细则、办法、意见) are known by title and digest, and each other text is another version.
 */
import type { Digest } from '../../../core/digest.ts';
import { type ListKey, listKeys } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { type List, lastImport } from '../../../db/imports.ts';
import { type ListAct, listActs } from '../../../db/registry.ts';
import { type Refusal, refuse } from '../../refusal.ts';

const keptHere: Readonly<Partial<Record<ListKey, List>>> = {
  items: 'item',
  'joint-matters': 'joint_matter',
  'joint-items': 'item',
  implementation: 'item',
  subjects: 'subject',
  inspectors: 'inspector',
  'joint-inspectors': 'inspector',
  'shared-pool': 'inspector',
  experts: 'expert',
  'key-directory': 'classification',
};

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
  const here = keptHere[list];
  if (here !== undefined) {
    const last = await lastImport(db, here);
    return last === null
      ? refuse('registry', { reason: 'empty-list', list })
      : ok({ list, name, version: last.no, acts });
  }
  const latest = acts.reduce((version, act) => Math.max(version, act.version), 0);
  const { paper } = asked;
  if (paper === undefined) {
    return latest === 0
      ? refuse('registry', { reason: 'empty-list', list })
      : ok({ list, name, version: latest, acts });
  }
  const known = acts.find(({ body }) => paperIn(body) === paper.digest);
  return ok({ list, name, version: known?.version ?? latest + 1, acts });
}

const paperIn = (body: ListAct['body']): string | null =>
  typeof body === 'object' && body !== null && 'digest' in body && typeof body.digest === 'string' ? body.digest : null;
