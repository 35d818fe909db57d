/** 监管库 and the classes of one subject in the chat, to the one who asks; enterprises stand there by number, never by name. */
import { withLines } from '../../message/message.ts';
import { sayClasses, sayPoolBoard } from '../../say/pools.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { poolBoard } from '../../verbs/registry/pool-board.ts';
import { subjectClasses } from '../../verbs/registry/subject-classes.ts';
import { told } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

export async function showPools({ deps }: Asked): Promise<Answer> {
  const nameOf = await departmentNames(deps.db);
  return told(await poolBoard(deps), (board) => {
    const [first, ...rest] = sayPoolBoard(board, nameOf);
    return withLines(first ?? { zh: '', en: '' }, rest);
  });
}

export const showClasses = async ({ deps }: Asked, number: string): Promise<Answer> =>
  told(await subjectClasses(deps, number), (found) => {
    const [first, ...rest] = sayClasses(found);
    return withLines(first ?? { zh: '', en: '' }, rest);
  });
