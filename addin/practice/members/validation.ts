/** Excel.DataValidation: what a cell lets through when it is typed, its prompt and its warning. A plain paste and code pass by it. */
import { intersection, quoted, sameArea, written } from '../model/address.ts';
import type { Validation } from '../model/book.ts';
import { namedArea, referred } from '../model/names.ts';
import { refuseProtected } from '../model/protection.ts';
import { invalid } from '../model/trouble.ts';
import type { Place } from '../model/workbook.ts';
import type { Session } from '../session.ts';
import { asFlag, asRecord, type Class, isThing } from '../thing.ts';
import { areaOf, placeOf } from './range.ts';

/** A list that is typed out, commas and all. */
const longestList = 255;
const longestPrompt = 255;
const longestTitle = 32;

const found = (place: Place, session: Session): Validation | null => {
  const area = areaOf(place, session);
  const at = { row: area.row, column: area.column, rows: 1, columns: 1 };
  return [...place.sheet.validations].reverse().find((each) => intersection(each.area, at)) ?? null;
};

/** Cuts the area out of what other validations cover. */
function cleared(place: Place, session: Session): Validation[] {
  const area = areaOf(place, session);
  return place.sheet.validations.flatMap((each) => {
    const part = intersection(each.area, area);
    if (part === null) return [each];
    if (sameArea(part, each.area)) return [];
    const { row, column, rows, columns } = each.area;
    const pieces = [
      { row, column, rows: part.row - row, columns },
      { row: part.row + part.rows, column, rows: row + rows - part.row - part.rows, columns },
      { row: part.row, column, rows: part.rows, columns: part.column - column },
      {
        row: part.row,
        column: part.column + part.columns,
        rows: part.rows,
        columns: column + columns - part.column - part.columns,
      },
    ];
    return pieces.filter((piece) => piece.rows > 0 && piece.columns > 0).map((piece) => ({ ...each, area: piece }));
  });
}

function change(place: Place, session: Session, next: Partial<Validation>): void {
  refuseProtected(place.sheet);
  const before = found(place, session);
  const made: Validation = {
    rule: {},
    ignoreBlanks: true,
    prompt: null,
    errorAlert: null,
    ...before,
    ...next,
    area: areaOf(place, session),
  };
  place.sheet.validations = [...cleared(place, session), made];
  session.workbook.tell({ kind: 'look' });
}

const kinds = ['wholeNumber', 'decimal', 'list', 'date', 'time', 'textLength', 'custom'];

function ruleOf(value: unknown, place: Place, session: Session): Record<string, unknown> {
  const rule = asRecord(value, '数据验证规则');
  const given = Object.keys(rule).filter((key) => rule[key] !== undefined && rule[key] !== null);
  if (given.length !== 1 || !kinds.includes(given[0] ?? '')) throw invalid('数据验证规则须恰好有一种。');
  if (given[0] !== 'list') return { ...rule };
  const list = asRecord(rule.list, '序列');
  const source = isThing(list.source) ? rangeSource(list.source, session) : list.source;
  if (typeof source !== 'string' || source === '') throw invalid('序列的来源无效。');
  if (!source.startsWith('=') && source.length > longestList)
    throw invalid(`直接写出的序列最多 ${longestList} 个字符，更长的请引用名称。`);
  if (
    source.startsWith('=') &&
    !referred(session.workbook, place.sheet, source) &&
    !namedArea(session.workbook, place.sheet, source.slice(1))
  )
    throw invalid(`序列的来源“${source}”没有这个区域或名称。`);
  return { list: { inCellDropDown: list.inCellDropDown ?? true, source } };
}

function rangeSource(source: unknown, session: Session): string {
  const place = placeOf(source);
  return `=${quoted(place.sheet.name)}!${written(areaOf(place, session), true)}`;
}

function short(value: unknown, text: string, title: string): Record<string, unknown> {
  const record = asRecord(value, '提示');
  if (String(record[text] ?? '').length > longestPrompt) throw invalid(`提示最多 ${longestPrompt} 个字符。`);
  if (String(record[title] ?? '').length > longestTitle) throw invalid(`提示的标题最多 ${longestTitle} 个字符。`);
  return { ...record };
}

const typeNames: Readonly<Record<string, string>> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  list: 'List',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

export const validationClass: Class<Place> = {
  name: 'DataValidation',
  properties: {
    Rule: {
      get: (place, session) => found(place, session)?.rule ?? {},
      set: (place, value, session) => change(place, session, { rule: ruleOf(value, place, session) }),
    },
    Type: { get: (place, session) => typeNames[Object.keys(found(place, session)?.rule ?? {})[0] ?? ''] ?? 'None' },
    IgnoreBlanks: {
      get: (place, session) => found(place, session)?.ignoreBlanks ?? true,
      set: (place, value, session) => change(place, session, { ignoreBlanks: asFlag(value, 'ignoreBlanks') }),
    },
    Prompt: {
      get: (place, session) => found(place, session)?.prompt ?? { showPrompt: true, title: '', message: '' },
      set: (place, value, session) => change(place, session, { prompt: short(value, 'message', 'title') }),
    },
    ErrorAlert: {
      get: (place, session) =>
        found(place, session)?.errorAlert ?? { showAlert: true, title: '', message: '', style: 'Stop' },
      set: (place, value, session) => change(place, session, { errorAlert: short(value, 'message', 'title') }),
    },
  },
  methods: {
    Clear: (place, _args, session) => {
      refuseProtected(place.sheet);
      place.sheet.validations = cleared(place, session);
      session.workbook.tell({ kind: 'look' });
    },
  },
};
