/** The civil day of an instant where the offices are: Asia/Shanghai, eight hours ahead and without summer time since 1992. */
import type { CivilDate } from '../core/calendar.ts';

const eightHoursMs = 8 * 60 * 60 * 1000;

/** @param now `YYYY-MM-DDTHH:mm:ss.sssZ` */
export const dayOf = (now: string): CivilDate => new Date(Date.parse(now) + eightHoursMs).toISOString().slice(0, 10);

/** 2025-06-02T12:00, the civil minute of an instant, for what people read. */
export const minuteOf = (now: string): string => new Date(Date.parse(now) + eightHoursMs).toISOString().slice(0, 16);
