/**
 * What is drawn and found, by name. Dossiers, buttons and lists call a visit `3/12` and an outcome `3/12/scjg/SX010101`; papers and people
 * read the visit's number 检查编号 `3-0012`. Written and read here alone.
 */

/** What an outcome is about. */
export interface OutcomeKey {
  /** The draw (`3`, after a corrected public number `3.1`) or the list drawn elsewhere (`L3`). */
  readonly source: string;
  readonly visit: number;
  readonly department: string;
  readonly item: string;
}

export const outcomeId = ({ source, visit, department, item }: OutcomeKey): string =>
  `${visitId(source, visit)}/${department}/${item}`;

export const visitId = (source: string, visit: number): string => `${source}/${visit}`;

/** Null where the text is no such name. */
export function visitKeyOf(id: string): Pick<OutcomeKey, 'source' | 'visit'> | null {
  const [, source = '', visit = ''] = /^([^/]+)\/(\d{1,9})$/s.exec(id) ?? [];
  return source === '' ? null : { source, visit: Number(visit) };
}

/** Null where the text is no such name. Codes of items may hold any character; those of departments hold no slash. */
export function outcomeKeyOf(id: string): OutcomeKey | null {
  const found = /^([^/]+)\/(\d{1,9})\/([^/]+)\/(.+)$/s.exec(id);
  if (found === null) return null;
  const [, source = '', visit = '', department = '', item = ''] = found;
  return { source, visit: Number(visit), department, item };
}

/**
 * An outcome's name as a person types it: as a list shows it, or by 检查编号: `3-0012/scjg/SX010101`; after a corrected public number `3.1-0012/…`.
 * What is no such name stays as it was typed, for the refusal to quote.
 */
export const outcomeTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(
      /^(L?\d{1,6}(?:\.\d{1,3})?)-0*(\d{1,9})\//i,
      (_, source: string, visit: string) => `${source.toUpperCase()}/${visit}/`,
    );

/** What a draw's visits are named by: after a corrected public number the same numbers mean other doors. */
export const sourceOf = (ceremony: number, edition: number): string =>
  edition === 0 ? String(ceremony) : `${ceremony}.${edition}`;

/** The draw or list of a source, as people call it: `3` of `3.1`. */
export const bookOf = (source: string): string => source.replace(/\.\d+$/, '');

/** `3.1` is the second result of draw 3. */
export const bookOfSource = (source: string): string => source.replace(/\..*$/s, '');

/** 检查编号: visits are counted from 0, as in the record. @param book `3`, `L3` */
export const visitNo = (book: string | number, visit: number): string => `${book}-${String(visit).padStart(4, '0')}`;
