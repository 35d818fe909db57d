/** Rows in portions that Excel on the web can take: by bytes, since Chinese takes three for a character, and never too many at once. */
export const bytesMost = 1_500_000;
export const rowsMost = 5000;

/** Of a row of texts as it goes over; an upper limit, since most signs take less. */
export const bytesOf = (row: readonly (string | null)[]): number =>
  row.reduce((sum, cell) => sum + 4 + 3 * (cell?.length ?? 0), 0);

export interface Portion<Row> {
  /** Place of its first row among all. */
  readonly from: number;
  readonly rows: readonly Row[];
}

/** @returns nothing for no rows */
export function portions<Row extends readonly (string | null)[]>(all: readonly Row[]): readonly Portion<Row>[] {
  const made: Portion<Row>[] = [];
  let from = 0;
  let bytes = 0;
  for (const [place, row] of all.entries()) {
    const own = bytesOf(row);
    if (place > from && (bytes + own > bytesMost || place - from >= rowsMost)) {
      made.push({ from, rows: all.slice(from, place) });
      from = place;
      bytes = 0;
    }
    bytes += own;
  }
  if (all.length > from) made.push({ from, rows: all.slice(from) });
  return made;
}

/** A rectangle of it, short rows filled up. */
export const rectangle = (rows: readonly (readonly string[])[]): string[][] => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  return rows.map((row) => Array.from({ length: width }, (_, place) => row[place] ?? ''));
};
