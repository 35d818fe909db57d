/**
 * A row of an imported pool list (万年 2022 三(一)1): its pool is one of the policy's, it is entered on a ground of that pool, and where members
 * put the pool's subjects forward, it names the one that did. The rest needs no ground: whom no list names is there.
 */
import type { RowFault } from '../sheet/sheet.ts';
import type { PoolRules } from './pool.ts';
import { sourceRead } from './pool-source.ts';
import type { Classification } from './subject.ts';

/** @param isMember whether a department of ours is called so */
export function faultOfPoolRow(
  rules: PoolRules,
  row: Pick<Classification, 'class' | 'source'>,
  isMember: (name: string) => boolean,
): RowFault | null {
  const { labels, rest } = rules;
  if (!labels.includes(row.class)) return { field: 'class', fault: { kind: 'option', options: labels } };
  const { ground, proposer } = sourceRead(row.source);
  const grounds = rules.grounds.find(({ label }) => label === row.class)?.grounds ?? [];
  const isNeeded = row.class !== rest && grounds.length > 0;
  if ((isNeeded || ground !== '') && !grounds.includes(ground))
    return { field: 'ground', fault: { kind: 'option', options: grounds } };
  if (!rules.proposedByMembers.includes(row.class)) return null;
  if (proposer === '') return { field: 'proposer', fault: { kind: 'missing' } };
  return isMember(proposer) ? null : { field: 'proposer', fault: { kind: 'department', near: [] } };
}
