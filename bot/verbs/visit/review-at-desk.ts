/**
 * 书面检查 (书式检查): what the department saw without going anywhere. Where the policy begins at the desk and a clean one suffices, nobody needs
 * to go (三明 2025 一(二)); for a visit that is planned on site it is no more than a preparation.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { ok, type Result } from '../../../core/result.ts';
import { faultsOfDay } from '../../../core/visit/door.ts';
import type { DeskReviewed, UsedResult } from '../../../core/visit/fact.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { tooLong } from '../too-long.ts';
import type { VisitFault } from './fault.ts';
import { type Acted, actOnVisits, idsOf, judged } from './many.ts';
import type { Asking, PartVisit } from './part.ts';

export interface DeskInput extends Asking {
  readonly on: CivilDate;
  /** Work numbers; empty means those who are sent. */
  readonly officers: readonly string[];
  readonly clean: boolean;
  /** What was looked at. */
  readonly materials: string;
  readonly used: readonly UsedResult[];
  readonly words: string;
}

export async function reviewAtDesk(deps: Deps, actor: Actor, input: DeskInput): Promise<Result<Acted, Refusal>> {
  const { book, on, clean, used, officers } = input;
  const [materials, words] = [input.materials.trim(), input.words.trim()];
  const long = tooLong(materials) ?? tooLong(words);
  if (long !== null) return refuse('visit', long);
  // Nothing looked at is no review; a doubt is said in words, so that somebody knows what to look at.
  if (materials === '' && used.length === 0) return refuse('visit', { reason: 'no-materials' });
  if (!clean && words === '') return refuse('visit', { reason: 'no-words' });
  return actOnVisits(deps, actor, 'review-at-desk', input, async (part, today) =>
    ok({
      judge: (visit) => {
        const { desk } = visit.body;
        const isSame =
          desk !== null &&
          desk.on === on &&
          desk.clean === clean &&
          desk.materials === materials &&
          desk.words === words;
        return isSame
          ? { kind: 'before' }
          : judged(faultsOf(visit, { on, officers, today, drawnOn: part.book.drawnOn }));
      },
      body: (visits) => {
        const { department } = part;
        const body: DeskReviewed = {
          book,
          department,
          visits: idsOf(visits),
          on,
          reviewers: visits.map(({ id, own }) => ({
            visit: id,
            officers: officers.length === 0 ? own.sent.map(({ number }) => number) : officers,
          })),
          clean,
          materials,
          used,
          words,
        };
        return asJson(body);
      },
    }),
  );
}

function faultsOf(
  { visit, own, body }: PartVisit,
  asked: {
    readonly on: CivilDate;
    readonly officers: readonly string[];
    readonly today: CivilDate;
    readonly drawnOn: CivilDate;
  },
): readonly VisitFault[] {
  const { on, officers, today, drawnOn } = asked;
  if (body.finished !== null) return [{ kind: 'finished', on: body.finished.on }];
  const strangers = officers.filter((number) => !own.sent.some((each) => each.number === number));
  return [
    // A desk disturbs nobody: it may begin before the window, but not before the draw.
    ...faultsOfDay(on, { window: { from: drawnOn < visit.window.from ? drawnOn : visit.window.from }, drawnOn }, today),
    ...(strangers.length > 0 ? [{ kind: 'not-sent', officers: strangers } as const] : []),
  ];
}
