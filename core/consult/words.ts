/** Consultations in words: the answers, and a day with its weekday. */
import { type CountedDay, dateInChinese, weekday } from '../calendar.ts';
import type { Words } from '../words.ts';
import type { Answer, Source } from './fact.ts';

export const answerWords = {
  joins: { zh: '参加', en: 'takes part' },
  agrees: { zh: '无意见', en: 'no objection' },
  comments: { zh: '有意见', en: 'has comments' },
  declines: { zh: '不参加', en: 'does not take part' },
} as const satisfies Record<Answer, Words>;

export const sourceWords = {
  button: { zh: '按钮反馈', en: 'by button' },
  form: { zh: '表单反馈', en: 'by form' },
  thread: { zh: '群内文字反馈', en: 'in writing' },
  'asked-back': { zh: '群内文字，经按钮确认', en: 'in writing, confirmed by button' },
  sheet: { zh: '报送表格', en: 'by sheet' },
} as const satisfies Record<Source['kind'], Words>;

const weekdays = [
  { zh: '星期一', en: 'Monday' },
  { zh: '星期二', en: 'Tuesday' },
  { zh: '星期三', en: 'Wednesday' },
  { zh: '星期四', en: 'Thursday' },
  { zh: '星期五', en: 'Friday' },
  { zh: '星期六', en: 'Saturday' },
  { zh: '星期日', en: 'Sunday' },
] as const;

/** 2025年6月20日（星期五）, and 暂定 where a holiday notice is still missing. */
export function wordsOfDeadline({ date, provisional, missing }: CountedDay): Words {
  const name = weekdays[weekday(date) - 1] ?? { zh: '', en: '' };
  return provisional
    ? {
        zh: `${dateInChinese(date)}（${name.zh}，暂定：${missing.join('、')}年放假通知尚未录入）`,
        en: `${name.en}, ${date} (provisional: no holiday notice for ${missing.join(', ')} yet)`,
      }
    : { zh: `${dateInChinese(date)}（${name.zh}）`, en: `${name.en}, ${date}` };
}

/** 6月18日 09:05, of a civil minute `2025-06-18T09:05`. */
export const wordsOfMinute = (at: string): Words => ({
  zh: `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日 ${at.slice(11, 16)}`,
  en: `${at.slice(0, 10)} ${at.slice(11, 16)}`,
});
