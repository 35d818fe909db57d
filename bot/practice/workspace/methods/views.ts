/** `views.*`: forms over everything else, and the home tab. */
import type { OpenForm } from '../forms.ts';
import type { Ground } from '../ground.ts';
import { isObj, type Obj, strOf } from '../json.ts';
import { checkView } from '../limits.ts';
import { done, type Known, type Method, type Reply, refused, withBlockIds } from '../method.ts';
import { shownForm, shownHome } from '../show.ts';

/** The view of a call, held to the limits, or the answer that it is none. */
export function viewIn(
  ground: Ground,
  given: unknown,
  kind: 'modal' | 'home',
): { readonly view: Obj } | { readonly reply: Reply } {
  if (!isObj(given))
    return {
      reply: refused('invalid_arguments', {
        response_metadata: { messages: ['[ERROR] missing required field: view'] },
      }),
    };
  const wrong = checkView(ground.check, given, kind);
  return wrong === null ? { view: { ...given, blocks: withBlockIds(given.blocks) } } : { reply: wrong };
}

export function newForm({ ids }: Ground, user: string, view: Obj, root: string | null): OpenForm {
  const id = ids.fresh('V');
  return { id, root: root ?? id, user, hash: ids.hash(), view, errors: {} };
}

const open: Method = (ground, args) => {
  const found = viewIn(ground, args.view, 'modal');
  if ('reply' in found) return found.reply;
  const trigger = ground.tickets.exchange(strOf(args.trigger_id));
  if ('error' in trigger) return refused(trigger.error);
  const form = newForm(ground, trigger.user, found.view, null);
  ground.forms.open(form);
  ground.store.touch();
  return done({ view: shownForm(ground, form) });
};

const push: Method = (ground, args) => {
  const found = viewIn(ground, args.view, 'modal');
  if ('reply' in found) return found.reply;
  const trigger = ground.tickets.exchange(strOf(args.trigger_id));
  if ('error' in trigger) return refused(trigger.error);
  const below = ground.forms.top(trigger.user);
  const form = newForm(ground, trigger.user, found.view, below?.root ?? null);
  if (!ground.forms.push(form)) return refused('push_limit_reached');
  ground.store.touch();
  return done({ view: shownForm(ground, form) });
};

const update: Method = (ground, args) => {
  const found = viewIn(ground, args.view, 'modal');
  if ('reply' in found) return found.reply;
  const form = ground.forms.find(strOf(args.view_id)) ?? ground.forms.byExternal(strOf(args.external_id));
  if (form === null) return refused('not_found');
  if (strOf(args.hash) !== '' && args.hash !== form.hash) return refused('hash_conflict');
  const next = { ...form, view: found.view, hash: ground.ids.hash(), errors: {} };
  ground.forms.put(next);
  ground.store.touch();
  return done({ view: shownForm(ground, next) });
};

const publish: Method = async (ground, args) => {
  const found = viewIn(ground, args.view, 'home');
  if ('reply' in found) return found.reply;
  const user = strOf(args.user_id);
  if (!ground.world.members.has(user)) return refused('user_not_found');
  const before = ground.world.homes.get(user);
  if (strOf(args.hash) !== '' && before !== undefined && args.hash !== before.hash) return refused('hash_conflict');
  const home = { user, id: before?.id ?? ground.ids.fresh('V', user), hash: ground.ids.hash(), view: found.view };
  await ground.store.append({ kind: 'home', home });
  return done({ view: shownHome(ground, home) });
};

export const viewMethods: Readonly<Record<string, Known>> = {
  'views.open': { run: open, scopes: [] },
  'views.push': { run: push, scopes: [] },
  'views.update': { run: update, scopes: [] },
  'views.publish': { run: publish, scopes: [] },
};
