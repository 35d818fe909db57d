/**
 * A plan's next version with some of its tasks changed: what every line came from and what was said around it goes on, and where
 * departments overlap is looked at anew. For acts that change a draft by themselves (tasks joined, tasks from above entered).
 */
import type { InStatement } from '@libsql/core/api';
import type { Fact } from '../../../core/ledger/fact.ts';
import { askedOffers } from '../../../core/plan/join.ts';
import { overlaps, type Suggestion, suggestJoining } from '../../../core/plan/overlap.ts';
import type { Plan, Task } from '../../../core/plan/task.ts';
import type { At } from '../../../db/commit.ts';
import { planRow } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { signed } from '../act.ts';
import { changedTasks } from '../plan/changed-tasks.ts';
import type { DraftNote } from '../plan/draft-plan.ts';
import { cellsAsHeld, registryAsHeld, schemesFor } from '../plan/registry-as-held.ts';
import { draftNote, type HeldPlan } from '../plan/review-as-held.ts';
import { reviewersTold } from '../plan/reviewer-people.ts';

export interface NextVersion {
  readonly plan: Plan;
  readonly suggestions: readonly Suggestion[];
  readonly fact: Fact;
  readonly row: InStatement;
}

export async function nextVersion(
  deps: Deps,
  actor: Actor,
  { plan: before, policy, revision }: HeldPlan,
  change: { readonly tasks: readonly Task[]; readonly lines: DraftNote['lines']; readonly reason: string },
  at: At,
): Promise<NextVersion> {
  const { db } = deps;
  const today = dayOf(at.now);
  const tasks = [...change.tasks].sort((a, b) => (a.no < b.no ? -1 : 1));
  const plan: Plan = {
    ...before,
    version: before.version + 1,
    drafter: actor.person,
    draftedOn: today,
    tasks,
    approvals: [],
    state: 'draft',
    published: [],
  };
  const registry = await registryAsHeld(db);
  const cells = await cellsAsHeld(db, registry.state, schemesFor(policy, tasks, today), today);
  const suggestions = suggestJoining(tasks, overlaps(tasks, cells), registry.items, registry.matters);
  const last = await draftNote(deps, before);
  const known = new Set(tasks.map(({ no }) => no));
  const isHere = ({ task }: { readonly task: string }) => known.has(task);
  const kept = (last?.lines ?? []).filter(
    (line) => isHere(line) && !change.lines.some(({ task }) => task === line.task),
  );
  const { answers = [], filings = [], superiorDates = [] } = last?.consulted ?? {};
  const note: DraftNote = {
    plan: plan.no,
    version: plan.version,
    lines: [...kept, ...change.lines],
    consulted: {
      answers: answers.filter(isHere),
      filings: filings.filter(isHere),
      superiorDates: superiorDates.filter(isHere),
    },
    suggestions: askedOffers(suggestions, tasks),
    changed: changedTasks(actor, before, plan),
  };
  const told = await reviewersTold(db, plan.no);
  const body = asJson({ ...note, year: plan.year, policy: policy.id, reason: change.reason, told });
  return {
    plan,
    suggestions,
    fact: { kind: 'plan-revised', actor: signed(actor), body },
    row: planRow(plan, revision, at),
  };
}
