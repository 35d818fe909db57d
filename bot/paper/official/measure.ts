/**
 * Measures of GB/T 9704—2012, in twips (1/20 pt): A4, 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm with 22 lines of 28 characters.
 * Fonts are those that the standard names; what a machine without them takes instead is written into the file (`fontTable`).
 */

export const mm = (length: number): number => Math.round((length * 1440) / 25.4);

export const page = { width: mm(210), height: mm(297) };
/** The foot is what 225 mm of text leave. */
export const margin = { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35) };
/** Forms of a case file are denser: the same width, more of the height. */
export const formMargin = { ...margin, top: mm(25), bottom: mm(24) };
export const body = {
  width: page.width - margin.left - margin.right,
  height: page.height - margin.top - margin.bottom,
};

/** 22 lines fill the 版心, and no less than 22 fit. */
export const linePitch = Math.floor(body.height / 22);

/** Sizes in half-points, as the file writes them: 二号, 三号, 四号, 小四, 五号. */
export const size = { two: 44, three: 32, four: 28, smallFour: 24, five: 21 } as const;

/** 28 characters of 三号 are 2 mm wider than the 版心; each is drawn a quarter of a point closer. */
export const squeeze = -5;

/** A 三号 character as it is set. */
export const em = size.three * 10 + squeeze;

/** A face of the standard, and what stands in for it, best first. */
export const faces = {
  title: { name: '方正小标宋简体', instead: '华文中宋', family: 'roman' },
  text: { name: '仿宋_GB2312', instead: '仿宋', family: 'modern' },
  heading: { name: '黑体', instead: 'SimHei', family: 'swiss' },
  subheading: { name: '楷体_GB2312', instead: '楷体', family: 'modern' },
  number: { name: '宋体', instead: 'SimSun', family: 'roman' },
  symbol: { name: 'Segoe UI Symbol', instead: 'DejaVu Sans', family: 'swiss' },
} as const;
export type Face = keyof typeof faces;

/** `word/fontTable.xml`: Word takes the other name where the first is not installed. */
export const fontTable = (): string => {
  const fonts = Object.values(faces).map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
};

/** Width in 三号 characters: what is not Chinese counts half. */
export const charsIn = (words: string): number =>
  [...words].reduce((sum, each) => sum + (/[\u2e80-\uffef“”‘’—…·☑☐]/u.test(each) ? 1 : 0.5), 0);

/**
 * A title broken where a reader pauses, in lines of about the same length that are no longer than the longest allowed. A name of 38
 * characters without a pause is broken in the middle.
 */
export function balanced(words: string, longest: number): readonly string[] {
  const lines = Math.ceil(charsIn(words) / longest);
  if (lines <= 1) return [words];
  const chars = [...words];
  const found: string[] = [];
  let rest = chars;
  for (let left = lines; left > 1; left -= 1) {
    const aim = Math.ceil(charsIn(rest.join('')) / left);
    const at = breakNear(rest, Math.min(aim, longest), longest);
    found.push(rest.slice(0, at).join(''));
    rest = rest.slice(at);
  }
  const last = rest.join('');
  return charsIn(last) > longest && found.length > 0 ? [...found, ...balanced(last, longest)] : [...found, last];
}

const closing = /[、，。；：”’）》〕？！]/u;
const opening = /[“‘（《〔]/u;

/** The place nearest to the aim that breaks at a pause, within four characters; else at the aim, never before a closing mark. */
function breakNear(chars: readonly string[], aim: number, longest: number): number {
  const places = chars.map((_, i) => i).slice(1);
  const width = (i: number): number => charsIn(chars.slice(0, i).join(''));
  const may = places.filter(
    (i) =>
      width(i) <= longest &&
      !closing.test(chars[i] ?? '') &&
      !opening.test(chars[i - 1] ?? '') &&
      !insideNumber(chars, i),
  );
  const cost = (i: number): number => {
    const before = chars[i - 1] ?? '';
    const pause = closing.test(before) || /[的]/u.test(before) || opening.test(chars[i] ?? '') || chars[i] === '关';
    return Math.abs(width(i) - aim) - (pause ? 4 : 0) + (insideQuotes(chars, i) ? 8 : 0);
  };
  return may.reduce((best, i) => (cost(i) < cost(best) ? i : best), may[0] ?? Math.max(1, Math.floor(longest)));
}

/** “双随机、一公开” stays together where it can. */
const insideQuotes = (chars: readonly string[], i: number): boolean =>
  chars.slice(0, i).lastIndexOf('“') > chars.slice(0, i).lastIndexOf('”');

const insideNumber = (chars: readonly string[], i: number): boolean =>
  /[0-9A-Za-z-]/.test(chars[i - 1] ?? '') && /[0-9A-Za-z年号-]/.test(chars[i] ?? '');
