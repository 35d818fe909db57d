/** What the posts of this stage say. */
import type { About, PostKind } from '../post.ts';

export const planPosts: Readonly<Record<string, PostKind<About>>> = {};
