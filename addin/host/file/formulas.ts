/** The formulas of a worksheet, also those that are written once for several cells. */
import { shiftedFormula } from './references.ts';
import { formulaIn, type SheetPart } from './sheet-part.ts';
import { attribute, element, unescapeXml } from './xml.ts';

export interface CellFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly shared: boolean;
}

export function formulasOf(sheet: SheetPart): readonly CellFormula[] {
  const shares = new Map<string, CellFormula>();
  const found: CellFormula[] = [];
  for (const row of sheet.rows) {
    if (!formulaIn(row.cells === null ? row.body : row.cells.map((each) => each.xml).join(''), sheet.p)) continue;
    for (const { column, xml } of sheet.cells(row)) {
      const formula = element(xml, `${sheet.p}f`);
      if (formula === null) continue;
      const shared = attribute(formula.attrs, 't') === 'shared';
      const si = attribute(formula.attrs, 'si') ?? '';
      const own: CellFormula = { row: row.index, column, text: unescapeXml(formula.body ?? ''), shared };
      if (shared && own.text !== '') shares.set(si, own);
      const first = shared && own.text === '' ? shares.get(si) : undefined;
      const text =
        first === undefined ? own.text : shiftedFormula(first.text, own.row - first.row, own.column - first.column);
      found.push({ ...own, text });
    }
  }
  return found;
}
