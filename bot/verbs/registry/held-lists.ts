/**
 * Lists that are kept here as rows, seen as each department's own: which import last changed its rows, and how many stand.
 * Another department's import makes no new version of them. Some lists are one for all and have no owner.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import type { ListKey } from '../../../core/policy/shape.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { Inspector } from '../../../core/registry/inspector.ts';
import type { Item, JointMatter } from '../../../core/registry/item.ts';
import type { Db } from '../../../db/database.ts';
import { lastImport, snapshot } from '../../../db/imports.ts';
import { kept, type LastChange, lastChanges, lastClassified } from '../../../db/registry.ts';
import { dayOf } from '../../today.ts';
import { bodyOf } from './lists.ts';

export interface HeldList {
  /** Number of the import that last changed it. */
  readonly version: number;
  readonly madeOn: CivilDate;
  /** null for a list of all departments together. */
  readonly rows: number | null;
}

export interface HeldLists {
  readonly departments: readonly Department[];
  /** Rows of one department, its sections and stations among it. */
  readonly itemsOf: (department: string) => readonly Item[];
  readonly mattersOf: (department: string) => readonly JointMatter[];
  readonly inspectorsOf: (department: string) => readonly Inspector[];
  /** The department's list, or null: it has none. */
  readonly listOf: (list: RowList, department: string) => HeldList | null;
}

/** Lists that are the item list looked at from one side. */
export const itemLists = {
  items: () => true,
  'joint-items': (item: Item) => item.list === 'joint',
  implementation: (item: Item) => item.implemented,
  // The points of an item are its check form (福安 2018 二(二)2).
  'check-form': (item: Item) => item.points.length > 0,
} as const satisfies Partial<Record<ListKey, (item: Item) => boolean>>;

/** One for all departments. */
const commonLists = ['subjects', 'experts', 'key-directory', 'joint-inspectors'] as const satisfies readonly ListKey[];

export type CommonList = (typeof commonLists)[number];
export type RowList = keyof typeof itemLists | CommonList | 'joint-matters' | 'inspectors' | 'shared-pool';

/** Whether the rows of a list are imported; the others are papers, known by their version. */
export const isRowList = (list: ListKey): list is RowList =>
  isItemList(list) || isCommon(list) || list === 'joint-matters' || list === 'inspectors' || list === 'shared-pool';
export const isCommon = (list: ListKey): list is CommonList => commonLists.some((each) => each === list);
export const isItemList = (list: ListKey): list is keyof typeof itemLists => Object.hasOwn(itemLists, list);

export async function heldLists(db: Db): Promise<HeldLists> {
  const state = await snapshot(db);
  const [departments, allItems, allMatters, allInspectors] = await Promise.all([
    kept(db, state, 'department'),
    kept(db, state, 'item'),
    kept(db, state, 'joint_matter'),
    kept(db, state, 'inspector'),
  ]);
  const body = (code: string) => bodyOf(code, departments);
  const items = Map.groupBy(allItems, (item) => body(item.body));
  const matters = Map.groupBy(allMatters, (matter) => body(matter.lead));
  const inspectors = Map.groupBy(allInspectors, (each) => body(each.department));
  const pools = new Map(departments.map(({ code, sharedPool }) => [code, sharedPool === '' ? code : sharedPool]));
  const poolOf = (code: string) => pools.get(code) ?? code;
  const sharing = departments.filter(({ sharedPool }) => sharedPool !== '').map(({ code }) => code);

  const [itemChanges, matterChanges, inspectorChanges, subjects, experts, keyDirectory] = await Promise.all([
    lastChanges(db, state, 'item', (item) =>
      Object.entries(itemLists).flatMap(([list, is]) => (is(item) ? [`${list} ${body(item.body)}`] : [])),
    ),
    lastChanges(db, state, 'joint_matter', ({ lead }) => [body(lead)]),
    lastChanges(db, state, 'inspector', ({ department, joint }) => [
      body(department),
      ...(joint ? ['joint-inspectors'] : []),
      ...sharing.filter((code) => poolOf(code) === poolOf(body(department))).map((code) => `pool ${code}`),
    ]),
    lastImport(db, 'subject'),
    lastImport(db, 'expert'),
    lastClassified(db, state, 'key-directory'),
  ]);
  const commonChanges: Readonly<Record<CommonList, LastChange | null>> = {
    subjects,
    experts,
    'key-directory': keyDirectory,
    'joint-inspectors': inspectorChanges.get('joint-inspectors') ?? null,
  };

  const held = (change: LastChange | null | undefined, rows: number | null): HeldList | null =>
    change === null || change === undefined || rows === 0
      ? null
      : { version: change.no, madeOn: dayOf(change.at), rows };
  const itemsOf = (code: string) => items.get(code) ?? [];
  const mattersOf = (code: string) => matters.get(code) ?? [];
  const inspectorsOf = (code: string) => inspectors.get(code) ?? [];
  return {
    departments,
    itemsOf,
    mattersOf,
    inspectorsOf,
    listOf: (list, code) => {
      if (isCommon(list)) return held(commonChanges[list], null);
      if (isItemList(list))
        return held(itemChanges.get(`${list} ${code}`), itemsOf(code).filter(itemLists[list]).length);
      if (list === 'joint-matters') return held(matterChanges.get(code), mattersOf(code).length);
      if (list === 'inspectors') return held(inspectorChanges.get(code), inspectorsOf(code).length);
      const pool = [...inspectors].filter(([each]) => poolOf(each) === poolOf(code));
      return held(
        inspectorChanges.get(`pool ${code}`),
        pool.reduce((sum, [, members]) => sum + members.length, 0),
      );
    },
  };
}
