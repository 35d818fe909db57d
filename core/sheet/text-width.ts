/** How wide a text stands in a cell, in characters of the usual font. */

/** A Han character is two wide. */
export function widthOfText(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e7f' ? 2 : 1;
  return width;
}
