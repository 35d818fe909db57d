/**
 * A laid-out paper as a .docx that Word, WPS and LibreOffice open and people go on editing: the one file that knows the `docx` library,
 * loaded when the first paper is made. Everything about measures was decided before.
 */
import type { IBorderOptions, IParagraphOptions, IRunOptions, ISectionOptions, ParagraphChild } from 'docx';
import type { Grid, Line, Piece, Rule, Run, Sheet } from './drawn.ts';
import { sheetsOf } from './layout.ts';
import { pageNumber } from './lines.ts';
import { body, faces, fontTable, formMargin, margin, mm, page, size, squeeze } from './measure.ts';
import type { OfficialPaper } from './official-paper.ts';

export async function officialDocx(paper: OfficialPaper): Promise<Uint8Array> {
  const docx = await import('docx');
  const document = new docx.Document({
    title: paper.title,
    creator: paper.issuers.map(({ name }) => name).join('、'),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: fontOf('text'), size: size.three, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      },
    },
    sections: sheetsOf(paper).map((sheet) => section(docx, sheet)),
  });
  return new Uint8Array(
    await docx.Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]),
  );
}

type Docx = typeof import('docx');

function section(docx: Docx, { landscape, form, pieces, letterHead, letterFoot }: Sheet): ISectionOptions {
  const { Footer, Header, PageOrientation, SectionType } = docx;
  // The edge that is bound stays the same edge of the paper when it lies across.
  const across = { top: margin.left, right: margin.top, bottom: margin.right, left: margin.bottom };
  const isLetter = letterHead !== null;
  const footer = (side: 'left' | 'right') => new Footer({ children: [paragraph(docx, pageNumber(side))] });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: isLetter,
      page: {
        size: {
          width: page.width,
          height: page.height,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          ...(landscape ? across : form ? formMargin : margin),
          header: isLetter ? mm(30) : mm(15),
          footer: landscape || form ? mm(14) : isLetter ? mm(20) : mm(22),
        },
      },
    },
    ...(letterHead === null
      ? {}
      : { headers: { first: new Header({ children: letterHead.map((each) => paragraph(docx, each)) }) } }),
    footers: {
      default: footer('right'),
      even: footer('left'),
      ...(letterFoot === null ? {} : { first: new Footer({ children: [paragraph(docx, letterFoot)] }) }),
    },
    children: afterTables(pieces).map((piece) => (piece.kind === 'grid' ? grid(docx, piece) : paragraph(docx, piece))),
  };
}

/** A section may not end with a table, two tables that touch become one, and a frame needs a line to be anchored to. */
function afterTables(pieces: readonly Piece[]): readonly Piece[] {
  const thin: Line = { kind: 'line', runs: [], align: 'left', pitch: { rule: 'exact', twips: 20 } };
  return pieces.flatMap((piece, i) => (needsLine(piece, pieces[i + 1]) ? [piece, thin] : [piece]));
}

const needsLine = (piece: Piece, next: Piece | undefined): boolean =>
  piece.kind === 'grid' ? next?.kind !== 'line' || next.atFoot === true : piece.atFoot === true && next === undefined;

const fontOf = (face: Run['face']) => {
  const { name } = faces[face];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
};

const ruleOf = (docx: Docx, rule: Rule): IBorderOptions => {
  const { BorderStyle } = docx;
  const red = 'FF0000';
  // Sizes are eighths of a point.
  const rules: Record<Rule, IBorderOptions> = {
    red: { style: BorderStyle.SINGLE, color: red, size: 18, space: 11 },
    'red-double': { style: BorderStyle.THICK_THIN_SMALL_GAP, color: red, size: 24, space: 1 },
    'red-double-below': { style: BorderStyle.THIN_THICK_SMALL_GAP, color: red, size: 24, space: 1 },
  };
  return rules[rule];
};

function runOf({ face, size: points, red, scale }: Run): IRunOptions {
  return {
    font: fontOf(face),
    size: points,
    ...(red === true ? { color: 'FF0000' } : {}),
    ...(scale === undefined ? {} : { scale }),
    // Only the text's own size is drawn closer: 28 to the line.
    ...(points === size.three ? { characterSpacing: squeeze } : {}),
  };
}

