/** The pools of the policy in force as the lists hold them, in numbers, and what their proposers still owe this year. */
import { type CivilDate, yearOf } from '../../../core/calendar.ts';
import { ruling } from '../../../core/policy/cited.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { countPools, type PoolCount, type Pooled } from '../../../core/registry/pool-board.ts';
import { poolRulesOf } from '../../../core/registry/pool-rules.ts';
import { sourceRead } from '../../../core/registry/pool-source.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { type Snapshot, snapshot } from '../../../db/imports.ts';
import { rosterPages } from '../../../db/roster.ts';
import { sourcesOfClass } from '../../../db/statements.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { departmentsAsHeld } from './departments.ts';
import { policyInForce } from './policy-in-force.ts';
import { movedBy, poolsAsHeld } from './pools.ts';

export interface PoolBoard extends PoolCount {
  readonly scheme: string;
  readonly on: CivilDate;
  readonly policy: string;
  /** 联合监管库 …: the policy's names by label. */
  readonly names: ReadonlyMap<string, string>;
}

/** Every scheme of the policy whose classes are entered on grounds; empty where it has no pools. */
export async function poolBoards(deps: Pick<Deps, 'db' | 'now'>): Promise<readonly PoolBoard[]> {
  const { db } = deps;
  const on = dayOf(deps.now());
  const policy = await policyInForce(db, on);
  if (policy === null) return [];
  const state = await snapshot(db);
  const boards: PoolBoard[] = [];
  for (const cited of policy.schemes) {
    const { id, classes } = ruling(cited, on).value;
    const count = await countedOnce(db, state, policy, id, on);
    const names = new Map(classes.map(({ label, zh }) => [label, zh]));
    if (count !== null) boards.push({ ...count, scheme: id, on, policy: policy.id, names });
  }
  return boards;
}

/** The same, refused where the policy in force has no pools. */
export async function poolBoard(deps: Pick<Deps, 'db' | 'now'>): Promise<Result<PoolBoard, Refusal>> {
  const [board] = await poolBoards(deps);
  if (board !== undefined) return ok(board);
  const on = dayOf(deps.now());
  const policy = await policyInForce(deps.db, on);
  return policy === null
    ? refuse('registry', { reason: 'no-policy', on })
    : refuse('registry', { reason: 'no-pools', policy: policy.head.title.value, scheme: 'pool' });
}

/** Reading a register of a million takes a while: it is counted once for a state of the lists and a day. */
async function countedOnce(
  db: Db,
  state: Snapshot,
  policy: Policy,
  scheme: string,
  on: CivilDate,
): Promise<PoolCount | null> {
  const key = JSON.stringify([state, policy.id, scheme, on]);
  const last = counted.get(db);
  if (last?.key === key) return last.count;
  const count = counting(db, state, policy, scheme, on);
  counted.set(db, { key, count });
  // What failed is tried anew.
  count.catch(() => counted.delete(db));
  return count;
}

const counted = new WeakMap<Db, { readonly key: string; readonly count: Promise<PoolCount | null> }>();

async function counting(
  db: Db,
  state: Snapshot,
  policy: Policy,
  scheme: string,
  on: CivilDate,
): Promise<PoolCount | null> {
  const rules = poolRulesOf(policy, scheme, on);
  if (rules === null) return null;
  const sources = new Map<string, Awaited<ReturnType<typeof sourcesOfClass>>>();
  for (const label of rules.proposedByMembers)
    sources.set(label, await sourcesOfClass(db, state, { scheme, label, on }));
  const moves = await poolsAsHeld(db, scheme, on);
  const codes = new Map(
    (await departmentsAsHeld(db)).flatMap(({ code, name, aliases }) =>
      [code, name, ...aliases].map((each) => [each, code]),
    ),
  );
  const proposerOf = (subject: string, label: string): string => {
    const source = sources.get(label)?.get(subject)?.source ?? '';
    const named = sourceRead(source).proposer;
    if (named !== '') return codes.get(named) ?? named;
    const move = moves.ok ? movedBy(moves.value, source, subject) : null;
    return move?.by.kind === 'member' ? move.by.department : '';
  };
  const pooled: Pooled[] = [];
  const checks = { from: `${yearOf(on)}-01-01`, to: on };
  for await (const page of rosterPages(db, state, { schemes: [scheme], on, checks }))
    for (const row of page)
      pooled.push({ subject: keyText(row), label: row.classes[0] ?? null, checked: row.checks.length > 0 });
  return countPools(rules, pooled, proposerOf);
}
