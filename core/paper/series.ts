/**
 * 发文字号: 机关代字〔年〕号 (GB/T 9704—2012 7.2.5). A series runs from 1 in every year of whoever issues; a number that was used once is never used
 * again, whatever became of its paper.
 */

export interface PaperNumber {
  /** 机关代字 */
  readonly series: string;
  readonly year: number;
  readonly n: number;
}

/** 明双随机〔2025〕2号: the year in six-cornered brackets, no 第, no leading nought. */
export const numberText = ({ series, year, n }: PaperNumber): string => `${series}〔${year}〕${n}号`;

/** Brackets come in several shapes in real documents (狮市监[2024]7号), numbers with a nought before them (01号). Null for what is no number. */
export function readNumber(text: string): PaperNumber | null {
  const found = /^(.{1,20}?)[〔［[(（](\d{4})[〕］\])）](?:第)?0*(\d{1,6})号$/u.exec(text.normalize('NFC').trim());
  const [, series, year, n] = found ?? [];
  return series === undefined ? null : { series: series.trim(), year: Number(year), n: Number(n) };
}

/** What may stand before the year. */
export const isSeries = (text: string): boolean => /^[\p{Script=Han}A-Za-z]{2,12}$/u.test(text);

/** The number after all that were used of the series in the year, whichever paper they went to. */
export function nextNumber(series: string, year: number, used: readonly PaperNumber[]): PaperNumber {
  const own = used.filter((each) => each.series === series && each.year === year).map(({ n }) => n);
  return { series, year, n: Math.max(0, ...own) + 1 };
}
