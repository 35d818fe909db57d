/** What a reviewer is told of his act, in the chat and at the command line. */
import type { Words } from '../../core/words.ts';
import type { ReviewDone } from '../verbs/outcome/review.ts';

export function sayReviewed({ passed, count, own }: ReviewDone): Words {
  const left =
    own === 0
      ? { zh: '', en: '' }
      : {
          zh: `另有 ${own} 项由您本人录入或检查，须由他人审核。`,
          en: ` ${own} more are your own work; another person reviews them.`,
        };
  if (count === 0) return { zh: '没有待审核的检查结果。', en: 'No outcome waits for review.' };
  return passed
    ? { zh: `已审核通过 ${count} 项。${left.zh}`, en: `${count} outcomes passed.${left.en}` }
    : {
        zh: `已退回 ${count} 项，录入人将看到退回意见，重新录入后再审核。${left.zh}`,
        en: `${count} outcomes are returned; whoever entered them reads why and enters them anew.${left.en}`,
      };
}
