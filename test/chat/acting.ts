/**
 * A chat without a platform: what a person types, presses and fills goes to the chapters as an adapter would give it, and what stands in
 * threads is worked out from the outbox as the deliverer would.
 */
import { expect } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import type { Answer, Asked, ChatDeps, Talk } from '../../bot/chat/door.ts';
import { choices, commands, forms, talks } from '../../bot/chat/table.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import type { Form, Values } from '../../bot/message/form.ts';
import type { Choice, Message, Part } from '../../bot/message/message.ts';
import type { Place } from '../../bot/message/messenger.ts';
import type { Post } from '../../bot/post/post.ts';
import { postKind } from '../../bot/post/table.ts';
import { messageOf } from '../../bot/slack/blocks.ts';
import { checkMessage, checkView } from '../../bot/slack/limits.ts';
import { viewOf } from '../../bot/slack/view.ts';

export const site = 'https://mingchou.invalid';

export const chatDeps = (desk: Desk): ChatDeps => ({ ...desk, site });

export const asking = (desk: Desk, actor: Actor, place: Place | null = null): Asked => ({
  deps: chatDeps(desk),
  user: { platform: 'test', user: actor.person },
  key: `test/${actor.person}`,
  lang: 'zh',
  actor,
  place,
});

const found = <T>(name: string, thing: T | undefined): T => {
  if (thing === undefined) throw new Error(`the chat has no ${name}`);
  return thing;
};

/** What comes of a typed command: an answer, or the form that it opens. */
export async function type(desk: Desk, actor: Actor, command: string, text: string): Promise<Answer> {
  const route = found(command, commands.get(command))(text);
  const asked = asking(desk, actor);
  return fitting(await (route.kind === 'form' ? opened(desk, actor, route.form, route.about) : route.act(asked)));
}

/** What comes of a pressed button, as the person sees it. */
export async function press(
  desk: Desk,
  actor: Actor,
  { id, about }: Pick<Choice, 'id' | 'about'>,
  place: Place | null = null,
): Promise<Answer> {
  const pressed = found(id, choices.get(id));
  const asked = asking(desk, actor, place);
  return fitting(
    await (pressed.kind === 'form' ? opened(desk, actor, pressed.form, about) : pressed.act(asked, about)),
  );
}

async function opened(desk: Desk, actor: Actor, form: string, about: string): Promise<Answer> {
  const open = await found(form, forms.get(form)).open(asking(desk, actor), about);
  return 'form' in open ? { kind: 'form', form: open.form } : { kind: 'say', message: open.message };
}

/** Fills a form: what is not stated stays as it was offered. */
export async function fill(desk: Desk, actor: Actor, form: Form, values: Values = {}): Promise<Answer> {
  const offered = form.fields.map((field) => {
    const initial = 'initial' in field ? field.initial : undefined;
    const empty = field.kind === 'some-of' || field.kind === 'file' ? [] : '';
    return [field.id, typeof initial === 'number' ? String(initial) : (initial ?? empty)] as const;
  });
  const filled = { ...Object.fromEntries(offered), ...values };
  return fitting(await found(form.id, forms.get(form.id)).submit(asking(desk, actor), form.about, filled));
}

export const reply = (desk: Desk, actor: Actor, talk: Talk): Promise<Answer> =>
  found(talk.under, talks.get(talk.under.split('/')[0] ?? ''))(asking(desk, actor), talk);

/** Whatever is shown keeps to what a chat takes, in both languages; a test that sees more fails there. */
function fitting(answer: Answer): Answer {
  if (answer.kind === 'say') fits(answer.message);
  if (answer.kind === 'form') {
    for (const lang of ['zh', 'en'] as const) expect(checkView(viewOf(answer.form, lang, 'C1'))).toEqual([]);
  }
  return answer;
}

function fits(message: Message): void {
  for (const lang of ['zh', 'en'] as const) expect(checkMessage(messageOf(message, lang))).toEqual([]);
}

/** Everything that a person reads of a message, in Chinese, one part a line. */
export const zh = ({ summary, parts }: Message): string => [summary.zh, ...parts.flatMap(linesOf)].join('\n');

function linesOf(part: Part): readonly string[] {
  switch (part.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return [part.words.zh];
    case 'list':
      return part.items.map((each) => each.zh);
    case 'facts':
      return part.facts.map(({ name, value }) => `${name.zh}：${value.zh}`);
    case 'table':
      return [part.head, ...part.rows].map((row) => row.map((cell) => cell.zh).join('｜'));
    case 'choices':
      return [part.choices.map(({ label }) => `[${label.zh}]`).join(' ')];
    case 'link':
      return [`${part.words.zh} ${part.url}`];
    case 'divider':
      return [];
  }
}

export function said(answer: Answer): string {
  if (answer.kind === 'say') return zh(answer.message);
  throw new Error(`nothing was said: ${JSON.stringify(answer)}`);
}

export function formOf(answer: Answer): Form {
  if (answer.kind === 'form') return answer.form;
  throw new Error(`no form: ${JSON.stringify(answer)}`);
}

export function errorsOf(answer: Answer): Readonly<Record<string, string>> {
  if (answer.kind !== 'errors') throw new Error(`no errors: ${JSON.stringify(answer)}`);
  return Object.fromEntries(Object.entries(answer.errors).map(([field, words]) => [field, words.zh]));
}

/** The first button of that id in a message. */
export function button(message: Message, id: string): Choice {
  const all = message.parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
  return found(
    `button ${id}`,
    all.find((each) => each.id === id),
  );
}

export interface Standing {
  readonly slot: string;
  readonly place: Place;
  readonly message: Message;
  readonly zh: string;
}

/** Every post that any fact has made so far, by slot. */
export async function posted(desk: Desk): Promise<ReadonlyMap<string, Post>> {
  const rows = await desk.db.read('select destination, message from outbox order by id');
  return new Map<string, Post>(rows.map((row) => [String(row.destination), JSON.parse(String(row.message))]));
}

/** What all of them say now; one that has nothing to say is left out. */
export async function standing(desk: Desk): Promise<readonly Standing[]> {
  const all: Standing[] = [];
  for (const [slot, post] of await posted(desk)) all.push(...(await sayNow(desk, slot, post)));
  return all;
}

/** What one post says now. */
export async function post(desk: Desk, slot: string): Promise<Standing> {
  const [said] = await sayNow(desk, slot, found(slot, (await posted(desk)).get(slot)));
  return found(`word to say at ${slot}`, said);
}

async function sayNow(desk: Desk, slot: string, { kind: name, about }: Post): Promise<readonly Standing[]> {
  const kind = found(name, postKind(name));
  const message = await kind.say(chatDeps(desk), about);
  if (message !== null) fits(message);
  return message === null ? [] : [{ slot, place: kind.place(about), message, zh: zh(message) }];
}
