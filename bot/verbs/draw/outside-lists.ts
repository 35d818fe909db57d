/** Lists that another platform drew, as they are on record: what was taken, what differed, whose inspectors were drawn here. */
import type { Digest } from '../../../core/digest.ts';
import type { OutsideDifference } from '../../../core/draw/outside.ts';
import type { OutsideAssignment, OutsidePersonDifference } from '../../../core/draw/outside-people.ts';
import type { Task } from '../../../core/plan/task.ts';
import type { Db } from '../../../db/database.ts';
import { readPages, stagePages } from '../../../db/pages.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

/** The fact of a list. Rows and differences lie in its pages: they name enterprises. */
export interface OutsideList {
  readonly list: number;
  readonly plan: string;
  readonly task: string;
  readonly platform: string;
  /** Number of the plan from above that it came with, or null. */
  readonly superior: number | null;
  readonly file: string;
  readonly window: Task['window'];
  readonly departments: readonly string[];
  readonly lead: string;
  readonly listed: number;
  readonly taken: number;
  readonly rejected: number;
  readonly differing: number;
  /** People taken in from outside, and differences among them. */
  readonly people: number;
  readonly peopleDiffering: number;
  readonly pages: readonly Digest[];
  /** 外部平台抽取，本系统无法核验. */
  readonly verifiable: false;
  readonly on: string;
}

export interface OutsideRows {
  readonly rows: readonly OutsideAssignment[];
  readonly differences: readonly OutsideDifference[];
  readonly peopleDifferences: readonly OutsidePersonDifference[];
}

interface OfCeremony {
  readonly task: string;
  readonly platform: string;
  readonly ceremony: number;
  readonly list?: number;
}

const listTag = 'mingchou/outside-list/1';
const rowsPerPage = 2000;

const takenIn = async (db: Db) =>
  (await factBodies<OutsideList | OfCeremony>(db, 'outside-draw-taken-in')).map(({ body }) => body);

export const outsideListsIn = async (db: Db): Promise<readonly OutsideList[]> =>
  (await takenIn(db)).flatMap((body) => ('pages' in body ? [body] : []));

/** Ceremonies that drew the inspectors of lists from outside. */
export const outsideCeremoniesIn = async (db: Db): Promise<readonly OfCeremony[]> =>
  (await takenIn(db)).flatMap((body) => ('ceremony' in body ? [body] : []));

/** Keeps rows and differences; nothing is true before a fact names the pages. */
export async function stageOutside(db: Db, { rows, differences, peopleDifferences }: OutsideRows) {
  const texts = [JSON.stringify({ differences, peopleDifferences })];
  for (let from = 0; from < rows.length; from += rowsPerPage)
    texts.push(JSON.stringify(rows.slice(from, from + rowsPerPage)));
  return stagePages(db, listTag, texts);
}

export async function outsideRows(db: Db, { pages }: Pick<OutsideList, 'pages'>): Promise<OutsideRows> {
  const texts: string[] = [];
  for await (const text of readPages(db, pages)) texts.push(text);
  const [first = '{"differences":[],"peopleDifferences":[]}', ...others] = texts;
  const told: Omit<OutsideRows, 'rows'> = JSON.parse(first);
  const rows = others.flatMap((text) => {
    const page: readonly OutsideAssignment[] = JSON.parse(text);
    return page;
  });
  return { rows, ...told };
}
