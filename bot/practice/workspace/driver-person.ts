/** One member's acts, found by what stands before him. */
import type { Result } from '../../../core/result.ts';
import { closeForm, command, press, submit, type Where } from './acts/press.ts';
import { edit, openHome, takeBack, write } from './acts/talk.ts';
import type { Shown } from './driver.ts';
import { fillings, type Given } from './driver-form.ts';
import { allSeen, type FormSeen, formSeen, homeText, postsSeen, textOf } from './driver-sight.ts';
import { listOf, type Obj } from './json.ts';
import { type Control, controlsOf, optionsOf } from './seen.ts';
import type { Workspace } from './workspace.ts';
import { type Channel, channelsOf, imOf, type Member, type Post } from './world.ts';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** The same person looking at another channel; otherwise it is the first that he is in. `明抽` is the conversation with the bot. */
  readonly in: (channel: string) => Person;
  readonly write: (text: string) => Promise<Shown>;
  /** Under the newest root of the bot in the channel, or under the one that holds these words. */
  readonly reply: (text: string, how?: { readonly to?: string; readonly files?: readonly Upload[] }) => Promise<Shown>;
  /** Changes his own newest post that holds the words. */
  readonly edit: (was: string, text: string) => Promise<Shown>;
  readonly delete: (was: string) => Promise<Shown>;
  readonly upload: (file: Upload, how?: { readonly to?: string; readonly text?: string }) => Promise<Shown>;
  readonly command: (name: string, text?: string) => Promise<Shown>;
  /**
   * A button by its label: of the open form, else of the newest post that has it (and holds the words), else of the home tab. Where one
   * post has several alike, the first, unless told otherwise.
   */
  readonly press: (label: string, how?: { readonly of?: string; readonly nth?: number }) => Promise<Shown>;
  /** One option of a list outside of a form. */
  readonly choose: (option: string, how?: { readonly of?: string }) => Promise<Shown>;
  /** By label of the field; options by their labels. Nothing is sent until `submit`. */
  readonly fill: (values: Readonly<Record<string, Given>>) => Person;
  readonly submit: () => Promise<Shown>;
  readonly close: () => Promise<void>;
  readonly form: () => FormSeen | null;
  /** Texts that he sees in the channel, oldest first, those only he sees among them. */
  readonly sees: () => readonly string[];
  /** The thread under the root that holds the words (the newest one otherwise), the root first. */
  readonly thread: (words?: string) => readonly string[];
  /** Only what is shown to nobody else. */
  readonly notes: () => readonly string[];
  readonly buttons: (of?: string) => readonly string[];
  /** Opens the home tab. */
  readonly home: () => Promise<string>;
}

