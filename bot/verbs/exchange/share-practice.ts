/** 报送经验做法 (三明 2025 五(十四)): a member, or the office, sends what went well. */
import type { PracticeShared } from '../../../core/exchange/practice.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { sideOf } from './departments.ts';
import { practicesHeld } from './practices.ts';
import { written } from './texts.ts';

/** A good practice is a page or two. */
export const practiceMost = 5000;

export function sharePractice(
  deps: Deps,
  actor: Actor,
  input: { readonly title: string; readonly words: string },
): Promise<Result<{ readonly practice: number }, Refusal>> {
  return act<{ readonly practice: number }>(
    deps,
    actor,
    'share-practice',
    { department: actor.department },
    async (at) => {
      const title = written('title', input.title);
      if (!title.ok) return title;
      const words = written('words', input.words, practiceMost);
      if (!words.ok) return words;
      const department = sideOf(actor);
      const same = (await practicesHeld(deps.db)).find(
        (each) => each.department === department && each.title === title.value && each.words === words.value,
      );
      if (same !== undefined) return already({ practice: same.no });
      const body: PracticeShared = { title: title.value, words: words.value, department, on: dayOf(at.now) };
      return ok({ facts: [factOf(actor, 'share-practice', asJson(body))], value: { practice: at.seq } });
    },
  );
}
