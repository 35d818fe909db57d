/** 通报、小结 as issued: the chapters of the bulletin, each table under its caption with its definitions in small print. */
import type { Bulletin, Section, Table } from '../../../core/bulletin/bulletin.ts';
import { sectionsOf } from '../../../core/bulletin/sections.ts';
import { charsIn } from './measure.ts';
import { type Block, caption, heading, type Imprint, type OfficialPaper, paperOf, text } from './official-paper.ts';

/** @param to whom it goes to: members, county offices */
export const bulletinPaper = (
  bulletin: Bulletin,
  imprint: Imprint,
  sent: { readonly to: readonly string[]; readonly copies: readonly string[]; readonly printedBy: string },
): OfficialPaper =>
  paperOf(imprint, {
    format: 'document',
    title: bulletin.title,
    ...sent,
    blocks: [...(bulletin.opening === '' ? [] : [text(bulletin.opening)]), ...sectionsOf(bulletin).flatMap(chapter)],
  });

export const chapter = ({ title, paragraphs, tables }: Section): readonly Block[] => [
  heading(title),
  ...paragraphs.map(text),
  ...tables.flatMap(tableBlocks),
];

const tableBlocks = ({ caption: said, head, rows, notes }: Table): readonly Block[] => [
  ...(said === '' ? [] : [caption(said)]),
  { kind: 'table', columns: head.map((title, i) => ({ title, width: widthOf(i, title, rows) })), rows },
  ...notes.map((each): Block => ({ kind: 'note', text: each })),
];

/** A column is about as wide as what stands in it, within bounds: the longest name would leave no room for numbers. */
const widthOf = (i: number, title: string, rows: readonly (readonly string[])[]): number =>
  Math.min(16, Math.max(4, charsIn(title), ...rows.map((row) => charsIn(row[i] ?? ''))));
