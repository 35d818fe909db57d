/**
 * Who goes (README §7), 先派后洗: posts are filled from the scarcest on, each by the least loaded of twelve taken at random;
 * where nobody is left, others are moved on; then random exchanges wash out what the order of filling preferred. Legal and
 * balanced always. Among assignments with the same loads, on cases small enough to list, not to be told from a uniform choice;
 * who stays at home where officers outnumber posts and recusals cross still leans a little by the order of filling.
 */
import { type Board, emptyBoard, isFree, mateOf, NOBODY, take } from './board.ts';
import { chainFinder } from './chain.ts';
import { isLegal, type Pool } from './pool.ts';
import type { Stream } from './stream.ts';

export interface Matching {
  readonly pool: string;
  /** For each post of the pool, in post order: its number, holder (null: open) and the start of its substitutes. */
  readonly posts: readonly { readonly number: number; readonly officer: string | null; readonly start: number }[];
  /** Officers of the pool, permuted; each post's substitutes begin at its start and go around. */
  readonly substitutes: readonly string[];
}

/** Fills a pool. `tickets`: of all rows, not turned. `stream`: `match/<pool>`, used for nothing else. */
export function match(pool: Pool, tickets: Float64Array, stream: Stream): Matching {
  const m = pool.officers.length;
  const board = fill(pool, tickets, stream);
  shuffle(board, stream);
  const order = pool.officers.map((officer) => officer.number);
  for (let i = m - 1; i >= 1; i--) {
    const j = stream.below(i + 1);
    [order[i], order[j]] = [order[j] ?? '', order[i] ?? ''];
  }
  const posts = pool.numbers.map((number, q) => {
    const holder = board.holder[q] ?? NOBODY;
    const officer = holder === NOBODY ? null : (pool.officers[holder]?.number ?? null);
    return { number, officer, start: m === 0 ? 0 : stream.below(m) };
  });
  return { pool: pool.name, posts, substitutes: order };
}

/** The filled board before washing; the look at shortages uses it as well. */
export function fill(pool: Pool, tickets: Float64Array, stream: Stream): Board {
  const board = emptyBoard(pool);
  if (pool.officers.length === 0) return board;
  const highest = Math.max(...pool.officers.map((officer) => officer.capacity));
  const chains = chainFinder(board);
  for (const post of fillingOrder(pool, tickets)) {
    const list = pool.fit[post]?.list ?? new Int32Array();
    if (list.length === 0) continue;
    let officer = bestOfTwelve(board, post, list, stream);
    for (;;) {
      if (officer === NOBODY) officer = bestFrom(board, post, list, stream.below(list.length));
      if (officer !== NOBODY) {
        take(board, officer, post);
        break;
      }
      if (chains.find(post) || board.level >= highest) break;
      board.level += 1;
      chains.forget();
    }
  }
  return board;
}

/** Posts by number of legal officers, then ticket of the row, then post number. */
function fillingOrder(pool: Pool, tickets: Float64Array): readonly number[] {
  const legal = pool.posts.map((_, q) => {
    const list = pool.fit[q]?.list ?? new Int32Array();
    const barred = pool.barred[q] ?? null;
    return barred === null ? list.length : list.reduce((n, officer) => (barred.has(officer) ? n : n + 1), 0);
  });
  const ticketOf = (q: number): number => tickets[pool.posts[q]?.row ?? 0] ?? 0;
  return pool.posts
    .map((_, q) => q)
    .sort((a, b) => (legal[a] ?? 0) - (legal[b] ?? 0) || ticketOf(a) - ticketOf(b) || a - b);
}

const CANDIDATES = 12;

function bestOfTwelve(board: Board, post: number, list: Int32Array, stream: Stream): number {
  let best = NOBODY;
  for (let i = 0; i < CANDIDATES; i++) best = better(board, post, best, list[stream.below(list.length)] ?? NOBODY);
  return best;
}

function bestFrom(board: Board, post: number, list: Int32Array, start: number): number {
  let best = NOBODY;
  for (let i = 0; i < list.length; i++) best = better(board, post, best, list[(start + i) % list.length] ?? NOBODY);
  return best;
}

/** The less loaded of two; the one met first among equals. */
function better(board: Board, post: number, best: number, officer: number): number {
  if (!isFree(board, officer, post)) return best;
  if (best === NOBODY) return officer;
  return (board.load[officer] ?? 0) < (board.load[best] ?? 0) ? officer : best;
}

const EXCHANGES_PER_POST = 20;

/** Random exchanges of two posts' holders; loads stay, and no exchange breaks a rule. Leaves `held` behind the holders. */
function shuffle(board: Board, stream: Stream): void {
  const { pool, holder } = board;
  const filled: number[] = [];
  for (const [q, officer] of holder.entries()) if (officer !== NOBODY) filled.push(q);
  for (let i = EXCHANGES_PER_POST * filled.length; i > 0; i--) {
    const a = filled[stream.below(filled.length)] ?? 0;
    const b = filled[stream.below(filled.length)] ?? 0;
    const x = holder[a] ?? NOBODY;
    const y = holder[b] ?? NOBODY;
    if (x === y || pool.visitFrom[a] === pool.visitFrom[b]) continue;
    if (!isLegal(pool, x, b) || !isLegal(pool, y, a)) continue;
    if (mateOf(board, x, b) !== NOBODY || mateOf(board, y, a) !== NOBODY) continue;
    holder[a] = y;
    holder[b] = x;
  }
}
