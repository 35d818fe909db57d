/**
 * Cells as people meant them: one form for letters, digits, spaces and brackets, no control characters, no characters that
 * only one computer's font could show. Each change is named, so that the importer can look at it; nothing is guessed.
 */

/** What was done to a cell. */
export type Change =
  | 'composed' // Unicode NFC
  | 'control' // control and zero-width characters taken out
  | 'private-use' // a character of a private font, shown as 〓 (the printers' sign for a missing character)
  | 'half-width' // full-width letters and digits
  | 'brackets' // () to （） in names
  | 'spaces' // outer, doubled or stray inner spaces
  | 'capitals'
  | 'long-term' // 长期有效 to 9999-09-09
  | 'date-form'
  | 'option-word' // another word for one of the options
  | 'department-name'; // another name of a department

/**
 * `name`: of a firm or person; brackets full-width, no spaces between Han characters. `code`: no spaces at all, half-width.
 * `line`: one line of words. `text`: many lines. Legal citations keep their own brackets, so only names unify them.
 */
export type Purpose = 'name' | 'code' | 'line' | 'text';

export interface Normalised {
  readonly text: string;
  readonly changes: readonly Change[];
}

/** Nearly every real cell: nothing to look at, so that a hundred thousand rows cost one test each. */
const plain: Readonly<Record<Purpose, RegExp>> = {
  name: /^[\u4e00-\u9fff（）0-9A-Za-z、，。·《》“”-]*$/,
  code: /^[\u4e00-\u9fff0-9A-Za-z]*$/,
  line: /^[\u4e00-\u9fff（）()0-9A-Za-z、，。；：:·《》“”〔〕%.-]*$/,
  text: /^[\u4e00-\u9fff（）()0-9A-Za-z、，。；：:·《》“”〔〕%.-]*$/,
};
const none: readonly Change[] = [];

const privateUse = /[\ue000-\uf8ff]|[\u{f0000}-\u{ffffd}]|[\u{100000}-\u{10fffd}]|\ufffd/gu;
/** Control and format characters (zero-width, direction marks), not the breaks that space rules deal with. */
const control = /(?![\t\n\r])[\p{Cc}\p{Cf}]|[\ufe00-\ufe0f]/gu;
const wide = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
const wideAscii = /[\uff01-\uff5e]/g;
const anySpace = /[\s\u00a0\u3000]+/g;
const lineBreaks = /\r\n?/g;
const innerLineSpace = /[^\S\n]+/g;
/** A space beside a character that is never followed by one in Chinese writing. */
const spaceBesideHan =
  /(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]) | (?=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])/g;

/** Normalising a normalised text changes nothing. */
export function normalise(raw: string, purpose: Purpose): Normalised {
  if (plain[purpose].test(raw)) return { text: raw, changes: none };
  const changes: Change[] = [];
  let text = raw;
  const step = (change: Change, next: string) => {
    if (next === text) return;
    text = next;
    if (!changes.includes(change)) changes.push(change);
  };
  step('control', withoutPiles(text.replace(control, '')));
  step('composed', text.normalize('NFC'));
  step('private-use', text.replace(privateUse, '〓'));
  step('half-width', text.replace(purpose === 'code' ? wideAscii : wide, toHalfWidth));
  step('spaces', spaced(text, purpose));
  if (purpose === 'name') step('brackets', text.replaceAll('(', '（').replaceAll(')', '）'));
  if (purpose === 'name') step('spaces', spaced(text, purpose));
  return { text, changes };
}

/**
 * Marks that are piled on one letter: ordering them takes the square of their number, minutes for a full cell. Thirty are more than any
 * writing has. Source: Unicode Standard Annex 15, 13 (Stream-Safe Text Format).
 */
const withoutPiles = (text: string): string => text.replace(piled, '$1');
const piled = /(\p{M}{30})\p{M}+/gu;

function toHalfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

function spaced(text: string, purpose: Purpose): string {
  switch (purpose) {
    case 'code':
      return text.replace(anySpace, '');
    case 'name':
      return text.replace(anySpace, ' ').replace(spaceBesideHan, '').trim();
    case 'line':
      return text.replace(anySpace, ' ').trim();
    case 'text':
      return text
        .replace(lineBreaks, '\n')
        .replace(innerLineSpace, ' ')
        .replace(/ ?\n ?/g, '\n')
        .replace(/\n{2,}/g, '\n')
        .trim();
  }
}

/** The form in which headers and names of bodies are compared: no spaces, no marks, half-width, small letters. */
export function folded(text: string): string {
  return withoutPiles(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’《》<>()[\]【】〔〕{}:,.;、。，；：*＊_\-—–/\\|·?!]+/g, '');
}
