/** What can be typed, pressed and filled about this stage. */
import type { Chapter } from './door.ts';

export const inviteChapter: Chapter = {};
