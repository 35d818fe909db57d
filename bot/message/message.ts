/**
 * What a chat shows, whatever its platform: words in both languages and a few shapes for them. A platform's adapter turns a Message
 * into its own blocks and keeps to its own limits; nothing here may be longer than a reader of a thread puts up with.
 */
import type { Words } from '../../core/words.ts';
import type { RightsRefusal } from '../rights.ts';

export interface Message {
  /** A full sentence that says it all: it is what notifications show and screen readers read. */
  readonly summary: Words;
  readonly parts: readonly Part[];
  /** Why somebody may not, where that is what it says first: a door says it again in names (`bot/chat/named.ts`). */
  readonly refused?: RightsRefusal;
}

/** Words are plain text everywhere: whatever a person typed is shown as typed, never read as markup. */
export type Part =
  | { readonly kind: 'heading'; readonly words: Words }
  | { readonly kind: 'text'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  /** Names beside values, read in pairs. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: Words; readonly value: Words }[] }
  | { readonly kind: 'table'; readonly head: readonly Words[]; readonly rows: readonly (readonly Words[])[] }
  /** Small print: sources, dates, digests. */
  | { readonly kind: 'note'; readonly words: Words }
  | { readonly kind: 'divider' }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'link'; readonly words: Words; readonly url: string };

/** A button. Who may press it is decided when it is pressed, by the verb behind it. */
export interface Choice {
  /** Name of the choice in the chat door's table (`bot/chat/table.ts`). */
  readonly id: string;
  /** What it is about, parsed anew when it is pressed: numbers and codes only, never a right, never a decision. At most 1,500 characters. */
  readonly about: string;
  readonly label: Words;
  /** What a screen reader says where the label alone is too short. */
  readonly spoken?: Words;
  readonly weight?: 'primary' | 'danger';
  /** Asked before it takes effect, for what cannot be undone. */
  readonly confirm?: Confirm;
}

export interface Confirm {
  readonly title: Words;
  readonly text: Words;
  readonly yes: Words;
  readonly no: Words;
}

export const same = (text: string): Words => ({ zh: text, en: text });
export const text = (zh: string, en: string): Part => ({ kind: 'text', words: { zh, en } });
export const heading = (zh: string, en: string): Part => ({ kind: 'heading', words: { zh, en } });
export const note = (zh: string, en: string): Part => ({ kind: 'note', words: { zh, en } });
export const choices = (...list: readonly Choice[]): Part => ({ kind: 'choices', choices: list });
/** A message of one sentence. */
export const sentence = (words: Words): Message => ({ summary: words, parts: [{ kind: 'text', words }] });
/** A sentence, and lines under it where there are any. */
export const withLines = (summary: Words, lines: readonly Words[]): Message => ({
  summary,
  parts: [{ kind: 'text', words: summary }, ...(lines.length === 0 ? [] : [{ kind: 'list', items: lines } as const])],
});
/**
 * The first lines, and how many more there are.
 * @param unit measure word of what is listed, 项 or 户; and what else the Chinese line says of the rest
 */
export function firstOf(lines: readonly Words[], most: number, unit: string): readonly Words[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), { zh: `另有 ${more} ${unit}`, en: `${more} more` }] : lines;
}
