/**
 * Lists as they were published (福安 2018 二(一)1, 二(一)4: 及时向社会公布): the rows of the version that was published, and not what the department
 * has changed since. A list that nobody published has no page.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { writtenAs } from '../../../core/ledger/dossier.ts';
import { type ListKey, listKeys } from '../../../core/policy/shape.ts';
import type { Inspector } from '../../../core/registry/inspector.ts';
import type { Item, JointMatter } from '../../../core/registry/item.ts';
import type { Db } from '../../../db/database.ts';
import { type Snapshot, snapshot } from '../../../db/imports.ts';
import { kept, type ListAct, listActsByList } from '../../../db/registry.ts';
import { dayOf } from '../../today.ts';
import { documentsOf } from '../registry/documents.ts';
import { isItemList, itemLists } from '../registry/held-lists.ts';
import { bodyOf } from '../registry/lists.ts';
import { atHead } from './at-head.ts';

export interface PublicList {
  readonly list: ListKey;
  readonly department: string;
  readonly name: string;
  /** Number of the version that was published last. */
  readonly version: number;
  /** Where each version was published, the last first. */
  readonly published: readonly {
    readonly version: number;
    readonly channel: string;
    readonly where: string;
    readonly on: CivilDate;
  }[];
  /** Title of a paper that is kept elsewhere; '' for rows. */
  readonly title: string;
}

export type PublicRows =
  | { readonly kind: 'items'; readonly rows: readonly Item[] }
  | { readonly kind: 'matters'; readonly rows: readonly JointMatter[] }
  | { readonly kind: 'inspectors'; readonly rows: readonly PublicInspector[] }
  /** A paper, or a list that is one for all departments: where it was published is all that is shown here. */
  | { readonly kind: 'elsewhere' };

/**
 * What is public of an officer where the department publishes its roll (国办发〔2018〕118号: 姓名、单位、执法证号、有效期、执法类型). The number by which
 * records of draws name people is not beside the name: nobody reads from both who went where.
 */
export interface PublicInspector {
  readonly name: string;
  readonly kind: Inspector['kind'];
  readonly certificate: Inspector['certificate'];
  readonly fields: readonly string[];
}

/** What a version that was published changed of the one published before it (福安 2018 二(一)1: 实行动态管理), row by row in the list's words. */
export interface ListChanges {
  /** Day on which the earlier one was published. */
  readonly since: CivilDate;
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  readonly changed: readonly string[];
}

export const listsForPublic = (db: Db, today: CivilDate): Promise<readonly PublicList[]> =>
  atHead(db, today, 'lists', () => listsOn(db, today));

async function listsOn(db: Db, today: CivilDate): Promise<readonly PublicList[]> {
  const departments = await kept(db, await snapshot(db), 'department');
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  const documents = await documentsOf(db);
  const found: PublicList[] = [];
  for (const [held, acts] of await listActsByList(db)) {
    const [key = '', department = ''] = held.split(':');
    const list = listKeys.find((each) => each === key);
    const published = acts
      .filter(({ act }) => act === 'published')
      .map(placeOf)
      .filter(({ on }) => on <= today)
      .reverse();
    const [last] = published;
    if (list === undefined || last === undefined) continue;
    const document = documents.findLast(
      (each) => each.list === list && each.department === department && each.version === last.version,
    );
    const name = names.get(department) ?? department;
    found.push({ list, department, name, version: last.version, published, title: document?.title ?? '' });
  }
  return found.sort(
    (a, b) => listKeys.indexOf(a.list) - listKeys.indexOf(b.list) || (a.department < b.department ? -1 : 1),
  );
}

/** Null where no such list was published. */
export async function listForPublic(
  db: Db,
  asked: { readonly list: string; readonly department: string },
  today: CivilDate,
): Promise<(PublicList & { readonly held: PublicRows; readonly changes: ListChanges | null }) | null> {
  const list = (await listsForPublic(db, today)).find(
    (each) => each.list === asked.list && each.department === asked.department,
  );
  if (list === undefined) return null;
  const held = await rowsAt(db, list, today);
  const before = list.published.find(({ version }) => version < list.version);
  const earlier = before === undefined ? null : await rowsAt(db, { ...list, version: before.version }, today);
  return {
    ...list,
    held,
    changes: before === undefined ? null : changesBetween(before.on, named(earlier), named(held)),
  };
}

/** By code, with the words by which the page knows a row; null of what has no rows of its own, or names people. */
function named(rows: PublicRows | null): ReadonlyMap<string, { readonly name: string; readonly row: string }> | null {
  if (rows?.kind === 'items')
    return new Map(rows.rows.map((row) => [row.code, { name: `${row.code} ${row.name}`, row: JSON.stringify(row) }]));
  if (rows?.kind === 'matters')
    return new Map(rows.rows.map((row) => [row.code, { name: `${row.code} ${row.matter}`, row: JSON.stringify(row) }]));
  return null;
}

function changesBetween(
  since: CivilDate,
  before: ReturnType<typeof named>,
  now: ReturnType<typeof named>,
): ListChanges | null {
  if (before === null || now === null) return null;
  const names = (of: NonNullable<typeof now>, is: (code: string) => boolean): readonly string[] =>
    [...of].filter(([code]) => is(code)).map(([, { name }]) => name);
  return {
    since,
    added: names(now, (code) => !before.has(code)),
    dropped: names(before, (code) => !now.has(code)),
    changed: names(now, (code) => before.has(code) && before.get(code)?.row !== now.get(code)?.row),
  };
}

async function rowsAt(db: Db, { list, department, version }: PublicList, today: CivilDate): Promise<PublicRows> {
  const now = await snapshot(db);
  const departments = await kept(db, now, 'department');
  const isOwn = (code: string): boolean => bodyOf(code, departments) === department;
  if (isItemList(list)) {
    const rows = await kept(db, at(now, 'item', version), 'item');
    return { kind: 'items', rows: rows.filter((item) => isOwn(item.body) && itemLists[list](item)) };
  }
  if (list === 'joint-matters') {
    const rows = await kept(db, at(now, 'joint_matter', version), 'joint_matter');
    return { kind: 'matters', rows: rows.filter(({ lead }) => isOwn(lead)) };
  }
  if (list !== 'inspectors') return { kind: 'elsewhere' };
  const rows = await kept(db, at(now, 'inspector', version), 'inspector');
  const there = rows.filter((each) => isOwn(each.department) && (each.left === null || each.left > today));
  return {
    kind: 'inspectors',
    rows: there
      .map(({ name, kind, certificate, fields }) => ({ name, kind, certificate, fields }))
      // By name: the order of work numbers would give them away.
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** The state of a list after an earlier import. */
const at = (state: Snapshot, list: 'item' | 'joint_matter' | 'inspector', version: number): Snapshot => ({
  ...state,
  [list]: { upTo: version, dead: state[list].dead.filter((no) => no < version) },
});

const placeOf = ({ version, party, at: when, body }: ListAct): PublicList['published'][number] => {
  const { where = '', on = dayOf(when) } = writtenAs<{ readonly where?: string; readonly on?: CivilDate }>(body);
  return { version, channel: party, where, on };
};
