/**
 * 提出问题 (石狮 2024 四(五): 加强沟通反馈、及时协调解决): whoever meets a problem says so, and it has an owner at once: the body that the policy
 * sends such questions to (福安 2018 四(四), 石狮 2024 末段), else the office.
 */
import type { ProblemAbout, ProblemRaised } from '../../../core/exchange/problem.ts';
import type { Debtor } from '../../../core/owed/owed.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { routeOf, sideOf } from './departments.ts';
import { problemsHeld } from './problems.ts';
import { written } from './texts.ts';

export interface Raised {
  readonly problem: number;
  readonly owner: Debtor;
}

export function raiseProblem(
  deps: Deps,
  actor: Actor,
  input: { readonly about: ProblemAbout; readonly title: string; readonly words: string },
): Promise<Result<Raised, Refusal>> {
  const { department } = actor;
  return act<Raised>(deps, actor, 'raise-problem', { department }, async (at) => {
    const title = written('title', input.title);
    if (!title.ok) return title;
    const words = written('words', input.words);
    if (!words.ok) return words;
    const on = dayOf(at.now);
    const side = sideOf(actor);
    const same = (await problemsHeld(deps.db)).find(
      (each) =>
        each.solved === null && each.department === side && each.title === title.value && each.words === words.value,
    );
    if (same !== undefined) return already({ problem: same.no, owner: same.owner });
    const owner = await routeOf(deps.db, input.about, on);
    const body: ProblemRaised = {
      title: title.value,
      words: words.value,
      about: input.about,
      department: side,
      origin: 'raised',
      owner,
      due: null,
      on,
    };
    return ok({ facts: [factOf(actor, 'raise-problem', asJson(body))], value: { problem: at.seq, owner } });
  });
}