function paragraph(docx: Docx, line: Line) {
  const { AlignmentType, LineRuleType, PageNumber, Paragraph, ShadingType, Tab, TabStopType, TextRun } = docx;
  const aligns = {
    left: AlignmentType.LEFT,
    center: AlignmentType.CENTER,
    right: AlignmentType.RIGHT,
    both: AlignmentType.BOTH,
    distribute: AlignmentType.DISTRIBUTE,
  };
  const children: ParagraphChild[] = line.runs.flatMap((run) =>
    line.pageNumber === true
      ? [new TextRun({ ...runOf(run), children: ['— ', PageNumber.CURRENT, ' —'] })]
      : run.text
          .split('\t')
          .map((text, i) => new TextRun({ ...runOf(run), children: i === 0 ? [text] : [new Tab(), text] })),
  );
  const options: IParagraphOptions = {
    children,
    alignment: aligns[line.align],
    spacing: {
      before: 0,
      after: 0,
      line: line.pitch.twips,
      lineRule: line.pitch.rule === 'exact' ? LineRuleType.EXACT : LineRuleType.AT_LEAST,
    },
    indent: {
      ...(line.firstLine === undefined ? {} : { firstLine: line.firstLine }),
      ...(line.hanging === undefined ? {} : { hanging: line.hanging }),
      ...(line.left === undefined ? {} : { left: line.left }),
      ...(line.right === undefined ? {} : { right: line.right }),
    },
    overflowPunctuation: true,
    // 22 lines to the page, wherever a paragraph ends.
    widowControl: false,
    ...(line.keepNext === true ? { keepNext: true } : {}),
    ...(line.pageBreakBefore === true ? { pageBreakBefore: true } : {}),
    ...(line.tabAt === undefined ? {} : { tabStops: [{ type: TabStopType.RIGHT, position: line.tabAt }] }),
    ...(line.atFoot === true ? { frame: footFrame(docx) } : {}),
    ...(line.filled === true ? { shading: { type: ShadingType.CLEAR, fill: '000000', color: 'auto' } } : {}),
    ...(line.above === undefined && line.below === undefined
      ? {}
      : {
          border: {
            ...(line.above === undefined ? {} : { top: ruleOf(docx, line.above) }),
            ...(line.below === undefined ? {} : { bottom: ruleOf(docx, line.below) }),
          },
        }),
  };
  return new Paragraph(options);
}

/** Lines that follow each other with the same frame stand in one. */
const footFrame = ({ FrameAnchorType, FrameWrap, HorizontalPositionAlign, VerticalPositionAlign }: Docx) => ({
  type: 'alignment' as const,
  width: body.width,
  wrap: FrameWrap.AROUND,
  anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
});

function grid(docx: Docx, { columns, rows, ruled }: Grid) {
  const {
    BorderStyle,
    HeightRule,
    Table,
    TableCell,
    TableLayoutType,
    TableRow,
    VerticalAlignTable,
    VerticalMergeType,
    WidthType,
  } = docx;
  const width = columns.reduce((sum, each) => sum + each, 0);
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const outer = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
  const inner = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const [edge, between] = ruled ? [outer, inner] : [none, none];
  const padding = ruled ? 80 : 0;
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...columns],
    // Fixed, so that a long name wraps in its column and pushes nothing off the page.
    layout: TableLayoutType.FIXED,
    margins: { top: 30, bottom: 30, left: padding, right: padding },
    borders: { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: between, insideVertical: between },
    rows: rows.map(({ cells, header, height }) => {
      const starts = cells.map((_, i) => cells.slice(0, i).reduce((sum, { span }) => sum + span, 0));
      return new TableRow({
        cantSplit: true,
        ...(header ? { tableHeader: true } : {}),
        height: { value: height, rule: HeightRule.ATLEAST },
        children: cells.map(({ lines, span, top, down }, i) => {
          const from = starts[i] ?? 0;
          const own = columns.slice(from, from + span).reduce((sum, each) => sum + each, 0);
          return new TableCell({
            children: lines.map((each) => paragraph(docx, each)),
            columnSpan: span,
            ...(down === undefined
              ? {}
              : { verticalMerge: down === 'begins' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
            width: { size: own, type: WidthType.DXA },
            verticalAlign: top === true ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
          });
        }),
      });
    }),
  });
}
