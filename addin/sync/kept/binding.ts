/** What a workbook keeps of whose it is: office, department, and which of its worksheets is which book. */
import { bookLine } from '../../../core/api/shapes.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { type BookLine, type BookRef, bookSheets } from '../../../core/sheet/book.ts';
import { parseWire } from '../../../core/wire.ts';
import { isCells, isTexts, type Lines, parsed } from './lines.ts';

/** A later form than ours is refused as a whole: what it means is not known here. */
const keptFormat = 1;
const mark = '明抽';

export interface KeptSheet {
  readonly worksheet: string;
  readonly ref: BookRef;
  readonly year: number | null;
  /** Fields that the book shows. */
  readonly fields: readonly string[];
  readonly line: BookLine | null;
  /** Field → header, of columns that people have renamed and told about. */
  readonly renamed: Readonly<Record<string, string>>;
}
export interface Binding {
  readonly office: string;
  readonly department: string;
  readonly departmentName: string;
  readonly sheets: readonly KeptSheet[];
}

export const layBinding = ({ office, department, departmentName, sheets }: Binding): Lines => [
  [mark, String(keptFormat), office, department, departmentName],
  ...sheets.map(({ worksheet, ref, year, fields, line, renamed }) => [
    'sheet',
    worksheet,
    ref.sheet,
    ref.book,
    year === null ? '' : String(year),
    JSON.stringify(fields),
    JSON.stringify(line),
    JSON.stringify(renamed),
  ]),
];

/** null: the workbook belongs to nobody yet. */
export function readBinding(lines: Lines): Result<Binding | null, { readonly kind: 'later-format' }> {
  const [head, ...rest] = lines;
  if (head === undefined || head[0] !== mark) return ok(null);
  if (Number(head[1]) > keptFormat) return err({ kind: 'later-format' });
  const [, , office = '', department = '', departmentName = ''] = head;
  const sheets = rest.flatMap((line) => (line[0] === 'sheet' ? (keptSheet(line) ?? []) : []));
  return ok({ office, department, departmentName, sheets });
}

function keptSheet(texts: readonly string[]): KeptSheet | null {
  const [, worksheet = '', sheet = '', book = '', year = '', fields = '', line = '', headers = ''] = texts;
  const known = bookSheets.find((each) => each === sheet);
  const names = parsed(fields);
  if (known === undefined || !isTexts(names)) return null;
  const renamed = parsed(headers);
  const read = parseWire(bookLine, parsed(line));
  return {
    worksheet,
    ref: { sheet: known, book },
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    fields: names,
    line: read.ok ? read.value : null,
    renamed: isCells(renamed) ? renamed : {},
  };
}
