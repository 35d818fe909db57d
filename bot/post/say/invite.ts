/** What the posts of this stage say. */
import type { About, PostKind } from '../post.ts';

export const invitePosts: Readonly<Record<string, PostKind<About>>> = {};
