/** Rows in portions that Excel on the web can take: by bytes, since Chinese takes three for a character, and never too many at once. */
const bytesMost = 1_500_000;
const rowsMost = 5000;

/** @returns where each portion begins, and one more for the end */
export function portions(rows: readonly (readonly (string | null)[])[]): number[] {
  const starts = [0];
  let bytes = 0;
  for (let row = 0; row < rows.length; row++) {
    const own = (rows[row] ?? []).reduce((sum, cell) => sum + 4 + 3 * (cell?.length ?? 0), 0);
    const start = starts.at(-1) ?? 0;
    if (row > start && (bytes + own > bytesMost || row - start >= rowsMost)) {
      starts.push(row);
      bytes = 0;
    }
    bytes += own;
  }
  starts.push(rows.length);
  return starts;
}
