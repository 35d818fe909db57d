/**
 * Checking that nobody asked for, while people type or when a workbook is opened again. It marks only workbooks of whoever is signed in, and only
 * where something is said otherwise by now: two panes over one workbook come to rest, and so does a program that tells us of our own marks.
 */
import type { Checked } from '../../../core/sheet/check.ts';
import type { Done, OnStep } from '../filling.ts';
import { done } from '../trouble.ts';
import { type Bench, benchOf, bindingOf, type Work } from '../work.ts';
import { tableOf, textAt } from '../worksheet/table.ts';
import { checkAndMark } from './check-marks.ts';

export async function recheck(
  work: Work,
  worksheet: string,
  why: 'changed' | 'start',
  step: OnStep,
): Promise<Done<Checked | null>> {
  const binding = await bindingOf(work);
  // Worksheets of the person's own are nobody's matter.
  if (!binding.ok || binding.value?.sheets.every((each) => each.worksheet !== worksheet) !== false) return done(null);
  const who = work.session.who();
  const { office, department } = binding.value;
  if (who !== null && (who.office !== office || who.department !== department)) return done(null);
  const bench = await benchOf(work, worksheet);
  if (!bench.ok) return bench;
  if (why === 'start' && !(await isMarked(work, bench.value))) return done(null);
  return checkAndMark(work, worksheet, step, true);
}

async function isMarked({ host }: Work, { kept: { worksheet }, sheet }: Bench): Promise<boolean> {
  const there = (await host.worksheets()).some(({ name }) => name === worksheet);
  const table = there ? tableOf(await host.read(worksheet), sheet) : null;
  if (table === null) return false;
  for (let row = table.firstRow; row < table.grid.rows.length; row++)
    if (textAt(table, row, table.verdict) !== '') return true;
  return false;
}
