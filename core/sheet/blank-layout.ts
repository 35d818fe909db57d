/** An empty worksheet of a kind of sheet, to be filled in and sent or imported as a file: 表格模板. */
import type { Layout } from './layout.ts';
import { type Sheet, type SheetName, sheetNames } from './sheet.ts';
import { sheets } from './sheets.ts';
import { columnOf } from './worksheet-layout.ts';

/** Rows of other sheets are given by the desk, so that an empty one is of no use to anybody. */
export const blankSheetNames: readonly SheetName[] = sheetNames.filter((name) => sheets[name].given.size === 0);

const spare = 300;
const filling = '填写说明：表头带“*”的列必填，其他列可以留空；请勿改动表头。点选单元格可见填写要求。';

export const blankLayout = ({ title, fields }: Pick<Sheet<unknown>, 'title' | 'fields'>): Layout => ({
  name: title.zh,
  titles: [title.zh, filling],
  columns: fields.map((field) => columnOf(field, { isGiven: false, isDemanded: false, departments: [] })),
  rows: [],
  spare,
});
