/**
 * How wide the columns of a table are: each at least as wide as the longest thing in it that may not be broken (a figure, a date, a number of a
 * task), and beyond that by what stands in it.
 */
import { charsIn } from './measure.ts';

/** The edges of a cell, and what a face that stands in for the standard's is wider. */
const edges = 1;
const wider = 1.6;
/** A longer text goes on in the next line. */
const textMost = 16;

/** 2025-06-30, 66.7%, 6÷24, P-2025/T-01 */
const unbroken = /[0-9A-Za-z%.÷/-]+/gu;

/** Shares of the line; they add up to the characters that stand across it. */
export function columnWidths(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  across: number,
): readonly number[] {
  const columns = head.map((title, i) => {
    const lines = [title, ...rows.flatMap((row) => (row[i] ?? '').split('\n'))];
    const least = Math.max(
      2,
      ...lines.flatMap((each) => each.match(unbroken) ?? []).map((each) => charsIn(each) * wider),
    );
    return { least: least + edges, wish: Math.max(least, Math.min(textMost, Math.max(...lines.map(charsIn)))) + edges };
  });
  const least = columns.reduce((sum, each) => sum + each.least, 0);
  const more = columns.reduce((sum, each) => sum + each.wish - each.least, 0);
  const room = Math.max(0, across - least);
  // Whole numbers, since a paper is digested as it is laid out.
  return columns.map((each) =>
    Math.round(10 * (each.least + (more === 0 ? room / columns.length : (room * (each.wish - each.least)) / more))),
  );
}
