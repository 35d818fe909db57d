/**
 * 汇总编制: the plan compiled from what departments sent back. Every line names its reply (三明 2025 引言); a change of a plan
 * that stands is a new version with its reason, and nothing of an older version is lost.
 */
import { canonical } from '../../../core/canonical.ts';
import { compileDraft, type Draft, type ProposedRow, type Reply } from '../../../core/plan/draft.ts';
import { type AskedOffer, askedOffers } from '../../../core/plan/join.ts';
import type { ReviewInput } from '../../../core/plan/review/desk.ts';
import type { Plan } from '../../../core/plan/task.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { At, Decision } from '../../../db/commit.ts';
import { heldPlan, planRow } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf, signed } from '../act.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { tooLong } from '../too-long.ts';
import { type ChangedTasks, changedTasks, withoutReasons } from './changed-tasks.ts';
import { cellsAsHeld, registryAsHeld, schemesFor } from './registry-as-held.ts';
import { reviewersTold } from './reviewer-people.ts';

/** What was said around the plan and no task holds. */
export type Consulted = Pick<ReviewInput, 'answers' | 'filings' | 'superiorDates'>;

export interface DraftRequest {
  readonly no: string;
  readonly year: number;
  readonly rows: readonly ProposedRow[];
  readonly replies: readonly Reply[];
  readonly doorLimit: Plan['doorLimit'];
  readonly consulted?: Partial<Consulted>;
  /** Why a plan that stands is changed. */
  readonly reason?: string;
}

export interface Drafted extends Pick<Draft, 'plan' | 'lines' | 'suggestions' | 'refused'> {
  readonly revision: number;
}

/** What the fact of a draft holds beside the plan: whom each line came from, and what was said around it. */
export interface DraftNote {
  readonly plan: string;
  readonly version: number;
  readonly lines: readonly { readonly task: string; readonly department: string; readonly at: string }[];
  readonly consulted: Consulted;
  /** Where departments overlap, offered to the leads; those that led to a joint task or were declined are not offered again. */
  readonly suggestions?: readonly AskedOffer[];
  /** What a version changed that is not the first; versions of earlier releases do not say. */
  readonly changed?: ChangedTasks;
}

export async function draftPlan(deps: Deps, actor: Actor, request: DraftRequest): Promise<Result<Drafted, Refusal>> {
  for (const { task } of request.rows) {
    // A liaison drafts what its own department leads.
    const allowed = authorise(actor, 'draft-plan', { department: task.lead });
    if (!allowed.ok) return allowed;
  }
  const fits = withinForm(request);
  return fits.ok ? enact<Drafted>(deps, (at) => decideDraft(deps, actor, at, request)) : fits;
}

function withinForm({ no, reason = '' }: DraftRequest): Result<true, Refusal> {
  if (!/^\S{1,40}$/u.test(no)) return refuse('plan', { reason: 'bad-number', plan: no });
  const long = tooLong(reason);
  return long === null ? ok(true) : refuse('plan', long);
}

/** The decision alone, for an act that has seen to it that the actor may change what it changes. */
export async function decideDraft(
  { db }: Deps,
  actor: Actor,
  at: At,
  { no, year, rows, replies, doorLimit, consulted, reason = '' }: DraftRequest,
): Promise<Result<Decision<Drafted>, Refusal>> {
  const lastDay = `${year}-12-31`;
  const today = dayOf(at.now);
  const policy = await policyInForce(db, lastDay);
  if (policy === null) return refuse('plan', { reason: 'no-policy', on: lastDay });
  const registry = await registryAsHeld(db);
  const tasks = rows.map(({ task }) => task);
  const cells = await cellsAsHeld(db, registry.state, schemesFor(policy, tasks, today), today);
  const head = { no, year, policy: policy.id, drafter: actor.person, draftedOn: today, doorLimit };
  const draft = compileDraft(head, rows, replies, { ...registry, cells });
  if (draft.plan.tasks.length === 0) {
    return refuse('plan', { reason: 'nothing-stands', refused: draft.refused, rejected: 0 });
  }
  const held = await heldPlan(db, no);
  const { lines, suggestions, refused } = draft;
  if (held !== null && sameTasks(held.plan, draft.plan)) {
    return already({ plan: held.plan, lines, suggestions, refused, revision: held.revision });
  }
  if (held !== null && reason.trim() === '') {
    const { version, state } = held.plan;
    return refuse('plan', { reason: 'stands-already', plan: no, version, state });
  }
  const plan = { ...draft.plan, version: (held?.plan.version ?? 0) + 1 };
  const revision = held?.revision ?? 0;
  const note: DraftNote = {
    plan: no,
    version: plan.version,
    lines: lines.map(({ task, reply }) => ({ task, department: reply.department, at: reply.at })),
    consulted: { answers: [], filings: [], superiorDates: [], ...consulted },
    suggestions: askedOffers(suggestions, plan.tasks),
    ...(held === null ? {} : { changed: changedTasks(actor, held.plan, plan) }),
  };
  const told = await reviewersTold(db, no);
  const body = asJson({ ...note, year, policy: policy.id, reason, told });
  return ok({
    facts: [held === null ? factOf(actor, 'draft-plan', body) : { kind: 'plan-revised', actor: signed(actor), body }],
    rows: [planRow(plan, revision, at)],
    value: { plan, lines, suggestions, refused, revision: revision + 1 },
  });
}

/** Reasons that the office gave since do not make another draft of the same tasks. */
const sameTasks = (held: Plan, drafted: Plan): boolean => contentOf(held) === contentOf(drafted);
const contentOf = ({ year, policy, doorLimit, tasks }: Plan): string =>
  canonical(asJson({ year, policy, doorLimit, tasks: tasks.map(withoutReasons) }));
