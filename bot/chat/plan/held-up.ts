/** A plan that findings hold up, as a chat says it: in the names that people know, and how to go on by the buttons beside it. */
import type { Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import type { Message } from '../../message/message.ts';
import type { Refusal } from '../../refusal.ts';
import { findingList } from '../../say/plan-findings.ts';
import { beijing } from '../../say/time.ts';
import { namesAsHeld } from '../../verbs/plan/names.ts';
import { planView } from '../../verbs/plan/plan-view.ts';
import { refused, show, told } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

const shownMost = 15;

/** What a verb of the plan gave back; the findings in its way, if that is why it did not. */
export async function toldOfPlan<T>(
  asked: Asked,
  result: Result<T, Refusal>,
  words: (value: T) => Words | Message,
): Promise<Answer> {
  return result.ok ? told(result, words) : heldUp(asked, result.error);
}

export async function heldUp({ deps }: Asked, refusal: Refusal): Promise<Answer> {
  if (refusal.stage !== 'plan' || refusal.why.reason !== 'findings-stand') return refused(refusal);
  const { plan: no, findings } = refusal.why;
  const view = await planView(deps, no);
  if (!view.ok) return refused(refusal);
  const names = await namesAsHeld(deps.db, view.value.plan);
  const more = findings.length - shownMost;
  // Nobody can take back what only its asker sees: it says of which moment it is.
  const at = beijing(deps.now());
  const summary = {
    zh: `计划 ${no} 还有 ${findings.length} 条核对意见须先改正，或说明理由后保留。`,
    en: `${findings.length} findings stand against plan ${no}: mend them, or give reasons where they bind in principle.`,
  };
  const rest = { zh: `另有 ${more} 条，见“全部核对意见”。`, en: `${more} more are among all findings.` };
  return show({
    summary,
    parts: [
      { kind: 'text', words: summary },
      ...findingList(findings.slice(0, shownMost), names),
      ...(more > 0 ? [{ kind: 'note' as const, words: rest }] : []),
      {
        kind: 'note',
        words: {
          zh: `以上为${at.zh}核对的情况，此后以计划一条的最新状态为准。`,
          en: `As checked at ${at.en}; the plan’s own post is renewed after that.`,
        },
      },
    ],
  });
}
