/** Names that Excel accepts, and what a defined name refers to. */
import type { Area } from './address.ts';
import { quoted, readAddress, written } from './address.ts';
import type { DefinedName, Sheet } from './book.ts';
import { ExcelTrouble, invalid, notAllowed } from './trouble.ts';
import type { Workbook } from './workbook.ts';

const longestSheetName = 31;

/** @throws as Excel does for a name that no worksheet may have */
export function refuseSheetName(workbook: Workbook, name: string, own: Sheet | null): void {
  if (name === '' || name.length > longestSheetName)
    throw invalid(`工作表名称应为 1 至 ${longestSheetName} 个字符：“${name}”`);
  if (/[:\\/?*[\]]/.test(name)) throw invalid(`工作表名称不能含有 : \\ / ? * [ ]：“${name}”`);
  if (name.startsWith("'") || name.endsWith("'")) throw invalid('工作表名称不能以单引号开头或结尾。');
  if (/^history$/i.test(name)) throw invalid('“History”是 Excel 保留的名称。');
  const holder = workbook.findSheet(name);
  if (holder !== undefined && holder !== own && holder.name.toLowerCase() === name.toLowerCase())
    throw new ExcelTrouble('ItemAlreadyExists', `已有名为“${name}”的工作表。`);
}

/** Sheet1, Sheet2 … the first that is free. */
export function freeName(taken: readonly string[], stem: string): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) if (!used.has(`${stem}${n}`.toLowerCase())) return `${stem}${n}`;
}

const wellFormed = (name: string): boolean =>
  name.length <= 255 &&
  /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) &&
  readAddress(name) === null &&
  !/^[rc]$/i.test(name);

/** Tables and defined names of a workbook share one space. */
export function refuseDefinedName(workbook: Workbook, name: string, own: object | null): void {
  if (!wellFormed(name)) throw invalid(`名称“${name}”无效：不能以数字开头，不能含空格或符号，也不能与单元格地址相同。`);
  const same = (each: { readonly name: string }) => each !== own && each.name.toLowerCase() === name.toLowerCase();
  if (workbook.book.names.some(same) || workbook.tables.some(({ table }) => same(table)))
    throw new ExcelTrouble('ItemAlreadyExists', `名称“${name}”已被使用。`);
}

export interface Referred {
  readonly sheet: Sheet;
  readonly area: Area;
}

export function referred(workbook: Workbook, home: Sheet | null, formula: string): Referred | null {
  const address = readAddress(formula.replace(/^=/, ''));
  if (address === null) return null;
  const sheet = address.sheet === null ? home : workbook.findSheet(address.sheet);
  return sheet ? { sheet, area: address.area } : null;
}

/** A worksheet's own names come before the workbook's; tables are meant with their rows. */
export function namedArea(workbook: Workbook, home: Sheet, name: string): Referred | null {
  const same = (each: { readonly name: string }) => each.name.toLowerCase() === name.toLowerCase();
  const defined = home.names.find(same) ?? workbook.book.names.find(same);
  if (defined) return referred(workbook, home, defined.formula);
  const table = workbook.tables.find((each) => same(each.table));
  if (!table) return null;
  const { sheet, table: found } = table;
  const head = found.headers ? 1 : 0;
  const rows = found.area.rows - head - (found.totals ? 1 : 0);
  return { sheet, area: { ...found.area, row: found.area.row + head, rows } };
}

export const formulaOf = ({ sheet, area }: Referred): string => `=${quoted(sheet.name)}!${written(area, true)}`;

export function addName(
  workbook: Workbook,
  on: Sheet | null,
  name: string,
  formula: string,
  comment: string,
): DefinedName {
  const names = on ? on.names : workbook.book.names;
  if (on === null) refuseDefinedName(workbook, name, null);
  else if (names.some((each) => each.name.toLowerCase() === name.toLowerCase()))
    throw new ExcelTrouble('ItemAlreadyExists', `名称“${name}”已被使用。`);
  if (!formula.startsWith('=')) throw notAllowed('名称须引用区域，或以等号开头的公式。');
  const made: DefinedName = { name, formula, comment, visible: true };
  names.push(made);
  return made;
}

/** Names, formulas of lists and rules speak of a worksheet by its name. */
export function renamedSheet(formula: string, before: string, after: string): string {
  return formula.replaceAll(`${quoted(before)}!`, `${quoted(after)}!`);
}
