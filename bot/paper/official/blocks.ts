/** 正文: counted levels, paragraphs, tables whose heads are repeated, forms. */
import { chineseNumeral } from '../../../core/chinese-numeral.ts';
import { never } from '../../../core/result.ts';
import type { Grid, GridCell, Line, Piece } from './drawn.ts';
import { atLeast, blank, line, paragraph, runs } from './lines.ts';
import { type Face, mm, size } from './measure.ts';
import type { Block, Cell, Column } from './official-paper.ts';

type Level = 1 | 2 | 3 | 4;

const faceOf: Record<Level, Face> = { 1: 'heading', 2: 'subheading', 3: 'text', 4: 'text' };

/** 一、（一）1.（1） */
export function counted(level: Level, n: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(n)}、`;
    case 2:
      return `（${chineseNumeral(n)}）`;
    case 3:
      return `${n}.`;
    case 4:
      return `（${n}）`;
    default:
      return never(level);
  }
}

/** @param width of the line, in twips */
export function pieces(blocks: readonly Block[], width: number): readonly Piece[] {
  const count = counter();
  return blocks.flatMap((block): readonly Piece[] => {
    switch (block.kind) {
      case 'heading':
        return [
          paragraph(runs(`${count(block.level)}${block.text}`, faceOf[block.level], size.three), {
            keepNext: true,
            align: 'left',
          }),
        ];
      case 'text':
        return [
          (block.indent === false ? line : paragraph)([
            ...(block.lead === undefined ? [] : runs(`${count(2)}${block.lead}`, 'subheading', size.three)),
            ...runs(block.text, 'text', size.three),
          ]),
        ];
      case 'caption':
        return [
          line(runs(block.text, 'heading', size.smallFour), { align: 'left', pitch: atLeast(440), keepNext: true }),
        ];
      case 'note':
        return [line(runs(block.text, 'text', size.five), { align: 'left', pitch: atLeast(320) })];
      case 'table':
        return spaced(table(block, width));
      case 'form':
        return spaced(form(block, width));
      default:
        return never(block);
    }
  });
}

/** A little room, so that no line of text touches a rule. What is said over a table stays with it across this room. */
const spaced = (grid: Grid): readonly Piece[] => [{ ...blank(100), keepNext: true }, grid, blank(140)];

/** A higher level begins the lower ones anew. */
function counter(): (level: Level) => string {
  const made = [0, 0, 0, 0];
  return (level) => {
    made[level - 1] = (made[level - 1] ?? 0) + 1;
    made.fill(0, level);
    return counted(level, made[level - 1] ?? 1);
  };
}

const cellLine = (words: string, face: Face, points: number, align: Line['align']): Line =>
  line(runs(words, face, points), { align, pitch: atLeast(points * 10 + 80) });

const shares = (widths: readonly number[], width: number): readonly number[] => {
  const all = widths.reduce((sum, each) => sum + each, 0);
  return widths.map((each) => Math.floor((each * width) / all));
};

function table({ columns, rows, merged, empty }: Extract<Block, { kind: 'table' }>, width: number): Grid {
  const head: GridCell[] = columns.map(({ title }) => ({
    span: 1,
    // Nor does a page end with the head of a table.
    lines: [{ ...cellLine(title, 'heading', size.five, 'center'), keepNext: true }],
  }));
  const none: GridCell = { span: columns.length, lines: [cellLine(empty ?? '无', 'text', size.five, 'center')] };
  return {
    kind: 'grid',
    ruled: true,
    columns: shares(
      columns.map((column) => column.width),
      width,
    ),
    rows: [
      { header: true, height: mm(8), cells: head },
      ...(rows.length === 0 ? [{ header: false, height: mm(8), cells: [none] }] : []),
      ...rows.map((row, at) => ({
        header: false,
        height: mm(7),
        cells: columns.map((column, i) => ({
          ...tableCell(column, row[i] ?? ''),
          ...(merged === true && i === 0 ? downOf(rows, at) : {}),
        })),
      })),
    ],
  };
}

/** Whether the first cell of a row begins a tall one, or goes on with it. */
function downOf(rows: readonly (readonly string[])[], at: number): Pick<GridCell, 'down'> {
  const [own, above, below] = [rows[at]?.[0], rows[at - 1]?.[0], rows[at + 1]?.[0]];
  if (own === above) return { down: 'goes-on' };
  return own === below ? { down: 'begins' } : {};
}

const tableCell = ({ align }: Column, words: string): GridCell => ({
  span: 1,
  lines: words.split('\n').map((each) => cellLine(each, 'text', size.five, align ?? 'left')),
});

const form = ({ widths, rows, together }: Extract<Block, { kind: 'form' }>, width: number): Grid => ({
  kind: 'grid',
  ruled: true,
  columns: shares(widths, width),
  rows: rows.map(({ cells, heightMm }, i) => ({
    header: false,
    height: mm(heightMm ?? 9),
    cells: cells.map(formCell).map((cell) => (together === true && i < rows.length - 1 ? keptNext(cell) : cell)),
  })),
});

const keptNext = (cell: GridCell): GridCell => ({
  ...cell,
  lines: cell.lines.map((each) => ({ ...each, keepNext: true })),
});

const formCell = ({ text, label, span, align }: Cell): GridCell => {
  const said = typeof text === 'string' ? text.split('\n') : text;
  return {
    span: span ?? 1,
    lines: said.map((each) =>
      cellLine(
        each,
        label === true ? 'heading' : 'text',
        size.smallFour,
        align ?? (label === true ? 'center' : 'left'),
      ),
    ),
  };
};
