/** The whole paper in its order: 版头, title, 主送机关, text, 附件说明, 落款, attachments on pages of their own, 版记. */
import { pieces } from './blocks.ts';
import type { Line, Piece, Sheet } from './drawn.ts';
import { documentHead, letterFoot, letterHead, letterNumber, numberWords } from './head.ts';
import { blank, blanks, inText, line, runs, titleLines } from './lines.ts';
import { balanced, body, em, linePitch, size } from './measure.ts';
import type { Attachment, OfficialPaper } from './official-paper.ts';
import { imprint, signature } from './signature.ts';

/** 20 characters of 二号 fill the line. */
const titleMost = 20;

export function sheetsOf(paper: OfficialPaper): readonly Sheet[] {
  const main: Piece[] = [
    ...opening(paper),
    ...(paper.to.length === 0 ? [] : [line(inText(`${paper.to.join('、')}：`), { align: 'left' })]),
    ...joined([...pieces(paper.blocks, body.width), ...attachmentNote(paper.attachments)], signature(paper)),
  ];
  const isLetter = paper.format === 'letter';
  const sheets: Sheet[] = [
    {
      landscape: false,
      form: paper.format === 'form',
      pieces: main,
      letterHead: isLetter ? letterHead(paper) : null,
      letterFoot: isLetter ? letterFoot() : null,
    },
  ];
  paper.attachments.forEach((attachment, i) => {
    const added = attached(attachment, paper.attachments.length === 1 ? '附件' : `附件${i + 1}`);
    const last = sheets.at(-1);
    // Pages that lie the same way run on; the first of them says that it begins a page.
    if (last !== undefined && last.landscape === attachment.landscape && last.letterHead === null)
      sheets[sheets.length - 1] = { ...last, pieces: [...last.pieces, ...broken(added)] };
    else
      sheets.push({ landscape: attachment.landscape, form: false, pieces: added, letterHead: null, letterFoot: null });
  });
  return withImprint(sheets, imprint(paper));
}

/** No page with a signature and nothing else (7.3.5.4: 此页无正文 is not written): the end of the text goes with it. */
function joined(said: readonly Piece[], signed: readonly Piece[]): readonly Piece[] {
  if (signed.length === 0) return said;
  const from = said.findLastIndex((piece) => piece.kind === 'grid' || (piece.firstLine ?? 0) > 0);
  const kept = said.map((piece, i) => (i >= from && piece.kind === 'line' ? { ...piece, keepNext: true } : piece));
  return [...kept, ...signed];
}

function opening(paper: OfficialPaper): readonly Piece[] {
  const title = titleLines(balanced(paper.title, titleMost));
  switch (paper.format) {
    case 'document':
      return [...documentHead(paper), ...blanks(2), ...title, blank()];
    case 'letter':
      return [letterNumber(paper), ...blanks(2), ...title, blank()];
    case 'form':
      return [
        ...title,
        line(runs(`编号：${numberWords(paper)}`, 'text', size.smallFour), {
          align: 'right',
          pitch: { rule: 'at-least', twips: 440 },
        }),
      ];
    case 'plain':
      return [
        ...title,
        ...(paper.number === null ? [] : [line(inText(numberWords(paper)), { align: 'center' })]),
        blank(),
      ];
  }
}

/** 附件说明: 正文下空一行左空二字; several with numbers, no mark after a name, a long name under its own first character. */
function attachmentNote(attachments: readonly Attachment[]): readonly Line[] {
  if (attachments.length === 0) return [];
  const several = attachments.length > 1;
  return [
    blank(),
    ...attachments.map(({ title }, i) => {
      const number = several ? `${i + 1}.` : '';
      const left = (several ? 6 : 5) * em;
      const words = i === 0 ? `附件：${number}${title}` : `${number}${title}`;
      return line(inText(words), { align: 'left', left, hanging: i === 0 ? left - 2 * em : em });
    }),
  ];
}

/** 附件 in 黑体 at the first line's edge, its title in the third line. */
const attached = ({ title, blocks, landscape }: Attachment, name: string): readonly Piece[] => [
  line(runs(name, 'heading', size.three), { align: 'left', keepNext: true }),
  blank(),
  ...titleLines(balanced(title, landscape ? 28 : titleMost)),
  blank(Math.floor(linePitch / 2)),
  ...pieces(blocks, landscape ? body.height : body.width),
];

function broken([first, ...rest]: readonly Piece[]): readonly Piece[] {
  if (first === undefined) return [];
  return [first.kind === 'line' ? { ...first, pageBreakBefore: true } : first, ...rest];
}

/** 版记 belongs to the last page with text; on pages that lie across it would lie across too, so it stays with the letter itself. */
function withImprint(sheets: readonly Sheet[], foot: readonly Piece[]): readonly Sheet[] {
  if (foot.length === 0) return sheets;
  const at = sheets.findLastIndex(({ landscape }) => !landscape);
  return sheets.map((sheet, i) => (i === at ? { ...sheet, pieces: [...sheet.pieces, ...foot] } : sheet));
}
