/** Times and days in the words of a post, where the offices are. */
import type { Words } from '../../core/words.ts';
import { minuteOf } from '../today.ts';

/** 2025年6月26日10:00（北京时间） */
export function beijing(time: string): Words {
  const [, year, month, day, clock] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)$/.exec(minuteOf(time)) ?? [];
  return {
    zh: `${year}年${Number(month)}月${Number(day)}日${clock}（北京时间）`,
    en: `${year}-${month}-${day} ${clock} (Beijing time)`,
  };
}

/** 2025年6月26日 */
export const civil = (date: string): Words => {
  const [year, month, day] = date.split('-');
  return { zh: `${year}年${Number(month)}月${Number(day)}日`, en: date };
};
