/**
 * How every act on findings goes: whose they are is in their names, so that nobody who may not act learns anything of them; then they are
 * loaded, each is asked by the rules of core, and all of them are recorded or none. Findings of one enterprise make one fact.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import type { ActKind, CaseAct, Covers } from '../../../core/follow-up/act.ts';
import { type Demands, demandsOf } from '../../../core/follow-up/demand.ts';
import { type NewAct, refusedBy } from '../../../core/follow-up/rule.ts';
import type { Fact } from '../../../core/ledger/fact.ts';
import { outcomeKeyOf, outcomeTyped } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { At } from '../../../db/commit.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Verb } from '../../rights.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, signed } from '../act.ts';
import { ownerOf } from '../outcome/reach.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { type CaseHeld, casesOf } from './cases.ts';
import type { CaseInWay } from './refusal.ts';

export interface Cases {
  /** Ids of findings: `source/visit/department/item`. */
  readonly cases: readonly string[];
}

export interface Done {
  readonly cases: readonly string[];
  /** 检查编号 of the visits. */
  readonly nos: readonly string[];
  /** Numbers of the facts, in order; empty where all of it was on record already. */
  readonly seqs: readonly number[];
}

export interface Matter {
  readonly cases: readonly CaseHeld[];
  /** Department whose findings they are. */
  readonly department: string;
  readonly today: CivilDate;
  readonly demands: Demands;
  readonly at: At;
}

export interface How {
  readonly verb: Verb;
  /** May cover findings of several enterprises; each enterprise has its own fact. */
  readonly several?: true;
  /** Department by which the act is done, where that is not the one whose findings they are. */
  readonly by?: string;
}

/** A year of a department's findings is far less. */
const casesMost = 2000;

export async function onCases(
  deps: Deps,
  actor: Actor,
  how: How,
  asked: Cases,
  acts: (matter: Matter) => Promise<Result<readonly NewAct[], Refusal>>,
): Promise<Result<Done, Refusal>> {
  const ids = [...new Set(asked.cases.map(outcomeTyped))];
  if (ids.length === 0) return refuse('follow-up', { reason: 'no-cases' });
  if (ids.length > casesMost) return refuse('follow-up', { reason: 'too-many-cases', most: casesMost });
  const stray = ids.find((id) => outcomeKeyOf(id) === null);
  if (stray !== undefined) return refuse('follow-up', { reason: 'no-case', case: stray.slice(0, 80) });
  const departments = [...new Set(ids.flatMap((id) => outcomeKeyOf(id)?.department ?? []))];
  const [department] = departments;
  if (department === undefined || departments.length > 1)
    return refuse('follow-up', { reason: 'several-departments', departments });
  const owner = ownerOf(actor, how.by ?? department, await departmentsAsHeld(deps.db));
  const allowed = authorise(actor, how.verb, owner);
  if (!allowed.ok) return allowed;
  return enact<Done>(deps, async (at) => {
    const loaded = await casesNamed(deps, department, ids);
    if (!loaded.ok) return loaded;
    const cases = loaded.value;
    const groups = bySubject(cases);
    if (how.several === undefined && groups.length > 1)
      return refuse('follow-up', { reason: 'several-subjects', subjects: groups.length });
    const today = dayOf(at.now);
    const demands = demandsOf(await policyInForce(deps.db, today), today);
    const given = await acts({ cases, department, today, demands, at });
    if (!given.ok) return given;
    const fresh = groups.flatMap((group) =>
      given.value
        .map((act) => ({ act, body: bodyOf(group, department, act) }))
        .filter(({ act, body }) => !stands(group, act, body)),
    );
    const value: Done = {
      cases: ids,
      nos: [...new Set(cases.map(({ no }) => no))],
      seqs: fresh.map((_, i) => at.seq + i),
    };
    if (fresh.length === 0) return already(value);
    const inWay = fresh.flatMap(({ act, body }) => waysOf(cases, body, act, { today, demands, person: actor.person }));
    if (inWay.length > 0) return refuse('follow-up', { reason: 'cases', cases: inWay });
    const facts = fresh.map(({ act, body }): Fact => ({ kind: act.kind, actor: signed(actor), body: asJson(body) }));
    return ok({ facts, value });
  });
}

async function casesNamed(
  deps: Deps,
  department: string,
  ids: readonly string[],
): Promise<Result<readonly CaseHeld[], Refusal>> {
  const sources = new Set(ids.flatMap((id) => outcomeKeyOf(id)?.source ?? []));
  const [source] = sources;
  const only = sources.size === 1 && source !== undefined ? { department, source } : { department };
  const held = new Map((await casesOf(deps, only)).map((each) => [each.id, each]));
  const found: CaseHeld[] = [];
  for (const id of ids) {
    const each = held.get(id);
    if (each === undefined) return refuse('follow-up', { reason: 'no-case', case: id.slice(0, 80) });
    found.push(each);
  }
  return ok(found);
}

const bySubject = (cases: readonly CaseHeld[]): readonly (readonly CaseHeld[])[] => [
  ...Map.groupBy(cases, ({ subject, visit }) => subject?.key ?? visit).values(),
];

function bodyOf(group: readonly CaseHeld[], department: string, { kind: _, ...act }: NewAct) {
  const covers: Covers = {
    cases: group.map(({ id }) => id),
    department,
    subject: group[0]?.subject?.key ?? '',
    tasks: [...new Set(group.flatMap(({ tasks }) => tasks))],
    visits: [...new Set(group.map(({ visit }) => visit))],
  };
  return { ...covers, ...act };
}

/** The very same act is on record for every one of them, and nothing has overtaken it: a second click, a retry. */
function stands(group: readonly CaseHeld[], { kind }: NewAct, body: Covers): boolean {
  const text = canonical(asJson(body));
  return group.every(({ acts, closed }) => {
    const at = acts.findLastIndex((act) => act.kind === kind && canonical(asJson(act.body)) === text);
    if (at < 0 || (kind === 'case-closed' && closed === null)) return false;
    return !acts.slice(at + 1).some((later) => overtakes(kind, later));
  });
}

/** After these the same words are another act: ordered again after a re-check, handed over again after it came back. */
function overtakes(kind: ActKind, later: CaseAct): boolean {
  const kinds: readonly CaseAct['kind'][] = overtakenBy[kind] ?? [];
  return kinds.includes(later.kind === 'erased' ? later.was : later.kind);
}
const overtakenBy: Readonly<Partial<Record<ActKind, readonly ActKind[]>>> = {
  'correction-ordered': ['correction-checked'],
  'correction-checked': ['correction-ordered', 'listing-reminded'],
  'case-transferred': ['transfer-returned'],
  'crime-referred': ['crime-answered'],
  'crime-answered': ['crime-referred'],
  'credit-repaired': ['credit-repaired'],
};

function waysOf(
  cases: readonly CaseHeld[],
  body: Covers,
  act: NewAct,
  asking: Parameters<typeof refusedBy>[2],
): readonly CaseInWay[] {
  return cases.flatMap((held): readonly CaseInWay[] => {
    if (!body.cases.includes(held.id)) return [];
    const why = refusedBy(held, act, asking);
    return why === null ? [] : [{ no: held.no, item: held.item.code, why }];
  });
}
