/** 交办: the office hands a problem to whoever can solve it, with a day. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Problem, ProblemAssigned } from '../../../core/exchange/problem.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { ownerNamed } from './departments.ts';
import { problemHeld } from './problems.ts';
import { dayOrNone, writtenOrNot } from './texts.ts';

export interface Assignment {
  readonly problem: number;
  /** A department by code or name, or `office`. */
  readonly owner: string;
  readonly due: CivilDate | null;
  readonly words: string;
}

export function assignProblem(deps: Deps, actor: Actor, input: Assignment): Promise<Result<Problem, Refusal>> {
  return act<Problem>(deps, actor, 'assign-problem', {}, async (at) => {
    const problem = await problemHeld(deps.db, input.problem);
    if (problem === null) return refuse('exchange', { reason: 'no-problem', no: input.problem });
    if (problem.solved !== null) return refuse('exchange', { reason: 'solved-already', no: problem.no });
    const owner = await ownerNamed(deps.db, input.owner);
    if (owner === null) return refuse('exchange', { reason: 'no-such-owner', owner: input.owner });
    const words = writtenOrNot(input.words);
    if (!words.ok) return words;
    const today = dayOf(at.now);
    const stated = dayOrNone(input.due);
    if (!stated.ok) return stated;
    const { value: due } = stated;
    if (due !== null && due < today) return refuse('exchange', { reason: 'due-early', due, today });
    const assigned = { ...problem, owner, due };
    if (problem.owner === owner && problem.due === due && problem.handedOn.at(-1)?.words === words.value)
      return already(problem);
    const body: ProblemAssigned = { problem: problem.no, from: problem.owner, owner, due, words: words.value };
    return ok({ facts: [factOf(actor, 'assign-problem', asJson(body))], value: assigned });
  });
}
