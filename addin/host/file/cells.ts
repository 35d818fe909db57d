/** Texts into cells whose formats stay: as text always, except a civil date in a cell that is formatted as a date. */
import { isDateFormat, serialOfDay } from '../../../core/sheet/date-serial.ts';
import type { CellContent } from './cells-xml.ts';
import type { StylePart } from './style-part.ts';

export function contentOf(text: string, style: number, styles: StylePart, days1904: boolean): CellContent {
  const format = styles.formatOf(style);
  const day = isDateFormat(format) ? serialOfDay(text, days1904) : null;
  if (day !== null) return { style, number: day };
  // Typed in again, such a text would become a formula.
  return { style: format !== '@' && /^[=+\-@＝＋－＠]/.test(text) ? styles.quoted(style) : style, text };
}
