/** 密封条 in a chat: never the slip itself, only the private way to the page that prints it. */
import { authorise } from '../../verbs/act.ts';
import { holderOf } from '../../verbs/draw/perform.ts';
import { stillUseful } from '../../verbs/draw/slips.ts';
import { refused } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';
import { web } from '../people/web.ts';
import { about as aboutCeremony } from './which.ts';

/** `draw-slip` */
export const slipAct = (asked: Asked, about: string): Promise<Answer> =>
  aboutCeremony(asked, about, async (present) => {
    const allowed = authorise(asked.actor, 'print-slip', holderOf(present));
    if (!allowed.ok) return refused(allowed.error);
    const useful = stillUseful(present);
    return useful.ok ? web(asked, `/slip/${present.no}`) : refused(useful.error);
  });
