/**
 * The chat door, whatever the platform: what a person can type, press and fill. A chapter's file parses, calls one verb and frames its
 * answer; a platform's adapter finds out who asks and shows what is answered.
 */
import type { Words } from '../../core/words.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { Form, Values } from '../message/form.ts';
import type { Message } from '../message/message.ts';
import type { Place } from '../message/messenger.ts';

export interface ChatDeps extends Deps {
  /** Where this installation's own pages are, without a slash at the end: `https://mingchou.example.gov.cn`. */
  readonly site: string;
}

export type Lang = keyof Words;

/** Somebody of a chat platform: `slack` and the user's id there. */
export interface ChatUser {
  readonly platform: string;
  readonly user: string;
}

/** Somebody asks, before it is known who. */
export interface Knock {
  readonly deps: ChatDeps;
  readonly user: ChatUser;
  /** The same for every delivery of the same act: what was asked once is done once. */
  readonly key: string;
  readonly lang: Lang;
  /** A file that was put into a form, by the reference among its values; null where it is not there (any more). */
  readonly fileOf?: (reference: string) => Promise<TalkFile | null>;
}

/** Somebody on the roll asks. */
export interface Asked extends Knock {
  readonly actor: Actor;
  /** The place that it was asked in, if it is one of ours. */
  readonly place: Place | null;
  /** The platform's id of the channel that it was asked in; '' or left out in a private conversation. */
  readonly channel?: string;
}

export type Answer =
  /** Shown to the one who asked, and to nobody else. */
  | { readonly kind: 'say'; readonly message: Message }
  /** The next form takes the place of the one that was filled, or is opened. */
  | { readonly kind: 'form'; readonly form: Form }
  /** The form stays open; each error stands at its field. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, Words>> }
  /** Nothing to say: what changed shows in the threads. */
  | { readonly kind: 'done' };

/** What a command leads to, known from its text alone, so that a form can be shown before anything is read. */
export type Route =
  | { readonly kind: 'form'; readonly form: string; readonly about: string }
  | { readonly kind: 'act'; readonly act: (asked: Asked) => Promise<Answer> }
  /** For somebody who is not linked yet, too. */
  | { readonly kind: 'open'; readonly act: (knock: Knock) => Promise<Answer> };

/** `/consult` and its like: names are ASCII, words after them Chinese or English. */
export type Command = (text: string) => Route;

export type Pressed =
  | { readonly kind: 'act'; readonly act: (asked: Asked, about: string) => Promise<Answer> }
  /** Opens the form of that name about the same matter. */
  | { readonly kind: 'form'; readonly form: string };

export interface FormDoor {
  /** The form as it is now; a message where it cannot be filled (closed, not yours). */
  readonly open: (asked: Asked, about: string) => Promise<{ readonly form: Form } | { readonly message: Message }>;
  readonly submit: (asked: Asked, about: string, values: Values) => Promise<Answer>;
}

/** Somebody wrote under one of our posts, changed what was written, or took it back. */
export interface Talk {
  /** Slot of the root under which it was written. */
  readonly under: string;
  /** Names the written message for ever, on its platform. */
  readonly source: string;
  readonly what: 'written' | 'edited' | 'deleted';
  /** '' where it was deleted. */
  readonly text: string;
  readonly files: readonly TalkFile[];
}

/** Words in one of our channels that stand under none of our posts. */
export type Beside = Pick<Talk, 'source' | 'text'>;

export interface TalkFile {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface Chapter {
  readonly commands?: Readonly<Record<string, Command>>;
  readonly choices?: Readonly<Record<string, Pressed>>;
  readonly forms?: Readonly<Record<string, FormDoor>>;
  /** By kind of the root post: what is done with words written under it. The answer is shown under it to the writer. */
  readonly talk?: Readonly<Record<string, (asked: Asked, talk: Talk) => Promise<Answer>>>;
  /** What is done with words that may have been meant for one of our posts. Silence is the rule: people talk in channels. */
  readonly beside?: (asked: Asked, beside: Beside) => Promise<Answer>;
}
