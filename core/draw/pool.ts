/**
 * One pool of officers with the posts that it fills, as matching looks at it: who fits a post, who is barred from its subject
 * (回避), which posts belong to one visit. Officers and posts are known by their places in the pool.
 */
import { keyText } from '../registry/subject.ts';
import type { Manifest, ManifestOfficer } from './manifest.ts';
import type { Post } from './posts.ts';
import type { Roster } from './roster.ts';

export interface Pool {
  readonly name: string;
  /** In the manifest's order. */
  readonly officers: readonly ManifestOfficer[];
  /** In post order; `numbers` are their numbers through all visits. */
  readonly posts: readonly Post[];
  readonly numbers: readonly number[];
  /** For each post, those who fit it; posts that ask the same share one. */
  readonly fit: readonly Fit[];
  /** For each post, officers barred from its subject, or null. */
  readonly barred: readonly (ReadonlySet<number> | null)[];
  /** For each post, where the posts of its visit begin and end. */
  readonly visitFrom: Int32Array;
  readonly visitTo: Int32Array;
}

/** All officers that fit a post: in order, and as a table that says 1 for each of them. */
export interface Fit {
  readonly list: Int32Array;
  readonly has: Uint8Array;
}

/** Whether an officer holds what a post asks for and may work where it is. */
export const fits = (officer: ManifestOfficer, need: string, place: string | null): boolean =>
  (need === '' || officer.fields.includes(need)) && (place === null || officer.place === '' || officer.place === place);

export const isLegal = (pool: Pool, officer: number, post: number): boolean =>
  pool.fit[post]?.has[officer] === 1 && pool.barred[post]?.has(officer) !== true;

/** For each subject that is visited, the numbers of the officers who never go there. */
export type BarredRows = ReadonlyMap<number, ReadonlySet<string>>;

function barredRows(manifest: Manifest, roster: Roster, rows: Iterable<number>): BarredRows {
  const barred = new Map<number, Set<string>>();
  if (manifest.barred.length === 0) return barred;
  const rowOfKey = new Map([...new Set(rows)].map((row) => [keyText(roster.key(row)), row]));
  for (const [officer, kind, number] of manifest.barred) {
    const row = rowOfKey.get(keyText({ kind, number }));
    if (row === undefined) continue;
    const officers = barred.get(row) ?? new Set();
    officers.add(officer);
    barred.set(row, officers);
  }
  return barred;
}

/** Gathers each of the named pools' officers and posts. `posts` are all posts of the ceremony, in order. */
export function gatherPools(
  manifest: Manifest,
  roster: Roster,
  names: readonly string[],
  posts: readonly Post[],
): readonly Pool[] {
  const barred = barredRows(
    manifest,
    roster,
    posts.map((post) => post.row),
  );
  const places = new Map<number, string>();
  const placeOf = (row: number): string | null => {
    if (!manifest.byPlace) return null;
    const place = places.get(row) ?? roster.place(row);
    places.set(row, place);
    return place;
  };
  const numbersIn = new Map<string, number[]>(names.map((name) => [name, []]));
  for (const [number, post] of posts.entries()) numbersIn.get(post.pool)?.push(number);
  return names.map((name) => {
    const officers = manifest.officers.filter((officer) => officer.pool === name);
    const numbers = numbersIn.get(name) ?? [];
    return gatherPool(name, officers, numbers, posts, placeOf, barred);
  });
}

function gatherPool(
  name: string,
  officers: readonly ManifestOfficer[],
  numbers: readonly number[],
  all: readonly Post[],
  placeOf: (row: number) => string | null,
  barred: BarredRows,
): Pool {
  const posts = numbers.flatMap((number) => all[number] ?? []);
  const known = new Map<string, Fit>();
  const fitFor = (need: string, place: string | null): Fit => {
    const key = JSON.stringify([need, place]);
    const fit = known.get(key) ?? whoFits(officers, need, place);
    known.set(key, fit);
    return fit;
  };
  const indexOf = new Map(officers.map((officer, o) => [officer.number, o]));
  const barredOf = (row: number): ReadonlySet<number> | null => {
    const numbers = barred.get(row);
    return numbers === undefined ? null : new Set([...numbers].flatMap((number) => indexOf.get(number) ?? []));
  };
  const visitFrom = new Int32Array(posts.length);
  const visitTo = new Int32Array(posts.length);
  for (let from = 0; from < posts.length; ) {
    let to = from + 1;
    while (to < posts.length && posts[to]?.visit === posts[from]?.visit) to++;
    visitFrom.fill(from, from, to);
    visitTo.fill(to, from, to);
    from = to;
  }
  return {
    name,
    officers,
    posts,
    numbers,
    fit: posts.map((post) => fitFor(post.need, placeOf(post.row))),
    barred: posts.map((post) => barredOf(post.row)),
    visitFrom,
    visitTo,
  };
}

function whoFits(officers: readonly ManifestOfficer[], need: string, place: string | null): Fit {
  const has = Uint8Array.from(officers, (officer) => (fits(officer, need, place) ? 1 : 0));
  return { list: Int32Array.from(officers.keys()).filter((o) => has[o] === 1), has };
}
