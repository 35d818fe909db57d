/** Texts into cells as texts, in portions; a portion that is too much goes in halves, and each can be written again without harm. */
import type { Block, Progress } from '../sheet-host.ts';
import { mayBeTaken, written } from './cell.ts';
import { bytesMost, bytesOf, portions, rowsMost } from './portion.ts';
import { isTooMuch } from './run.ts';

/** Single cells that go into one request. */
const blocksAtOnce = 200;

export async function writeBlocks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  blocks: readonly Block[],
  progress: Progress = () => {},
): Promise<void> {
  const parts = blocks.flatMap((block) =>
    portions(block.cells).map(({ from, rows }) => ({ ...block, row: block.row + from, cells: rows })),
  );
  const all = rowsIn(parts);
  let done = 0;
  for (const batch of batches(parts)) {
    await writeBatch(context, sheet, batch);
    done += rowsIn(batch);
    progress(done, all);
  }
}

const rowsIn = (blocks: readonly Block[]): number => blocks.reduce((sum, { cells }) => sum + cells.length, 0);

function batches(parts: readonly Block[]): readonly (readonly Block[])[] {
  const made: Block[][] = [];
  let [rows, bytes] = [0, 0];
  for (const part of parts) {
    const own = part.cells.reduce((sum, row) => sum + bytesOf(row), 0);
    const last = made.at(-1);
    const fits =
      last !== undefined &&
      last.length < blocksAtOnce &&
      rows + part.cells.length <= rowsMost &&
      bytes + own <= bytesMost;
    if (fits) last.push(part);
    else {
      made.push([part]);
      [rows, bytes] = [0, 0];
    }
    rows += part.cells.length;
    bytes += own;
  }
  return made;
}

async function writeBatch(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  batch: readonly Block[],
): Promise<void> {
  try {
    const ranges = batch.map((block) => {
      const range = sheet.getRangeByIndexes(block.row, block.column, block.cells.length, widthOf(block));
      const asks = block.cells.some((row) => row.some((text) => text !== null && mayBeTaken(text)));
      if (asks) range.load('numberFormat');
      return { block, range, asks };
    });
    if (ranges.some(({ asks }) => asks)) await context.sync();
    for (const { block, range, asks } of ranges) {
      const formats = asks ? range.numberFormat : [];
      // For null Excel leaves the cell as it is.
      range.values = block.cells.map((row, i) =>
        Array.from({ length: widthOf(block) }, (_, j) => {
          const text = row[j];
          return text === null || text === undefined ? null : written(text, String(formats[i]?.[j] ?? 'General'));
        }),
      );
      range.untrack();
    }
    await context.sync();
  } catch (thrown) {
    const parts = isTooMuch(thrown) ? halves(batch) : [];
    if (parts.length === 0) throw thrown;
    for (const part of parts) await writeBatch(context, sheet, part);
  }
}

const widthOf = ({ cells }: Block): number => cells.reduce((most, row) => Math.max(most, row.length), 1);

/** @returns nothing where there is only one row */
function halves(batch: readonly Block[]): readonly (readonly Block[])[] {
  const [only, ...more] = batch;
  if (only === undefined) return [];
  if (more.length > 0) {
    const middle = Math.ceil(batch.length / 2);
    return [batch.slice(0, middle), batch.slice(middle)];
  }
  if (only.cells.length < 2) return [];
  const middle = Math.ceil(only.cells.length / 2);
  return [
    [{ ...only, cells: only.cells.slice(0, middle) }],
    [{ ...only, row: only.row + middle, cells: only.cells.slice(middle) }],
  ];
}
