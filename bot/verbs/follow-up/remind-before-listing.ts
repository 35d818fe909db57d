/** 列异事前提醒: the enterprise is reminded, how, and given time to mend; until that day it cannot be listed (石狮 四(三)). */
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { atMost, day, line } from './given.ts';
import { type Cases, type Done, onCases } from './on-cases.ts';

export interface ListingReminder extends Cases {
  readonly until: string;
  /** 邮寄、电话、公告 … */
  readonly way: string;
  readonly words: string;
}

export const remindBeforeListing = (deps: Deps, actor: Actor, input: ListingReminder): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'remind-before-listing', several: true }, input, async () => {
    const until = day('until', input.until);
    if (!until.ok) return until;
    const way = line('way', input.way);
    if (!way.ok) return way;
    const words = atMost(input.words);
    return words.ok
      ? ok([{ kind: 'listing-reminded', until: until.value, way: way.value, words: words.value }])
      : words;
  });
