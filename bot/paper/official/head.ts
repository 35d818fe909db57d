/**
 * 版头 and 信函格式's head: 发文机关标志, 发文字号, red rules (GB/T 9704—2012 7.2, 10.1), and how a draft's number is left open.
 */
import type { Grid, Line, Piece } from './drawn.ts';
import { atLeast, blank, blanks, exact, line, runs } from './lines.ts';
import { balanced, body, charsIn, linePitch, mm, size } from './measure.ts';
import type { OfficialPaper } from './official-paper.ts';

/** 明双随机〔2025〕2号; of a draft 明双随机〔2025〕　号. */
export const numberWords = ({ number, series, year, mark }: OfficialPaper): string =>
  `${number ?? `${series === '' ? '　　' : series}〔${year}〕　　号`}${mark === '' ? '' : `（${mark}）`}`;

/** The head of a red-headed document: its upper edge 35 mm below that of the 版心, number two lines below, rule 4 mm below that. */
export const documentHead = (paper: OfficialPaper): readonly Piece[] => [
  blank(mm(28)),
  ...(paper.issuers.length === 1 ? oneMark(paper.issuers[0]?.name ?? '', '文件') : [jointMark(paper)]),
  ...blanks(2),
  line(runs(numberWords(paper), 'text', size.three), { align: 'center', below: 'red' }),
];

/** 信函格式: the name alone, 30 mm from the edge of the page, over a double rule that is wider than the text. */
export const letterHead = ({ issuers }: OfficialPaper): readonly Line[] => [
  ...(issuers.length === 1 ? oneMark(issuers[0]?.name ?? '', '') : issuers.flatMap(({ name }) => oneMark(name, ''))),
  line([], { pitch: exact(mm(4)), below: 'red-double', left: -mm(7), right: -mm(7) }),
];

export const letterFoot = (): Line =>
  line([], { pitch: exact(40), below: 'red-double-below', left: -mm(7), right: -mm(7) });

/** 发文字号 of a letter: 顶格居版心右边缘，第一条红色双线下. */
export const letterNumber = (paper: OfficialPaper): Line =>
  line(runs(numberWords(paper), 'text', size.three), { align: 'right' });

/** A name of this many characters fills the line in a face that still reads as a head. */
const markMost = 18;

function oneMark(name: string, kind: string): readonly Line[] {
  const lines = balanced(`${name}${kind}`, markMost);
  const points = markPoints(Math.max(...lines.map(charsIn)));
  return lines.map((each) =>
    line(runs(each, 'title', points * 2, { red: true }), { align: 'center', pitch: exact(points * 20 + 160) }),
  );
}

/** As large as the line takes, smaller than 22 mm × 15 mm. */
const markPoints = (chars: number): number => Math.max(22, Math.min(44, Math.floor(body.width / 20 / chars)));

/** 联合行文: names one below the other, spread over the same width, 文件 beside them in the middle. */
function jointMark({ issuers }: OfficialPaper): Grid {
  const widest = Math.max(...issuers.map(({ name }) => charsIn(name)));
  const points = markPoints(widest + 3);
  const kind = Math.ceil(points * 20 * 2.6);
  const column = body.width - kind;
  return {
    kind: 'grid',
    ruled: false,
    columns: [column, kind],
    rows: [
      {
        header: false,
        height: 0,
        cells: [
          {
            span: 1,
            lines: issuers.map(({ name }) =>
              line(runs(name, 'title', points * 2, { red: true }), {
                align: 'distribute',
                pitch: atLeast(points * 20 + 160),
              }),
            ),
          },
          {
            span: 1,
            lines: [
              line(runs('文件', 'title', points * 2, { red: true }), { align: 'center', pitch: atLeast(linePitch) }),
            ],
          },
        ],
      },
    ],
  };
}
