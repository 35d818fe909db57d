/** What the office's workbooks have in common: marked title lines, names of sheets that Excel accepts, cells that print. */
import { type SheetToWrite, writeWorkbook } from '../../core/sheet/xlsx.ts';
import { printable } from './html.ts';
import type { ListHead } from './visit.ts';
import { day, keepClose } from './words.ts';

/** Title, mark and origin above the header of every sheet. */
export const titled = (title: string, head: ListHead, ...more: readonly string[]): string[] => [
  title,
  keepClose,
  `${head.office}　第${head.ceremony}次抽取　${head.plan}　${day(head.date)}　记录摘要 ${head.recordDigest}`,
  ...more,
];

/** 31 characters at most, none of []:*?/\, no apostrophe at an end, no two alike without regard to case. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      printable(name)
        .replace(/[[\]:*?/\\\n]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '未命名';
    for (let n = 1; ; n++) {
      const end = n === 1 ? '' : `(${n})`;
      const candidate = cut(plain, 31 - end.length) + end;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** At most so many UTF-16 units, which is what Excel counts, and never half a character. */
function cut(text: string, units: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > units) break;
    kept += character;
  }
  return kept;
}

/** Bytes of an .xlsx whose every cell is text and can be printed; equal content gives equal bytes. */
export const workbook = (sheets: readonly SheetToWrite[], on: string): Promise<Uint8Array> =>
  writeWorkbook(
    sheets.map((sheet) => ({
      ...sheet,
      titles: (sheet.titles ?? []).map(printable),
      rows: sheet.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? printable(cell) : cell))),
    })),
    on,
  );
