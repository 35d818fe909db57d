/**
 * A workbook file in the browser, for WPS, LibreOffice and older Excel: taken, filled and marked, and given back as the same workbook. Only
 * the worksheets that we touch are changed, within their XML; every other part of the file leaves as it came.
 */
import { rowsMost } from '../../../core/sheet/book.ts';
import { type Grid, textOf } from '../../../core/sheet/grid.ts';
import { idHeader, type Layout } from '../../../core/sheet/layout.ts';
import { choicesWorksheet } from '../../../core/sheet/look.ts';
import { printTitlesName, printTitlesRange } from '../../../core/sheet/print.ts';
import { filterName, filterRange, layoutSheet } from '../../../core/sheet/xlsx-layout.ts';
import { isKeptWorksheet } from '../kept.ts';
import {
  type Area,
  type Block,
  type Chart,
  HostTrouble,
  type Mark,
  type Progress,
  type SheetHost,
  tooLarge,
  type Worksheet,
} from '../sheet-host.ts';
import { addColumns } from './add-columns.ts';
import { keepChoices } from './choices.ts';
import { figuresSheet, markFigures, takeAwayFigures } from './figures.ts';
import { heldFile } from './held-file.ts';
import { markRows } from './marks.ts';
import { removeRows } from './remove-rows.ts';
import type { SheetPart } from './sheet-part.ts';
import type { Workbook } from './workbook.ts';
import { writeBlocks } from './write.ts';

/**
 * How much would be lost with the file as it stands. `marks`: verdicts and names of rows, which any check writes again; `own`: what the desk has
 * answered; `content`: cells that a person would miss.
 */
export type Unsaved = (typeof degrees)[number];
const degrees = ['nothing', 'marks', 'own', 'content'] as const;

export interface FileHost extends SheetHost {
  readonly kind: 'file';
  /** Puts another workbook in the place of this one. @param name as people know it; what it holds has been looked at by `openFileHost` */
  replace(name: string, workbook: Workbook, grids: readonly Grid[]): void;
  /** The file as it stands, to be given to the person. It counts as unchanged from then on. */
  save(): Promise<Uint8Array>;
  /** What was written since the file was taken or last given. */
  changed(): Unsaved;
  /** @returns how to stop */
  onChanged(heard: (changed: Unsaved) => void): () => void;
  /** Which cell is to be shown: the page does that, since the file is not on a screen. @returns how to stop */
  onShow(heard: (worksheet: string, row: number, column: number) => void): () => void;
}

