/** One press ends what is public of a department in a draw and whose credit is repaired. */
import { endedWords } from '../../say/notices.ts';
import { endRepaired } from '../../verbs/notice/repaired.ts';
import { told } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';
import { aboutIn } from './about.ts';

export async function endRepairedRows(asked: Asked, typed: string): Promise<Answer> {
  return told(await endRepaired(asked.deps, asked.actor, await aboutIn(asked, typed)), endedWords);
}
