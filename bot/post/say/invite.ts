/** What the posts of this stage say. */
import { type About, type PostKind, postKindOf } from '../post.ts';
import { joiningPost } from './invite/joining.ts';
import { letterPost, lettersPost } from './invite/letters.ts';
import { missingOwnPost, missingPost, missingSettledPost } from './invite/missing.ts';
import { outsidePost } from './invite/outside.ts';
import { superiorOwnPost, superiorPost } from './invite/superior.ts';

export const invitePosts: Readonly<Record<string, PostKind<About>>> = {
  invitation: postKindOf(letterPost),
  'invitation-answers': postKindOf(lettersPost),
  'missing-item': postKindOf(missingPost),
  'missing-item-own': postKindOf(missingOwnPost),
  'missing-item-settled': postKindOf(missingSettledPost),
  'superior-plan': postKindOf(superiorPost),
  'superior-plan-own': postKindOf(superiorOwnPost),
  'outside-list': postKindOf(outsidePost),
  joining: postKindOf(joiningPost),
};
