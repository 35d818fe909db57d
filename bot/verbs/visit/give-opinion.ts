/** 专家意见: what an expert says of a visit, recorded by the department that he came with. An expert is none of the two officers. */
import type { CivilDate } from '../../../core/calendar.ts';
import { ok, type Result } from '../../../core/result.ts';
import { faultsOfDay } from '../../../core/visit/door.ts';
import type { OpinionGiven } from '../../../core/visit/fact.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { tooLong } from '../too-long.ts';
import { type Acted, actOnVisits, judged } from './many.ts';

export interface OpinionInput {
  readonly book: string;
  readonly department: string;
  /** Number of the visit in its source. */
  readonly visit: number;
  /** Number on the roll of experts. */
  readonly expert: string;
  readonly on: CivilDate;
  readonly words: string;
}

export async function giveOpinion(deps: Deps, actor: Actor, input: OpinionInput): Promise<Result<Acted, Refusal>> {
  const { book, on } = input;
  const [number, words] = [input.expert.trim(), input.words.trim()];
  if (words === '') return refuse('visit', { reason: 'no-words' });
  const long = tooLong(words);
  if (long !== null) return refuse('visit', long);
  const experts = await kept(deps.db, await snapshot(deps.db), 'expert');
  const expert = experts.find((each) => each.number === number && (each.left === null || each.left > on));
  if (expert === undefined) return refuse('visit', { reason: 'no-expert', expert: number });
  const asking = { book, department: input.department, visits: [input.visit] };
  return actOnVisits(deps, actor, 'give-opinion', asking, async (part, today) =>
    ok({
      judge: ({ state, visit }) => {
        const isKnown = state.opinions.some((each) => each.expert === number && each.on === on && each.words === words);
        return isKnown
          ? { kind: 'before' }
          : judged(faultsOfDay(on, { window: visit.window, drawnOn: part.book.drawnOn }, today));
      },
      body: ([one]) => {
        const { department } = part;
        const body: OpinionGiven = {
          book,
          department,
          visit: one?.id ?? '',
          expert: number,
          body: expert.body,
          on,
          words,
        };
        return asJson(body);
      },
    }),
  );
}
