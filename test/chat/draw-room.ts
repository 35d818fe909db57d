/**
 * The room of a ceremony, as chats see it: people type, press and fill through the tables of the chat door, and posts are read as the
 * outbox would deliver them. No platform is between.
 */
import { expect } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import type { Answer, Asked, ChatDeps } from '../../bot/chat/door.ts';
import { choices, commands, forms } from '../../bot/chat/table.ts';
import type { Form, Values } from '../../bot/message/form.ts';
import type { Choice, Message, Part } from '../../bot/message/message.ts';
import type { Post, Said } from '../../bot/post/post.ts';
import { slotOf } from '../../bot/post/post.ts';
import { postKind } from '../../bot/post/table.ts';
import { checkView } from '../../bot/slack/limits.ts';
import { viewOf } from '../../bot/slack/view.ts';
import type { Words } from '../../core/words.ts';
import { pending } from '../../db/outbox.ts';
import type { PlannedDesk } from '../drawn-desk.ts';

export const site = 'https://mingchou.invalid';

export interface Seat {
  /** Types a command; where it opens a form, the form. */
  readonly types: (text: string) => Promise<Answer>;
  readonly presses: (choice: string, about: string | number) => Promise<Answer>;
  /** Opens a form by a button and fills it. */
  readonly fills: (form: string, about: string | number, values: Values) => Promise<Answer>;
  /** Submits a form as it was opened, with other values in some fields. */
  readonly submits: (form: Form, changes?: Values) => Promise<Answer>;
}

export interface Room {
  readonly deps: ChatDeps;
  readonly seat: (actor: Actor) => Seat;
  /** Posts of ceremonies that the outbox holds, each once, as they read now. */
  readonly posts: () => Promise<ReadonlyMap<string, { readonly post: Post; readonly said: Said }>>;
  /** One post's words in Chinese; undefined where it says nothing. */
  readonly reads: (slot: string) => Promise<string>;
  readonly buttonsOf: (slot: string) => Promise<readonly string[]>;
}

export function room(desk: PlannedDesk): Room {
  const deps: ChatDeps = { ...desk, site };
  let acts = 0;
  const seat = (actor: Actor): Seat => {
    const asked = (): Asked => {
      acts += 1;
      const user = { platform: 'test', user: actor.person };
      return { deps, user, key: `act-${acts}`, lang: 'zh', actor, place: null };
    };
    const opens = async (name: string, about: string): Promise<Answer> => {
      const opened = await must(forms.get(name), name).open(asked(), about);
      if ('form' in opened) expectShort(opened.form);
      return 'form' in opened ? { kind: 'form', form: opened.form } : { kind: 'say', message: opened.message };
    };
    const submits = (form: Form, changes: Values = {}): Promise<Answer> =>
      must(forms.get(form.id), form.id).submit(asked(), form.about, { ...initialOf(form), ...changes });
    return {
      types: async (text) => {
        const [name = '', ...rest] = text.slice(1).split(' ');
        const route = must(commands.get(name), name)(rest.join(' '));
        if (route.kind === 'form') return opens(route.form, route.about);
        return route.kind === 'act' ? route.act(asked()) : route.act(asked());
      },
      presses: async (id, about) => {
        const pressed = must(choices.get(id), id);
        return pressed.kind === 'form' ? opens(pressed.form, String(about)) : pressed.act(asked(), String(about));
      },
      fills: async (name, about, values) => {
        const opened = await opens(name, String(about));
        return opened.kind === 'form' ? submits(opened.form, values) : opened;
      },
      submits,
    };
  };
  /** Posts of ceremonies that are to be delivered: the last row of each. */
  const due = async (): Promise<ReadonlyMap<string, Post>> => {
    const rows = await pending(desk.db, '9999', 10_000);
    const all = rows.map(({ message }): Post => JSON.parse(message));
    return new Map(all.filter(({ kind }) => kind.startsWith('ceremony')).map((post) => [slotOf(post), post]));
  };
  const says = (post: Post): Promise<Said | null> => must(postKind(post.kind), post.kind).say(deps, post.about);
  const posts: Room['posts'] = async () => {
    const standing = new Map<string, { post: Post; said: Said }>();
    for (const [slot, post] of await due()) {
      const said = await says(post);
      if (said !== null) standing.set(slot, { post, said });
    }
    return standing;
  };
  const said = async (slot: string): Promise<Said | null> => {
    const post = (await due()).get(slot);
    return post === undefined ? null : says(post);
  };
  return {
    deps,
    seat,
    posts,
    reads: async (slot) => {
      const found = await said(slot);
      return found === null ? '' : textOf(found);
    },
    buttonsOf: async (slot) => {
      const found = await said(slot);
      return found === null ? [] : buttonsIn(found).map(({ label }) => label.zh);
    },
  };
}

/** Every form that is opened keeps to what the chat takes. */
function expectShort(form: Form): void {
  for (const lang of ['zh', 'en'] as const) expect(checkView(viewOf(form, lang, 'C1'))).toEqual([]);
}

/** What a form holds when it is opened. */
function initialOf({ fields }: Form): Values {
  return Object.fromEntries(
    fields.map((field) => {
      const initial = 'initial' in field ? field.initial : undefined;
      if (initial === undefined) return [field.id, field.kind === 'some-of' || field.kind === 'file' ? [] : ''];
      return [field.id, typeof initial === 'number' ? String(initial) : initial];
    }),
  );
}

export const buttonsIn = ({ parts }: Message): readonly Choice[] =>
  parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));

const wordsOf = (part: Part): readonly Words[] => {
  switch (part.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return [part.words];
    case 'list':
      return part.items;
    case 'facts':
      return part.facts.flatMap(({ name, value }) => [name, value]);
    case 'table':
      return [...part.head, ...part.rows.flat()];
    case 'choices':
      return part.choices.map(({ label }) => label);
    case 'link':
      return [part.words, { zh: part.url, en: part.url }];
    case 'divider':
      return [];
  }
};

/** Everything that a message says, in Chinese; both languages with `all`. */
export const textOf = (message: Message, all = false): string =>
  [message.summary, ...message.parts.flatMap(wordsOf)].flatMap(({ zh, en }) => (all ? [zh, en] : [zh])).join('\n');

/** What somebody is told: words, errors, or the title and intro of a form. */
export function heard(answer: Answer): string {
  switch (answer.kind) {
    case 'say':
      return textOf(answer.message);
    case 'errors':
      return Object.entries(answer.errors)
        .map(([field, { zh }]) => `${field}: ${zh}`)
        .join('\n');
    case 'form':
      return [answer.form.title, ...answer.form.intro.flatMap(wordsOf)].map(({ zh }) => zh).join('\n');
    case 'done':
      return '';
  }
}

/** The form that an answer opens. */
export function formOf(answer: Answer): Form {
  if (answer.kind !== 'form') throw new Error(`no form but: ${heard(answer)}`);
  return answer.form;
}

function must<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`nothing is called ${name}`);
  return found;
}
