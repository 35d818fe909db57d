/**
 * How a worksheet of ours looks, for whichever program makes it: titles, columns with their formats and drop-downs, rows. It follows from
 * the list of fields alone; headers of required fields are marked, what the desk gives is locked by colour, and two columns are ours.
 */
import type { Words } from '../words.ts';

export interface LayoutColumn {
  /** Name of the field; '' for a column of ours. */
  readonly field: string;
  /** Without any mark; `required` shows as a sign and a colour. */
  readonly header: string;
  readonly required: boolean;
  /** Given by the desk, not to be typed over. */
  readonly given: boolean;
  readonly hidden: boolean;
  readonly format: 'text' | 'date';
  /** In characters. */
  readonly width: number;
  readonly choices: { readonly options: readonly string[]; readonly several: boolean } | null;
  /** What belongs into it, shown when its cells are selected. */
  readonly hint: Words;
}

export interface Layout {
  /** 31 characters at most, none of : \ / ? * [ ]. */
  readonly name: string;
  /** Lines above the header: what it is, whose, until when; for lists that travel by mail, how they are to be kept. */
  readonly titles: readonly string[];
  readonly columns: readonly LayoutColumn[];
  /** Texts in the order of `columns`. */
  readonly rows: readonly (readonly string[])[];
  /** Blank rows that are formatted beyond those. */
  readonly spare: number;
  /** So many columns at the left stay in sight, on the screen and on every printed page: those that say which row it is. */
  readonly frozen?: number;
}

/** A required field's header shows a star, which recognising ignores. */
export const shownHeader = ({ header, required }: Pick<LayoutColumn, 'header' | 'required'>): string =>
  required ? `${header} *` : header;

/** What is wrong and what would be right, for people. */
export const verdictHeader = '校验结果';
/** Names the row for the desk; hidden. */
export const idHeader = '行标识';
