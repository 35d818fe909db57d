/**
 * The department that fills its plan row in a workbook: the sample's own row, as cells to be pasted with two mistakes in it for the reader, and
 * sent as it should be where the tour does it in his place.
 */
import { planTasks } from '../../../core/sheet/plan-tasks.ts';
import { layRow } from '../../../core/sheet/row-value.ts';
import { personOf } from '../../../db/chat.ts';
import { factBodies } from '../../verbs/ledger/fact-bodies.ts';
import { actorOf } from '../../verbs/people/roll.ts';
import { rowsOf } from '../../verbs/sheet/rows.ts';
import { planRows } from '../sample/plan-rows.ts';
import { contextOfSample } from '../sample/sheets.ts';
import type { PageCopy } from '../workspace/page-shape.ts';
import type { Tour } from './ground.ts';
import { changeOf, workbookOf } from './workbook.ts';

export const filler = { department: 'nyj', title: '县农业农村局联络员', channel: '县农业农村局' } as const;

export async function replyByWorkbook(tour: Tour): Promise<void> {
  const book = await consultation(tour);
  if (book === null) return;
  const workbook = await workbookOf(tour, filler.title);
  const { line } = await workbook.rows({ sheet: 'plan-tasks', book });
  const row = changeOf(crypto.randomUUID(), null, cellsOfSample(tour));
  await workbook.submit({ sheet: 'plan-tasks', book, rows: [row] }, line.year);
  await tour.driver.settle();
}

/** In the order in which the desk gives the columns, so that they fall into their places. */
export async function exampleRow(tour: Tour): Promise<PageCopy | null> {
  const fields = await columnsOf(tour);
  if (fields === null) return null;
  const cells = misread(cellsOfSample(tour));
  return {
    label: { zh: '复制示例行', en: 'Copy the example row' },
    text: fields.map((field) => quoted(cells[field] ?? '')).join('\t'),
  };
}

async function columnsOf(tour: Tour): Promise<readonly string[] | null> {
  const { deps, driver } = tour;
  const book = await consultation(tour);
  const person = await personOf(deps.db, { platform: 'slack', user: driver.user(filler.title).id });
  const actor = person === null ? null : await actorOf(deps, person);
  if (book === null || actor === null) return null;
  const held = await rowsOf(deps, actor, { sheet: 'plan-tasks', book }, '');
  return held.ok ? held.value.fields : null;
}

/** The letter that went out last. */
async function consultation({ deps }: Tour): Promise<string | null> {
  const opened = await factBodies<{ readonly consultation: string }>(deps.db, 'consultation-opened');
  return opened.at(-1)?.body.consultation ?? null;
}

function cellsOfSample({ sample }: Tour): Readonly<Record<string, string>> {
  const row = planRows(sample).find(({ lead }) => lead === filler.department);
  if (row === undefined) throw new Error(`${filler.title} has no row in the sample`);
  return layRow(planTasks, row, contextOfSample(sample));
}

/** A name with a sign too few and a share without its percent: what people do mistype, and what the checks explain. */
const misread = (cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...cells,
  partners: (cells.partners ?? '').replace('监督', '监'),
  ratio: (cells.ratio ?? '').replace(/%$/, ''),
});

/** As spreadsheets quote a cell of the clipboard. */
const quoted = (cell: string): string => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
