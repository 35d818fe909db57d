/**
 * A standing post: what a thread shows about one matter. It follows from facts, is worked out from what is recorded whenever it is
 * delivered, and decides nothing; so it can be delivered again at any time, and the last delivery is the right one.
 */
import type { FactKind } from '../../core/ledger/fact.ts';
import type { ChatDeps } from '../chat/door.ts';
import type { Message } from '../message/message.ts';
import type { Place, PutFile } from '../message/messenger.ts';

/** Which post, and of which matter: a kind of the table of posts, with numbers and codes. */
export interface Post {
  readonly kind: string;
  readonly about: About;
}
export type About = Readonly<Record<string, string | number>>;

/** The post's name for ever. Keys of `about` are given in the order of the kind's own type. */
export const slotOf = ({ kind, about }: Post): string => [kind, ...Object.values(about)].join('/');

/** What there is to know of one kind of post. */
export interface PostKind<A extends About> {
  readonly place: (about: A) => Place;
  /** Slot of the root in whose thread it stands; null where it is a root itself. */
  readonly under: (about: A) => string | null;
  /** What it says now; null where there is nothing to say any more. */
  readonly say: (deps: ChatDeps, about: A) => Promise<Said | null>;
}

export type Said = Message & { readonly file?: PutFile };

/** Posts that a fact makes or renews. Pure: from the fact's own body and number, nothing is read. */
export type After = {
  readonly [K in FactKind]?: (body: never, seq: number) => readonly Post[];
};

/** A kind for the table of all kinds; safe because the rules of `after/` give it the very `about` that its type names. */
export const postKindOf = <A extends About>(kind: PostKind<A>): PostKind<About> => kind as unknown as PostKind<About>;
