/**
 * Posts that nobody can fill, said so that the office can act: which posts, what they ask for, who alone could take them, and by
 * how many that is too few. It is a set in the sense of Hall 1935: from an open post, everybody who could take it is full, and so
 * are all who could relieve these. Looked at before freezing, in the worst case, so that a ceremony does not fail in the open.
 */
import { digest } from '../digest.ts';
import { type Board, mateOf, NOBODY } from './board.ts';
import type { Manifest } from './manifest.ts';
import { fill } from './match.ts';
import { distinctByBytes } from './order.ts';
import { gatherPools, isLegal } from './pool.ts';
import { poolsOf, postsOfVisits } from './posts.ts';
import { tag } from './protocol.ts';
import type { Roster, RosterTable } from './roster.ts';
import { eligibleRows, type SelectedVisit, sizesIn } from './select.ts';
import { streamOf, ticketsOf } from './stream.ts';

export interface Shortage {
  readonly pool: string;
  readonly departments: readonly string[];
  /** Fields that these posts ask for; '' asks for none. */
  readonly needs: readonly string[];
  /** Places of these posts, where officers are bound to places. */
  readonly places: readonly string[];
  readonly posts: number;
  /** Numbers of all officers who can take any of them, and how many posts they take together. */
  readonly officers: readonly string[];
  readonly capacity: number;
  /** The most of these posts in one visit: as many different officers are needed at once. */
  readonly atOnce: number;
  /** Posts that stay open whatever is done. */
  readonly short: number;
}

/**
 * Shortages to be expected before freezing: every task draws its full number, no two tasks meet at one door, and the doors are
 * spread over the roster as the eligible subjects are. Recusals are left out, since the doors are not known.
 */
export function foreseeShortages(manifest: Manifest, roster: Roster): readonly Shortage[] {
  const seed = digest(tag('foreseen'));
  const visits = foreseenVisits(manifest, roster);
  const posts = postsOfVisits(manifest, visits);
  const pools = gatherPools({ ...manifest, barred: [] }, roster, poolsOf(manifest, posts), posts);
  const tickets = ticketsOf(seed, roster.rows);
  return pools.flatMap((pool) => shortagesOn(fill(pool, tickets, streamOf(seed, pool.name)), manifest, roster));
}

/** The visits that are looked at: who they are must be known where officers are bound to places. */
export const foreseenVisits = (manifest: Manifest, roster: RosterTable): readonly SelectedVisit[] =>
  manifest.kind === 'people' ? givenVisits(manifest) : worstVisits(manifest, roster);

const givenVisits = (manifest: Manifest): readonly SelectedVisit[] =>
  manifest.given.map(({ row }) => ({ row, group: 0, tasks: [] }));

function worstVisits(manifest: Manifest, roster: RosterTable): readonly SelectedVisit[] {
  return manifest.tasks.flatMap((task, place) =>
    sizesIn(task, place, roster).flatMap((size, tier) => {
      const rows = eligibleRows(roster, place, tier);
      return Array.from({ length: size }, (_, i) => {
        const row = rows[Math.floor((i * rows.length) / size)] ?? 0;
        return { row, group: task.group, tasks: [place] };
      });
    }),
  );
}

/** The shortages on a board that has been filled as far as it can be. */
function shortagesOn(board: Board, manifest: Manifest, roster: Roster): readonly Shortage[] {
  const { pool, holder } = board;
  const sets: { posts: Set<number>; officers: Set<number> }[] = [];
  for (const [post, officer] of holder.entries()) {
    if (officer !== NOBODY || sets.some((each) => each.posts.has(post))) continue;
    let reached = reachableFrom(board, post);
    // Sets that share an officer are one shortage.
    for (const other of sets.filter((each) => share(each.officers, reached.officers))) {
      sets.splice(sets.indexOf(other), 1);
      reached = {
        posts: new Set([...other.posts, ...reached.posts]),
        officers: new Set([...other.officers, ...reached.officers]),
      };
    }
    sets.push(reached);
  }
  // Open posts that nobody at all fits are one shortage for each thing asked.
  return mergeAlike(
    sets.map(({ posts, officers }) => {
      const members = [...posts].flatMap((post) => pool.posts[post] ?? []);
      const perVisit = Map.groupBy(members, (post) => post.visit);
      return {
        pool: pool.name,
        departments: distinctByBytes(members.map((post) => post.department)),
        needs: distinctByBytes(members.map((post) => post.need)),
        places: manifest.byPlace ? distinctByBytes(members.map((post) => roster.place(post.row))) : [],
        posts: members.length,
        officers: [...officers].sort((a, b) => a - b).map((officer) => pool.officers[officer]?.number ?? ''),
        capacity: [...officers].reduce((sum, officer) => sum + (board.capacity[officer] ?? 0), 0),
        atOnce: Math.max(...[...perVisit.values()].map((each) => each.length)),
        short: [...posts].filter((post) => holder[post] === NOBODY).length,
      };
    }),
  );
}

const share = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => [...a].some((each) => b.has(each));

/** Posts and officers met by the search of README §7 step 3 that found nobody. */
function reachableFrom(board: Board, start: number): { posts: Set<number>; officers: Set<number> } {
  const { pool, holder, held } = board;
  const posts = new Set([start]);
  const officers = new Set<number>();
  const mates = new Set<number>();
  // A Set is walked in the order of insertion, and what is added on the way is met as well.
  for (const post of posts) {
    for (const officer of pool.fit[post]?.list ?? []) {
      if (holder[post] === officer || !isLegal(pool, officer, post)) continue;
      const mate = mateOf(board, officer, post);
      if (mate !== NOBODY) {
        posts.add(mate);
        mates.add(officer);
      } else if (!officers.has(officer)) {
        officers.add(officer);
        for (const other of held[officer] ?? []) posts.add(other);
      }
    }
  }
  return { posts, officers: new Set([...officers, ...mates]) };
}

function mergeAlike(shortages: readonly Shortage[]): readonly Shortage[] {
  const merged = new Map<string, Shortage>();
  for (const each of shortages) {
    const key = JSON.stringify([each.departments, each.needs, each.places, each.officers]);
    const known = merged.get(key);
    const sum = { posts: (known?.posts ?? 0) + each.posts, short: (known?.short ?? 0) + each.short };
    merged.set(key, { ...each, ...sum, atOnce: Math.max(each.atOnce, known?.atOnce ?? 0) });
  }
  return [...merged.values()];
}
