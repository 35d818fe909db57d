/** What a year's outcomes give reason to look at, for the office over everybody, for a department over its own. */
import { ruling } from '../../../core/policy/cited.ts';
import type { PoolRules } from '../../../core/registry/pool.ts';
import { poolRulesOf } from '../../../core/registry/pool-rules.ts';
import { keyOfText } from '../../../core/registry/subject.ts';
import { type MoveReason, movesAsked } from '../../../core/risk/move.ts';
import { cleanSubjects, type Grouped, grouped, type OfSubject, repeatedFindings } from '../../../core/risk/seen.ts';
import { type Sign, signsIn } from '../../../core/risk/sign.ts';
import type { SignAnswered } from '../../../core/risk/warning.ts';
import type { Db } from '../../../db/database.ts';
import { snapshot } from '../../../db/imports.ts';
import { classificationsOf } from '../../../db/subjects.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { seenOutcomes } from './seen.ts';

export interface Signals {
  readonly year: number;
  readonly repeated: readonly OfSubject[];
  readonly clean: readonly OfSubject[];
  readonly areas: Grouped;
  readonly trades: Grouped;
  readonly moves: readonly (MoveReason & { readonly scheme: string })[];
  readonly signs: readonly (Sign & { readonly answer: string | null })[];
}

/** @param department whose outcomes; null for all */
export async function signalsOf(deps: Deps, year: number, department: string | null): Promise<Signals> {
  const all = await seenOutcomes(deps, year);
  const own = department === null ? all : all.filter((each) => each.department === department);
  const answers = new Map((await signAnswers(deps.db)).map(({ sign, words }) => [sign, words]));
  return {
    year,
    repeated: repeatedFindings(own),
    clean: cleanSubjects(own),
    areas: grouped(own, ({ place }) => [place]),
    trades: grouped(own, ({ trades }) => trades),
    moves: await movesOf(deps, own),
    signs: signsIn(own).map((sign) => ({ ...sign, answer: answers.get(sign.id) ?? null })),
  };
}

/** Null where the asker sees all: the office, the bodies that supervise, and whoever is above. */
export const reachOfSignals = ({ roles, department }: Actor): string | null =>
  roles.some((role) => role === 'office' || role === 'supervisor' || role === 'superior') ? null : department;

export const signAnswers = async (db: Db): Promise<readonly SignAnswered[]> =>
  (await factBodies<SignAnswered>(db, 'sign-answered')).map(({ body }) => body);

type Own = Parameters<typeof movesAsked>[1];

async function movesOf({ db, now }: Deps, own: Own): Promise<Signals['moves']> {
  const today = dayOf(now());
  const policy = await policyInForce(db, today);
  const schemes = new Set(policy?.moves.map((move) => ruling(move, today).value.scheme) ?? []);
  const moves: (MoveReason & { readonly scheme: string })[] = [];
  for (const scheme of schemes) {
    const rules = policy === null ? null : poolRulesOf(policy, scheme, today);
    if (rules === null) continue;
    const pools = await poolsOf(db, scheme, rules, own, today);
    moves.push(
      ...movesAsked(rules, own, (subject) => pools.get(subject) ?? rules.rest).map((move) => ({ ...move, scheme })),
    );
  }
  return moves;
}

async function poolsOf(
  db: Db,
  scheme: string,
  { rest }: PoolRules,
  own: Own,
  today: string,
): Promise<ReadonlyMap<string, string>> {
  const state = await snapshot(db);
  const pools = new Map<string, string>();
  for (const subject of new Set(own.map((each) => each.subject))) {
    const key = keyOfText(subject);
    const held = key === null ? [] : await classificationsOf(db, state, key);
    const last = held
      .filter((each) => each.scheme === scheme && each.date <= today)
      .sort(byDate)
      .at(-1);
    pools.set(subject, last?.class ?? rest);
  }
  return pools;
}

const byDate = (a: { readonly date: string }, b: { readonly date: string }): number => (a.date < b.date ? -1 : 1);
