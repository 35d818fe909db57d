/**
 * 落款 and 版记 (GB/T 9704—2012 7.3.5, 7.4): names over the date with room for the seal, 代章, two issuers beside each other, whom to ask,
 * 抄送, 印发机关和印发日期.
 */
import { dateInChinese } from '../../../core/calendar.ts';
import type { Line, Piece } from './drawn.ts';
import { blanks, exact, inText, line, runs } from './lines.ts';
import { balanced, body, charsIn, em, mm, size } from './measure.ts';
import type { Disclosure, Issuer, OfficialPaper } from './official-paper.ts';

const standInWords = ({ standIn }: Issuer): readonly string[] =>
  standIn === null ? [] : [standIn.by === null ? '（代章）' : `（${standIn.by}代章）`];

/** Longest line of a name in the signature. */
const nameMost = 18;

const namedLines = (issuer: Issuer): readonly string[] => [...balanced(issuer.name, nameMost), ...standInWords(issuer)];

/** 附注 (7.3.6): whom to ask, and how public the paper is. */
export function signature({ issuers, date, contact, disclosure }: OfficialPaper): readonly Piece[] {
  if (date === null) return [];
  const day = dateInChinese(date);
  const [only] = issuers;
  return [
    ...blanks(3).map((each) => ({ ...each, keepNext: true })),
    ...(issuers.length === 1 && only !== undefined ? overDate([...namedLines(only), day]) : [beside(issuers, day)]),
    ...(contact === null ? [] : [reached(contact)]),
    // It never stands on a page of its own.
    line(inText(`（${disclosureWords[disclosure]}）`), { firstLine: 2 * em }),
  ];
}

/** 成文日期右空四字, names centred over it; a name too wide for that keeps two characters from the edge and the date is centred below. */
function overDate(lines: readonly string[]): readonly Line[] {
  const widths = lines.map(charsIn);
  const widest = Math.max(...widths);
  const dateWidth = widths.at(-1) ?? 0;
  const edge = Math.max(2, 4 - (widest - dateWidth) / 2);
  return lines.map((each, i) =>
    line(inText(each), {
      align: 'right',
      right: Math.round((edge + (widest - (widths[i] ?? 0)) / 2) * em),
      keepNext: true,
    }),
  );
}

/** 联合行文: each seal on its own name, the last one on the date too. */
function beside(issuers: readonly Issuer[], day: string): Piece {
  const column = Math.floor(body.width / issuers.length);
  return {
    kind: 'grid',
    ruled: false,
    columns: issuers.map(() => column),
    rows: [
      {
        header: false,
        height: 0,
        cells: issuers.map((issuer, i) => ({
          span: 1,
          top: true,
          lines: [
            ...[...balanced(issuer.name, 12), ...standInWords(issuer)],
            ...(i === issuers.length - 1 ? [day] : []),
          ].map((each) => line(inText(each), { align: 'center', keepNext: true })),
        })),
      },
    ],
  };
}

const disclosureWords: Readonly<Record<Disclosure, string>> = {
  active: '此件主动公开',
  'on-request': '此件依申请公开',
  none: '此件不予公开',
};

const reached = ({ person, phone }: { readonly person: string; readonly phone: string }): Line =>
  line(inText(`（联系人：${person}${phone === '' ? '' : `，联系电话：${phone}`}）`), {
    firstLine: 2 * em,
    keepNext: true,
  });

/** 版记 stands at the foot of the last page: rules of 0.35 mm around, one of 0.25 mm between. */
export function imprint({ copies, printedBy, date }: OfficialPaper): readonly Line[] {
  if (printedBy === null) return [];
  const four = size.four * 10;
  const words = (text: string, more: Partial<Line>): Line =>
    line(runs(text, 'text', size.four), { pitch: exact(500), align: 'left', atFoot: true, ...more });
  const rule = (thick: number): Line => line([], { pitch: exact(thick), align: 'left', atFoot: true, filled: true });
  const sent = `抄送：${copies.join('，')}。`;
  const day = date === null ? '' : `${dateInChinese(date)}印发`;
  // A long name leaves no room for the day beside it.
  const fits = charsIn(printedBy) + charsIn(day) + 4 <= Math.floor(body.width / four);
  return [
    rule(mm(0.35)),
    ...(copies.length === 0 ? [] : [words(sent, { left: 4 * four, hanging: 3 * four, right: four }), rule(mm(0.25))]),
    ...(fits
      ? [words(`${printedBy}\t${day}`, { left: four, tabAt: body.width - four })]
      : [words(printedBy, { left: four, right: four }), words(day, { align: 'right', right: four })]),
    rule(mm(0.35)),
  ];
}
