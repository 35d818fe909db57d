/** A time as people type it: “10:30”, “明天9点”, “6月26日 15:00”, “30分钟”, “2小时”. Always the offices' own time, never the reader's. */
import { addDays, parseDate } from '../../../core/calendar.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { dayOf, minuteOf } from '../../today.ts';

/** @param now server time @returns a time as the protocol writes it */
export function readMoment(text: string, now: string): Result<string, Words> {
  const typed = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const later = /^\+?(\d{1,4})\s*(分钟?|m|min|minutes?|小时|h|hours?)后?$/i.exec(typed);
  if (later !== null) {
    const [, count = '', unit = ''] = later;
    const minutes = Number(count) * (/^(小时|h)/i.test(unit) ? 60 : 1);
    return ok(atMinute(Date.parse(now) + minutes * 60_000));
  }
  const clock = /(上午|下午|晚上)?\s*(\d{1,2})\s*[:时点]\s*(\d{2}|半)?\s*分?$/.exec(typed);
  const [, half = '', hour = '', minute = '0'] = clock ?? [];
  const date = clock === null ? null : readDay(typed.slice(0, clock.index).replace(/T$/, '').trim(), dayOf(now));
  const hours = Number(hour) + (/下午|晚上/.test(half) && Number(hour) < 12 ? 12 : 0);
  const minutes = minute === '半' ? 30 : Number(minute);
  if (date === null || hours > 23 || minutes > 59) {
    return err({
      zh: `看不懂时间“${typed.slice(0, 40)}”，请写 10:30、6月26日 15:00、2025-06-26 15:00 或 60分钟（北京时间）。`,
      en: `“${typed.slice(0, 40)}” is no time; write 10:30, 2025-06-26 15:00 or 60 minutes (Beijing time).`,
    });
  }
  const two = (n: number): string => String(n).padStart(2, '0');
  return ok(new Date(`${date}T${two(hours)}:${two(minutes)}:00.000+08:00`).toISOString());
}

/** A day, said in full, by month and day, or by a word; today where nothing is said. */
function readDay(text: string, today: string): string | null {
  if (text === '' || text === '今天' || text === '今日') return today;
  if (text === '明天' || text === '明日') return addDays(today, 1);
  if (text === '后天') return addDays(today, 2);
  const [, year = today.slice(0, 4), month = '', day = ''] =
    /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(text) ?? [];
  const parsed = parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return parsed.ok ? parsed.value : null;
}

const atMinute = (ms: number): string => new Date(Math.ceil(ms / 60_000) * 60_000).toISOString();

/** Some minutes from now, at the next five minutes, as a form proposes it. */
export const proposed = (now: string, minutes: number): string =>
  minuteOf(new Date(Math.ceil((Date.parse(now) + minutes * 60_000) / 300_000) * 300_000).toISOString()).replace(
    'T',
    ' ',
  );
