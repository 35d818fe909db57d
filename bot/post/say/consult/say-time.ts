/** How much time is left, in working days. */
import type { ConsultationState } from '../../../../core/consult/state.ts';
import type { TimeLeft } from '../../../../core/consult/tally.ts';
import { wordsOfMinute } from '../../../../core/consult/words.ts';
import type { Words } from '../../../../core/words.ts';

export function sayTimeLeft(
  { closed }: Pick<ConsultationState, 'closed'>,
  { days, over, provisional }: TimeLeft,
): Words {
  if (closed !== null) {
    const at = wordsOfMinute(closed.at);
    return { zh: `已于${at.zh}截止`, en: `closed at ${at.en}` };
  }
  if (over) return { zh: '期限已过，仍可补报（标记为逾期）', en: 'over; replies are taken and marked late' };
  const mark = provisional ? { zh: '（暂定）', en: ' (provisional)' } : { zh: '', en: '' };
  if (days === 0) return { zh: '今天到期', en: 'due today' };
  return { zh: `还有 ${days} 个工作日${mark.zh}`, en: `${days} working days left${mark.en}` };
}

/** A post is not written anew each morning: what it says of time must hold as long as it stands. */
export const closedFact = (
  state: Pick<ConsultationState, 'closed'>,
): readonly { readonly name: Words; readonly value: Words }[] => {
  if (state.closed === null) return [];
  const at = wordsOfMinute(state.closed.at);
  return [{ name: { zh: '时间', en: 'Time' }, value: { zh: `已于${at.zh}截止`, en: `closed at ${at.en}` } }];
};
