/**
 * The three kinds of number under which a subject is registered, and what is wrong with one that was typed wrongly.
 * A wrong character is named, never mended: `l` may stand for 1, but only the one who typed it knows. Area codes
 * (characters 3–8) are never a reason to refuse: one real code in nine carries the code of an area abolished since.
 */
import { err, ok, type Result } from '../result.ts';
import type { NumberKind, SubjectKey, SubjectType } from './subject.ts';

/** GB 32100-2015 table 1: no I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714-1997: all 36 characters count, 0–9 A–Z. */
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Characters that cannot stand in a code, and what they are mistaken for when one reads a licence. */
const lookAlikes: Readonly<Record<string, string>> = {
  l: '1',
  I: '1',
  i: '1',
  O: '0',
  o: '0',
  S: '5',
  s: '5',
  Z: '2',
  z: '2',
  V: 'U',
  v: 'U',
};

/** What is found in a number; positions count from 1, as a person counts on the licence. */
export type NumberFinding =
  /** A character outside the alphabet of the standard that is known to be mistaken for another. */
  | { readonly kind: 'look-alike'; readonly at: number; readonly is: string; readonly meant: string }
  | { readonly kind: 'alphabet'; readonly at: number; readonly is: string }
  /** The last character is not what the others ask for (GB 32100, or ISO 7064 MOD 11,10 of a 15-digit number). */
  | { readonly kind: 'check'; readonly at: number; readonly is: string; readonly expected: string }
  /** Characters 9–17 do not check as an organisation code (GB 11714). */
  | { readonly kind: 'organisation-check'; readonly at: 17; readonly is: string; readonly expected: string }
  | { readonly kind: 'length'; readonly length: number };

/** A number that cannot be kept. `meant` is a number that would check, where replacing look-alikes gives one. */
export interface NumberRefusal {
  readonly kind: 'subject-number';
  readonly number: string;
  readonly findings: readonly NumberFinding[];
  readonly meant: string | null;
}

/** A number that can be kept; `doubts` are told to the importer and change nothing. */
export interface KnownNumber extends SubjectKey {
  readonly doubts: readonly NumberFinding[];
}

/**
 * Character 18 of a unified social credit code.
 * @param first17 characters 1–17, all in the standard's alphabet.
 * @returns the character, or null where one of the 17 is outside the alphabet or the length is another.
 * Source: GB 32100-2015 annex; (31 − s mod 31) mod 31: the second mod is what most published snippets forget, and one
 * real code in thirty has the check character 0 that it yields.
 */
