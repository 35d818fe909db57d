/**
 * A workbook file in the browser, for WPS, LibreOffice and older Excel: taken, filled and marked, and given back as the same workbook. Only
 * the worksheets that we touch are changed, within their XML; every other part of the file leaves as it came.
 */
import { cellMost, rowsMost } from '../../../core/sheet/book.ts';
import { type Grid, textOf } from '../../../core/sheet/grid.ts';
import { type Layout, shownHeader } from '../../../core/sheet/layout.ts';
import { choicesWorksheet } from '../../../core/sheet/look.ts';
import { readWorksheet, type WorkbookSheet, writeSheets } from '../../../core/sheet/xlsx.ts';
import { filterName, filterRange, layoutSheet } from '../../../core/sheet/xlsx-layout.ts';
import { isKeptWorksheet, keptLine, keptWorksheet } from '../kept.ts';
import {
  type Area,
  type Block,
  type Chart,
  HostTrouble,
  type KeptPart,
  type Mark,
  type Progress,
  type SheetHost,
  type Worksheet,
} from '../sheet-host.ts';
import { contentOf } from './cells.ts';
import { keepChoices } from './choices.ts';
import { figuresSheet, markFigures, takeAwayFigures } from './figures.ts';
import { againLimits, fileLimits } from './file-limits.ts';
import { unshare } from './formulas.ts';
import { keptXml } from './kept-sheet.ts';
import { breath, markRows } from './marks.ts';
import { inUse, type MergedArea, mergedAreas, mustPart, part, reaching, unmerge, within } from './merged.ts';
import { removeRows } from './remove-rows.ts';
import { containsAny, forgetResults } from './results.ts';
import type { SheetPart } from './sheet-part.ts';
import { growTables } from './tables.ts';
import { takeOver } from './take-over.ts';
import { Workbook } from './workbook.ts';

const blankWorksheet = 'Sheet1';

export interface FileHost extends SheetHost {
  readonly kind: 'file';
  /** Puts another workbook in the place of this one. @param name as people know it; what it holds has been looked at by `openFileHost` */
  replace(name: string, workbook: Workbook, grids: readonly Grid[]): void;
  /** The file as it stands, to be given to the person. It counts as unchanged from then on. */
  save(): Promise<Uint8Array>;
  /** Whether something was written since the file was taken or last given. */
  changed(): boolean;
  /** @returns how to stop */
  onChanged(heard: (changed: boolean) => void): () => void;
  /** Which cell is to be shown: the page does that, since the file is not on a screen. @returns how to stop */
  onShow(heard: (worksheet: string, row: number, column: number) => void): () => void;
}

