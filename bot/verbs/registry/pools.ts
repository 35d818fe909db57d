/** How a subject's pools stand: what the held classes say of it, and the rounds and moves on record. */
import { type PoolFact, type PoolRules, type Proposal, poolsOn } from '../../../core/registry/pool.ts';
import { poolRulesOf } from '../../../core/registry/pool-rules.ts';
import { keyText, type SubjectKey } from '../../../core/registry/subject.ts';
import { classifyNumber } from '../../../core/registry/uscc.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { snapshot } from '../../../db/imports.ts';
import { classificationsOf, subjectsByKey } from '../../../db/subjects.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { policyInForce } from './policy-in-force.ts';

export type Standing = ReturnType<typeof poolsOn>;

export interface Pools {
  readonly rules: PoolRules;
  readonly standing: Standing;
  /** Every move that was ever asked for, by its number. */
  readonly proposals: ReadonlyMap<string, Proposal>;
}

const kinds = ['pool-round-opened', 'pool-move-proposed', 'pool-move-confirmed', 'pool-move-refused'] as const;

/** The rules and the record of a scheme's pools on a day. */
export async function poolsAsHeld(db: Db, scheme: string, on: string): Promise<Result<Pools, Refusal>> {
  const policy = await policyInForce(db, on);
  if (policy === null) return refuse('registry', { reason: 'no-policy', on });
  const rules = poolRulesOf(policy, scheme, on);
  if (rules === null) return refuse('registry', { reason: 'no-pools', policy: policy.head.title.value, scheme });
  const told = await Promise.all(kinds.map((kind) => factBodies<{ scheme: string; fact: PoolFact }>(db, kind)));
  const facts = told
    .flat()
    .filter(({ body }) => body.scheme === scheme)
    .sort((a, b) => a.seq - b.seq)
    .map(({ body }) => body.fact);
  const proposals = new Map(facts.flatMap((fact) => (fact.kind === 'move-proposed' ? [[fact.no, fact] as const] : [])));
  return ok({ rules, standing: poolsOn(facts, on), proposals });
}

/**
 * The record with a subject's class as the lists hold it: pools are imported like other classes, and a confirmed move is
 * written there too, so that the list alone says where a subject is.
 */
export async function withHeldClass(
  db: Db,
  standing: Standing,
  scheme: string,
  key: SubjectKey,
  on: string,
): Promise<Standing> {
  const held = (await classificationsOf(db, await snapshot(db), key)).filter(
    (each) => each.scheme === scheme && each.date <= on,
  );
  const last = held.reduce<(typeof held)[number] | null>((a, b) => (a === null || b.date >= a.date ? b : a), null);
  if (last === null) return standing;
  const subject = keyText(key);
  const move = standing.pool.get(subject)?.move ?? '';
  return { ...standing, pool: new Map([...standing.pool, [subject, { label: last.class, since: last.date, move }]]) };
}

/** What the source of a class that a confirmed move gave says: which move it was. */
export const moveSource = (no: string): string => `移库 ${no}`;

/** The move that put a subject where its class says it is; null where a list did. */
export const movedBy = ({ proposals }: Pools, source: string, subject: string): Proposal | null => {
  const found = [...proposals.values()].find(({ no }) => source === moveSource(no));
  return found?.subject === subject ? found : null;
};

/** A subject of the register by the number that a person types. */
export async function subjectCalled(db: Db, number: string): Promise<Result<SubjectKey, Refusal>> {
  const key = classifyNumber(number);
  const found = key.ok ? await subjectsByKey(db, await snapshot(db), [key.value]) : new Map();
  if (!key.ok || found.size === 0) return refuse('registry', { reason: 'no-such-subject', subject: number });
  return ok({ kind: key.value.kind, number: key.value.number });
}
