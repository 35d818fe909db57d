/**
 * Under which classes one subject stands, each with the list that says so and its day: its pool with the ground on which it was entered and
 * the values behind it (万年 2022 三(一)1), and beside it the classes of credit and risk (万年 2022 三(三)4, 石狮 2024 三(一)).
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { requires, restOf, schemesOf } from '../../../core/policy/ask.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { classesBehind, classesOf, classHeld, type HeldClass, type NoClass } from '../../../core/registry/classify.ts';
import { poolRulesOf } from '../../../core/registry/pool-rules.ts';
import { type PoolSource, sourceRead } from '../../../core/registry/pool-source.ts';
import { type Classification, keyText, type Subject } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { lastImport, snapshot } from '../../../db/imports.ts';
import { classificationsOf, subjectsByKey } from '../../../db/subjects.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { policyInForce } from './policy-in-force.ts';
import { movedBy, poolsAsHeld, subjectCalled } from './pools.ts';

/** The evaluation by the local credit platform, as lists name their scheme (万年 2022 三(一)1: 地区信用平台综合评价情况). */
export const platformEvaluation = '地区信用平台综合评价';

export interface ClassShown extends PoolSource {
  readonly scheme: string;
  readonly label: string;
  /** 联合监管库, 信用风险低: '' where the policy gives the class no name. */
  readonly name: string;
  /** Null for the pool of all whom no list names. */
  readonly date: CivilDate | null;
}

export interface PoolShown extends ClassShown {
  readonly behind: readonly Result<HeldClass, NoClass>[];
}

export interface SubjectClasses {
  readonly subject: Subject;
  readonly on: CivilDate;
  /** The day of the directory that holds it. */
  readonly roll: CivilDate | null;
  readonly pools: readonly PoolShown[];
  readonly classes: readonly ClassShown[];
  /** Two lists of one day say different things. */
  readonly contradicted: readonly NoClass[];
}

export async function subjectClasses(
  deps: Pick<Deps, 'db' | 'now'>,
  number: string,
): Promise<Result<SubjectClasses, Refusal>> {
  const { db } = deps;
  const on = dayOf(deps.now());
  const key = await subjectCalled(db, number);
  if (!key.ok) return key;
  const policy = await policyInForce(db, on);
  if (policy === null) return refuse('registry', { reason: 'no-policy', on });
  const state = await snapshot(db);
  const subject = (await subjectsByKey(db, state, [key.value])).get(keyText(key.value));
  if (subject === undefined) return refuse('registry', { reason: 'no-such-subject', subject: number });
  const classifications = await classificationsOf(db, state, key.value);
  const held = classesOf(classifications);
  const schemes = schemesAsked(policy, classifications, on);
  const isPool = (scheme: string): boolean => poolRulesOf(policy, scheme, on) !== null;
  const found = schemes.map((scheme) => ({ scheme, held: classHeld(held, subject, scheme, on) }));
  const shown = found.flatMap((each) => {
    if (each.held.ok) return [classShown(policy, on, each.held.value)];
    const rest = each.held.error.kind === 'unclassified' ? restOf(policy, each.scheme, on)?.value : undefined;
    return rest === undefined ? [] : [restShown(policy, on, each.scheme, rest)];
  });
  const others = schemes.filter((scheme) => !isPool(scheme));
  const roll = await lastImport(db, 'subject');
  const pools: PoolShown[] = [];
  for (const pool of shown.filter(({ scheme }) => isPool(scheme)))
    pools.push({ ...(await withMove(db, pool, subject, on)), behind: classesBehind(held, subject, others, on) });
  return ok({
    subject,
    on,
    roll: roll === null ? null : dayOf(roll.at),
    pools,
    classes: shown.filter(({ scheme }) => !isPool(scheme)),
    contradicted: found.flatMap(({ held: each }) =>
      each.ok || each.error.kind === 'unclassified' ? [] : [each.error],
    ),
  });
}

/** Those of the policy, those that lists know, and what its pools must rest on even where no list knows it. */
function schemesAsked(policy: Policy, held: readonly Classification[], on: CivilDate): readonly string[] {
  const own = schemesOf(policy, on).map(({ value }) => value.id);
  const known = held.filter(({ date }) => date <= on).map(({ scheme }) => scheme);
  const sources = requires(policy, 'pool-sources', on) === null ? [] : [platformEvaluation];
  return [...new Set([...own, ...sources, ...known])];
}

const nameOf = (policy: Policy, on: CivilDate, scheme: string, label: string): string =>
  schemesOf(policy, on)
    .find(({ value }) => value.id === scheme)
    ?.value.classes.find((each) => each.label === label)?.zh ?? '';

const classShown = (policy: Policy, on: CivilDate, held: HeldClass): ClassShown => ({
  ...sourceRead(held.source),
  scheme: held.scheme,
  label: held.class,
  name: nameOf(policy, on, held.scheme, held.class),
  date: held.date,
});

/** 其他市场主体: no list names it. */
const restShown = (policy: Policy, on: CivilDate, scheme: string, label: string): ClassShown => ({
  ...{ scheme, label, name: nameOf(policy, on, scheme, label), date: null },
  ...{ source: '', ground: '', proposer: '' },
});

/** A class that a confirmed move gave has its ground in the move. */
async function withMove(db: Deps['db'], shown: ClassShown, subject: Subject, on: CivilDate): Promise<ClassShown> {
  const pools = await poolsAsHeld(db, shown.scheme, on);
  const move = pools.ok ? movedBy(pools.value, shown.source, keyText(subject)) : null;
  if (move === null) return shown;
  const proposer = move.by.kind === 'member' ? move.by.department : '';
  const ground = move.basis.kind === 'ground' ? move.basis.ground : '';
  return { ...shown, ground, proposer };
}