/** An empty workbook. `today` is stamped on what is written into it. */
export function newFileHost(today: () => string): FileHost {
  let name = '新建工作簿.xlsx';
  let book: Workbook | null = null;
  let unsaved = false;
  /** A workbook of ours begins with a blank worksheet, which goes when the first real one comes. */
  let blank = false;
  const grids = new Map<string, Grid>();
  const kept = new Map<KeptPart, (readonly string[])[]>();
  const keptTouched = new Set<KeptPart>();
  const heardChange = new Set<(worksheet: string) => void>();
  const heardChanged = new Set<(changed: boolean) => void>();
  const heardShow = new Set<(worksheet: string, row: number, column: number) => void>();

  /** One act after the other: between reading and writing a part nobody else writes it. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const next = last.then(act);
    last = next.catch(() => {});
    return next;
  };

  const touched = (worksheet: string | null): void => {
    if (worksheet !== null) grids.delete(worksheet);
    if (unsaved) return;
    unsaved = true;
    for (const heard of heardChanged) heard(true);
  };

  const opened = async (): Promise<Workbook> => {
    if (book !== null) return book;
    blank = true;
    book = await Workbook.open(await writeSheets([{ name: blankWorksheet, rows: [] }], today()));
    return book;
  };

  const bytes = async (quick: boolean): Promise<Uint8Array> => {
    const own = await opened();
    for (const each of keptTouched) {
      const worksheet = keptWorksheet(each);
      const xml = keptXml(kept.get(each) ?? []);
      const entry = own.entry(worksheet);
      if (entry === null) await own.addSheet(worksheet, xml, 'veryHidden');
      else own.rewrite(entry.part, xml);
    }
    keptTouched.clear();
    return await own.bytes(quick);
  };

  const gridOf = async (worksheet: string): Promise<Grid> => {
    const known = grids.get(worksheet);
    if (known !== undefined) return known;
    const read = await readWorksheet(await bytes(true), worksheet, againLimits);
    if (!read.ok) throw new HostTrouble({ kind: 'host', code: read.error.kind, message: worksheet });
    grids.set(worksheet, read.value);
    return read.value;
  };

  const there = async (worksheet: string): Promise<void> => {
    const entry = (await opened()).entry(worksheet);
    if (entry === null || entry.state === 'veryHidden') throw new HostTrouble({ kind: 'no-worksheet', worksheet });
  };

  const writable = async (worksheet: string): Promise<SheetPart> => {
    await there(worksheet);
    const sheet = await (await opened()).sheet(worksheet);
    if (sheet === null) throw new HostTrouble({ kind: 'no-worksheet', worksheet });
    if (sheet.isProtected()) throw new HostTrouble({ kind: 'protected', worksheet });
    if (sheet.rows.length > rowsMost + 2000) throw tooLarge(worksheet, sheet.rows.length, 1);
    return sheet;
  };

  const add = async (sheet: WorkbookSheet): Promise<void> => {
    const own = await opened();
    await takeOver(own, await Workbook.open(await writeSheets([sheet], today())), sheet.name);
    if (blank && own.sheets().some(({ state, name: each }) => state === 'visible' && each !== blankWorksheet)) {
      blank = false;
      if ((await gridOf(blankWorksheet)).rows.length === 0) await own.removeSheet(blankWorksheet);
    }
    touched(sheet.name);
  };

  return {
    kind: 'file',
    called: { zh: '工作簿文件', en: 'Workbook file' },
    live: false,
    workbook: () => name,

    replace: (called, workbook, read) => {
      name = called;
      book = workbook;
      blank = false;
      unsaved = false;
      kept.clear();
      keptTouched.clear();
      grids.clear();
      for (const grid of read) grids.set(grid.name, grid);
      for (const heard of heardChanged) heard(false);
      for (const entry of workbook.sheets()) for (const heard of heardChange) heard(entry.name);
    },
    save: () =>
      inTurn(async () => {
        const file = await bytes(false);
        unsaved = false;
        for (const heard of heardChanged) heard(false);
        return file;
      }),
    changed: () => unsaved,
    onChanged: (heard) => listen(heardChanged, heard),
    onShow: (heard) => listen(heardShow, heard),
    onChange: (heard) => listen(heardChange, heard),

    worksheets: () =>
      inTurn(async () => {
        const found: Worksheet[] = [];
        for (const { name: each, state } of (await opened()).sheets()) {
          if (state === 'veryHidden' || isKeptWorksheet(each)) continue;
          const hidden = state === 'hidden';
          const grid = hidden ? null : await gridOf(each);
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
        const grid = await gridOf(worksheet);
        if (grid.rows.length > rowsMost + 100) throw tooLarge(worksheet, grid.rows.length, width(grid));
        progress(grid.rows.length, grid.rows.length);
        return grid;
      }),

    write: (worksheet, blocks: readonly Block[], progress: Progress = () => {}) =>
      inTurn(async () => {
        const sheet = await writable(worksheet);
        const own = await opened();
        const long = blocks.flatMap((block) => block.cells.flat()).find((text) => (text?.length ?? 0) > cellMost);
        if (long)
          throw new HostTrouble({
            kind: 'host',
            code: 'CellTooLong',
            message: `一个单元格最多 ${cellMost} 个字，此处有 ${long.length} 个`,
          });
        const all = blocks.reduce((sum, block) => sum + block.cells.length, 0);
        unshare(sheet, blocks);
        const merged = mergedAreas(sheet);
        const parted = new Set<MergedArea>();
        const grid = merged.length === 0 ? { rows: [] } : await gridOf(worksheet);
        let done = 0;
        const written = new Map<number, number[]>();
        for (const block of blocks)
          for (const [i, cells] of block.cells.entries()) {
            const near = reaching(merged, block.row + i);
            cells.forEach((text, j) => {
              if (text === null) return;
              const [row, column] = [block.row + i, block.column + j];
              const area = within(near, row, column);
              if (area !== null && !parted.has(area) && mustPart(area, row, column)) {
                const shows = textOf(grid.rows[area.firstRow]?.[area.firstColumn]);
                if (shows === text) return;
                part(sheet, area, shows, inUse(grid, row, column));
                parted.add(area);
              }
              sheet.setCell(row, column, (style) => contentOf(text, style, own.styles, own.days1904));
              written.set(row, [...(written.get(row) ?? []), column]);
            });
            done++;
            if (done % 1000 === 0) await breath(progress, done, all);
          }
        unmerge(sheet, [...parted]);
        await growTables(own, worksheet, written);
        await forgetResults(own, worksheet, (area) => containsAny(area, written));
        progress(all, all);
        // Formulas of other worksheets may show something else now.
        grids.clear();
        touched(worksheet);
      }),

    create: (layout: Layout, progress: Progress = () => {}) =>
      inTurn(async () => {
        if (layout.rows.length > rowsMost) throw tooLarge(layout.name, layout.rows.length, layout.columns.length);
        const called = (await opened()).freeName(layout.name);
        const wanted = layout.columns.flatMap((each) => (each.choices === null ? [] : [each.choices.options]));
        const nameOf = await keepChoices(await opened(), wanted, gridOf);
        touched(choicesWorksheet);
        const own = { ...layout, name: called };
        await add(layoutSheet(own, nameOf));
        await (await opened()).addName(filterName, filterRange(own), called, true);
        progress(layout.rows.length, layout.rows.length);
        return called;
      }),

    addColumns: (worksheet, headerRow, after, columns) =>
      inTurn(async () => {
        const sheet = await writable(worksheet);
        const own = await opened();
        const { rows } = await gridOf(worksheet);
        const used = (column: number) => rows.some((row) => textOf(row[column]).trim() !== '');
        let first = after + 1;
        for (let at = first; at < first + columns.length; at++) if (used(at)) first = at + 1;
        // Further out nothing is read: what stands there would be overwritten, and our columns never found again.
        if (first + columns.length > fileLimits.columns) throw tooLarge(worksheet, rows.length, first + columns.length);
        const look = await Workbook.open(
          await writeSheets(
            [layoutSheet({ name: worksheet, titles: [], columns, rows: [], spare: 1 }, () => '""')],
            today(),
          ),
        );
        const model = await look.sheet(worksheet);
        columns.forEach((column, place) => {
          const header = own.styles.take(look.styles, model?.styleAt(0, place) ?? 0);
          const body = own.styles.take(look.styles, model?.styleAt(1, place) ?? 0);
          sheet.setColumn(first + place, { width: column.width, hidden: column.hidden, style: body });
          sheet.setCell(headerRow, first + place, () => ({ style: header, text: shownHeader(column) }));
        });
        touched(worksheet);
        return first;
      }),

    mark: (worksheet, area: Area, marks: readonly Mark[], progress: Progress = () => {}) =>
      inTurn(async () => {
        const sheet = await writable(worksheet);
        const { styles } = await opened();
        await markRows(sheet, styles, area, marks, progress);
        touched(worksheet);
      }),

    removeRows: (worksheet, rows) =>
      inTurn(async () => {
        await writable(worksheet);
        await removeRows(await opened(), worksheet, rows);
        // Formulas elsewhere may show something else now.
        grids.clear();
        touched(worksheet);
      }),

    show: (worksheet, row, column) =>
      inTurn(async () => {
        await there(worksheet);
        for (const heard of heardShow) heard(worksheet, row, column);
      }),

    figures: (layout, charts: readonly Chart[]) =>
      inTurn(async () => {
        const own = await opened();
        await takeAwayFigures(own);
        const called = own.freeName(layout.name);
        await add(figuresSheet({ ...layout, name: called }, charts));
        await markFigures(own, called);
        return called;
      }),

    readKept: (each) => inTurn(() => keptLines(each)),
    writeKept: (each, rows) =>
      inTurn(async () => {
        kept.set(each, [...rows]);
        keptTouched.add(each);
        touched(null);
      }),
    appendKept: (each, rows) =>
      inTurn(async () => {
        kept.set(each, [...(await keptLines(each)), ...rows]);
        keptTouched.add(each);
        touched(null);
      }),
  };

  async function keptLines(each: KeptPart): Promise<readonly (readonly string[])[]> {
    const known = kept.get(each);
    if (known !== undefined) return known;
    if (book === null || book.entry(keptWorksheet(each)) === null) return [];
    const { rows } = await gridOf(keptWorksheet(each));
    const lines = rows.flatMap((row) => {
      const line = keptLine(row.map(textOf));
      return line === null ? [] : [line];
    });
    kept.set(each, lines);
    return lines;
  }
}

const tooLarge = (worksheet: string, rows: number, columns: number): HostTrouble =>
  new HostTrouble({ kind: 'too-large', worksheet, cells: rows * columns });

const width = ({ rows }: Grid): number => rows.reduce((most, row) => Math.max(most, row.length), 0);

function listen<T>(heard: Set<T>, one: T): () => void {
  heard.add(one);
  return () => void heard.delete(one);
}
