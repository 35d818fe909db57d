/**
 * 合并上门: visits of all draws that stand, of ours and of lists drawn elsewhere, as doors. Who asks sees what his roles show him: the
 * office all, a department those that it goes to.
 */
import { isSample } from '../../../core/draw/sample.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { type ComingVisit, type Door, doorsOf } from '../../../core/visit/merge.ts';
import { heldRecord } from '../../../db/draws.ts';
import { heldPlan } from '../../../db/plans.ts';
import { visitPages } from '../../../db/visits.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Held, standingCeremonies } from '../draw/held.ts';
import { outsideCeremoniesIn, outsideListsIn, outsideRows } from '../draw/outside-lists.ts';
import { scopeOf } from './lists-for.ts';

export async function doorsFor(deps: Deps, actor: Actor, year: number): Promise<readonly Door[]> {
  const scope = await scopeOf(deps, actor);
  if (scope === null || scope.kind === 'inspector') return [];
  const doors = doorsOf(await comingVisits(deps, year));
  return scope.kind === 'all'
    ? doors
    : doors.filter(({ visits }) => visits.some(({ departments }) => departments.includes(scope.code)));
}

/** All visits of the year, each once, whichever draw they come from. */
export async function comingVisits({ db }: Pick<Deps, 'db'>, year: number): Promise<readonly ComingVisit[]> {
  const isOfYear = ({ from }: { readonly from: string }) => from.startsWith(`${year}-`);
  const visits: ComingVisit[] = [];
  const lists = await outsideListsIn(db);
  for (const list of lists.filter(({ window }) => isOfYear(window))) {
    const { rows } = await outsideRows(db, list);
    rows.forEach(({ subject }, visit) => {
      const { task, departments, window, verifiable } = list;
      const source = { kind: 'list' as const, no: list.list };
      visits.push({ source, visit, subject, tasks: [task], departments, window, verifiable });
    });
  }
  const outside = await outsideCeremoniesIn(db);
  for (const held of await standingCeremonies(db)) {
    const { state, manifest } = held;
    // Outcomes that were drawn to be looked at again are no calls at a door.
    if (!isOfYear(manifest.window) || isSample(manifest)) continue;
    const note = outside.find(({ ceremony }) => ceremony === state.no);
    // A ceremony for people only makes no visits of its own, unless its subjects came from outside and stand in no list here.
    if (manifest.kind === 'people' && (note === undefined || note.list !== undefined)) continue;
    visits.push(...(await visitsOf(db, held, note?.task ?? null)));
  }
  return visits;
}

async function visitsOf(
  db: Deps['db'],
  { state, manifest }: Held,
  outside: string | null,
): Promise<readonly ComingVisit[]> {
  const record = await heldRecord(db, state.no);
  if (record === null) return [];
  const planned = (await heldPlan(db, manifest.plan))?.plan.tasks ?? [];
  const windowOf = (no: string) => planned.find((task) => task.no === no)?.window ?? manifest.window;
  const visits: ComingVisit[] = [];
  for await (const page of visitPages(db, record.digest)) {
    for (const { no, kind, number, tasks: places, ended } of page) {
      if (ended) continue;
      const drawn = places.flatMap((place) => manifest.tasks[place] ?? []);
      const tasks = outside === null ? drawn.map((task) => task.no) : [outside];
      const bodies = outside === null ? drawn.flatMap((task) => task.bodies) : (manifest.given[no]?.posts ?? []);
      const windows = tasks.map(windowOf);
      visits.push({
        source: { kind: 'ceremony', no: state.no },
        visit: no,
        subject: { kind, number },
        tasks,
        departments: [...new Set(bodies.map(({ department }) => department))].sort(),
        window: {
          from: windows.reduce((last, { from }) => (from > last ? from : last), manifest.window.from),
          to: windows.reduce((first, { to }) => (to < first ? to : first), manifest.window.to),
        },
        verifiable: outside === null,
      });
    }
  }
  return visits;
}

/** Doors at which a ceremony's visits meet others, for its post: how many, never which. */
export async function mergedWith(deps: Pick<Deps, 'db'>, source: ComingVisit['source'], year: number): Promise<number> {
  const isOf = ({ source: each }: ComingVisit) => each.kind === source.kind && each.no === source.no;
  return doorsOf(await comingVisits(deps, year)).filter(
    ({ visits }) => visits.some(isOf) && visits.some((visit) => !isOf(visit)),
  ).length;
}

/** For a ceremony's list: subjects whose door it shares with other draws, by the text of their key. */
export async function sharedWith(
  deps: Pick<Deps, 'db'>,
  ceremony: number,
  year: number,
): Promise<ReadonlyMap<string, Door>> {
  const list = (await outsideCeremoniesIn(deps.db)).find((each) => each.ceremony === ceremony)?.list;
  const isOf = ({ source }: ComingVisit) =>
    list === undefined
      ? source.kind === 'ceremony' && source.no === ceremony
      : source.kind === 'list' && source.no === list;
  const doors = doorsOf(await comingVisits(deps, year)).filter(
    ({ visits }) => visits.some(isOf) && visits.some((visit) => !isOf(visit)),
  );
  return new Map(
    doors.map((door) => [keyText(door.subject), { ...door, visits: door.visits.filter((visit) => !isOf(visit)) }]),
  );
}
