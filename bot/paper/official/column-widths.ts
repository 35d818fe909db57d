/**
 * How wide the columns of a table are: each at least as wide as the longest thing in it that may not be broken (a figure, a date, a number of a
 * task), and beyond that by what stands in it.
 */
import { charsIn } from './measure.ts';

/** The edges of a cell. */
const edges = 1;
/** What a face that stands in for the standard's is wider: with room to spare, and where many columns leave none. */
const [wider, close] = [1.6, 1.3];
/** A longer text goes on in the next line; a shorter line of it reads badly. */
const [textMost, textLeast] = [16, 5];

/** 2025-06-30, 66.7%, 6÷24, P-2025/T-01 */
const unbroken = /[0-9A-Za-z%.÷/-]+/gu;

interface Column {
  readonly least: number;
  readonly wish: number;
}

/** Shares of the line; they add up to the characters that stand across it. */
export function columnWidths(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  across: number,
): readonly number[] {
  const contents = head.map((title, i) => [title, ...rows.flatMap((row) => (row[i] ?? '').split('\n'))]);
  const roomy = contents.map((lines) => columnOf(lines, wider));
  const columns = leastOf(roomy) <= across ? roomy : contents.map((lines) => columnOf(lines, close));
  const more = columns.reduce((sum, each) => sum + each.wish - each.least, 0);
  const room = Math.max(0, across - leastOf(columns));
  // Whole numbers, since a paper is digested as it is laid out.
  return columns.map((each) =>
    Math.round(10 * (each.least + (more === 0 ? room / columns.length : (room * (each.wish - each.least)) / more))),
  );
}

const leastOf = (columns: readonly Column[]): number => columns.reduce((sum, { least }) => sum + least, 0);

function columnOf(lines: readonly string[], face: number): Column {
  const longest = Math.max(...lines.map(charsIn));
  const words = lines.flatMap((each) => each.match(unbroken) ?? []).map((each) => charsIn(each) * face);
  const text = Math.max(...lines.map((each) => charsIn(each.replace(unbroken, ''))));
  // The head over figures may break anywhere; names do not stand in columns of two characters.
  const least = Math.max(2, ...words, words.length === 0 ? Math.min(textLeast, text) : 0);
  return { least: least + edges, wish: Math.max(least, Math.min(textMost, longest)) + edges };
}
