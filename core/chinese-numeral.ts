/** 一、（一）、第十二: whole numbers in Chinese numerals, as official papers count their parts (GB/T 9704—2012 7.3.3). */

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const places = ['', '十', '百', '千'] as const;

/**
 * Reads as people say it: 10 is 十, 21 is 二十一, 105 is 一百零五.
 * @param n a whole number from 0 to 9999: no paper has more parts
 */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 9999) throw new RangeError(`chinese numeral: ${n}`);
  if (n === 0) return digits[0];
  const text = [...String(n)].map(Number);
  const said = text.map((digit, i) => (digit === 0 ? '零' : `${digits[digit]}${places[text.length - 1 - i]}`)).join('');
  return said.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}
