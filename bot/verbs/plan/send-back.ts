/** A plan goes back to its drafters: the next version of the same tasks, a draft, with what is to be mended named. */
import type { InStatement } from '@libsql/client/web';
import type { Fact } from '../../../core/ledger/fact.ts';
import { type Finding, stands } from '../../../core/plan/review/finding.ts';
import type { Plan } from '../../../core/plan/task.ts';
import type { Party } from '../../../core/policy/shape.ts';
import type { At } from '../../../db/commit.ts';
import { type Held, planRow } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import { factOf } from '../act.ts';
import type { ReviewersTold } from './reviewer-people.ts';

/** A task that is to be mended, and what the reviewer said of it ('' where only of the whole). */
export interface ReturnedTask {
  readonly task: string;
  readonly words: string;
}

/** What the fact of a return holds. */
export interface ReturnNote {
  readonly plan: string;
  readonly version: number;
  readonly reviewer: Party;
  readonly words: string;
  readonly tasks: readonly ReturnedTask[];
}

export function sendBack(
  actor: Actor,
  { plan, revision }: Pick<Held, 'plan' | 'revision'>,
  why: {
    readonly reviewer: Party;
    readonly words: string;
    readonly tasks: readonly ReturnedTask[];
    readonly findings: readonly Finding[];
    /** Who was asked to review it and need not any more. */
    readonly told: ReviewersTold;
  },
  at: At,
): { readonly fact: Fact; readonly row: InStatement; readonly plan: Plan } {
  const { no, version } = plan;
  const { reviewer, words, told } = why;
  const tasks = why.tasks.map((each) => ({ ...each }));
  const findings = why.findings.filter(stands).map(({ kind, task }) => ({ kind, task }));
  const returned: Plan = { ...plan, version: version + 1, state: 'draft', approvals: [] };
  return {
    fact: factOf(actor, 'return-plan', { plan: no, version, reviewer, words, tasks, findings, told: asJson(told) }),
    row: planRow(returned, revision, at),
    plan: returned,
  };
}
