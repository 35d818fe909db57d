/**
 * What Excel makes of a thing that is typed, pasted or set as a value: the traps that spoil lists. A code with leading zeros becomes a
 * number, eighteen digits lose the last three, 3-1 becomes the first of March, =… becomes a formula; unless the cell's format is text
 * or the thing begins with an apostrophe.
 */
import type { Value } from './book.ts';
import { parses } from './formula.ts';
import { serialOf } from './number-format.ts';
import { ExcelTrouble, invalid } from './trouble.ts';

export interface Entered {
  readonly value: Value | null;
  readonly formula: string | null;
  /** A format that the entry brings along where the cell's own was General. */
  readonly format: string | null;
}

const longestText = 32_767;
const longestFormula = 8_192;
const plain = (value: Value | null): Entered => ({ value, formula: null, format: null });
const errors = ['#N/A', '#REF!', '#NAME?', '#VALUE!', '#DIV/0!', '#NUM!', '#NULL!'];

/** Excel keeps fifteen digits of a number. */
const fifteen = (value: number): number => Number(value.toPrecision(15));

export function entered(input: unknown, format: string, year: number): Entered {
  if (typeof input === 'boolean') return plain(input);
  if (typeof input === 'number') {
    if (!Number.isFinite(input)) throw invalid('数值无效。');
    return plain(format === '@' ? String(fifteen(input)) : fifteen(input));
  }
  if (typeof input !== 'string') throw invalid('单元格的值只能是文本、数值或逻辑值。');
  if (input.length > longestText) throw invalid(`单元格的文本最多 ${longestText} 个字符。`);
  if (input === '') return plain(null);
  if (input.startsWith("'")) return plain(input.slice(1));
  if (format === '@') return plain(input);
  return formulaOf(input) ?? numberOf(input, year) ?? plain(input);
}

function formulaOf(input: string): Entered | null {
  if (!/^[=+@-]./s.test(input)) return null;
  const sure = input.startsWith('=');
  // -5 and +5 are numbers; ---- and -无 are what people type for "none", and Excel would not let them pass either.
  if (!sure && (numberIn(input) !== null || !parses(input))) return null;
  if (input.length > longestFormula) throw new ExcelTrouble('FormulaLengthExceedsLimit', '公式过长。');
  if (sure && !parses(input.slice(1))) throw invalid(`公式有误：${input.slice(0, 80)}`);
  return { value: null, formula: sure ? input : `=${input}`, format: null };
}

function numberIn(text: string): number | null {
  const bare = text.trim();
  const bracketed = /^\((\d[\d,]*(?:\.\d+)?)\)$/.exec(bare);
  if (bracketed) return -Number((bracketed[1] ?? '').replaceAll(',', ''));
  const match = /^([+-]?)[￥¥$]?((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?)(?:[eE]([+-]?\d{1,3}))?(%?)$/.exec(bare);
  if (!match) return null;
  const [, sign, digits = '', power = '0', percent] = match;
  if (!/\d/.test(digits)) return null;
  const size = fifteen(Number(`${digits.replaceAll(',', '')}e${power}`));
  if (!Number.isFinite(size)) return null;
  return (sign === '-' ? -1 : 1) * (percent ? fifteen(size / 100) : size);
}

function numberOf(text: string, year: number): Entered | null {
  const bare = text.trim();
  if (errors.includes(bare.toUpperCase())) return plain({ error: bare.toUpperCase() });
  if (/^(true|false)$/i.test(bare)) return plain(bare.toLowerCase() === 'true');
  const number = numberIn(bare);
  if (number !== null) {
    const format = bare.endsWith('%') ? (bare.includes('.') ? '0.00%' : '0%') : /[eE]/.test(bare) ? '0.00E+00' : null;
    return { value: number, formula: null, format };
  }
  return dateIn(bare, year);
}

function dateIn(text: string, thisYear: number): Entered | null {
  const date = (year: number, month: number, day: number, format: string): Entered | null => {
    const full = year < 30 ? 2000 + year : year < 100 ? 1900 + year : year;
    const real = new Date(Date.UTC(full, month - 1, day));
    const exists = real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
    return full < 1900 || full > 9999 || !exists ? null : { value: serialOf(full, month, day), formula: null, format };
  };
  const full = /^(\d{2}|\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (full) return date(Number(full[1]), Number(full[3]), Number(full[4]), 'yyyy/m/d');
  const chinese = /^(\d{4}|\d{2})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (chinese) return date(Number(chinese[1]), Number(chinese[2]), Number(chinese[3]), 'yyyy"年"m"月"d"日"');
  const month = /^(\d{4})(?:年(\d{1,2})月|[-/](\d{1,2}))$/.exec(text);
  if (month) return date(Number(month[1]), Number(month[2] ?? month[3]), 1, 'yyyy"年"m"月"');
  const short = /^(\d{1,2})(?:[-/](\d{1,2})|月(\d{1,2})日)$/.exec(text);
  if (short) return date(thisYear, Number(short[1]), Number(short[2] ?? short[3]), 'm"月"d"日"');
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (time && Number(time[1]) < 24 && Number(time[2]) < 60) {
    const seconds = Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0);
    return { value: seconds / 86_400, formula: null, format: time[3] ? 'h:mm:ss' : 'h:mm' };
  }
  return null;
}
