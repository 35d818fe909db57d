/** What the page asks to do in a member's name: parsed, then one act of `acts/`. */
import type { Result } from '../../../core/result.ts';
import { pause } from '../../../db/database.ts';
import { closeForm, command, press, submit, suggest, type Where } from './acts/press.ts';
import { dismiss, edit, openHome, takeBack, write } from './acts/talk.ts';
import type { Ground } from './ground.ts';
import { type Obj, objOf, objsOf, strOf } from './json.ts';
import { fileMax, fileOf } from './methods/files.ts';
import { newestIn } from './page-state.ts';
import { shownFile } from './show.ts';
import { channelsOf } from './world.ts';

/** @returns what the page is told: null where all went well, else the short name of what cannot be */
export async function pageAct(ground: Ground, user: string, act: Obj): Promise<Obj> {
  const channel = strOf(act.channel);
  switch (act.kind) {
    case 'write': {
      const files = filesIn(act.files);
      if (files === null) return { problem: 'file-too-large' };
      return told(
        await write(ground, user, { channel, text: strOf(act.text), thread: strOf(act.thread) || null, files }),
      );
    }
    case 'edit':
      return told(await edit(ground, user, channel, strOf(act.ts), strOf(act.text)));
    case 'take-back':
      return told(await takeBack(ground, user, channel, strOf(act.ts)));
    case 'dismiss':
      await dismiss(ground, user, channel, strOf(act.ts));
      return {};
    case 'command':
      return told(await command(ground, user, channel, strOf(act.name), strOf(act.text)));
    case 'press':
      return told(await press(ground, user, whereOf(act.where), objOf(act.action), objOf(act.values)));
    case 'submit':
      return told(await submit(ground, user, strOf(act.form), objOf(act.values)));
    case 'close':
      await closeForm(ground, user, strOf(act.form));
      return {};
    case 'suggest':
      return {
        options: await suggest(ground, user, strOf(act.form), strOf(act.block), strOf(act.action), strOf(act.typed)),
      };
    case 'file': {
      const files = filesIn(act.files);
      if (files === null) return { problem: 'file-too-large' };
      const held = files.map((file) => fileOf(ground, user, file));
      await ground.store.append(...held.map((file) => ({ kind: 'file', file }) as const));
      return { files: held.map((file) => shownFile(ground, file)) };
    }
    case 'home':
      openHome(ground, user);
      // The tab is drawn from what stands there; what the bot makes of it follows as soon as it is published.
      await pause(10);
      return {};
    case 'read': {
      const ts = newestIn(ground, user, channel);
      const mine = channelsOf(ground.world, user).some(({ id }) => id === channel);
      const known = ground.world.reads.get(`${user} ${channel}`);
      if (mine && ts !== '' && known !== ts) await ground.store.append({ kind: 'read', user, channel, ts });
      return {};
    }
    default:
      return { problem: 'unknown-act' };
  }
}

const told = (done: Result<unknown, string>): Obj => (done.ok ? {} : { problem: done.error });

function whereOf(given: unknown): Where {
  const { kind, channel, ts, id } = objOf(given);
  if (kind === 'form') return { kind: 'form', id: strOf(id) };
  return kind === 'post' ? { kind: 'post', channel: strOf(channel), ts: strOf(ts) } : { kind: 'home' };
}

/** null where one is too large. */
function filesIn(given: unknown): readonly { readonly name: string; readonly bytes: Uint8Array }[] | null {
  const files = objsOf(given).map(({ name, base64 }) => ({
    name: strOf(name).slice(0, 200) || 'file',
    bytes: Buffer.from(strOf(base64), 'base64'),
  }));
  return files.some(({ bytes }) => bytes.length > fileMax) ? null : files;
}
