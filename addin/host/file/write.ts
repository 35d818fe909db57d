/** Writes texts into cells whose formats stay; what hangs on those cells (merged areas, tables, stored results) follows. */
import { cellMost } from '../../../core/sheet/book.ts';
import { type Grid, textOf } from '../../../core/sheet/grid.ts';
import { type Block, HostTrouble, type Progress } from '../sheet-host.ts';
import { contentOf } from './cells.ts';
import { unshare } from './formulas.ts';
import { breath } from './marks.ts';
import { inUse, type MergedArea, mergedAreas, mustPart, part, reaching, unmerge, within } from './merged.ts';
import { containsAny, forgetResults } from './results.ts';
import type { SheetPart } from './sheet-part.ts';
import { growTables } from './tables.ts';
import type { Workbook } from './workbook.ts';

export async function writeBlocks(
  own: Workbook,
  {
    worksheet,
    sheet,
    gridOf,
  }: {
    readonly worksheet: string;
    readonly sheet: SheetPart;
    readonly gridOf: (worksheet: string) => Promise<Grid>;
  },
  blocks: readonly Block[],
  progress: Progress,
): Promise<void> {
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
}
