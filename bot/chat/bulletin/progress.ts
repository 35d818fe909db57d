/** 进度 in the chat: each task, where it stands, and the days left. */
import { progressWords } from '../../../core/bulletin/progress.ts';
import type { Words } from '../../../core/words.ts';
import { firstOf, withLines } from '../../message/message.ts';
import { type ProgressShown, progressShown } from '../../verbs/bulletin/progress.ts';
import { told } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

export const showProgress = async ({ deps, actor }: Asked): Promise<Answer> =>
  told(await progressShown(deps, actor), (tasks) => {
    const done = tasks.filter(({ state }) => state === 'published').length;
    return withLines(
      {
        zh: `本年度计划任务 ${tasks.length} 项，已完成并公示 ${done} 项。`,
        en: `${tasks.length} tasks this year, ${done} finished and public.`,
      },
      firstOf(tasks.map(progressLine), 50, '项'),
    );
  });

export function progressLine({ name, who, state, due, daysLeft, outcomes, origin }: ProgressShown): Words {
  const above = origin === 'own' ? { zh: '', en: '' } : { zh: '【上级任务】', en: '[from above] ' };
  const left =
    state === 'published'
      ? { zh: '', en: '' }
      : daysLeft < 0
        ? { zh: `，已逾期 ${-daysLeft} 天`, en: `, ${-daysLeft} days late` }
        : { zh: `，剩余 ${daysLeft} 天`, en: `, ${daysLeft} days left` };
  const excused =
    outcomes.excused === 0
      ? { zh: '', en: '' }
      : {
          zh: `、说明理由未检查 ${outcomes.excused} 项`,
          en: `, ${outcomes.excused} not inspected for a stated reason`,
        };
  const counts =
    outcomes.asked === 0
      ? { zh: '', en: '' }
      : {
          zh: `，应录 ${outcomes.asked} 项、已录 ${outcomes.entered} 项、已公示 ${outcomes.public} 项${excused.zh}`,
          en: `, ${outcomes.entered} of ${outcomes.asked} entered, ${outcomes.public} public${excused.en}`,
        };
  const words = progressWords[state];
  return {
    zh: `${above.zh}${name}（${who.join('、')}）：${words.zh}，期限 ${due}${left.zh}${counts.zh}`,
    en: `${above.en}${name} (${who.join(', ')}): ${words.en}, due ${due}${left.en}${counts.en}`,
  };
}
