/**
 * Binds a worksheet that people made themselves to a book, where it stands: two columns of ours at its right, and rows that the desk holds already are
 * known by what they are about. Its own columns, titles and order stay as they are. The binding comes last, so that half of it can be done again.
 */
import { type BookRef, sameBook } from '../../../core/sheet/book.ts';
import { recognise } from '../../../core/sheet/recognise.ts';
import { wordsOfRecogniseRefusal } from '../../../core/sheet/words.ts';
import { referenceOf } from '../check/reference.ts';
import { rules } from '../check/rules.ts';
import { type BoundSheet, type Done, quiet } from '../filling.ts';
import type { KeptSheet } from '../kept/binding.ts';
import { done, refused } from '../trouble.ts';
import { bookTaken, boundAlready, missingColumns, noTable } from '../words.ts';
import { heldRows, type Work } from '../work.ts';
import { addOwnColumns, nameRows } from '../worksheet/own-columns.ts';
import { calledBy, ownHeaders } from '../worksheet/renamed.ts';
import { placesOf, sheetOf, tableOf } from '../worksheet/table.ts';
import { boundSheets } from './bound.ts';
import { bind, bindingFor, keepRows } from './open-book.ts';
import { spellOut } from './spell-out.ts';

/** @param renamed field → header of a column that a person has said to be it */
export async function adopt(
  work: Work,
  worksheet: string,
  ref: BookRef,
  renamed: KeptSheet['renamed'],
): Promise<Done<BoundSheet>> {
  const mine = await bindingFor(work);
  if (!mine.ok) return mine;
  const bound = await boundSheets(work);
  if (!bound.ok) return bound;
  if (bound.value.some((each) => each.worksheet === worksheet)) return refused(boundAlready(worksheet));
  const rival = bound.value.find((each) => sameBook(each.ref, ref));
  if (rival !== undefined) return refused(bookTaken(rival.worksheet));
  const known = await referenceOf(work, ref);
  if (!known.ok) return known;
  const sheet = calledBy(sheetOf(ref.sheet), renamed);
  const table = tableOf(await work.host.read(worksheet), sheet);
  if (table === null) return refused(noTable(worksheet));
  const grid = ownHeaders(table, sheet, renamed);
  const strict = recognise(grid, sheet, [], known.value.reference.demand);
  if (!strict.ok)
    return refused(
      strict.error.kind === 'missing-columns'
        ? missingColumns(worksheet, strict.error.missing)
        : wordsOfRecogniseRefusal(strict.error),
    );
  const checkGrid = await rules();
  const checked = checkGrid(grid, known.value.reference);
  if (!checked.ok) return refused(wordsOfRecogniseRefusal(checked.error));
  const held = await heldRows(work, ref, quiet);
  if (!held.ok) return held;
  const { line, fields, rows } = held.value;
  if (line.readOnly !== null) return refused(line.readOnly);
  const kept: KeptSheet = { worksheet, ref, year: line.year, fields, line, renamed };
  await spellOut(work, worksheet, table, strict.value);
  await addOwnColumns(work, worksheet, table);
  await nameRows(work, { kept, sheet }, known.value.reference, rows, quiet);
  // Rows of the desk that the worksheet has not are none that somebody took out of it: they come with the next refresh.
  const now = tableOf(await work.host.read(worksheet), sheet);
  const named = now === null ? new Map<string, number>() : placesOf(now);
  await keepRows(
    work,
    ref,
    rows.filter(({ id }) => named.has(id)),
  );
  await bind(work, mine.value, kept);
  return done({ worksheet, ref, line });
}
