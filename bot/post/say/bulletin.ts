/** What the posts of this stage say. */
import { type About, type PostKind, postKindOf } from '../post.ts';
import { bulletinPost } from './bulletin/bulletin.ts';
import { ownSummaryPost, returnedPost, summaryBoardPost } from './bulletin/summary.ts';

export const bulletinPosts: Readonly<Record<string, PostKind<About>>> = {
  'summary-board': postKindOf(summaryBoardPost),
  summary: postKindOf(ownSummaryPost),
  'summary-returned': postKindOf(returnedPost),
  bulletin: postKindOf(bulletinPost),
};
