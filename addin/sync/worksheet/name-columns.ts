/** Keeps which column of a worksheet is which field, as a person has said. */
import type { Done } from '../filling.ts';
import { layBinding } from '../kept/binding.ts';
import { done } from '../trouble.ts';
import { benchOf, type Work } from '../work.ts';

/** @param answers field → header as it stands in the worksheet */
export async function nameColumns(
  work: Work,
  worksheet: string,
  answers: Readonly<Record<string, string>>,
): Promise<Done<true>> {
  const bench = await benchOf(work, worksheet);
  if (!bench.ok) return bench;
  const { binding, kept } = bench.value;
  const renamed = { ...kept.renamed, ...answers };
  const sheets = binding.sheets.map((each) => (each.worksheet === worksheet ? { ...each, renamed } : each));
  await work.host.writeKept('binding', layBinding({ ...binding, sheets }));
  return done(true);
}
