/** Texts into cells whose formats stay: as text always, except a civil date in a cell that is formatted as a date. */
import { dateValue } from '../../../core/sheet/xlsx-layout.ts';
import type { CellContent } from './sheet-part.ts';
import { isDateFormat, type StylePart } from './style-part.ts';

/** A cell holds no more, and a program that finds more repairs the file by cutting. */
export { cellMost } from '../../../core/sheet/book.ts';

export function contentOf(text: string, style: number, styles: StylePart, days1904: boolean): CellContent {
  const format = styles.formatOf(style);
  if (isDateFormat(format)) {
    const date = dateValue(text);
    const day = date === null ? null : serialOf(date, days1904);
    if (day !== null) return { style, number: day };
  }
  // Typed in again, such a text would become a formula.
  return { style: format !== '@' && /^[=+\-@]/.test(text) ? styles.quoted(style) : style, text };
}

const dayMs = 86_400_000;
/** The 1900 system counts a day that never was, its 60th; from there on counting begins at 1899-12-30. */
function serialOf(date: Date, days1904: boolean): number | null {
  const day = (date.getTime() - Date.UTC(1899, 11, 30)) / dayMs;
  if (day < 61) return null;
  const own = days1904 ? day - 1462 : day;
  return own < 0 ? null : own;
}
