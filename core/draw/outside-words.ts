/** How a list drawn elsewhere differs from ours, in words, row by row. */
import { dateInChinese } from '../calendar.ts';
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import { exclusionWords } from './exclusion-words.ts';
import type { OutsideDifference } from './outside.ts';
import type { OutsidePersonDifference } from './outside-people.ts';

/** What stands on everything that comes of such a list. */
export const notVerifiable: Words = {
  zh: '外部平台抽取，本系统无法核验',
  en: 'drawn elsewhere, not verifiable here',
};

const numberOf = (subject: string): string => subject.slice(subject.indexOf(':') + 1);

export function wordsOfOutside(difference: OutsideDifference): Words {
  const subject = numberOf(difference.subject);
  switch (difference.kind) {
    case 'unknown-subject':
      return {
        zh: `${subject}：本地名录库中没有，不能安排检查`,
        en: `${subject}: not on our roll; no visit can be made`,
      };
    case 'not-in-frame':
      return {
        zh: `${subject}：不在该任务的对象范围内，未录入`,
        en: `${subject}: the task does not mean it; left out`,
      };
    case 'excluded': {
      const why = exclusionWords[difference.reason];
      return {
        zh: `${subject}：按规则不应抽取（${why.zh}），照录`,
        en: `${subject}: our rules leave it out (${why.en}); taken as drawn`,
      };
    }
    case 'twice':
      return { zh: `${subject}：重复`, en: `${subject}: listed twice` };
    default:
      return never(difference);
  }
}

export function wordsOfOutsidePerson(difference: OutsidePersonDifference): Words {
  const subject = numberOf(difference.subject);
  switch (difference.kind) {
    case 'unknown-inspector':
      return {
        zh: `${subject}：工号 ${difference.inspector} 不在执法检查人员名录库`,
        en: `${subject}: ${difference.inspector} is not on the roll of inspectors`,
      };
    case 'left':
      return {
        zh: `${subject}：${difference.inspector} 已于${dateInChinese(difference.on)}退出名录库`,
        en: `${subject}: ${difference.inspector} left the roll on ${difference.on}`,
      };
    case 'no-certificate':
      return {
        zh: `${subject}：${difference.inspector} ${difference.until === null ? '没有执法证件' : `的执法证件 ${difference.until} 到期`}`,
        en: `${subject}: ${difference.inspector} ${difference.until === null ? 'holds no certificate' : `holds a certificate to ${difference.until} only`}`,
      };
    case 'recused':
      return {
        zh: `${subject}：${difference.inspector} 应当回避`,
        en: `${subject}: ${difference.inspector} is barred (回避)`,
      };
    case 'other-department':
      return {
        zh: `${subject}：${difference.inspector} 属 ${difference.department}，不是该任务的检查部门`,
        en: `${subject}: ${difference.inspector} is of ${difference.department}, which has no part in the task`,
      };
    case 'too-few':
      return {
        zh: `${subject}：${difference.department} 可派 ${difference.officers} 人，应为 ${difference.asked} 人`,
        en: `${subject}: ${difference.officers} of ${difference.department} where ${difference.asked} are needed`,
      };
    default:
      return never(difference);
  }
}
