/**
 * Delivers what follows from facts. A row of the outbox names a post; what the post says is worked out when it is delivered, so that
 * several rows of one post are one delivery and the last one is right. Rows are taken for a while before anything is sent: two
 * processes never send one post at a time, and whoever dies in between leaves a row that says that it was tried.
 */
import { never } from '../../core/result.ts';
import { markFailed, markSent, type Pending, pending, postOfSlot, take } from '../../db/outbox.ts';
import type { ChatDeps } from '../chat/door.ts';
import type { Messenger, Place, Put, PutOutcome } from '../message/messenger.ts';
import { blockedNotice, cleared, troublePlace } from './delivery-trouble.ts';
import type { Post } from './post.ts';
import { postKind } from './table.ts';

export interface Delivered {
  readonly sent: number;
  readonly later: number;
  readonly blocked: number;
}

/** Longer than every call to a platform with its retry. */
const leaseMs = 60_000;
const hourMs = 3_600_000;
/** Somebody may name the channel yet; after so long it is certain that nobody will. */
const nowhereForMs = 30 * 24 * hourMs;
const placesAtOnce = 6;
/** More than one department's flood; they are short. */
const rowsAtOnce = 10_000;
/** Of one place in one round: a post a second is what a channel takes, and the others' later ones are looked for in between. */
const postsAtOnce = 30;

/** Delivers all that is due; places do not wait for each other. */
export async function deliverDue(deps: ChatDeps, messenger: Messenger): Promise<Delivered> {
  const total = { sent: 0, later: 0, blocked: 0 };
  const news = new Set<Place>();
  // Each pass either sends something or puts off all it saw, so that it comes to an end.
  for (;;) {
    const rows = await pending(deps.db, deps.now(), rowsAtOnce);
    const before = total.sent;
    const places = byPlace(rows);
    await atOnce(placesAtOnce, places, async (posts) => {
      for (const due of posts.slice(0, postsAtOnce)) {
        const became = await delivered(deps, messenger, due);
        total[became] += 1;
        const place = placeOf(due.post);
        if (became === 'sent' && place !== null) news.add(place);
      }
    });
    const isAll = rows.length < rowsAtOnce && places.every(({ length }) => length <= postsAtOnce);
    if (isAll || total.sent === before) break;
  }
  if (news.size > 0) await messenger.delivered?.(news);
  return total;
}

/** Rows of one slot, oldest first; the oldest is the one to take. */
interface Due {
  readonly rows: readonly [Pending, ...Pending[]];
  readonly post: Post | null;
}

/** Roots come before what stands under them, otherwise in the order of the facts. */
function byPlace(rows: readonly Pending[]): readonly (readonly Due[])[] {
  const slots = new Map<string, [Pending, ...Pending[]]>();
  for (const row of rows) {
    const held = slots.get(row.destination);
    if (held === undefined) slots.set(row.destination, [row]);
    else held.push(row);
  }
  const places = new Map<string, Due[]>();
  for (const rowsOfSlot of slots.values()) {
    const post = postIn(rowsOfSlot[0]);
    const place = placeOf(post) ?? '';
    const queue = places.get(place) ?? [];
    queue.push({ rows: rowsOfSlot, post });
    places.set(place, queue);
  }
  return [...places.values()].map((queue) => queue.sort((a, b) => depth(a) - depth(b) || a.rows[0].id - b.rows[0].id));
}

const placeOf = (post: Post | null): Place | null =>
  (post === null ? undefined : postKind(post.kind)?.place(post.about)) ?? null;

const depth = ({ post }: Due): number =>
  post === null || (postKind(post.kind)?.under(post.about) ?? null) === null ? 0 : 1;

function postIn(row: Pending): Post | null {
  try {
    const post: Partial<Post> | null = JSON.parse(row.message);
    return typeof post?.kind === 'string' && typeof post.about === 'object' && post.about !== null
      ? { kind: post.kind, about: post.about }
      : null;
  } catch {
    return null;
  }
}

