/**
 * The n lowest of many, in order: quickselect (Hoare 1961) and then a sort of these n only. Sorting a whole million to draw
 * fifty thousand would cost several times as much as making the tickets.
 */

/** The `n` rows (or all) with the lowest (key, row), in that order. `rows` is left in another order. */
export function lowest(rows: Int32Array, keys: Float64Array, n: number): Int32Array {
  const count = Math.min(n, rows.length);
  if (count === 0) return new Int32Array();
  if (count < rows.length) partition(rows, keys, count);
  return rows.slice(0, count).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
}

/** Moves the `count` lowest to the front. Tickets are random, so that the middle one of three is a good pivot. */
function partition(rows: Int32Array, keys: Float64Array, count: number): void {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const pivot = middleOf(rows, keys, low, (low + high) >> 1, high);
    const pivotKey = keys[pivot] ?? 0;
    let i = low;
    let j = high;
    while (i <= j) {
      while (comesBefore(keys, rows[i] ?? 0, pivot, pivotKey)) i++;
      while (comesAfter(keys, rows[j] ?? 0, pivot, pivotKey)) j--;
      if (i > j) break;
      const held = rows[i] ?? 0;
      rows[i] = rows[j] ?? 0;
      rows[j] = held;
      i++;
      j--;
    }
    // Everything up to j is not above the pivot, everything from i on is not below it.
    if (count - 1 <= j) high = j;
    else if (count - 1 >= i) low = i;
    else return;
  }
}

function comesBefore(keys: Float64Array, row: number, pivot: number, pivotKey: number): boolean {
  const key = keys[row] ?? 0;
  return key < pivotKey || (key === pivotKey && row < pivot);
}

function comesAfter(keys: Float64Array, row: number, pivot: number, pivotKey: number): boolean {
  const key = keys[row] ?? 0;
  return key > pivotKey || (key === pivotKey && row > pivot);
}

/** The row whose key is between those at the two other places. */
function middleOf(rows: Int32Array, keys: Float64Array, a: number, b: number, c: number): number {
  const [x, y, z] = [rows[a] ?? 0, rows[b] ?? 0, rows[c] ?? 0];
  const [kx, ky, kz] = [keys[x] ?? 0, keys[y] ?? 0, keys[z] ?? 0];
  if (kx <= ky) return ky <= kz ? y : kx <= kz ? z : x;
  return kx <= kz ? x : ky <= kz ? z : y;
}
