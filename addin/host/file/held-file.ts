/** The workbook at hand: what was read of it and has not changed since, and what is kept in it and is not yet written there. */
import { type Grid, textOf } from '../../../core/sheet/grid.ts';
import { readWorksheet, type WorkbookSheet, writeSheets } from '../../../core/sheet/xlsx.ts';
import { keptLine, keptWorksheet } from '../kept.ts';
import { HostTrouble, type KeptPart } from '../sheet-host.ts';
import { againLimits } from './file-limits.ts';
import { keptXml } from './kept-sheet.ts';
import { takeOver } from './take-over.ts';
import { Workbook } from './workbook.ts';

type Lines = readonly (readonly string[])[];

export interface HeldFile {
  workbook(): Promise<Workbook>;
  /** The file as it stands. @param quick without packing, to be read again at once */
  bytes(quick: boolean): Promise<Uint8Array>;
  gridOf(worksheet: string): Promise<Grid>;
  /** What was read of a worksheet is no longer so; null: of any, since formulas elsewhere may show something else now. */
  forget(worksheet: string | null): void;
  /** A worksheet of ours at the end. */
  add(sheet: WorkbookSheet): Promise<void>;
  keptLines(part: KeptPart): Promise<Lines>;
  keep(part: KeptPart, lines: Lines): void;
  /** Another workbook in its place. */
  replace(workbook: Workbook, grids: readonly Grid[]): void;
}

const blankWorksheet = 'Sheet1';

/** A blank workbook until there is another. `today` is stamped on what is written into it. */
export function heldFile(today: () => string): HeldFile {
  let book: Workbook | null = null;
  /** A workbook of ours begins with a blank worksheet, which goes when the first real one comes. */
  let blank = false;
  const grids = new Map<string, Grid>();
  const kept = new Map<KeptPart, Lines>();
  const keptTouched = new Set<KeptPart>();

  const workbook = async (): Promise<Workbook> => {
    if (book !== null) return book;
    blank = true;
    book = await Workbook.open(await writeSheets([{ name: blankWorksheet, rows: [] }], today()));
    return book;
  };

  const bytes = async (quick: boolean): Promise<Uint8Array> => {
    const own = await workbook();
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

  const add = async (sheet: WorkbookSheet): Promise<void> => {
    const own = await workbook();
    await takeOver(own, await Workbook.open(await writeSheets([sheet], today())), sheet.name);
    if (blank && own.sheets().some(({ state, name: each }) => state === 'visible' && each !== blankWorksheet)) {
      blank = false;
      if ((await gridOf(blankWorksheet)).rows.length === 0) await own.removeSheet(blankWorksheet);
    }
    grids.delete(sheet.name);
  };

  const keptLines = async (each: KeptPart): Promise<Lines> => {
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
  };

  return {
    workbook,
    bytes,
    gridOf,
    forget: (worksheet) => (worksheet === null ? grids.clear() : void grids.delete(worksheet)),
    add,
    keptLines,
    keep: (part, lines) => {
      kept.set(part, lines);
      keptTouched.add(part);
    },
    replace: (other, read) => {
      book = other;
      blank = false;
      kept.clear();
      keptTouched.clear();
      grids.clear();
      for (const grid of read) grids.set(grid.name, grid);
    },
  };
}
