/**
 * A chain of moves that frees somebody for a post (README §7 step 3): breadth first over posts, as augmenting paths in a flow
 * network. An officer who already stands in the visit can only change posts within it: a forced move. With that, a post stays
 * open only if no assignment whatever fills more posts (compared with an exact maximum flow in the tests).
 */
import { type Board, hasRoom, leave, mateOf, NOBODY, take } from './board.ts';
import { isLegal } from './pool.ts';

export interface ChainFinder {
  /** Fills the post by moving others on; false if no chain exists at this level. */
  find(post: number): boolean;
  /** To be called when the level has grown: what was hopeless may not be so any more. */
  forget(): void;
}

/**
 * After a search that found nothing, none of the posts and officers that it saw can reach a free officer as long as the level
 * stays, since nothing leads out of them: later searches pass them by, and find what they would have found.
 */
export function chainFinder(board: Board): ChainFinder {
  const { pool, holder, held } = board;
  const seenPost = new Int32Array(pool.posts.length);
  const seenOfficer = new Int32Array(pool.officers.length);
  const movesTo = new Int32Array(pool.posts.length);
  const deadPost = new Uint8Array(pool.posts.length);
  const deadOfficer = new Uint8Array(pool.officers.length);
  let search = 0;

  function find(start: number): boolean {
    search += 1;
    const queue = [start];
    const officers: number[] = [];
    seenPost[start] = search;
    const queueMove = (from: number, to: number): void => {
      if (seenPost[from] === search || deadPost[from] === 1) return;
      seenPost[from] = search;
      movesTo[from] = to;
      queue.push(from);
    };
    for (let head = 0; head < queue.length; head++) {
      const post = queue[head] ?? 0;
      for (const officer of pool.fit[post]?.list ?? []) {
        if (holder[post] === officer || !isLegal(pool, officer, post)) continue;
        const mate = mateOf(board, officer, post);
        if (mate !== NOBODY) {
          queueMove(mate, post);
          continue;
        }
        if (seenOfficer[officer] === search || deadOfficer[officer] === 1) continue;
        seenOfficer[officer] = search;
        officers.push(officer);
        if (hasRoom(board, officer)) {
          carryOut(officer, post, start);
          return true;
        }
        for (const other of held[officer] ?? []) queueMove(other, post);
      }
    }
    for (const post of queue) deadPost[post] = 1;
    for (const officer of officers) deadOfficer[officer] = 1;
    return false;
  }

  /** The officer takes the post; whoever held it moves on to the post that it was queued for, and so on to the first. */
  function carryOut(officer: number, post: number, start: number): void {
    let [mover, to] = [officer, post];
    while (to !== start) {
      const next = leave(board, to);
      take(board, mover, to);
      [mover, to] = [next, movesTo[to] ?? start];
    }
    take(board, mover, start);
  }

  function forget(): void {
    deadPost.fill(0);
    deadOfficer.fill(0);
  }
  return { find, forget };
}
