/** 列表: a private link to the page of papers. */
import { papersOfActor } from '../../verbs/paper/paper-again.ts';
import { refused } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';
import { web } from '../people/web.ts';

export async function list(asked: Asked): Promise<Answer> {
  const issued = await papersOfActor(asked.deps, asked.actor);
  return issued.ok ? web(asked, '/papers') : refused(issued.error);
}
