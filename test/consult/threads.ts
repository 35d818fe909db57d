/** What people see in Chinese: posts as they stand, answers as they are told, the choices under them. */
import type { Actor } from '../../bot/actor.ts';
import { consultChapter } from '../../bot/chat/consult.ts';
import type { Answer, Asked, ChatDeps, Talk } from '../../bot/chat/door.ts';
import type { Form, Values } from '../../bot/message/form.ts';
import type { Choice, Message, Part } from '../../bot/message/message.ts';
import type { Post } from '../../bot/post/post.ts';
import { postKind } from '../../bot/post/table.ts';
import { consultationFacts } from '../../bot/verbs/consult/held.ts';
import type { Replied } from '../../core/consult/fact.ts';
import { pending } from '../../db/outbox.ts';
import type { TestDesk } from '../desk.ts';

let keys = 0;

export const chatDeps = (desk: TestDesk): ChatDeps => ({ ...desk, site: 'https://mingchou.example.invalid' });

export const asks = (desk: TestDesk, actor: Actor, key?: string): Asked => {
  keys += 1;
  return {
    deps: chatDeps(desk),
    user: { platform: 'test', user: actor.person },
    key: key ?? `key-${keys}`,
    lang: 'zh',
    actor,
    place: actor.department === 'office' ? 'office' : `department:${actor.department}`,
  };
};

const partInChinese = (part: Part): readonly string[] => {
  switch (part.kind) {
    case 'heading':
    case 'text':
    case 'note':
    case 'link':
      return [part.words.zh];
    case 'list':
      return part.items.map(({ zh }) => zh);
    case 'facts':
      return part.facts.map(({ name, value }) => `${name.zh}：${value.zh}`);
    case 'table':
      return part.rows.map((row) => row.map(({ zh }) => zh).join(' '));
    case 'choices':
      return [part.choices.map(({ label }) => `[${label.zh}]`).join(' ')];
    case 'divider':
      return [];
  }
};
export const inChinese = ({ parts }: Message): string => parts.flatMap(partInChinese).join('\n');
export const choicesOf = ({ parts }: Message): readonly Choice[] =>
  parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));

/** What an answer tells the one who asked; '' for silence. */
export function told(answer: Answer): string {
  switch (answer.kind) {
    case 'say':
      return inChinese(answer.message);
    case 'errors':
      return Object.entries(answer.errors)
        .map(([field, { zh }]) => `${field}：${zh}`)
        .join('\n');
    case 'form':
      return answer.form.title.zh;
    case 'done':
      return '';
  }
}

export const choiceIn = (answer: Answer, label: string): Choice => {
  const all = answer.kind === 'say' ? choicesOf(answer.message) : [];
  const found = all.find((choice) => choice.label.zh === label);
  if (found === undefined) throw new Error(`no ${label} among ${all.map(({ label: each }) => each.zh).join()}`);
  return found;
};

/** Every post that has followed so far, by slot, as it stands now. */
export async function posts(desk: TestDesk): Promise<ReadonlyMap<string, Message>> {
  const shown = new Map<string, Message>();
  for (const { destination, message } of await pending(desk.db, desk.now(), 1000)) {
    if (!destination.startsWith('consultation')) continue;
    const post: Post = JSON.parse(message);
    const said = (await postKind(post.kind)?.say(chatDeps(desk), post.about)) ?? null;
    if (said !== null) shown.set(destination, said);
  }
  return shown;
}

export async function post(desk: TestDesk, slot: string): Promise<Message> {
  const found = (await posts(desk)).get(slot);
  if (found === undefined) throw new Error(`no post ${slot}`);
  return found;
}

/** Slots of what stands in a thread, oldest first. */
export const slotsOf = async (desk: TestDesk, kind: string): Promise<readonly string[]> =>
  [...(await posts(desk)).keys()].filter((slot) => slot.startsWith(`${kind}/`));

let messages = 0;

/** Words under the letter of the actor's own department. */
export function talk(
  desk: TestDesk,
  actor: Actor,
  text: string,
  change: Partial<Talk> & { key?: string } = {},
): Promise<Answer> {
  messages += 1;
  const handler = consultChapter.talk?.['consultation-letter'];
  if (handler === undefined) throw new Error('no talk');
  return handler(asks(desk, actor, change.key), {
    under: `consultation-letter/2025-1/${actor.department}`,
    source: `message-${messages}`,
    what: 'written',
    text,
    files: [],
    ...change,
  });
}

export async function press(
  desk: TestDesk,
  actor: Actor,
  { id, about }: Pick<Choice, 'id' | 'about'>,
): Promise<Answer> {
  const pressed = consultChapter.choices?.[id];
  if (pressed === undefined) throw new Error(`no choice ${id}`);
  if (pressed.kind === 'act') return pressed.act(asks(desk, actor), about);
  const opened = await open(desk, actor, pressed.form, about);
  return 'form' in opened ? { kind: 'form', form: opened.form } : { kind: 'say', message: opened.message };
}

const doorOf = (id: string) => {
  const door = consultChapter.forms?.[id];
  if (door === undefined) throw new Error(`no form ${id}`);
  return door;
};

export const open = (desk: TestDesk, actor: Actor, id: string, about: string) =>
  doorOf(id).open(asks(desk, actor), about);

export const submit = (desk: TestDesk, actor: Actor, id: string, about: string, values: Values): Promise<Answer> =>
  doorOf(id).submit(asks(desk, actor), about, values);

export async function formOf(desk: TestDesk, actor: Actor, id: string, about: string): Promise<Form> {
  const opened = await open(desk, actor, id, about);
  if ('message' in opened) throw new Error(`no form: ${opened.message.summary.zh}`);
  return opened.form;
}

/** A command as it was typed. */
export async function type(desk: TestDesk, actor: Actor, text: string): Promise<Answer> {
  const route = consultChapter.commands?.consult?.(text);
  switch (route?.kind) {
    case 'act':
      return route.act(asks(desk, actor));
    case 'open':
      return route.act(asks(desk, actor));
    case 'form': {
      const opened = await open(desk, actor, route.form, route.about);
      return 'form' in opened ? { kind: 'form', form: opened.form } : { kind: 'say', message: opened.message };
    }
    case undefined:
      throw new Error('no command');
  }
}

/** Bodies of the replies on record. */
export const replies = async (desk: TestDesk): Promise<readonly Replied[]> =>
  (await consultationFacts(desk.db)).flatMap((fact) => (fact.kind === 'reply-received' ? [fact.body] : []));

/** The office's root message. */
export const root = async (desk: TestDesk): Promise<string> => inChinese(await post(desk, 'consultation/2025-1'));

export const letterOf = (desk: TestDesk, department: string): Promise<Message> =>
  post(desk, `consultation-letter/2025-1/${department}`);

export const receipts = async (desk: TestDesk): Promise<readonly string[]> =>
  [...(await posts(desk))]
    .filter(([slot]) => slot.startsWith('consultation-receipt/'))
    .map(([, each]) => inChinese(each));
