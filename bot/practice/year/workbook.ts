/** A spreadsheet in a year: its marks follow from the year's chance, so that a year ends in the same row whenever it is run. */
import { type Workbook, workbookOf } from '../tour/workbook.ts';
import type { Year } from './year.ts';

export const workbookIn = (year: Year, title: string): Promise<Workbook> =>
  workbookOf({ deps: year, driver: year.driver, makeId: () => makeId(year) }, title);

/** Of a row that is new, or of what is sent at once. */
export const makeId = ({ below }: Year): string => Array.from({ length: 32 }, () => below(16).toString(16)).join('');
