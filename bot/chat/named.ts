/** Refusals for want of a right leave the chat door in names of people and departments; inside it they are known by ids. */
import { type Message, sentence } from '../message/message.ts';
import { refusalNamed } from '../verbs/people/refusal-named.ts';
import type { Answer, Asked, ChatDeps, FormDoor, Pressed, Route } from './door.ts';

async function messageNamed(deps: ChatDeps, message: Message): Promise<Message> {
  if (message.refused === undefined) return message;
  const [, ...rest] = message.parts;
  const said = sentence(await refusalNamed(deps, { stage: 'rights', why: message.refused }));
  return { ...said, parts: [...said.parts, ...rest] };
}

const answerNamed = async (deps: ChatDeps, answer: Answer): Promise<Answer> =>
  answer.kind === 'say' ? { ...answer, message: await messageNamed(deps, answer.message) } : answer;

export function routeNamed(route: Route): Route {
  if (route.kind !== 'act') return route;
  const { act } = route;
  return { kind: 'act', act: async (asked) => answerNamed(asked.deps, await act(asked)) };
}

export const pressedNamed = (pressed: Pressed): Pressed =>
  pressed.kind === 'act'
    ? { ...pressed, act: async (asked, about) => answerNamed(asked.deps, await pressed.act(asked, about)) }
    : pressed;

export const formNamed = ({ open, submit }: FormDoor): FormDoor => ({
  open: async (asked, about) => {
    const opened = await open(asked, about);
    return 'form' in opened ? opened : { message: await messageNamed(asked.deps, opened.message) };
  },
  submit: async (asked, about, values) => answerNamed(asked.deps, await submit(asked, about, values)),
});

/** For words that are written under a post, too. */
export const talkNamed =
  <T>(talk: (asked: Asked, said: T) => Promise<Answer>) =>
  async (asked: Asked, said: T): Promise<Answer> =>
    answerNamed(asked.deps, await talk(asked, said));
