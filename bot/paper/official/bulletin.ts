/** 通报、小结 as issued: the chapters of the bulletin, each table under its caption with its definitions in small print; wide ones lie across, as annexes. */
import type { Bulletin, Section, Table } from '../../../core/bulletin/bulletin.ts';
import { sectionsOf } from '../../../core/bulletin/sections.ts';
import { columnWidths } from './column-widths.ts';
import { body, size } from './measure.ts';
import {
  type Attachment,
  type Block,
  caption,
  heading,
  type Imprint,
  note,
  type OfficialPaper,
  paperOf,
  text,
} from './official-paper.ts';

/** More columns leave no room for a name on an upright page. */
const uprightMost = 6;

/** 五号 characters side by side. */
const charsAcross = { upright: body.width / (size.five * 10), landscape: body.height / (size.five * 10) };

/** @param to whom it goes to: members, county offices */
export function bulletinPaper(bulletin: Bulletin, to: readonly string[], imprint: Imprint): OfficialPaper {
  const annexes: Attachment[] = [];
  const sections = sectionsOf(bulletin);
  const wide = sections.flatMap(({ tables }) => tables).filter(({ head }) => head.length > uprightMost).length;
  const blocks = sections.flatMap(({ title, paragraphs, tables }: Section): readonly Block[] => [
    heading(title),
    ...paragraphs.filter((each) => each !== '').map(text),
    ...tables.flatMap((table) => {
      if (table.head.length <= uprightMost) return tableBlocks(table, charsAcross.upright);
      annexes.push({
        title: table.caption === '' ? title : table.caption,
        landscape: true,
        blocks: tableBlocks({ ...table, caption: '' }, charsAcross.landscape),
      });
      return [text(`${table.caption === '' ? '有关情况' : table.caption}见附件${wide > 1 ? annexes.length : ''}。`)];
    }),
  ]);
  return paperOf(imprint, {
    format: 'document',
    title: bulletin.title,
    to,
    blocks,
    attachments: annexes,
    printedBy: imprint.issuers[0]?.name ?? null,
  });
}

const tableBlocks = ({ caption: said, head, rows: all, notes }: Table, across: number): readonly Block[] => {
  const rows = all.map((row) => row.map(figureOverCounts));
  const widths = columnWidths(head, rows, across);
  return [
    ...(said === '' ? [] : [caption(said)]),
    { kind: 'table', columns: head.map((title, i) => ({ title, width: widths[i] ?? 1 })), rows },
    ...notes.map(note),
  ];
};

/** 100%（69÷69）: what it is counted from stands below the figure, since a narrow column would break within the figure itself. */
const figureOverCounts = (cell: string): string => cell.replace(/^([\d.]+%)（(\d+÷\d+)）/, '$1\n$2\n').trimEnd();
