/** How much may still be said in one message: used up from the top, so that what stands last is cut first, and says so. */
import type { Lang } from '../chat/door.ts';
import { limit } from './limit.ts';
import { cut, filled, lengthOf } from './text.ts';

export interface Room {
  /** The text, cut to its own most and to what is left. */
  readonly fit: (text: string, most: number) => string;
  /** Makes what it is given one after the other, as long as there is room, and at most so many. */
  readonly some: <T, M>(all: readonly T[], most: number, make: (each: T) => M) => readonly M[];
  /** Takes so much for something that is not cut. @returns whether there was room for it */
  readonly take: (length: number) => boolean;
  readonly isSpent: () => boolean;
  /** Slack takes one table a message. @returns whether this is it */
  readonly takeTable: () => boolean;
}

/** What is begun at the very end is readable still. */
const least = 80;

export function roomFor(lang: Lang, tables: number): Room {
  let left: number = limit.messageTotal;
  let tablesLeft = tables;
  return {
    fit: (text, most) => {
      const fit = cut(filled(text), Math.min(most, Math.max(left, least)), lang);
      left -= lengthOf(fit);
      return fit;
    },
    some: (all, most, make) => {
      const made = [];
      for (const each of all) {
        if (made.length === most || (left <= 0 && made.length > 0)) break;
        made.push(make(each));
      }
      return made;
    },
    take: (length) => {
      if (length > left) return false;
      left -= length;
      return true;
    },
    isSpent: () => left <= 0,
    takeTable: () => {
      tablesLeft -= 1;
      return tablesLeft >= 0;
    },
  };
}