/** An empty workbook. `today` is stamped on what is written into it. */
export function newFileHost(today: () => string): FileHost {
  let name = '新建工作簿.xlsx';
  let unsaved: Unsaved = 'nothing';
  const file = heldFile(today);
  const heardChange = new Set<Parameters<SheetHost['onChange']>[0]>();
  const heardChanged = new Set<(changed: Unsaved) => void>();
  const heardShow = new Set<(worksheet: string, row: number, column: number) => void>();

  /** One act after the other: between reading and writing a part nobody else writes it. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const next = last.then(act);
    last = next.catch(() => {});
    return next;
  };

  const become = (now: Unsaved): void => {
    unsaved = now;
    for (const heard of heardChanged) heard(now);
  };
  const touched = (what: Unsaved = 'content'): void => {
    if (degrees.indexOf(what) > degrees.indexOf(unsaved)) become(what);
  };

  const there = async (worksheet: string): Promise<void> => {
    const entry = (await file.workbook()).entry(worksheet);
    if (entry === null || entry.state === 'veryHidden') throw new HostTrouble({ kind: 'no-worksheet', worksheet });
  };

  const writable = async (worksheet: string): Promise<SheetPart> => {
    await there(worksheet);
    const sheet = await (await file.workbook()).sheet(worksheet);
    if (sheet === null) throw new HostTrouble({ kind: 'no-worksheet', worksheet });
    if (sheet.isProtected()) throw new HostTrouble({ kind: 'protected', worksheet });
    if (sheet.rows.length > rowsMost + 2000) throw tooLarge(worksheet, sheet.rows.length, 1);
    return sheet;
  };

  return {
    kind: 'file',
    called: { zh: '工作簿文件', en: 'Workbook file' },
    live: false,
    workbook: () => name,

    replace: (called, workbook, read) => {
      name = called;
      file.replace(workbook, read);
      become('nothing');
      for (const entry of workbook.sheets()) for (const heard of heardChange) heard(entry.name, 'here');
    },
    save: () =>
      inTurn(async () => {
        const bytes = await file.bytes(false);
        become('nothing');
        return bytes;
      }),
    changed: () => unsaved,
    onChanged: (heard) => listen(heardChanged, heard),
    onShow: (heard) => listen(heardShow, heard),
    onChange: (heard) => listen(heardChange, heard),

    worksheets: () =>
      inTurn(async () => {
        const found: Worksheet[] = [];
        for (const { name: each, state } of (await file.workbook()).sheets()) {
          if (state === 'veryHidden' || isKeptWorksheet(each)) continue;
          const hidden = state === 'hidden';
          const grid = hidden ? null : await file.gridOf(each);
          found.push({
            name: each,
            hidden,
            rows: grid?.rows.length ?? 0,
            columns: grid === null ? 0 : width(grid),
          });
        }
        return found;
      }),

    read: (worksheet, progress: Progress = () => {}) =>
      inTurn(async () => {
        await there(worksheet);
        const grid = await file.gridOf(worksheet);
        if (grid.rows.length > rowsMost + 100) throw tooLarge(worksheet, grid.rows.length, width(grid));
        progress(grid.rows.length, grid.rows.length);
        return grid;
      }),

    write: (worksheet, blocks: readonly Block[], progress: Progress = () => {}) =>
      inTurn(async () => {
        const sheet = await writable(worksheet);
        const isNaming = areNames(await file.gridOf(worksheet), blocks);
        await writeBlocks(await file.workbook(), { worksheet, sheet, gridOf: file.gridOf }, blocks, progress);
        file.forget(null);
        touched(isNaming ? 'marks' : 'content');
      }),

    create: (layout: Layout, progress: Progress = () => {}) =>
      inTurn(async () => {
        if (layout.rows.length > rowsMost) throw tooLarge(layout.name, layout.rows.length, layout.columns.length);
        const called = (await file.workbook()).freeName(layout.name);
        const wanted = layout.columns.flatMap((each) => (each.choices === null ? [] : [each.choices.options]));
        const nameOf = await keepChoices(await file.workbook(), wanted, file.gridOf);
        file.forget(choicesWorksheet);
        touched();
        const own = { ...layout, name: called };
        await file.add(layoutSheet(own, nameOf));
        await (await file.workbook()).addName(filterName, filterRange(own), called, true);
        await (await file.workbook()).addName(printTitlesName, printTitlesRange(own), called);
        progress(layout.rows.length, layout.rows.length);
        return called;
      }),

    addColumns: (worksheet, headerRow, after, columns) =>
      inTurn(async () => {
        const sheet = await writable(worksheet);
        const { rows } = await file.gridOf(worksheet);
        const own = await file.workbook();
        const first = await addColumns(own, { worksheet, sheet, rows }, { headerRow, after, columns }, today());
        file.forget(worksheet);
        touched();
        return first;
      }),

    mark: (worksheet, area: Area, marks: readonly Mark[], progress: Progress = () => {}) =>
      inTurn(async () => {
        const sheet = await writable(worksheet);
        const { styles } = await file.workbook();
        await markRows(sheet, styles, area, marks, progress);
        file.forget(worksheet);
        touched('marks');
      }),

    removeRows: (worksheet, rows) =>
      inTurn(async () => {
        await writable(worksheet);
        await removeRows(await file.workbook(), worksheet, rows);
        file.forget(null);
        touched();
      }),

    show: (worksheet, row, column) =>
      inTurn(async () => {
        await there(worksheet);
        for (const heard of heardShow) heard(worksheet, row, column);
      }),

    figures: (layout, charts: readonly Chart[]) =>
      inTurn(async () => {
        const own = await file.workbook();
        touched();
        await takeAwayFigures(own);
        const called = own.freeName(layout.name);
        await file.add(figuresSheet({ ...layout, name: called }, charts));
        await markFigures(own, called);
        return called;
      }),

    readKept: (each) => inTurn(() => file.keptLines(each)),
    writeKept: (each, rows) =>
      inTurn(async () => {
        file.keep(each, [...rows]);
        touched('own');
      }),
    appendKept: (each, rows) =>
      inTurn(async () => {
        file.keep(each, [...(await file.keptLines(each)), ...rows]);
        touched('own');
      }),
  };
}

/** Whether nothing is written but names of rows, in the column that has them. */
function areNames({ rows }: Grid, blocks: readonly Block[]): boolean {
  const columns = new Set(
    rows.flatMap((row) => row.flatMap((cell, at) => (textOf(cell).trim() === idHeader ? [at] : []))),
  );
  return blocks.every(({ column, cells }) => columns.has(column) && cells.every((line) => line.length === 1));
}

const width = ({ rows }: Grid): number => rows.reduce((most, row) => Math.max(most, row.length), 0);

function listen<T>(heard: Set<T>, one: T): () => void {
  heard.add(one);
  return () => void heard.delete(one);
}
