/** Whole rows out of a worksheet: from below, so that no row moves before it is taken out; rows that lie together go at once. */
const actsAtOnce = 500;

export async function removeRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rows: readonly number[],
): Promise<void> {
  const falling = [...new Set(rows)].sort((a, b) => b - a);
  for (let i = 0, acts = 1; i < falling.length; acts++) {
    const last = falling[i] ?? 0;
    let count = 1;
    while (falling[i + count] === last - count) count += 1;
    sheet
      .getRangeByIndexes(last - count + 1, 0, count, 1)
      .getEntireRow()
      .delete('Up');
    i += count;
    if (acts % actsAtOnce === 0) await context.sync();
  }
  await context.sync();
}
