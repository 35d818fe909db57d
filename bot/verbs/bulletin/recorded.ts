/** Reads what figures are counted over, once for all departments and all figures of a period. */
import type { ListedOfficer, Recorded } from '../../../core/bulletin/recorded.ts';
import { type CivilDate, yearOf } from '../../../core/calendar.ts';
import type { Notice } from '../../../core/notice/notice.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import type { Department } from '../../../core/registry/department.ts';
import { doorsOf } from '../../../core/visit/merge.ts';
import { snapshot } from '../../../db/imports.ts';
import { actorsBetween } from '../../../db/ledger.ts';
import { receipts, standingNotices } from '../../../db/notices.ts';
import { kept } from '../../../db/registry.ts';
import { itemsChecked } from '../../../db/statements.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { newsHeld } from '../exchange/send-news.ts';
import { answersOf } from '../notice/answered.ts';
import { mattersPublished } from '../notice/matters-published.ts';
import { publicationsOf } from '../notice/publications.ts';
import { roll } from '../people/roll.ts';
import { bodyOf } from '../registry/lists.ts';
import { comingVisits } from '../visit/doors.ts';
import { findingsRecorded, penaltiesDecided } from './follow-up.ts';
import { numbersStated } from './numbers.ts';
import { outcomesRecorded } from './outcomes.ts';
import { plansOfYears } from './plans.ts';
import { drawsOfTasks, visitTasks } from './task-draws.ts';
import { partsOf } from './tasks.ts';

export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export async function recordedFor(deps: Deps, { from, to }: Period): Promise<Recorded> {
  const { db } = deps;
  const today = dayOf(deps.now());
  const state = await snapshot(db);
  const [first, last] = [yearOf(from), yearOf(to)];
  const [allDepartments, plans, publications, items] = await Promise.all([
    kept(db, state, 'department'),
    plansOfYears(db, first, last),
    publicationsOf(deps),
    kept(db, state, 'item'),
  ]);
  const departments = allDepartments.filter(
    ({ joined, ended, kind }) => kind !== 'office' && joined <= to && (ended === null || ended > from),
  );
  const bodies = new Map(departments.map(({ code }) => [code, bodyOf(code, departments)]));
  // A long span is read by the years that have a plan, and not year by year.
  const years = [...new Set([first, last, ...plans.map(({ plan }) => plan.year)])];
  const [
    drawn,
    parts,
    outcomes,
    findings,
    doors,
    checkedBefore,
    officers,
    collected,
    penalties,
    stated,
    news,
    matters,
  ] = await Promise.all([
    drawsOfTasks(deps, plans),
    partsOf(db, plans, publications),
    outcomesRecorded(db, publications),
    findingsRecorded(deps),
    mergedDoors(deps, years),
    itemsChecked(db, state, `${yearOf(to)}-01-01`, to),
    officersOn(deps, departments, { from, to }),
    outcomesCollected(deps),
    penaltiesDecided(db, today),
    numbersStated(db),
    newsHeld(db),
    mattersPublished(db, today),
  ]);
  return {
    today,
    departments: departments.map(({ code, name }) => ({ code, name })),
    bodyOf: (code) => bodies.get(code) ?? code,
    parts,
    drawn: drawn.draws,
    outcomes,
    visitTasks: visitTasks(publications, drawn.labels),
    findings,
    doors,
    items,
    planned: plannedIn(plans),
    checkedBefore,
    officers,
    collected,
    penalties,
    stated,
    news: news
      // 监管动态 is what was published somewhere; news to the office alone is none.
      .filter(({ where }) => where !== '')
      .map(({ title, department, on }) => ({ id: title, department, on })),
    exposures: matters
      .filter(({ what }) => what === 'exposure')
      .flatMap(({ number, department, channels: [first] }) =>
        first === undefined ? [] : [{ id: number, department, on: first.on }],
      ),
  };
}

/** Names of outcomes that some destination took in, in the version that the public reads; of one whose publication has ended, in any before it. */
async function outcomesCollected(deps: Deps): Promise<ReadonlySet<string>> {
  const [said, given, standing] = await Promise.all([
    answersOf(deps),
    receipts(deps.db, { all: true }),
    standingNotices(deps.db, { states: ['public', 'ended'] }),
  ]);
  const before = new Set(given.filter(({ state }) => state === 'accepted').map(outcomeId));
  const taken = (notice: Notice): boolean =>
    (notice.state === 'ended' && before.has(outcomeId(notice))) ||
    notice.body.destinations.some((destination) => said(notice, destination)?.state === 'accepted');
  return new Set(standing.filter(taken).map(outcomeId));
}

const plannedIn = (plans: Awaited<ReturnType<typeof plansOfYears>>): ReadonlySet<string> | null => {
  const tasks = plans.flatMap(({ plan }) => plan.tasks);
  return plans.length === 0 ? null : new Set(tasks.flatMap(({ bodies }) => bodies.flatMap(({ items }) => items)));
};

async function mergedDoors(deps: Deps, years: readonly number[]): Promise<Recorded['doors']> {
  const visits = (await Promise.all(years.map((year) => comingVisits(deps, year)))).flat();
  return doorsOf(visits).flatMap(({ visits: together, window }) => {
    const [first] = together;
    if (first === undefined) return [];
    const { source, visit } = first;
    const departments = [...new Set(together.flatMap((each) => each.departments))];
    const apart = together.reduce((all, { tasks }) => all + tasks.length, 0);
    return [{ id: `${source.kind === 'list' ? 'L' : ''}${source.no}/${visit}`, departments, from: window.from, apart }];
  });
}

async function officersOn(
  deps: Deps,
  departments: readonly Department[],
  { from, to }: Period,
): Promise<readonly ListedOfficer[]> {
  const inspectors = (await kept(deps.db, await snapshot(deps.db), 'inspector')).filter(
    ({ left, department }) => (left === null || left > to) && departments.some(({ code }) => code === department),
  );
  const active = await activeInspectors(deps, from, to);
  return inspectors.map(({ number, department }) => ({ number, department, active: active.has(number) }));
}

/** Numbers of inspectors who did anything on record in the period. */
async function activeInspectors(deps: Deps, from: CivilDate, to: CivilDate): Promise<ReadonlySet<string>> {
  const [actors, people] = await Promise.all([
    actorsBetween(deps.db, instantOf(from, '00:00:00.000'), instantOf(to, '23:59:59.999')),
    roll(deps),
  ]);
  return new Set(
    people.flatMap(({ person, inspector }) => (inspector !== '' && actors.has(`person:${person}`) ? [inspector] : [])),
  );
}

const instantOf = (day: CivilDate, time: string): string => new Date(`${day}T${time}+08:00`).toISOString();
