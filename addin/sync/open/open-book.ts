/** A book as a new worksheet of this workbook, with the rows that the desk holds. */
import { type BookRef, sameBook } from '../../../core/sheet/book.ts';
import type { Layout } from '../../../core/sheet/layout.ts';
import type { HeldRow } from '../../../core/sheet/row.ts';
import { layoutOf } from '../../../core/sheet/worksheet-layout.ts';
import { referenceOf } from '../check/reference.ts';
import type { BoundSheet, Done, OnStep } from '../filling.ts';
import { type Binding, type KeptSheet, layBinding } from '../kept/binding.ts';
import { goneLine, rowLine, solvedLine } from '../kept/book-log.ts';
import { owner } from '../submit/may-write.ts';
import { done } from '../trouble.ts';
import { notSignedIn } from '../words.ts';
import { bindingOf, bookOf, heldRows, type Work } from '../work.ts';
import { sheetOf } from '../worksheet/table.ts';
import { boundSheets } from './bound.ts';

export async function openBook(work: Work, ref: BookRef, step: OnStep): Promise<Done<BoundSheet>> {
  const mine = await bindingFor(work);
  if (!mine.ok) return mine;
  const bound = await boundSheets(work);
  if (!bound.ok) return bound;
  const open = bound.value.find((each) => sameBook(each.ref, ref));
  if (open !== undefined) return done(open);
  const held = await heldRows(work, ref, step);
  if (!held.ok) return held;
  const { line, fields, rows } = held.value;
  const known = await referenceOf(work, ref);
  if (!known.ok) return known;
  const { own, departments, demand } = known.value.reference;
  const sheet = sheetOf(ref.sheet);
  const shown = fields.flatMap((name) => sheet.fields.find((field) => field.name === name) ?? []);
  const layout = layoutOf({
    line,
    fields: shown,
    rows,
    own,
    sheet: ref.sheet,
    options: { departments: departments.map(({ name }) => name), demand, given: [...sheet.given] },
  });
  const worksheet = await work.host.create(layout, (count, all) => step('writing', count, all));
  // The worksheet says which rows are which; what was given follows, so that a crash in between leaves nothing that looks withdrawn.
  await bind(work, mine.value, { worksheet, ref, year: line.year, fields, line, renamed: {} });
  await keepRows(work, ref, rows);
  if (work.host.live) await showFirst(work, worksheet, layout);
  return done({ worksheet, ref, line });
}

/** Where filling begins: beside what the desk gives, or below the rows that are there. That it cannot be gone to is no trouble. */
async function showFirst({ host }: Work, worksheet: string, { titles, columns, rows }: Layout): Promise<void> {
  const isFilled = columns.some(({ field, given }) => field !== '' && given);
  const column = columns.findIndex(({ field, given }) => field !== '' && !given);
  const first = titles.length + 1;
  await host.show(worksheet, isFilled || column < 0 ? first : first + rows.length, Math.max(0, column)).catch(() => {});
}

/** The workbook's own binding, or a new one for whoever is signed in; refused where it belongs to somebody else. */
export async function bindingFor(work: Work): Promise<Done<Binding>> {
  const who = work.session.who();
  if (who === null) return { ok: false, trouble: { kind: 'signed-out', words: notSignedIn } };
  const binding = await bindingOf(work);
  if (!binding.ok) return binding;
  if (binding.value === null) {
    const { office, department, departmentName } = who;
    return done({ office, department, departmentName, sheets: [] });
  }
  const may = owner(work, binding.value);
  return may.ok ? done(binding.value) : may;
}

export async function bind(work: Work, binding: Binding, sheet: KeptSheet): Promise<void> {
  const others = binding.sheets.filter(
    ({ ref, worksheet }) => !sameBook(ref, sheet.ref) && worksheet !== sheet.worksheet,
  );
  await work.host.writeKept('binding', layBinding({ ...binding, sheets: [...others, sheet] }));
}

/** What the desk gave, in place of whatever an earlier worksheet of the book has left. */
export async function keepRows(work: Work, ref: BookRef, rows: readonly HeldRow[]): Promise<void> {
  const { rows: before, conflicts } = await bookOf(work, ref);
  const given = new Set(rows.map(({ id }) => id));
  const gone = [...before.keys()].filter((id) => !given.has(id)).map((id) => goneLine(ref, id));
  const solved = [...conflicts.keys()].map((id) => solvedLine(ref, id));
  const lines = [...gone, ...solved, ...rows.map((row) => rowLine(ref, row))];
  if (lines.length > 0) await work.host.appendKept('rows', lines);
}