async function delivered(deps: ChatDeps, messenger: Messenger, { rows, post }: Due): Promise<keyof Delivered> {
  const { db } = deps;
  const [first] = rows;
  if (!(await take(db, first, after(deps, leaseMs)))) return 'later';
  const ids = rows.map(({ id }) => id);
  const putOff = (code: string, ms: number) => markFailed(db, first.id, code, after(deps, ms));
  try {
    const kind = post === null ? undefined : postKind(post.kind);
    if (post === null || kind === undefined) {
      // A newer version of this program may know it.
      await putOff('unknown-kind', hourMs);
      return 'blocked';
    }
    const outcome = await putPost(deps, messenger, post, first);
    if (outcome === 'silent') {
      await markSent(db, ids, deps.now(), 'nothing-to-say');
      return 'sent';
    }
    switch (outcome.kind) {
      case 'stands':
        await markSent(db, ids, deps.now());
        if (first.trouble.startsWith('blocked:')) await cleared(deps, messenger, kind.place(post.about));
        return 'sent';
      case 'later':
        await putOff(outcome.code, Math.max(outcome.afterMs, backOffMs(first.attempts, 1000, hourMs / 12)));
        return 'later';
      case 'nowhere':
        if (isOld(deps, first)) await markSent(db, ids, deps.now(), `nowhere:${outcome.code}`);
        else await putOff(`nowhere:${outcome.code}`, hourMs / 60);
        return 'blocked';
      case 'blocked':
        await putOff(`blocked:${outcome.code}`, backOffMs(first.attempts, 15_000, hourMs / 6));
        await tellOffice(deps, messenger, kind.place(post.about), outcome.code);
        return 'blocked';
      default:
        return never(outcome);
    }
  } catch (thrown) {
    // One post that cannot be made must not hold up the others.
    console.error(`outbox ${first.id} ${post?.kind ?? '?'} ${thrown instanceof Error ? thrown.name : typeof thrown}`);
    await putOff('failed', backOffMs(first.attempts, 5000, hourMs / 6));
    return 'later';
  }
}

/** @returns `silent` where there is nothing to say any more */
async function putPost(deps: ChatDeps, messenger: Messenger, post: Post, row: Pending): Promise<PutOutcome | 'silent'> {
  const put = await putOf(deps, post, row.destination, row.attempts > 0);
  if (put === null) return 'silent';
  const outcome = await messenger.put(put);
  if (outcome.kind !== 'later' || outcome.code !== 'no-root' || put.under === null) return outcome;
  // Its root was delivered once and is not there: a restored database, a deleted note. It is put up again, or found.
  const held = await postOfSlot(deps.db, put.under);
  if (held === null) return { kind: 'blocked', code: 'no-root' };
  const root = held.sent ? postIn({ ...row, message: held.message }) : null;
  const rootPut = root === null ? null : await putOf(deps, root, put.under, true);
  if (rootPut === null) return outcome;
  const stood = await messenger.put(rootPut);
  return stood.kind === 'stands' ? messenger.put(put) : stood;
}

async function putOf(deps: ChatDeps, post: Post, slot: string, triedBefore: boolean): Promise<Put | null> {
  const kind = postKind(post.kind);
  const said = await kind?.say(deps, post.about);
  if (kind === undefined || said == null) return null;
  const { file, ...message } = said;
  return {
    slot,
    place: kind.place(post.about),
    under: kind.under(post.about),
    message,
    triedBefore,
    ...(file === undefined ? {} : { file }),
  };
}

/** Once, in the office's channel: whoever does not read a log learns that something has to be done. */
async function tellOffice(deps: ChatDeps, messenger: Messenger, place: Put['place'], code: string): Promise<void> {
  console.error(`outbox ${place.split(':')[0]} blocked ${code}`);
  if (place === troublePlace) return;
  await messenger.put(await blockedNotice(deps, place, code)).catch(() => {});
}

const isOld = ({ now }: ChatDeps, { since }: Pending): boolean => Date.parse(now()) - Date.parse(since) > nowhereForMs;

const after = ({ now }: ChatDeps, ms: number): string => new Date(Date.parse(now()) + ms).toISOString();

const backOffMs = (attempts: number, least: number, most: number): number => Math.min(most, least * 2 ** attempts);

/** Runs works side by side, so many at a time. */
async function atOnce<T>(count: number, all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  const one = async (): Promise<void> => {
    for (let each = queue.shift(); each !== undefined; each = queue.shift()) await work(each);
  };
  await Promise.all(Array.from({ length: Math.min(count, queue.length) }, one));
}
