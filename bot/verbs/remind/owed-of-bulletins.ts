/** What is owed of summaries, bulletins and news, from what is recorded. */
import { quarterBefore, quarterOf } from '../../../core/bulletin/period.ts';
import { type Calendar, type CivilDate, lastOfMonth, monthOf, yearOf } from '../../../core/calendar.ts';
import { fromNews, fromOwnPoints, fromQuarter, fromSummary } from '../../../core/owed/from-bulletin.ts';
import type { Owed } from '../../../core/owed/owed.ts';
import { requires } from '../../../core/policy/ask.ts';
import { bulletinsOf, targetsFor } from '../../../core/policy/measure.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { Deps } from '../../deps.ts';
import { issuedIn } from '../bulletin/draft.ts';
import { numbersStated } from '../bulletin/numbers.ts';
import { askedIn, boardOf } from '../bulletin/summaries.ts';
import { newsHeld } from '../exchange/send-news.ts';

export async function owedOfBulletins(
  deps: Deps,
  policy: Policy | null,
  departments: readonly Department[],
  calendar: Calendar,
  today: CivilDate,
): Promise<readonly Owed[]> {
  if (policy === null) return [];
  const parts = await Promise.all([
    ofSummaries(deps, calendar, today),
    ofQuarter(deps, policy, calendar, today),
    ofOwnPoints(policy, departments, calendar, today),
    ofNews(deps, policy, departments, calendar, today),
  ]);
  return parts.flat();
}

/** Without a day it is owed once its period is over; with one, the whole year, and two months beyond. */
async function ofSummaries(deps: Deps, calendar: Calendar, today: CivilDate): Promise<readonly Owed[]> {
  const year = yearOf(today);
  const before = monthOf(today) <= 2 ? await askedIn(deps, year - 1, today) : [];
  const asked = [...before, ...(await askedIn(deps, year, today))].filter(
    ({ isBinding, due, to }) => isBinding && (due !== null || to < today),
  );
  const boards = await Promise.all(asked.map(async (each) => ({ each, units: (await boardOf(deps, each)).units })));
  const owed: Owed[] = [];
  for (const { each, units } of boards) {
    const missing = units
      .filter(({ state }) => state === 'missing' || state === 'returned')
      .map(({ code, state }) => ({ department: code, returned: state === 'returned' }));
    owed.push(...fromSummary(each, missing, calendar));
  }
  return owed;
}

async function ofQuarter(deps: Deps, policy: Policy, calendar: Calendar, today: CivilDate): Promise<readonly Owed[]> {
  const period = quarterBefore(today);
  const ruled = bulletinsOf(policy, period.to).find(({ value }) => value.every === 'quarter');
  if (ruled === undefined || !ruled.value.by.includes('office') || period.to < policy.from) return [];
  const isIssued = (await issuedIn(deps.db)).some((each) => each.period === period.period);
  return isIssued ? [] : [fromQuarter(period, ruled.source, calendar)];
}

/** Bodies of their own; a section's points are its body's. */
function ofOwnPoints(
  policy: Policy,
  departments: readonly Department[],
  calendar: Calendar,
  today: CivilDate,
): readonly Owed[] {
  const asked = requires(policy, 'sections-inspect-own', today);
  if (asked === null) return [];
  const bodies = departments.filter(({ kind, parent }) => kind === 'member' && parent === '').map(({ code }) => code);
  return fromOwnPoints(quarterOf(today), asked.source, bodies, calendar);
}

async function ofNews(
  deps: Deps,
  policy: Policy,
  departments: readonly Department[],
  calendar: Calendar,
  today: CivilDate,
): Promise<readonly Owed[]> {
  const ruled = targetsFor(policy, 'news', today).find(
    ({ value: { goal } }) => goal.kind === 'count' && goal.per === 'month',
  );
  if (ruled === undefined || ruled.value.goal.kind !== 'count' || today < policy.from) return [];
  const { n } = ruled.value.goal;
  const name = today.slice(0, 7);
  const to = lastOfMonth(yearOf(today), monthOf(today));
  const news = (await newsHeld(deps.db)).filter(({ on, where }) => on.startsWith(name) && where !== '');
  const stated = (await numbersStated(deps.db)).filter(
    ({ key, from, to: last }) => key === 'news' && from >= `${name}-01` && last <= to,
  );
  const short = departments
    .filter(({ kind, parent }) => kind === 'member' && parent === '')
    .map(({ code }) => {
      const counted = stated.findLast(({ department }) => department === code)?.n ?? 0;
      return { department: code, held: Math.max(counted, news.filter(({ department }) => department === code).length) };
    })
    .filter(({ held }) => held < n);
  return fromNews({ name, to }, { n, source: ruled.source }, short, calendar);
}
