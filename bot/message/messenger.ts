/**
 * The port to a chat platform: one post at a time, each under a slot, so that the same post sent twice is one post. Slack is the full
 * adapter (`bot/slack/`); 企业微信, 钉钉, 飞书 or an intranet's own chat can join here without a verb learning of it.
 */
import type { Message } from './message.ts';

/** Where a post goes: the office's channel, a department's, or one person's private conversation with the bot. */
export type Place = 'office' | `department:${string}` | `person:${string}`;

export interface Put {
  /** Names the post for ever: the first time it is posted, afterwards it is updated in place. */
  readonly slot: string;
  readonly place: Place;
  /** Slot of the post under which it stands, in its thread; null for a root. */
  readonly under: string | null;
  readonly message: Message;
  /** A file that goes with it, once: a picture, a workbook without names. Never a list of enterprises (DESIGN §4). */
  readonly file?: PutFile;
  /** It was tried before and nobody knows how that ended: look for it before posting. */
  readonly triedBefore: boolean;
}

export interface PutFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the picture shows, for those who do not see it. */
  readonly alt: string;
}

export type PutOutcome =
  | { readonly kind: 'stands' }
  /** Not now: the platform asks for patience, or cannot be reached. */
  | { readonly kind: 'later'; readonly afterMs: number; readonly code: string }
  /** Nobody could be written to: no channel named, the person not linked. */
  | { readonly kind: 'nowhere'; readonly code: string }
  /** Somebody must do something first: the bot is not in the channel, the channel is archived. */
  | { readonly kind: 'blocked'; readonly code: string };

export interface Messenger {
  put(post: Put): Promise<PutOutcome>;
  /** A round of deliveries is over and brought something to these places: what people see there besides posts may be old now. */
  delivered?(places: ReadonlySet<Place>): Promise<void>;
}