export function usccCheckCharacter(first17: string): string | null {
  if (first17.length !== 17) return null;
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = alphabet.indexOf(first17.charAt(i));
    if (value < 0) return null;
    sum += value * (weights[i] ?? 0);
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * Character 9 of an organisation code, which is character 17 of a unified code (GB 11714-1997: 10 is X, 11 is 0).
 * @param first8 its first eight characters, 0–9 A–Z; null where one is not.
 */
export function organisationCheckCharacter(first8: string): string | null {
  if (first8.length !== 8) return null;
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const value = organisationAlphabet.indexOf(first8.charAt(i));
    if (value < 0) return null;
    sum += value * (organisationWeights[i] ?? 0);
  }
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Digit 15 of a registration number (工商注册号, ISO 7064 MOD 11,10); null where the 14 are not all digits. */
export function registrationCheckDigit(first14: string): string | null {
  if (first14.length !== 14) return null;
  let product = 10;
  for (let i = 0; i < 14; i++) {
    const digit = first14.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    const sum = (product + digit) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Everything found in an 18-character code, capital letters as written; empty when it is right. */
export function usccFindings(code: string): readonly NumberFinding[] {
  if (code.length !== 18) return [{ kind: 'length', length: code.length }];
  const outside: NumberFinding[] = [];
  for (let i = 0; i < 18; i++) {
    const is = code.charAt(i);
    if (alphabet.includes(is)) continue;
    const meant = lookAlikes[is];
    outside.push(
      meant === undefined ? { kind: 'alphabet', at: i + 1, is } : { kind: 'look-alike', at: i + 1, is, meant },
    );
  }
  if (outside.length > 0) return outside;
  const findings: NumberFinding[] = [];
  const inner = organisationCheckCharacter(code.slice(8, 16));
  if (inner !== null && inner !== code.charAt(16))
    findings.push({ kind: 'organisation-check', at: 17, is: code.charAt(16), expected: inner });
  const last = usccCheckCharacter(code.slice(0, 17));
  if (last !== null && last !== code.charAt(17))
    findings.push({ kind: 'check', at: 18, is: code.charAt(17), expected: last });
  return findings;
}

const oneLetterOrDigit = /^[0-9A-Za-z]+$/;
const digitsOnly = /^[0-9]+$/;
/** 企合浙绍总字第002112号 and the like: numbers of foreign-funded firms before 2004. */
const olderForm = /^[0-9A-Za-z\p{Script=Han}()（）〔〕[\]\-—/.]{4,30}$/u;

/**
 * Tells which kind of number a cell holds. The cell must have lost its spaces and full-width letters already.
 * Refused: an 18-character code that does not check, and lengths that are one or two off 15 or 18 (a lost or doubled
 * character). A 15-digit number that does not check is kept with a doubt, since older offices issued such; and so is a code
 * whose inner organisation code alone does not check, since its own check character shows that it was typed as issued.
 */
export function classifyNumber(text: string): Result<KnownNumber, NumberRefusal> {
  const kind = kindByShape(text);
  if (kind === null) return refuse(text, [{ kind: 'length', length: text.length }]);
  if (kind === 'older') return ok({ kind, number: text, doubts: [] });
  if (kind === 'reg15') return ok({ kind, number: text, doubts: registrationFindings(text) });
  const code = capitals(text);
  const findings = usccFindings(code);
  if (findings.some((f) => f.kind !== 'organisation-check')) return refuse(text, findings);
  return ok({ kind, number: code, doubts: findings });
}

function kindByShape(text: string): NumberKind | null {
  if (!oneLetterOrDigit.test(text)) return olderForm.test(text) ? 'older' : null;
  if (text.length === 18) return 'uscc';
  if (text.length === 15 && digitsOnly.test(text)) return 'reg15';
  return text.length >= 4 && text.length <= 14 ? 'older' : null;
}

/** Capital letters, but a lowercase l, i, o stays as it is: `L` is a letter of the alphabet and `l` is mostly a 1. */
function capitals(text: string): string {
  const upper = text.toUpperCase();
  if (usccFindings(upper).length === 0 || !/[lio]/.test(text)) return upper;
  return text.replace(/[a-hjkmnp-z]/g, (c) => c.toUpperCase());
}

function registrationFindings(number: string): readonly NumberFinding[] {
  const expected = registrationCheckDigit(number.slice(0, 14));
  const is = number.charAt(14);
  return expected === null || expected === is ? [] : [{ kind: 'check', at: 15, is, expected }];
}

function refuse(number: string, findings: readonly NumberFinding[]): Result<never, NumberRefusal> {
  const replaced = [...number].map((c) => lookAlikes[c] ?? c.toUpperCase()).join('');
  const meant = replaced !== number && usccFindings(replaced).length === 0 ? replaced : null;
  return err({ kind: 'subject-number', number, findings, meant });
}

/**
 * The type of subject that characters 1–2 state (GB 32100-2015 table 2: 登记管理部门 and 机构类别), or null.
 * Older numbers state nothing reliable: real 15-digit numbers of companies carry the digit 6 meant for sole traders.
 */
export function typeByCode(code: string): SubjectType | null {
  const stated: Readonly<Record<string, SubjectType>> = {
    '91': 'enterprise',
    '92': 'sole-trader',
    '93': 'cooperative',
    '12': 'institution',
    '51': 'association',
    '52': 'association',
    '53': 'association',
  };
  return code.length === 18 ? (stated[code.slice(0, 2)] ?? null) : null;
}