export function actsOf(workspace: Workspace, settle: () => Promise<void>, member: Member, place?: Channel): Person {
  const { ground } = workspace;
  const { world, forms } = ground;
  const { id } = member;

  function channel(): Channel {
    const found = place ?? channelsOf(world, id).find(({ kind, archived }) => kind !== 'im' && !archived);
    if (found === undefined) throw new Error(`${member.realName} is in no channel`);
    return found;
  }

  const seen = (): readonly Post[] => postsSeen(ground, id, channel().id);

  /** What is new to this member after an act. */
  async function shown(act: () => Promise<Result<unknown, string> | undefined>): Promise<Shown> {
    const before = new Map(allSeen(ground, id).map((post) => [post.ts, textOf(post)]));
    const done = await act();
    if (done !== undefined && !done.ok) throw new Error(`${member.realName} cannot do that: ${done.error}`);
    await settle();
    const said = allSeen(ground, id)
      .filter((post) => post.user !== id && before.get(post.ts) !== textOf(post))
      .map(textOf);
    return { said, form: formSeen(forms.top(id)) };
  }

  function root(words?: string): Post {
    const roots = seen().filter(
      ({ thread, only, user }) => thread === null && only === null && user === ground.app.botUser,
    );
    const found = words === undefined ? roots.at(-1) : roots.findLast((post) => textOf(post).includes(words));
    if (found === undefined) {
      throw new Error(
        `no root with «${words ?? ''}» in ${channel().name}; there are:\n${roots.map(textOf).join('\n—\n')}`,
      );
    }
    return found;
  }

  function mine(words: string): Post {
    const found = allSeen(ground, id).findLast((post) => post.user === id && post.text.includes(words));
    if (found === undefined) throw new Error(`${member.realName} wrote nothing with «${words}»`);
    return found;
  }

  /** Everything to press before him, the nearest first: the form, then posts from the newest, then the home tab. */
  function controls(of?: string): readonly { readonly where: Where; readonly control: Control }[] {
    const form = forms.top(id);
    const here = (where: Where, blocks: readonly unknown[]) =>
      controlsOf(blocks).map((control) => ({ where, control }));
    const inForm = form === null ? [] : here({ kind: 'form', id: form.id }, listOf(form.view.blocks));
    const inPosts = allSeen(ground, id)
      .toReversed()
      .filter((post) => of === undefined || textOf(post).includes(of))
      .flatMap((post) => here({ kind: 'post', channel: post.channel, ts: post.ts }, post.blocks));
    const home = world.homes.get(id);
    const atHome = home === undefined ? [] : here({ kind: 'home' }, listOf(home.view.blocks));
    return place === undefined
      ? [...inForm, ...inPosts, ...atHome]
      : [...inForm, ...inPosts.filter(({ where }) => where.kind === 'post' && where.channel === place.id), ...atHome];
  }

  const missing = (label: string, of?: string): Error =>
    new Error(
      `nothing to press called «${label}»; there is ${controls(of)
        .map(({ control }) => control.label)
        .join('、')}`,
    );

  const writing = (text: string, thread: string | null, files: readonly Upload[] = []) =>
    shown(() => write(ground, id, { channel: channel().id, text, thread, files }));

  const filled = fillings(workspace, member);

  const person: Person = {
    id,
    name: member.realName,
    in: (name) => {
      const found =
        name === ground.app.botName
          ? imOf(world, id, ground.app.botUser)
          : (channelsOf(world, id).find((each) => each.name === name) ?? null);
      if (found === null) {
        throw new Error(
          `${member.realName} is not in «${name}»; in ${channelsOf(world, id)
            .map((each) => each.name)
            .join('、')}`,
        );
      }
      return actsOf(workspace, settle, member, found);
    },
    write: (text) => writing(text, null),
    reply: (text, { to, files = [] } = {}) => writing(text, root(to).ts, files),
    upload: (file, { to, text = '' } = {}) => writing(text, root(to).ts, [file]),
    edit: (was, text) => {
      const { channel: where, ts } = mine(was);
      return shown(() => edit(ground, id, where, ts, text));
    },
    delete: (was) => {
      const { channel: where, ts } = mine(was);
      return shown(() => takeBack(ground, id, where, ts));
    },
    command: (name, text = '') => shown(() => command(ground, id, channel().id, name, text)),
    press: (label, { of, nth = 0 } = {}) => {
      const found = controls(of).filter(({ control }) => control.type === 'button' && control.label === label)[nth];
      if (found === undefined) throw missing(label, of);
      const { block, action, type, element } = found.control;
      const value = element.value === undefined ? {} : { value: element.value };
      const pressed: Obj = { type, block_id: block, action_id: action, text: element.text, ...value };
      return shown(() => press(ground, id, found.where, pressed, filled.values()));
    },
    choose: (option, { of } = {}) => {
      for (const { where, control } of controls(of)) {
        const chosen = optionsOf(control.element).find(({ label }) => label === option);
        if (chosen === undefined) continue;
        const { block, action, type } = control;
        return shown(() =>
          press(ground, id, where, { type, block_id: block, action_id: action, selected_option: chosen.option }),
        );
      }
      throw missing(option, of);
    },
    fill: (values) => {
      filled.put(values);
      return person;
    },
    submit: () => shown(() => filled.send((form, values) => submit(ground, id, form, values))),
    close: async () => {
      const form = forms.top(id);
      if (form !== null) await closeForm(ground, id, form.id);
      await settle();
    },
    form: () => formSeen(forms.top(id)),
    sees: () => seen().map(textOf),
    thread: (words) => {
      const top = root(words);
      return seen()
        .filter(({ ts, thread }) => ts === top.ts || thread === top.ts)
        .map(textOf);
    },
    notes: () =>
      allSeen(ground, id)
        .filter(({ only }) => only === id)
        .map(textOf),
    buttons: (of) => controls(of).map(({ control }) => control.label),
    home: async () => {
      openHome(ground, id);
      await settle();
      return homeText(ground, id);
    },
  };
  return person;
}
