/** Excel.NamedItem and its collections. */
import type { DefinedName, Sheet } from '../model/book.ts';
import { addName, formulaOf, referred } from '../model/names.ts';
import { ExcelTrouble, notFound } from '../model/trouble.ts';
import type { Workbook } from '../model/workbook.ts';
import { asFlag, asText, type Class, isThing, nothing, thing } from '../thing.ts';
import { areaOf, newRange, placeOf } from './range.ts';
import { worksheetClass } from './worksheet.ts';

export interface NamesOf {
  readonly workbook: Workbook;
  /** null: names of the workbook. */
  readonly sheet: Sheet | null;
}

interface Named extends NamesOf {
  readonly name: DefinedName;
}

const those = ({ workbook, sheet }: NamesOf): readonly DefinedName[] => (sheet ? sheet.names : workbook.book.names);
const find = (self: NamesOf, key: unknown): Named | undefined => {
  const name = those(self).find((each) => each.name.toLowerCase() === String(key).toLowerCase());
  return name && { ...self, name };
};

export const namesClass: Class<NamesOf> = {
  name: 'NamedItemCollection',
  properties: {},
  items: (self) => those(self).map((name) => thing(nameClass, { ...self, name })),
  at: (self, key) => {
    const found = find(self, key);
    if (!found) throw notFound(`名称“${String(key)}”`);
    return thing(nameClass, found);
  },
  methods: {
    Add: (self, [name, reference, comment], session) => {
      const formula = isThing(reference)
        ? formulaOf({ sheet: placeOf(reference).sheet, area: areaOf(placeOf(reference), session) })
        : asText(reference, '引用');
      const made = addName(
        self.workbook,
        self.sheet,
        asText(name, '名称'),
        formula,
        typeof comment === 'string' ? comment : '',
      );
      return thing(nameClass, { ...self, name: made });
    },
    GetCount: (self) => those(self).length,
    GetItemOrNullObject: (self, [key]) => {
      const found = find(self, key);
      return found ? thing(nameClass, found) : nothing;
    },
  },
};

const where = ({ workbook, sheet, name }: Named) => referred(workbook, sheet, name.formula);

const nameClass: Class<Named> = {
  name: 'NamedItem',
  identity: ({ name }) => ({ Name: name.name, Id: name.name }),
  properties: {
    Name: { get: ({ name }) => name.name },
    Type: { get: (self) => (where(self) ? 'Range' : self.name.formula.includes('#REF!') ? 'Error' : 'String') },
    Value: { get: (self) => self.name.formula.replace(/^=/, '') },
    Scope: { get: ({ sheet }) => (sheet ? 'Worksheet' : 'Workbook') },
    Comment: {
      get: ({ name }) => name.comment,
      set: ({ name }, value) => {
        name.comment = asText(value, '说明');
      },
    },
    Formula: {
      get: ({ name }) => name.formula,
      set: ({ name }, value) => {
        name.formula = asText(value, '公式');
      },
    },
    Visible: {
      get: ({ name }) => name.visible,
      set: ({ name }, value) => {
        name.visible = asFlag(value, 'visible');
      },
    },
    Worksheet: {
      get: ({ sheet }) => {
        if (!sheet) throw new ExcelTrouble('ItemNotFound', '该名称属于工作簿，不属于某张工作表。');
        return thing(worksheetClass, sheet);
      },
    },
  },
  methods: {
    GetRange: (self) => {
      const found = where(self);
      if (!found) throw notFound(`名称“${self.name.name}”引用的区域`);
      return newRange(found.sheet, found.area);
    },
    GetRangeOrNullObject: (self) => {
      const found = where(self);
      return found ? newRange(found.sheet, found.area) : nothing;
    },
    Delete: ({ workbook, sheet, name }) => {
      if (sheet) sheet.names = sheet.names.filter((each) => each !== name);
      else workbook.book.names = workbook.book.names.filter((each) => each !== name);
    },
  },
};
