/**
 * Which class a subject has under a scheme on a day. There is no default: a missing class falls back only on a scheme that the
 * caller names (三明 2025 一(二): the market regulator's), and whatever holds says where it comes from and of which day it is.
 */
import type { CivilDate } from '../calendar.ts';
import { err, ok, type Result } from '../result.ts';
import { type Classification, keyText, type SubjectKey } from './subject.ts';

export interface HeldClass {
  readonly class: string;
  readonly scheme: string;
  readonly source: string;
  readonly date: CivilDate;
  /** The scheme asked for says nothing about this subject, so another does. */
  readonly fellBack: boolean;
}

export type NoClass =
  | { readonly kind: 'unclassified'; readonly subject: string; readonly schemes: readonly string[] }
  /** Two lists of one day say different things; somebody has to decide. */
  | {
      readonly kind: 'contradicted';
      readonly subject: string;
      readonly scheme: string;
      readonly date: CivilDate;
      readonly classes: readonly string[];
    };

/** All classifications by scheme and subject, oldest first; built once for many questions. */
export type Classes = ReadonlyMap<string, readonly Classification[]>;

const place = (scheme: string, key: SubjectKey): string => `${scheme}\n${keyText(key)}`;

export function classesOf(classifications: Iterable<Classification>): Classes {
  const classes = new Map<string, Classification[]>();
  for (const each of classifications) {
    const at = place(each.scheme, each);
    const held = classes.get(at);
    if (held === undefined) classes.set(at, [each]);
    else held.push(each);
  }
  for (const held of classes.values())
    if (held.length > 1) held.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return classes;
}

/**
 * The latest class not after the day, of the first scheme that has one.
 * @param on the day of the snapshot; what is dated later does not count yet.
 * @param fallback schemes to ask after `scheme`, in order; empty where the policy allows none.
 */
export function classHeld(
  classes: Classes,
  subject: SubjectKey,
  scheme: string,
  on: CivilDate,
  fallback: readonly string[] = [],
): Result<HeldClass, NoClass> {
  const schemes = [scheme, ...fallback];
  for (const asked of schemes) {
    const standing = (classes.get(place(asked, subject)) ?? []).filter((each) => each.date <= on);
    const latest = standing.at(-1);
    if (latest === undefined) continue;
    const { date, source, class: label } = latest;
    const sameDay = [...new Set(standing.filter((each) => each.date === date).map((each) => each.class))];
    if (sameDay.length > 1)
      return err({ kind: 'contradicted', subject: keyText(subject), scheme: asked, date, classes: sameDay.sort() });
    return ok({ class: label, scheme: asked, source, date, fellBack: asked !== scheme });
  }
  return err({ kind: 'unclassified', subject: keyText(subject), schemes });
}

/** What each of several schemes says of a subject, with its day: the values behind its pool (万年 三(一)1). */
export const classesBehind = (
  classes: Classes,
  subject: SubjectKey,
  schemes: readonly string[],
  on: CivilDate,
): readonly Result<HeldClass, NoClass>[] => schemes.map((scheme) => classHeld(classes, subject, scheme, on));
