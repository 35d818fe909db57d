/** What a member does with the bot's own things: commands, buttons and choices, forms. */
import { err, ok, type Result } from '../../../../core/result.ts';
import { eventOfPosted } from '../events.ts';
import type { OpenForm } from '../forms.ts';
import { type Ground, newPost } from '../ground.ts';
import { isObj, type Obj, objOf, objsOf, parsed, strOf } from '../json.ts';
import { isTrue, withBlockIds } from '../method.ts';
import { newForm, viewIn } from '../methods/views.ts';
import type { Delivery } from '../outgoing.ts';
import { shownForm, shownHome, shownPost } from '../show.ts';
import { postFor } from '../world.ts';
import { type Cannot, placeOf } from './talk.ts';

export type PressCannot = Cannot | 'no-form' | 'no-home' | 'no-answer';
type Answered = Result<Delivery, PressCannot>;

export async function command(
  ground: Ground,
  user: string,
  channel: string,
  name: string,
  text: string,
): Promise<Answered> {
  const place = placeOf(ground, user, channel);
  if (!place.ok) return place;
  const { app, tickets, world } = ground;
  const answering = tickets.answering({ user, channel, post: null, thread: null });
  const body = new URLSearchParams({
    token: app.verificationToken,
    team_id: app.team,
    team_domain: app.teamDomain,
    channel_id: channel,
    channel_name: place.value.kind === 'im' ? 'directmessage' : place.value.name,
    user_id: user,
    user_name: world.members.get(user)?.name ?? '',
    command: name,
    text,
    api_app_id: app.app,
    is_enterprise_install: 'false',
    response_url: `${ground.origin()}/response/${answering}`,
    trigger_id: tickets.trigger(user),
  });
  const answer = await ground.outgoing.ask('command', body.toString());
  if (answer.failure !== 'none') {
    await failed(ground, user, channel, name, answer);
    return ok(answer);
  }
  await saidIn(ground, user, channel, answer.body);
  return ok(answer);
}

/** Slack says itself that a command came to nothing. */
async function failed(
  ground: Ground,
  user: string,
  channel: string,
  name: string,
  { failure }: Delivery,
): Promise<void> {
  const why = failure === 'timeout' ? 'operation_timeout' : 'dispatch_failed';
  const text = `${name} 没有成功（${why}） · ${name} failed with the error "${why}"`;
  const post = newPost({ channel, ts: ground.ts(), user: 'USLACKBOT', text, only: user, failed: true });
  await ground.store.append({ kind: 'posted', post });
}

/** The body of an answer to a command is a message to the one who typed it. */
async function saidIn(ground: Ground, user: string, channel: string, body: string): Promise<void> {
  if (body.trim() === '') return;
  const json = parsed(body);
  const said: Obj = isObj(json) ? json : { text: body };
  const text = strOf(said.text);
  const blocks = withBlockIds(said.blocks);
  if (text === '' && blocks.length === 0) return;
  const only = said.response_type === 'in_channel' ? null : user;
  const post = newPost({ channel, ts: ground.ts(), user: ground.app.botUser, text, blocks, only });
  await ground.store.append({ kind: 'posted', post });
  eventOfPosted(ground, post);
}

export type Where =
  | { readonly kind: 'post'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'form'; readonly id: string }
  | { readonly kind: 'home' };

/** @param action as Slack names it: block_id, action_id, type, and the value or what is selected @param values what else stands filled in */
export async function press(
  ground: Ground,
  user: string,
  where: Where,
  action: Obj,
  values: Obj = {},
): Promise<Answered> {
  const scene = sceneOf(ground, user, where, values);
  if (!scene.ok) return scene;
  const payload = {
    type: 'block_actions',
    ...who(ground, user),
    trigger_id: ground.tickets.trigger(user),
    ...scene.value,
    actions: [{ ...action, action_ts: ground.ts() }],
  };
  return ok(await interact(ground, payload));
}

