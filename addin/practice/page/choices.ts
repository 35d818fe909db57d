/** What a validation means to a person who types: drop-down choices, the prompt, and refusing what is not among them. */
import { lastColumn, lastRow } from '../model/address.ts';
import type { Sheet, Validation } from '../model/book.ts';
import { textAt, usedPart } from '../model/cells.ts';
import { namedArea, referred } from '../model/names.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Spot } from './view.ts';

export function validationAt(sheet: Sheet, { row, column }: Spot): Validation | null {
  const covers = ({ area }: Validation) =>
    row >= area.row && row <= lastRow(area) && column >= area.column && column <= lastColumn(area);
  return [...sheet.validations].reverse().find(covers) ?? null;
}

/** null: no list here. */
export function choicesOf(workbook: Workbook, sheet: Sheet, validation: Validation | null): readonly string[] | null {
  const list = validation?.rule.list;
  if (typeof list !== 'object' || list === null || !('source' in list)) return null;
  const source = String(list.source);
  if (!source.startsWith('=')) return source.split(',').map((each) => each.trim());
  const found = referred(workbook, sheet, source) ?? namedArea(workbook, sheet, source.slice(1));
  const area = found && usedPart(found.sheet, found.area);
  if (!found || !area) return [];
  const texts: string[] = [];
  for (let row = area.row; row <= lastRow(area); row++)
    for (let column = area.column; column <= lastColumn(area); column++) {
      const text = textAt(workbook, found.sheet, row, column);
      if (text !== '') texts.push(text);
    }
  return texts;
}

export interface Prompt {
  readonly title: string;
  readonly message: string;
}

const said = (from: Readonly<Record<string, unknown>> | null, switched: string): Prompt | null =>
  from && from[switched] !== false && (from.message || from.title)
    ? { title: String(from.title ?? ''), message: String(from.message ?? '') }
    : null;

export const promptOf = (validation: Validation | null): Prompt | null =>
  said(validation?.prompt ?? null, 'showPrompt');

/** `stop`: Excel does not let it in; the other two ask or tell. */
export interface Objection extends Prompt {
  readonly style: 'stop' | 'ask';
}

export function objection(
  workbook: Workbook,
  sheet: Sheet,
  validation: Validation | null,
  typed: string,
  otherwise: string,
): Objection | null {
  const choices = choicesOf(workbook, sheet, validation);
  if (choices === null || typed === '' || choices.includes(typed)) return null;
  if (validation?.errorAlert?.showAlert === false) return null;
  const words = said(validation?.errorAlert ?? null, 'showAlert') ?? { title: '', message: otherwise };
  const style = String(validation?.errorAlert?.style ?? 'Stop').toLowerCase() === 'stop' ? 'stop' : 'ask';
  return { ...words, style };
}
