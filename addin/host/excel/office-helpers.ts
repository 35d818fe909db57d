/**
 * The only user of @microsoft/office-js-helpers, a library that its makers have put away: what it still does well, the name of
 * the program around us and a worksheet made anew. Its store would weigh 15 kB on the first screen for one word that localStorage keeps as well; its
 * sign-in takes any address with `state` in it for an answer.
 */
import { ExcelUtilities, Utilities } from '@microsoft/office-js-helpers';

/** `EXCEL 16 OFFICE_ONLINE` or the like, for reports of trouble. */
export const hostName = (): string => `${Utilities.host} ${Utilities.platform}`;

/** A worksheet of that name, empty, in place of the one that was there. */
export const freshWorksheet = (workbook: Excel.Workbook, name: string): Promise<Excel.Worksheet> =>
  ExcelUtilities.forceCreateSheet(workbook, name, true);
