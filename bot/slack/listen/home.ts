/**
 * The Home tab: what the person owes, waits for, and what is next. Shown as of its opening, again after each act of the same person, and
 * again when something was delivered to where he belongs: the office has opened a consultation, another department has answered.
 */
import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { digestText } from '../../../core/digest.ts';
import type { Actor } from '../../actor.ts';
import { home, homeOfStranger } from '../../chat/home.ts';
import type { Message } from '../../message/message.ts';
import type { Place } from '../../message/messenger.ts';
import { actorOfChat } from '../../verbs/chat/who.ts';
import { type OwedNow, owedNow } from '../../verbs/remind/owed-now.ts';
import { blocksOf } from '../blocks.ts';
import { type Door, platform } from '../door.ts';
import { Told, troubled } from '../trouble.ts';

/** So many are worked out side by side; posts wait for them. */
const atOnce = 6;

export async function onHomeOpened(
  door: Door,
  { event }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs,
): Promise<void> {
  if (event.tab !== 'home') return;
  // What stands there from an earlier run is unknown: it is published whatever it says.
  door.homes.set(event.user, '');
  try {
    await publish(door, event.user, await actorOf(door, event.user));
  } catch (thrown) {
    // Rather than an empty tab; delivered again, it is filled.
    const { words } = troubled(thrown, 'home', false, 'read');
    await shown(door, event.user, [{ kind: 'text', words }]).catch(() => {});
    throw new Told();
  }
}

/** Whoever has looked at his Home tab finds it right when he comes back to it. What fails here shows at its next opening. */
export async function renewHome(door: Door, user: string): Promise<void> {
  if (door.homes.has(user)) await renewed(door, user, () => true);
}

/** Home tabs of those to whose places something was delivered, each once; after a trouble the others wait for their next opening. */
export async function renewHomes(door: Door, places: ReadonlySet<Place>): Promise<void> {
  const users = [...door.homes.keys()];
  const present = onceOnly(() => owedNow(door.deps));
  for (let from = 0; from < users.length; from += atOnce) {
    const group = users.slice(from, from + atOnce);
    const done = await Promise.all(group.map((user) => renewed(door, user, (actor) => isAt(places, actor), present)));
    if (done.includes(false)) return;
  }
}

const isAt = (places: ReadonlySet<Place>, { person, department, roles }: Actor): boolean =>
  places.has(`person:${person}`) ||
  (department !== '' && places.has(`department:${department}`)) ||
  (places.has('office') && roles.includes('office'));

/** Asked by the first who needs it, for all of a round. */
function onceOnly<T>(work: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= work();
    return asked;
  };
}

/** @returns whether it went well */
async function renewed(
  door: Door,
  user: string,
  concerns: (actor: Actor) => boolean,
  present?: () => Promise<OwedNow>,
): Promise<boolean> {
  try {
    const actor = await actorOf(door, user);
    if (actor === null || concerns(actor)) await publish(door, user, actor, present);
    return true;
  } catch (thrown) {
    troubled(thrown, 'home', false, 'read');
    return false;
  }
}

const actorOf = ({ deps }: Door, user: string): Promise<Actor | null> => actorOfChat(deps, { platform, user });

async function publish(door: Door, user: string, actor: Actor | null, present?: () => Promise<OwedNow>): Promise<void> {
  const { parts } = actor === null ? homeOfStranger : await home(door.deps, actor, await present?.());
  await shown(door, user, parts);
}

async function shown({ client, langOf, homes }: Door, user: string, parts: Message['parts']): Promise<void> {
  const blocks = blocksOf(parts, await langOf(user), 'view');
  const said = digestText('mingchou/home/1', JSON.stringify(blocks));
  if (homes.get(user) === said) return;
  await client.views.publish({ user_id: user, view: { type: 'home', blocks } });
  homes.set(user, said);
}
