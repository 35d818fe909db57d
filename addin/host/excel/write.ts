/** Texts into cells as texts, in portions; a portion that is too much goes in halves, and each can be written again without harm. */
import type { Block, Progress } from '../sheet-host.ts';
import { written } from './cell.ts';
import { portions } from './portion.ts';
import { isTooMuch } from './run.ts';

/** Single cells that go into one request. */
const blocksAtOnce = 200;

export async function writeBlocks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  blocks: readonly Block[],
  progress: Progress = () => {},
): Promise<void> {
  const parts = blocks.flatMap(cut);
  const all = parts.reduce((sum, { cells }) => sum + cells.length, 0);
  let done = 0;
  for (let from = 0; from < parts.length; ) {
    const batch = batchFrom(parts, from);
    await writeBatch(context, sheet, batch);
    from += batch.length;
    done += batch.reduce((sum, { cells }) => sum + cells.length, 0);
    progress(done, all);
  }
}

function cut(block: Block): readonly Block[] {
  const starts = portions(block.cells);
  return starts.slice(0, -1).map((start, i) => ({
    ...block,
    row: block.row + start,
    cells: block.cells.slice(start, starts[i + 1]),
  }));
}

function batchFrom(parts: readonly Block[], from: number): readonly Block[] {
  const batch: Block[] = [];
  let rows = 0;
  for (const part of parts.slice(from, from + blocksAtOnce)) {
    if (batch.length > 0 && rows + part.cells.length > 5000) break;
    batch.push(part);
    rows += part.cells.length;
  }
  return batch;
}

async function writeBatch(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  batch: readonly Block[],
): Promise<void> {
  try {
    const ranges = batch.map((block) => {
      const range = sheet.getRangeByIndexes(block.row, block.column, block.cells.length, widthOf(block));
      range.load('numberFormat');
      return { block, range };
    });
    await context.sync();
    for (const { block, range } of ranges) {
      const formats = range.numberFormat;
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
    if (!isTooMuch(thrown)) throw thrown;
    const [first, second] = halves(batch);
    if (second.length === 0) throw thrown;
    await writeBatch(context, sheet, first);
    await writeBatch(context, sheet, second);
  }
}

const widthOf = ({ cells }: Block): number => cells.reduce((most, row) => Math.max(most, row.length), 1);

function halves(batch: readonly Block[]): readonly [readonly Block[], readonly Block[]] {
  const [only, ...more] = batch;
  if (only === undefined || more.length > 0) {
    const middle = Math.ceil(batch.length / 2);
    return [batch.slice(0, middle), batch.slice(middle)];
  }
  const middle = Math.ceil(only.cells.length / 2);
  if (middle === only.cells.length) return [batch, []];
  return [
    [{ ...only, cells: only.cells.slice(0, middle) }],
    [{ ...only, row: only.row + middle, cells: only.cells.slice(middle) }],
  ];
}
