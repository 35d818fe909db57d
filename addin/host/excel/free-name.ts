/** A worksheet's name that is free: Excel takes two for one that differ only in capitals, and no more than 31 characters. */
const longest = 31;

export async function freeName(context: Excel.RequestContext, wanted: string): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : ` (${n})`;
    const name = `${wanted.slice(0, longest - end.length)}${end}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
