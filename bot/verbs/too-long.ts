/** How long what a person writes may be. Forms stop at it; a reply in words, a command line or another door may bring anything. */

export interface TooLong {
  readonly reason: 'too-long';
  readonly length: number;
  readonly most: number;
}

/** A reason, an opinion, the order that is cited: a page of it. */
export const wordsMost = 2000;
/** An address, a place, a public number as typed. */
export const lineMost = 500;

/** Counted as people count: one for each character, whatever its bytes. */
export const lengthOf = (text: string): number => [...text].length;

/** What is refused of a text, or null where it fits. */
export function tooLong(text: string, most = wordsMost): TooLong | null {
  const length = lengthOf(text);
  return length > most ? { reason: 'too-long', length, most } : null;
}
