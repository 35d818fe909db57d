/** What the posts of this stage say. */
import { type About, type PostKind, postKindOf } from '../post.ts';
import { guidePost } from './consult/guide.ts';
import { letterPost } from './consult/letter.ts';
import { consultationPost } from './consult/office.ts';
import { alteredPost, differencePost, receiptPost } from './consult/thread.ts';

export const consultPosts: Readonly<Record<string, PostKind<About>>> = {
  consultation: postKindOf(consultationPost),
  'consultation-guide': postKindOf(guidePost),
  'consultation-letter': postKindOf(letterPost),
  'consultation-receipt': postKindOf(receiptPost),
  'consultation-altered': postKindOf(alteredPost),
  'consultation-difference': postKindOf(differencePost),
};
