/** Loads a year's 放假通知: dates that were shown as 暂定 are worked out anew from then on. */
import type { HolidayNotice } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import { type NoticeRow, readNotice } from '../../../core/policy/holidays.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { calendarInForce } from './calendar-in-force.ts';

export interface HolidayRequest {
  readonly year: number;
  /** Number of the notice: 国办发明电〔2026〕… */
  readonly source: string;
  readonly rows: readonly NoticeRow[];
}

export function loadHolidays(
  deps: Deps,
  actor: Actor,
  { year, source, rows }: HolidayRequest,
): Promise<Result<HolidayNotice, Refusal>> {
  return act<HolidayNotice>(deps, actor, 'load-holidays', {}, async () => {
    const notice = readNotice(year, source, rows);
    if (!notice.ok) return refuse('registry', { reason: 'notice', year, why: notice.error });
    const body = asJson(notice.value);
    const held = (await calendarInForce(deps.db)).notices.find((each) => each.year === year);
    if (held !== undefined && canonical(asJson(held)) === canonical(body)) return already(notice.value);
    return ok({ facts: [factOf(actor, 'load-holidays', body)], value: notice.value });
  });
}
