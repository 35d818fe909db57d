/** What a deployment says of itself as it goes. */
import type { Words } from '../../core/words.ts';

export type Told =
  /** A step begins: what it does. */
  | { readonly kind: 'step'; readonly words: Words }
  /** What came out of it. */
  | { readonly kind: 'done'; readonly words: Words }
  /** Nothing goes on after this. */
  | { readonly kind: 'stopped'; readonly words: Words };

export const step = (zh: string, en: string): Told => ({ kind: 'step', words: { zh, en } });
export const done = (zh: string, en: string): Told => ({ kind: 'done', words: { zh, en } });
export const stopped = (zh: string, en: string): Told => ({ kind: 'stopped', words: { zh, en } });