function sceneOf(ground: Ground, user: string, where: Where, values: Obj): Result<Obj, PressCannot> {
  switch (where.kind) {
    case 'form': {
      const form = ground.forms.find(where.id);
      if (form === null || form.user !== user) return err('no-form');
      return ok({ container: { type: 'view', view_id: form.id }, view: shownForm(ground, form, values) });
    }
    case 'home': {
      const home = ground.world.homes.get(user);
      if (home === undefined) return err('no-home');
      return ok({ container: { type: 'view', view_id: home.id }, view: shownHome(ground, home) });
    }
    case 'post': {
      const place = placeOf(ground, user, where.channel);
      if (!place.ok) return place;
      const post = postFor(ground.world, user, where.channel, where.ts);
      if (post === null) return err('no-post');
      const only = post.only !== null;
      const { channel, ts, thread } = post;
      const answering = ground.tickets.answering({ user, channel, post: { ts, only: post.only }, thread });
      return ok({
        container: {
          type: 'message',
          message_ts: ts,
          channel_id: channel,
          is_ephemeral: only,
          ...(thread === null ? {} : { thread_ts: thread }),
        },
        channel: { id: channel, name: place.value.kind === 'im' ? 'directmessage' : place.value.name },
        // What only one member sees is kept nowhere on Slack's side: the bot is not told what stood there.
        ...(only ? {} : { message: shownPost(ground, post, false) }),
        state: { values },
        response_url: `${ground.origin()}/response/${answering}`,
      });
    }
  }
}

function who(ground: Ground, user: string): Obj {
  const { app, world } = ground;
  const name = world.members.get(user)?.name ?? '';
  return {
    user: { id: user, username: name, name, team_id: app.team },
    api_app_id: app.app,
    token: app.verificationToken,
    team: { id: app.team, domain: app.teamDomain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

const interact = (ground: Ground, payload: Obj): Promise<Delivery> =>
  ground.outgoing.ask('interaction', new URLSearchParams({ payload: JSON.stringify(payload) }).toString());

/** @param values by block and action, as Slack's `state.values` */
export async function submit(ground: Ground, user: string, id: string, values: Obj): Promise<Answered> {
  const form = ground.forms.find(id);
  if (form === null || form.user !== user) return err('no-form');
  const answer = await interact(ground, {
    type: 'view_submission',
    ...who(ground, user),
    trigger_id: ground.tickets.trigger(user),
    view: shownForm(ground, form, values),
    response_urls: [],
  });
  if (answer.failure !== 'none') return err('no-answer');
  follow(ground, form, objOf(parsed(answer.body)));
  ground.store.touch();
  return ok(answer);
}

/** What becomes of the form: errors at its fields, another in its place or upon it, or it closes. */
function follow(ground: Ground, form: OpenForm, answer: Obj): void {
  const { forms } = ground;
  switch (answer.response_action) {
    case 'errors': {
      const errors = Object.fromEntries(
        Object.entries(objOf(answer.errors)).map(([block, said]) => [block, String(said)]),
      );
      forms.put({ ...form, errors });
      return;
    }
    case 'update':
    case 'push': {
      const found = viewIn(ground, answer.view, 'modal');
      if ('reply' in found) {
        forms.put({ ...form, errors: { '': JSON.stringify(found.reply) } });
        return;
      }
      if (answer.response_action === 'push') forms.push(newForm(ground, form.user, found.view, form.root));
      else forms.put({ ...form, view: found.view, hash: ground.ids.hash(), errors: {} });
      return;
    }
    case 'clear':
      forms.clear(form.user);
      return;
    default:
      forms.drop(form.id);
  }
}

export async function closeForm(ground: Ground, user: string, id: string): Promise<void> {
  const form = ground.forms.find(id);
  if (form === null || form.user !== user) return;
  const all = isTrue(form.view.clear_on_close);
  if (all) ground.forms.clear(user);
  else ground.forms.drop(id);
  ground.store.touch();
  if (!isTrue(form.view.notify_on_close)) return;
  await interact(ground, {
    type: 'view_closed',
    ...who(ground, user),
    view: shownForm(ground, form),
    is_cleared: all,
  });
}

/** Options that the bot looks up while somebody types. */
export async function suggest(
  ground: Ground,
  user: string,
  form: string,
  block: string,
  action: string,
  typed: string,
): Promise<readonly Obj[]> {
  const found = ground.forms.find(form);
  if (found === null || found.user !== user) return [];
  const answer = await interact(ground, {
    type: 'block_suggestion',
    ...who(ground, user),
    container: { type: 'view', view_id: form },
    view: shownForm(ground, found),
    block_id: block,
    action_id: action,
    value: typed,
  });
  const body = objOf(parsed(answer.body));
  return [...objsOf(body.options), ...objsOf(body.option_groups).flatMap((group) => objsOf(group.options))];
}
