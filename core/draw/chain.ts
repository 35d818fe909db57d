/**
 * A chain of moves that frees somebody for a post (README §7 step 3): breadth first over posts, as augmenting paths in a flow
 * network. An officer who already stands in the visit can only change posts within it: a forced move. With that, a post stays
 * open only if no assignment whatever fills more posts (compared with an exact maximum flow in the tests).
 */
import { type Board, hasRoom, leave, mateOf, NOBODY, take } from './board.ts';
import { type Fit, isLegal } from './pool.ts';

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
    const unseen = new Map<Fit, Int32Array>();
    seenPost[start] = search;
    const queueMove = (from: number, to: number): void => {
      if (seenPost[from] === search || deadPost[from] === 1) return;
      seenPost[from] = search;
      movesTo[from] = to;
      queue.push(from);
    };
    for (let head = 0; head < queue.length; head++) {
      const post = queue[head] ?? 0;
      const fit = pool.fit[post];
      if (fit === undefined) continue;
      const left = unseen.get(fit) ?? Int32Array.from({ length: fit.list.length + 1 }, (_, i) => i);
      unseen.set(fit, left);
      const mates = matesOf(post, fit);
      let passed = 0;
      const queueMates = (before: number): void => {
        for (let mate = mates[passed]; mate !== undefined && mate.place < before; mate = mates[++passed])
          queueMove(mate.post, post);
      };
      for (let i = nextIn(left, 0); i < fit.list.length; i = nextIn(left, i + 1)) {
        queueMates(i + 1);
        const officer = fit.list[i] ?? 0;
        if (seenOfficer[officer] === search || deadOfficer[officer] === 1) {
          left[i] = i + 1;
          continue;
        }
        if (holder[post] === officer || !isLegal(pool, officer, post)) continue;
        if (mateOf(board, officer, post) !== NOBODY) continue;
        left[i] = i + 1;
        seenOfficer[officer] = search;
        officers.push(officer);
        if (hasRoom(board, officer)) {
          carryOut(officer, post, start);
          return true;
        }
        for (const other of held[officer] ?? []) queueMove(other, post);
      }
      queueMates(fit.list.length);
    }
    for (const post of queue) deadPost[post] = 1;
    for (const officer of officers) deadOfficer[officer] = 1;
    return false;
  }

  /** Officers legal for a post who hold another post of its visit, with their places in its list, in that order. */
  function matesOf(post: number, fit: Fit): { readonly place: number; readonly post: number }[] {
    const mates: { readonly place: number; readonly post: number }[] = [];
    for (let other = pool.visitFrom[post] ?? 0; other < (pool.visitTo[post] ?? 0); other++) {
      const officer = holder[other] ?? NOBODY;
      if (other === post || officer === NOBODY || officer === holder[post]) continue;
      if (isLegal(pool, officer, post)) mates.push({ place: fit.list.indexOf(officer), post: other });
    }
    return mates.sort((a, b) => a.place - b.place);
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

/** The first place from `i` on that has not been struck out; struck places point onward, and ever farther (path halving). */
function nextIn(left: Int32Array, i: number): number {
  let at = i;
  for (let next = left[at] ?? at; next !== at; next = left[at] ?? at) {
    left[at] = left[next] ?? next;
    at = next;
  }
  return at;
}
