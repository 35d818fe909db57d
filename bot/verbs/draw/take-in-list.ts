/**
 * 录入外部平台抽取名单 (石狮 2024 三(三); 甘州 2023 二(二)1): a list that was drawn elsewhere, with the people whom it names where it does.
 * Every row is compared with our lists and rules and every difference named; it is kept marked “drawn elsewhere, not verifiable”.
 */
import type { OutsideDifference } from '../../../core/draw/outside.ts';
import { compareOutsidePeople, type OutsidePersonDifference } from '../../../core/draw/outside-people.ts';
import { departmentsOf } from '../../../core/plan/overlap.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { contextOf } from '../../../core/sheet/context.ts';
import { type Grid, listLimits } from '../../../core/sheet/grid.ts';
import { openFile } from '../../../core/sheet/open.ts';
import { type OutsideRow, outsideList } from '../../../core/sheet/outside-list.ts';
import { type RejectedRow, readSheet } from '../../../core/sheet/read.ts';
import { recognise } from '../../../core/sheet/recognise.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { nextNo } from '../invite/recorded.ts';
import { checkNotDrawn } from './drawable.ts';
import { comparedOutside, type PeopleInput, type TakenIn, takeInDraw } from './freeze-people.ts';
import { standingCeremonies } from './held.ts';
import { holdings } from './holdings.ts';
import { type OutsideList, outsideCeremoniesIn, outsideListsIn, outsideRows, stageOutside } from './outside-lists.ts';

export interface TakeInRequest {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly plan: string;
  readonly task: string;
  readonly platform: string;
  readonly superior?: number;
}

export interface TakenInList {
  readonly list: OutsideList;
  readonly differences: readonly OutsideDifference[];
  readonly peopleDifferences: readonly OutsidePersonDifference[];
  readonly rejected: readonly RejectedRow[];
}

export async function takeInList(
  deps: Deps,
  actor: Actor,
  request: TakeInRequest,
): Promise<Result<TakenInList, Refusal>> {
  const { db } = deps;
  const held = await holdings(deps, request.plan, [request.task]);
  if (!held.ok) return held;
  const { tasks, inspectors, recusals } = held.value;
  const [task] = tasks;
  if (task === undefined) return refuse('draw', { reason: 'no-tasks' });
  const allowed = authorise(actor, 'take-in-draw', { department: task.lead });
  if (!allowed.ok) return allowed;
  const platform = request.platform.trim();
  if (platform === '' || platform.length > 100) return refuse('invite', { reason: 'platform-missing' });
  const opened = await openFile(request.bytes, listLimits);
  if (!opened.ok) return refuse('plan', { reason: 'file', file: request.file, why: opened.error });
  const read = readSheet(listGrid(opened.value), outsideList, contextOf({}));
  if (!read.ok) return refuse('plan', { reason: 'header', file: request.file, why: read.error });
  const { rejected } = read.value;
  const rows = read.value.accepted.map(({ value }) => value);
  const own = rows.filter(({ task: no }) => no === '' || no === task.no || no === task.outside.no);
  if (own.length === 0) {
    const counts = { rejected: rejected.length, others: rows.length };
    return refuse('invite', { reason: 'nothing-listed', file: request.file, ...counts });
  }
  const keys = own.map(({ kind, number }) => ({ kind, number }));
  const { taken, differences } = await comparedOutside(deps, held.value, keys);
  const sent = officersOf(own);
  const people = compareOutsidePeople(
    taken.map((subject) => ({ subject, officers: sent.get(keyText(subject)) ?? [] })),
    inspectors,
    recusals,
    task.bodies,
    task.window.to,
  );
  const found = { rows: people.taken, differences, peopleDifferences: people.differences };
  const pages = await stageOutside(db, found);
  return enact<TakenInList>(deps, async (at) => {
    const known = await outsideListsIn(db);
    const same = known.find((each) => each.task === task.no && each.pages.join() === pages.join());
    if (same !== undefined) return already({ list: same, ...found, rejected });
    const undrawn = await checkNotDrawn(deps, tasks);
    if (!undrawn.ok) return undrawn;
    const list: OutsideList = {
      list: await nextNo(db, 'outside-draw-taken-in'),
      plan: request.plan,
      task: task.no,
      platform,
      superior: request.superior ?? null,
      file: request.file,
      window: task.window,
      departments: departmentsOf(task),
      lead: task.lead,
      listed: own.length,
      taken: taken.length,
      rejected: rejected.length,
      differing: differences.length,
      people: new Set(people.taken.flatMap(({ officers }) => officers)).size,
      peopleDiffering: people.differences.length,
      pages,
      verifiable: false,
      on: dayOf(at.now),
    };
    return ok({ facts: [factOf(actor, 'take-in-draw', asJson(list))], value: { list, ...found, rejected } });
  });
}

/** Officers of each subject; one that stands in two rows of the file is visited by all of them. */
function officersOf(rows: readonly OutsideRow[]): ReadonlyMap<string, readonly string[]> {
  const sent = new Map<string, readonly string[]>();
  for (const row of rows) sent.set(keyText(row), [...new Set([...(sent.get(keyText(row)) ?? []), ...row.officers])]);
  return sent;
}

/** The table of a workbook that is most like such a list. */
function listGrid(grids: readonly Grid[]): Grid {
  const taken = grids.map((grid) => {
    const found = recognise(grid, outsideList);
    return { grid, columns: found.ok ? found.value.columns.length : 0 };
  });
  const none = { grid: grids[0] ?? { name: '', rows: [] }, columns: 0 };
  return taken.reduce((a, b) => (b.columns > a.columns ? b : a), none).grid;
}

/** A ceremony for the inspectors of a list that was taken in before, where it names none or not enough. */
export async function freezeTakenIn(
  deps: Deps,
  actor: Actor,
  input: PeopleInput & { readonly list: number },
): Promise<Result<TakenIn, Refusal>> {
  const list = (await outsideListsIn(deps.db)).find((each) => each.list === input.list);
  if (list === undefined) return refuse('invite', { reason: 'no-list', list: input.list });
  const drawn = (await outsideCeremoniesIn(deps.db)).filter((each) => each.list === list.list);
  const standing = (await standingCeremonies(deps.db)).find(({ state }) =>
    drawn.some(({ ceremony }) => ceremony === state.no),
  );
  if (standing !== undefined) {
    const about = { task: list.task, ceremony: standing.state.no, drawsPerYear: 1 };
    return refuse('draw', { reason: 'task-drawn-already', ...about });
  }
  const { rows } = await outsideRows(deps.db, list);
  const { plan, task, platform } = list;
  // Whom the platform has sent goes; our ceremony fills the posts that they leave open.
  return takeInDraw(deps, actor, {
    ...{ ...input, plan, task, platform, of: list.list },
    list: rows.map(({ subject }) => subject),
    sent: new Map(rows.map(({ subject, officers }) => [keyText(subject), officers])),
  });
}
