/** A plan's review over the registry as it is held now; every verb that lets a plan go on asks it anew. */
import { answersOn } from '../../../core/consult/invitation.ts';
import { type Review, reviewPlan } from '../../../core/plan/review/review.ts';
import type { Plan } from '../../../core/plan/task.ts';
import { restOf } from '../../../core/policy/ask.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { type Held, heldPlan } from '../../../db/plans.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { invitationAnswersIn, invitationsIn, superiorPlansIn } from '../invite/recorded.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import type { Consulted, DraftNote } from './draft-plan.ts';
import type { KeepRequest } from './keep-finding.ts';
import { cellsAsHeld, expertsAsHeld, peopleAsHeld, registryAsHeld, schemesFor } from './registry-as-held.ts';

export interface HeldPlan extends Held {
  readonly policy: Policy;
}

/** The plan with the policy of its year, or why there is none. */
export async function planWithPolicy({ db }: Pick<Deps, 'db'>, no: string): Promise<Result<HeldPlan, Refusal>> {
  const held = await heldPlan(db, no);
  if (held === null) return refuse('plan', { reason: 'no-plan', plan: no });
  const lastDay = `${held.plan.year}-12-31`;
  const policy = await policyInForce(db, lastDay);
  return policy === null ? refuse('plan', { reason: 'no-policy', on: lastDay }) : ok({ ...held, policy });
}

export async function reviewAsHeld(deps: Deps, { plan, policy }: HeldPlan): Promise<Review> {
  const { db, calendar } = deps;
  const today = dayOf(deps.now());
  const [registry, said, reasons] = await Promise.all([
    registryAsHeld(db),
    consulted(deps, plan),
    reasonsForPlan(deps, plan),
  ]);
  const lastDay = plan.tasks.reduce((last, { window }) => (window.to > last ? window.to : last), today);
  return reviewPlan({
    plan,
    policy,
    calendar,
    today,
    departments: registry.departments,
    items: registry.items,
    itemList: registry.itemList,
    matters: registry.matters,
    cells: await cellsAsHeld(
      db,
      registry.state,
      schemesFor(policy, plan.tasks, `${plan.year}-12-31`),
      today,
      (scheme) => restOf(policy, scheme, today)?.value ?? null,
    ),
    rollDate: today,
    directories: [],
    people: peopleAsHeld(registry, lastDay),
    experts: expertsAsHeld(registry.experts, lastDay),
    ...said,
    reasons,
  });
}

/** What was said around this version of the plan when it was drafted; a returned plan keeps what its last draft had. */
export async function consulted(deps: Pick<Deps, 'db'>, plan: Plan): Promise<Consulted> {
  const { db } = deps;
  const none: Consulted = { answers: [], filings: [], superiorDates: [] };
  const [note, invitations, said, fromAbove] = await Promise.all([
    draftNote(deps, plan),
    invitationsIn(db),
    invitationAnswersIn(db),
    datesFromAbove(db, plan),
  ]);
  const { answers, filings, superiorDates } = { ...none, ...note?.consulted };
  const known = new Set(superiorDates.map(({ task }) => task));
  return {
    // What partners answer to a 会商函 counts whenever it comes, before or after the draft.
    answers: answersOn(plan, answers, invitations, said),
    filings,
    superiorDates: [...superiorDates, ...fromAbove.filter(({ task }) => !known.has(task))],
  };
}

/** A task from above is to be finished when the plan that it came with says. */
async function datesFromAbove(db: Db, plan: Plan): Promise<Consulted['superiorDates']> {
  const above = await superiorPlansIn(db);
  return plan.tasks.flatMap((task) => {
    const superior = above.find(({ number }) => number === task.above?.plan);
    const line = superior?.lines.find(({ no }) => no === task.outside.no);
    return line === undefined ? [] : [{ task: task.no, due: line.window.to }];
  });
}

/** The last draft that this version of the plan rests on. */
export async function draftNote({ db }: Pick<Deps, 'db'>, plan: Plan): Promise<DraftNote | null> {
  const [drafted, revised] = await Promise.all([
    factBodies<DraftNote>(db, 'plan-drafted'),
    factBodies<DraftNote>(db, 'plan-revised'),
  ]);
  return [...drafted, ...revised]
    .map(({ body }) => body)
    .filter((note) => note.plan === plan.no && note.version <= plan.version)
    .reduce<DraftNote | null>((a, b) => (a === null || b.version > a.version ? b : a), null);
}

/** Reasons given for findings about the plan as a whole; those about a task stand in the task. */
export async function reasonsForPlan({ db }: Pick<Deps, 'db'>, plan: Plan) {
  const given = await factBodies<KeepRequest>(db, 'finding-overridden');
  return given
    .filter(({ body }) => body.plan === plan.no && body.task === null)
    .map(({ body: { finding, words } }) => ({ finding, words }));
}
