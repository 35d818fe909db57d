/**
 * A binding value never travels without its source: document, clause and a few words that stand in the document as they are.
 * A higher rule may replace a value from a date; both sources stay (福安 2018 三 “另有规定的，从其规定”).
 */
import type { CivilDate } from '../calendar.ts';

export interface Source {
  /** Document number, or title where it has none. */
  readonly document: string;
  /** As people cite it: 一(三). */
  readonly clause: string;
  /** A few words that locate it; spaces, line breaks and asterisks of the stored text are left out. */
  readonly quote: string;
  /** `our-reading` where the words leave the value open and somebody has to decide; it is shown as such. */
  readonly basis: 'text' | 'our-reading';
}

export interface Cited<T> extends Source {
  readonly value: T;
  readonly replaced?: readonly Replacement<T>[];
}

/** A higher rule's value in place of this one, from a day on; for some items only, or for all when `items` is empty. */
export interface Replacement<T> {
  readonly from: CivilDate;
  readonly items: readonly string[];
  readonly by: Source & { readonly value: T };
}

/** What holds on a day. `instead`: the source whose value gave way to `source`. */
export interface Ruling<T> {
  readonly value: T;
  readonly source: Source;
  readonly instead: Source | null;
}

export interface Citing {
  /** The words say so. */
  readonly text: <const T>(clause: string, quote: string, value: T) => Cited<T>;
  /** The words leave it open; this is how the product reads them. */
  readonly reading: <const T>(clause: string, quote: string, value: T) => Cited<T>;
}

/** Writes the values of one document. */
export const citing = (document: string): Citing => ({
  text: (clause, quote, value) => ({ value, document, clause, quote, basis: 'text' }),
  reading: (clause, quote, value) => ({ value, document, clause, quote, basis: 'our-reading' }),
});

/** 甲、乙、丙 as a list, in the document's order. */
export const listed = (text: string): readonly string[] => text.split('、');

const sourceOf = ({ document, clause, quote, basis }: Source): Source => ({ document, clause, quote, basis });

/** What a cited value is on a day, for an item; the latest replacement in force wins. */
export function ruling<T>(cited: Cited<T>, on: CivilDate, item = ''): Ruling<T> {
  const inForce = (cited.replaced ?? []).filter(
    (each) => each.from <= on && (each.items.length === 0 || each.items.includes(item)),
  );
  const latest = inForce.reduce<Replacement<T> | null>(
    (best, each) => (best === null || each.from >= best.from ? each : best),
    null,
  );
  return latest === null
    ? { value: cited.value, source: sourceOf(cited), instead: null }
    : { value: latest.by.value, source: sourceOf(latest.by), instead: sourceOf(cited) };
}
