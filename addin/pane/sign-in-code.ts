/** The one-time code as people bring it from the chat: alone, or with the lines around it; full-width, in small letters, with any dashes and blanks. */

export type TypedCode =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'empty' | 'form' | 'several' };

const among = /(?<![0-9A-Z])[0-9A-Z]{4}(?:[\s\p{Pd}_.·]*[0-9A-Z]{4}){3}(?![0-9A-Z])/gu;

export function typedCode(typed: string): TypedCode {
  const text = typed.normalize('NFKC').toUpperCase();
  const codes = new Set([...text.matchAll(among)].map(([found]) => bare(found)));
  const [only] = codes;
  if (codes.size > 1) return { kind: 'several' };
  if (only !== undefined) return { kind: 'code', code: shown(only) };
  const rest = bare(text);
  if (rest.length === 16) return { kind: 'code', code: shown(rest) };
  return { kind: text.trim() === '' ? 'empty' : 'form' };
}

const bare = (text: string): string => text.replace(/[^0-9A-Z]/g, '');
const shown = (code: string): string => code.replace(/(.{4})(?!$)/g, '$1-');
