/**
 * Codes as people type them: 80 random bits in the 32 signs of Crockford's alphabet, in which no sign looks like another
 * (https://www.crockford.com/base32.html).
 */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;

/** How long a code holds, from when it was issued. */
export const codeMinutes = 10;

/** @param bytes 16 random bytes, of which five bits each are used @returns the bare code, as it is kept */
export const codeOf = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, length)].map((byte) => signs[byte & 31]).join('');

/** As it is shown: `ABCD-EFGH-JKMN-PQRS`. */
export const shownCode = (code: string): string => code.replace(/(.{4})(?!$)/g, '$1-');

/** What was typed, full-width or in small letters, with or without dashes; null where it can be no code. */
export function readCode(typed: string): string | null {
  if (typed.length > 200) return null;
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return bare.length === length && [...bare].every((sign) => signs.includes(sign)) ? bare : null;
}

/** Server time so many minutes later. */
export const minutesAfter = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString();
