/** The formulas of a worksheet, also those that are written once for several cells. */
import type { Block } from '../sheet-host.ts';
import { formulaIn } from './cells-xml.ts';
import { shiftedFormula } from './references.ts';
import type { SheetPart } from './sheet-part.ts';
import { attribute, element, escapeXml, replaced, unescapeXml } from './xml.ts';

export interface CellFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Number under which several cells share it; null where it is this one's alone. */
  readonly share: string | null;
  /** It is written here, for all that share it. */
  readonly first: boolean;
}

export function formulasOf(sheet: SheetPart): readonly CellFormula[] {
  const shares = new Map<string, CellFormula>();
  const found: CellFormula[] = [];
  for (const row of sheet.rows) {
    if (!formulaIn(row.cells === null ? row.body : row.cells.map((each) => each.xml).join(''), sheet.p)) continue;
    for (const { column, xml } of sheet.cells(row)) {
      const formula = element(xml, `${sheet.p}f`);
      if (formula === null) continue;
      const share = attribute(formula.attrs, 't') === 'shared' ? (attribute(formula.attrs, 'si') ?? '') : null;
      const stated = unescapeXml(formula.body ?? '');
      const own: CellFormula = { row: row.index, column, text: stated, share, first: share !== null && stated !== '' };
      if (share !== null && own.first) shares.set(share, own);
      const first = share !== null && !own.first ? shares.get(share) : undefined;
      const text =
        first === undefined ? own.text : shiftedFormula(first.text, own.row - first.row, own.column - first.column);
      found.push({ ...own, text });
    }
  }
  return found;
}

/** Cells are about to be written over, and with them formulas that stand there for others too: each of those gets its own. */
export function unshare(sheet: SheetPart, blocks: readonly Block[]): void {
  const all = formulasOf(sheet);
  const loses = (row: number, column: number): boolean =>
    blocks.some((block) => (block.cells[row - block.row]?.[column - block.column] ?? null) !== null);
  const lost = new Set(all.filter(({ first, row, column }) => first && loses(row, column)).map(({ share }) => share));
  if (lost.size === 0) return;
  for (const { row, column, share, text } of all)
    if (share !== null && lost.has(share)) sheet.replaceCell(row, column, (xml) => withFormula(xml, sheet.p, '', text));
}

/** @param attrs of its tag */
export function withFormula(xml: string, p: string, attrs: string, text: string): string {
  const formula = element(xml, `${p}f`);
  return formula === null ? xml : replaced(xml, formula, `<${p}f${attrs}>${escapeXml(text)}</${p}f>`);
}
