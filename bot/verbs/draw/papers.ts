/** What the papers of a draw say: figures from the record, names from the lists as they stand. Nothing is decided here. */
import { expertNumber } from '../../../core/draw/compile.ts';
import { formatCheckpoint } from '../../../core/ledger/checkpoint.ts';
import type { Plan } from '../../../core/plan/task.ts';
import { sayScheme } from '../../../core/policy/words.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type Snapshot, snapshot } from '../../../db/imports.ts';
import { heldPlan } from '../../../db/plans.ts';
import { kept } from '../../../db/registry.ts';
import { presentCheckpoint } from '../../../db/standing.ts';
import { subjectsByKey } from '../../../db/subjects.ts';
import { witnessKinds } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { paperVisits } from '../../paper/from-assignment.ts';
import { recordValue } from '../../paper/from-record.ts';
import type { RecordValue } from '../../paper/record-value.ts';
import type { ListHead, PaperVisit } from '../../paper/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { witnessWords } from '../../say/rights.ts';
import { dayOf } from '../../today.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { type Standing, standingAssignment } from '../visit/assignment.ts';
import { ceremonyHeld, type Held } from './held.ts';

export interface FormInput {
  readonly ceremony: number;
  /** Room of the ceremony. */
  readonly place: string;
  /** Photos and films, by file name. */
  readonly media: readonly string[];
  /** Where anybody verifies the record. */
  readonly verifyAt: string;
}

export interface Papers {
  readonly form: RecordValue;
  readonly head: ListHead;
  readonly visits: readonly PaperVisit[];
}

/** Form, list of visits and assignments of one draw, as it stands. */
export async function papersOf(deps: Deps, input: FormInput): Promise<Result<Papers, Refusal>> {
  const standing = await standingAssignment(deps.db, input.ceremony);
  if (!standing.ok) return standing;
  const { record } = standing.value;
  const [held, plan, state] = await Promise.all([
    ceremonyHeld(deps.db, input.ceremony),
    heldPlan(deps.db, record.manifest.plan),
    snapshot(deps.db),
  ]);
  if (!held.ok) return held;
  if (plan === null) return refuse('draw', { reason: 'no-plan', plan: record.manifest.plan });
  const [form, visits] = await Promise.all([
    formOf(deps, input, standing.value, held.value, plan.plan, state),
    visitsOf(deps, standing.value, plan.plan, state),
  ]);
  const { office, ceremony } = record.manifest;
  return ok({
    form,
    head: { office, ceremony, plan: plan.plan.no, recordDigest: record.digest, date: dayOf(deps.now()) },
    visits,
  });
}

/** Looks a name up by its code; the code itself where there is none. */
const naming = (names: Iterable<readonly [string, string]>): ((code: string) => string) => {
  const known = new Map(names);
  return (code) => known.get(code) ?? code;
};

const departmentNames = async ({ db }: Deps, state: Snapshot) =>
  naming((await kept(db, state, 'department')).map(({ code, name }) => [code, name] as const));

/** A witness of no department stands in the manifest by his kind and number: `deputy:w1`. */
const partyNames =
  (departmentName: (code: string) => string) =>
  (party: string): string => {
    const kind = witnessKinds.find((each) => party.startsWith(`${each}:`));
    return kind === undefined ? departmentName(party) : witnessWords[kind].zh;
  };

async function visitsOf(deps: Deps, { assignment }: Standing, plan: Plan, state: Snapshot): Promise<PaperVisit[]> {
  const { db } = deps;
  const keys = assignment.visits.map(({ row }) => assignment.roster.key(row));
  const [subjects, inspectors, experts, departmentName, items] = await Promise.all([
    subjectsByKey(db, state, keys),
    kept(db, state, 'inspector'),
    kept(db, state, 'expert'),
    departmentNames(deps, state),
    kept(db, state, 'item'),
  ]);
  const people = [
    ...inspectors.map(({ number, name }) => [number, name] as const),
    ...experts.map(({ number, name }) => [expertNumber(number), name] as const),
  ];
  return paperVisits(assignment, {
    plan,
    subjectName: (key) => subjects.get(keyText(key))?.name ?? key.number,
    inspectorName: naming(people),
    departmentName,
    itemName: naming(items.map(({ code, name }) => [code, name] as const)),
  });
}

async function formOf(
  deps: Deps,
  input: FormInput,
  { record, assignment }: Standing,
  { state: ceremony }: Held,
  plan: Plan,
  state: Snapshot,
): Promise<RecordValue> {
  const { manifest } = record;
  const policy = await policyInForce(deps.db, manifest.window.from);
  const { place, media, verifyAt } = input;
  return recordValue(record, assignment.roster, {
    office: manifest.office,
    policy: policy?.head.number?.value ?? policy?.head.title.value ?? manifest.policy,
    plan,
    place,
    media,
    verifyAt,
    checkpoint: formatCheckpoint(await presentCheckpoint(deps.db, deps.office)),
    disclosed: dayOf(deps.now()) >= manifest.discloseFrom,
    departmentName: partyNames(await departmentNames(deps, state)),
    schemeName: (scheme) => sayScheme(scheme).zh,
    annulled:
      ceremony.stage === 'annulled' && ceremony.ended !== null
        ? { order: ceremony.ended.reason, by: ceremony.ended.by }
        : null,
    seal: { lines: [manifest.office], standIn: policy === null ? null : (policy.head.seal?.value.by ?? null) },
    date: dayOf(record.openedAt),
  });
}
