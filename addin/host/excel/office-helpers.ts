/**
 * The only user of @microsoft/office-js-helpers, a library that its makers have put away: what it still does well, a small store under a
 * name of its own, the name of the host, and a worksheet made anew. Never its sign-in, which takes any address with `state` in it for an answer.
 */
import { ExcelUtilities, Storage, StorageType, Utilities } from '@microsoft/office-js-helpers';

/** Preferences of this browser, such as the language; they may be lost at any time. */
export function preferences(): { get(key: string): string | null; set(key: string, value: string): void } {
  const storage = new Storage<string>('mingchou', StorageType.LocalStorage);
  return {
    get: (key) => storage.get(key) ?? null,
    set: (key, value) => void storage.set(key, value),
  };
}

/** `EXCEL 16 OFFICE_ONLINE` or the like, for reports of trouble. */
export const hostName = (): string => `${Utilities.host} ${Utilities.platform}`;

/** A worksheet of that name, empty, in place of the one that was there. */
export const freshWorksheet = (workbook: Excel.Workbook, name: string): Promise<Excel.Worksheet> =>
  ExcelUtilities.forceCreateSheet(workbook, name, true);
