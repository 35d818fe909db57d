/** Every kind of post there is, by name. */
import type { About, PostKind } from './post.ts';
import { bulletinPosts } from './say/bulletin.ts';
import { consultPosts } from './say/consult.ts';
import { drawPosts } from './say/draw.ts';
import { exchangePosts } from './say/exchange.ts';
import { followUpPosts } from './say/follow-up.ts';
import { invitePosts } from './say/invite.ts';
import { noticePosts } from './say/notice.ts';
import { outcomePosts } from './say/outcome.ts';
import { peoplePosts } from './say/people.ts';
import { planPosts } from './say/plan.ts';
import { recheckPosts } from './say/recheck.ts';
import { remindPosts } from './say/remind.ts';
import { riskPosts } from './say/risk.ts';
import { visitPosts } from './say/visit.ts';
import { voicePosts } from './say/voice.ts';

const kinds: Readonly<Record<string, PostKind<About>>> = {
  ...peoplePosts,
  ...consultPosts,
  ...invitePosts,
  ...planPosts,
  ...drawPosts,
  ...visitPosts,
  ...outcomePosts,
  ...noticePosts,
  ...followUpPosts,
  ...recheckPosts,
  ...riskPosts,
  ...voicePosts,
  ...exchangePosts,
  ...bulletinPosts,
  ...remindPosts,
};

/** Undefined where a row of the outbox names a kind that this version does not know. */
export const postKind = (kind: string): PostKind<About> | undefined =>
  Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
