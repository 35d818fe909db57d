/**
 * Everything that follows from a manifest, its roster and the seed (README §6–§8): who is drawn, the visits, who goes, and
 * each pool's substitutes.
 */
import type { Digest } from '../digest.ts';
import type { Manifest } from './manifest.ts';
import { type Matching, match } from './match.ts';
import { gatherPools } from './pool.ts';
import { poolsOf, postsOfVisits } from './posts.ts';
import type { Roster, RosterTable } from './roster.ts';
import { type SelectedVisit, type Selection, select, type TaskResult } from './select.ts';
import { streamOf, ticketsOf } from './stream.ts';

export type PostResult = {
  readonly department: string;
  readonly pool: string;
  readonly need: string;
  /** Number of the officer, or null where nobody could be found. */
  readonly officer: string | null;
  /** Where among the pool's substitutes this post's own begin. */
  readonly start: number;
};

export type VisitResult = {
  readonly row: number;
  readonly group: number;
  /** Places of the tasks in the manifest. */
  readonly tasks: readonly number[];
  readonly posts: readonly PostResult[];
};

export type PoolSubstitutes = { readonly pool: string; readonly officers: readonly string[] };

export type DrawResult = {
  readonly tasks: readonly TaskResult[];
  readonly visits: readonly VisitResult[];
  readonly substitutes: readonly PoolSubstitutes[];
};

/** Who is visited; in a people ceremony the visits are given. */
export const selectionOf = (manifest: Manifest, roster: RosterTable, tickets: Float64Array): Selection =>
  manifest.kind === 'people'
    ? { tasks: [], visits: manifest.given.map(({ row }) => ({ row, group: 0, tasks: [] })) }
    : select(manifest, roster, tickets);

/** The result of a seed. Two computers, or two languages, come to the same one. */
export function resultOf(manifest: Manifest, roster: Roster, seed: Digest): DrawResult {
  const tickets = ticketsOf(seed, roster.rows);
  const { tasks, visits } = selectionOf(manifest, roster, tickets);
  return { tasks, ...staff(manifest, roster, seed, tickets, visits) };
}

/** Fills the posts of visits and gives each its substitutes. */
export function staff(
  manifest: Manifest,
  roster: Roster,
  seed: Digest,
  tickets: Float64Array,
  visits: readonly SelectedVisit[],
): Pick<DrawResult, 'visits' | 'substitutes'> {
  const posts = postsOfVisits(manifest, visits);
  const pools = gatherPools(manifest, roster, poolsOf(manifest, posts), posts);
  const matchings = pools.map((pool) => match(pool, tickets, streamOf(seed, `match/${pool.name}`)));
  return {
    visits: withPosts(visits, posts, matchings),
    substitutes: matchings.map(({ pool, substitutes }) => ({ pool, officers: substitutes })),
  };
}

function withPosts(
  visits: readonly SelectedVisit[],
  posts: ReturnType<typeof postsOfVisits>,
  matchings: readonly Matching[],
): readonly VisitResult[] {
  const filled: PostResult[][] = visits.map(() => []);
  const held = new Array<Matching['posts'][number]>(posts.length);
  for (const matching of matchings) for (const post of matching.posts) held[post.number] = post;
  for (const [number, { visit, department, pool, need }] of posts.entries()) {
    const { officer, start } = held[number] ?? { officer: null, start: 0 };
    filled[visit]?.push({ department, pool, need, officer, start });
  }
  return visits.map(({ row, group, tasks }, v) => ({ row, group, tasks, posts: filled[v] ?? [] }));
}
