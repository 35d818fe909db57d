/** Protected worksheets: locked cells and whole acts that the protection does not allow. */
import type { Area } from './address.ts';
import { lastColumn, lastRow } from './address.ts';
import type { Sheet } from './book.ts';
import { styleAt } from './cells.ts';
import { denied } from './trouble.ts';
import type { Workbook } from './workbook.ts';

export type Allowance =
  | 'allowInsertRows'
  | 'allowInsertColumns'
  | 'allowDeleteRows'
  | 'allowDeleteColumns'
  | 'allowSort'
  | 'allowAutoFilter'
  | 'allowFormatCells'
  | 'allowFormatColumns'
  | 'allowFormatRows';

export function refuseUnlessAllowed(sheet: Sheet, what: Allowance): void {
  if (sheet.protection !== null && sheet.protection.options[what] !== true) throw denied(sheet.name);
}

/** What no protection option opens: tables, names of worksheets, charts. */
export function refuseProtected(sheet: Sheet): void {
  if (sheet.protection !== null) throw denied(sheet.name);
}

const mostLooked = 1_000_000;

export function refuseLocked(workbook: Workbook, sheet: Sheet, area: Area): void {
  if (sheet.protection === null) return;
  if (area.rows * area.columns > mostLooked) throw denied(sheet.name);
  for (let row = area.row; row <= lastRow(area); row++)
    for (let column = area.column; column <= lastColumn(area); column++)
      if (styleAt(workbook, sheet, row, column).locked) throw denied(sheet.name);
}
