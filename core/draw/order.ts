/**
 * Order by UTF-8 bytes, which is the order of code points. JavaScript's own `<` orders UTF-16 units and puts U+1F600 before
 * U+FF08; a locale's order differs from machine to machine.
 */
export function compareBytes(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return unitRank(x) - unitRank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others: lift them over U+E000 to U+FFFF. */
export const unitRank = (unit: number): number =>
  unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x0800;

/** The different texts of a list, ascending by bytes. */
export const distinctByBytes = (texts: Iterable<string>): string[] => [...new Set(texts)].sort(compareBytes);

/** The first place whose text does not ascend strictly, or -1. */
export function firstUnsorted(texts: readonly string[]): number {
  return texts.findIndex((text, i) => i > 0 && compareBytes(texts[i - 1] ?? '', text) >= 0);
}
