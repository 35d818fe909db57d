/** Times and days in the words of a post, where the offices are. */
import { dateInChinese } from '../../core/calendar.ts';
import type { Words } from '../../core/words.ts';
import { minuteOf } from '../today.ts';

/** 2025年6月26日10:00（北京时间） */
export function beijing(time: string): Words {
  const [date = '', clock = ''] = minuteOf(time).split('T');
  return { zh: `${dateInChinese(date)}${clock}（北京时间）`, en: `${date} ${clock} (Beijing time)` };
}

/** 2025年6月26日 */
export const civil = (date: string): Words => ({ zh: dateInChinese(date), en: date });

/** 2025年7月1日至2025年8月29日 */
export const span = ({ from, to }: { readonly from: string; readonly to: string }): Words => ({
  zh: `${dateInChinese(from)}至${dateInChinese(to)}`,
  en: `${from} to ${to}`,
});
