/** 办结: whoever owns a problem closes it with a line that says how it was solved. */

import type { Problem, ProblemSolved } from '../../../core/exchange/problem.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { departmentIn } from '../../say/owed.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { problemHeld } from './problems.ts';
import { written } from './texts.ts';

/** Its owner, and the office for everybody. */
export function maySolve(actor: Actor, { owner }: Pick<Problem, 'owner'>): Result<true, Refusal> {
  const department = departmentIn(owner);
  return authorise(actor, 'solve-problem', department === null ? {} : { department });
}

export function solveProblem(
  deps: Deps,
  actor: Actor,
  input: { readonly problem: number; readonly words: string },
): Promise<Result<Problem, Refusal>> {
  return enact<Problem>(deps, async (at) => {
    const problem = await problemHeld(deps.db, input.problem);
    if (problem === null) return refuse('exchange', { reason: 'no-problem', no: input.problem });
    const allowed = maySolve(actor, problem);
    if (!allowed.ok) return allowed;
    const words = written('words', input.words);
    if (!words.ok) return words;
    if (problem.solved !== null)
      return problem.solved.words === words.value
        ? already(problem)
        : refuse('exchange', { reason: 'solved-already', no: problem.no });
    const { no, owner, department: raiser } = problem;
    const body: ProblemSolved = { problem: no, owner, department: raiser, words: words.value, on: dayOf(at.now) };
    return ok({
      facts: [factOf(actor, 'solve-problem', asJson(body))],
      value: { ...problem, solved: { words: body.words, on: body.on } },
    });
  });
}
