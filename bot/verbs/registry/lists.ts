/**
 * Which sheet fills which list, whose it is, and how its rows are held. The common lists are the office's; inspectors, items
 * and recusals belong to the department that they name (福安 2018 二(一): 各部门建立本部门的“一单两库”).
 */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { Inspector } from '../../../core/registry/inspector.ts';
import type { Item } from '../../../core/registry/item.ts';
import { superseded } from '../../../core/registry/item-list.ts';
import type { RowFault, Sheet, SheetName } from '../../../core/sheet/sheet.ts';
import { sheets } from '../../../core/sheet/sheets.ts';
import type { Db } from '../../../db/database.ts';
import type { List, Snapshot, Staging } from '../../../db/imports.ts';
import { type Kept, type KeptList, kept, stageKept } from '../../../db/registry.ts';
import { heldClassifications, heldPastChecks } from '../../../db/statements.ts';
import {
  heldSubjects,
  stageClassifications,
  stagePastChecks,
  stageSubjects,
  subjectsByKey,
} from '../../../db/subjects.ts';
import { unsoundPoolRows } from './pool-rows.ts';

/** What telling a row's owner needs. */
export interface Known {
  readonly departments: readonly Department[];
  readonly inspectors: readonly Inspector[];
}

/** How one list is compared with, and written. */
export interface ListOf<V> {
  readonly sheet: Sheet<V>;
  readonly list: List;
  readonly right: 'import-common' | 'import-own';
  /** Code of the department that a row belongs to; '' where it is nobody's. */
  readonly ownerOf: (value: V, known: Known) => string;
  /** Whether a row that is held and not in the file is worth saying: statements only ever add to each other. */
  readonly isWhole: boolean;
  readonly held: (db: Db, state: Snapshot, incoming: readonly V[]) => AsyncIterable<readonly V[]>;
  /** What is held of these rows alone, for a list so long that it is compared part by part. */
  readonly heldOf?: (db: Db, state: Snapshot, incoming: readonly V[]) => Promise<readonly V[]>;
  readonly stage: (db: Db, staging: Staging, values: readonly V[]) => Promise<number>;
  /** What a newer edition from above does to rows that it does not have; left out where a list has no editions. */
  readonly renewed?: (absent: readonly V[], incoming: readonly V[], from: CivilDate) => NewEdition<V>;
  /** Rows that can be read and that the policy in force does not allow; none where it is left out. */
  readonly unsound?: (db: Db, values: readonly V[], today: CivilDate, known: Known) => Promise<Unsound<V>>;
}

/** A newer edition of the list: held rows of which it has another in their place, and what is held of them from then on. */
export interface NewEdition<V> {
  readonly replaced: readonly { readonly after: V; readonly by: string }[];
}

export type Unsound<V> = readonly { readonly value: V; readonly fault: RowFault }[];

/** Plans are drafted, visits drawn and outcomes entered: none of them is a standing list. */
const noLists = ['plan-tasks', 'visit-list', 'outcomes'] as const satisfies readonly SheetName[];
export type ListSheet = Exclude<SheetName, (typeof noLists)[number]>;
export const isListSheet = (sheet: SheetName | null): sheet is ListSheet =>
  sheet !== null && !noLists.some((each) => each === sheet);

/** In the order in which several tables of one workbook are taken: the later ones name what the earlier ones hold. */
export const importOrder = [
  'departments',
  'items',
  'joint-matters',
  'inspectors',
  'experts',
  'subjects',
  'classifications',
  'recusals',
  'past-checks',
] as const satisfies readonly ListSheet[];

const nobody = () => '';

async function* once<V>(rows: Promise<readonly V[]>): AsyncGenerator<readonly V[]> {
  yield await rows;
}

function keptWhole<L extends KeptList>(list: L, sheet: Sheet<Kept[L]>): ListOf<Kept[L]> {
  return {
    sheet,
    list,
    right: 'import-common',
    ownerOf: nobody,
    isWhole: true,
    held: (db, state) => once(kept(db, state, list)),
    stage: (db, staging, values) => stageKept(db, { ...staging, list }, values),
  };
}

const own = { right: 'import-own' } as const;

/** 甘州 2023 二(二)1 抽查事项清单（第二版）: of the same kind of list alone, a joint list says nothing about departments' own items. */
function newEditionOfItems(absent: readonly Item[], incoming: readonly Item[], from: CivilDate): NewEdition<Item> {
  const lists = new Set(incoming.map(({ list }) => list));
  const old = absent.filter(({ list, repealedFrom }) => lists.has(list) && repealedFrom === null);
  return { replaced: superseded(old, incoming, from).replaced.map((after) => ({ after, by: after.replacedBy })) };
}

export const listOf = {
  departments: keptWhole('department', sheets.departments),
  experts: keptWhole('expert', sheets.experts),
  'joint-matters': keptWhole('joint_matter', sheets['joint-matters']),
  items: { ...keptWhole('item', sheets.items), ...own, ownerOf: (item) => item.body, renewed: newEditionOfItems },
  inspectors: { ...keptWhole('inspector', sheets.inspectors), ...own, ownerOf: (inspector) => inspector.department },
  recusals: {
    ...keptWhole('recusal', sheets.recusals),
    ...own,
    ownerOf: (recusal, { inspectors }) =>
      inspectors.find((each) => each.number === recusal.inspector)?.department ?? '',
  },
  subjects: {
    sheet: sheets.subjects,
    list: 'subject',
    right: 'import-common',
    ownerOf: nobody,
    isWhole: true,
    held: heldSubjects,
    heldOf: async (db, state, incoming) => [...(await subjectsByKey(db, state, incoming)).values()],
    stage: stageSubjects,
  },
  classifications: {
    sheet: sheets.classifications,
    list: 'classification',
    right: 'import-common',
    ownerOf: nobody,
    isWhole: false,
    held: (db, state, incoming) => once(heldClassifications(db, state, incoming)),
    stage: stageClassifications,
    unsound: unsoundPoolRows,
  },
  'past-checks': {
    sheet: sheets['past-checks'],
    list: 'past_check',
    right: 'import-common',
    ownerOf: nobody,
    isWhole: false,
    held: (db, state, incoming) => once(heldPastChecks(db, state, incoming)),
    stage: stagePastChecks,
  },
} as const satisfies { readonly [S in ListSheet]: ListOf<(typeof sheets)[S] extends Sheet<infer V> ? V : never> };

/** A department's own code for a row, seen through its sections and stations: what belongs to them belongs to the body. */
export function bodyOf(code: string, departments: readonly Department[]): string {
  let at = departments.find((each) => each.code === code);
  for (let depth = 0; at !== undefined && at.parent !== '' && depth < 5; depth += 1) {
    const parent = departments.find((each) => each.code === at?.parent);
    if (parent === undefined || parent.kind === 'office') break;
    at = parent;
  }
  return at?.code ?? code;
}
