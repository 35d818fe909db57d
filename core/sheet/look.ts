/**
 * How worksheets of ours look and where their lists of choices lie, the same in every program that makes them: a workbook goes from one to the
 * other, and what one has put there the next one has to know again.
 */
import { columnLetters } from './grid.ts';

/** Of the first sign of a verdict. */
export const verdictColours = { '✗': 'FBD5D5', '！': 'FFF2CC' } as const;
export const headerColours = { required: 'FDE9D9', given: 'EDEDED', usual: 'DCE6F1' } as const;
export const dateFormat = 'yyyy-mm-dd';

/** The formula by which a row is coloured; it follows the row wherever it is sorted to. */
export const verdictFormula = (sign: string, verdictColumn: number, firstRow: number): string =>
  `LEFT($${columnLetters(verdictColumn)}${firstRow + 1},1)="${sign}"`;

/** Ours, wherever people have moved it; also one whose column somebody has deleted. */
export const isVerdictFormula = (formula: string): boolean =>
  /^=?LEFT\((?:\$[A-Z]+\$?\d+|#REF!),\s*1\)\s*=\s*"[✗！]"$/.test(formula);

export const choicesWorksheet = '_明抽_选项';
export const choicesName = (column: number): string => `明抽_选项_${column + 1}`;
export const choicesRange = (column: number, length: number): string =>
  `'${choicesWorksheet}'!$${columnLetters(column)}$1:$${columnLetters(column)}$${Math.max(1, length)}`;
/** Said where something else is typed. */
export const choicesOnly = { title: '请从下拉列表中选择', message: '此列只能填写下拉列表中的选项。' } as const;

/** Characters of a hint that a program shows when a cell is selected. */
export const promptMost = 255;
