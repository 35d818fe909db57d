/** Who holds which post of a pool while it is being filled: holders, loads, and the level up to which loads may rise. */
import { isLegal, type Pool } from './pool.ts';

export const NOBODY = -1;

export interface Board {
  readonly pool: Pool;
  /** For each post, its officer or NOBODY. */
  readonly holder: Int32Array;
  /** For each officer, the number of posts held. */
  readonly load: Int32Array;
  /** For each officer, the posts held, in post order. */
  readonly held: readonly number[][];
  readonly capacity: Int32Array;
  /** L of README §7. */
  level: number;
}

export function emptyBoard(pool: Pool): Board {
  return {
    pool,
    holder: new Int32Array(pool.posts.length).fill(NOBODY),
    load: new Int32Array(pool.officers.length),
    held: pool.officers.map(() => []),
    capacity: Int32Array.from(pool.officers, (officer) => officer.capacity),
    level: Math.ceil(pool.posts.length / Math.max(1, pool.officers.length)),
  };
}

export const hasRoom = ({ load, capacity, level }: Board, officer: number): boolean =>
  (load[officer] ?? 0) < Math.min(capacity[officer] ?? 0, level);

/** The post of the visit of `post`, other than itself, that the officer holds; or NOBODY. */
export function mateOf({ pool, holder }: Board, officer: number, post: number): number {
  const to = pool.visitTo[post] ?? 0;
  for (let other = pool.visitFrom[post] ?? 0; other < to; other++) {
    if (other !== post && holder[other] === officer) return other;
  }
  return NOBODY;
}

export const isFree = (board: Board, officer: number, post: number): boolean =>
  hasRoom(board, officer) && isLegal(board.pool, officer, post) && mateOf(board, officer, post) === NOBODY;

/** The officer takes the post, which is nobody's. */
export function take(board: Board, officer: number, post: number): void {
  board.holder[post] = officer;
  board.load[officer] = (board.load[officer] ?? 0) + 1;
  const held = board.held[officer] ?? [];
  let at = held.length;
  while (at > 0 && (held[at - 1] ?? 0) > post) at--;
  held.splice(at, 0, post);
}

/** The post becomes nobody's; says whose it was. */
export function leave(board: Board, post: number): number {
  const officer = board.holder[post] ?? NOBODY;
  if (officer === NOBODY) return NOBODY;
  board.holder[post] = NOBODY;
  board.load[officer] = (board.load[officer] ?? 0) - 1;
  const held = board.held[officer] ?? [];
  held.splice(held.indexOf(post), 1);
  return officer;
}
