/** 清单看板 in the chat: the office reads all departments, a department what it owes, has and lacks itself. */
import { firstOf, withLines } from '../../message/message.ts';
import { sayBoard } from '../../say/board.ts';
import { sideOf } from '../../verbs/bulletin/shown.ts';
import { listBoard } from '../../verbs/registry/board.ts';
import { refused, show } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

const shown = 60;

export async function showBoard({ deps, actor }: Asked): Promise<Answer> {
  const side = await sideOf(deps, actor, null);
  if (!side.ok) return refused(side.error);
  const board = await listBoard(deps);
  if (!board.ok) return refused(board.error);
  const own = side.value.department;
  const isOwn = (department: string | null): boolean => own === null || department === own;
  const [first, ...lines] = sayBoard({
    ...board.value,
    departments: board.value.departments.filter(({ department }) => isOwn(department)),
    missing: board.value.missing.flatMap(({ list, departments }) => {
      const lacking = departments.filter(isOwn);
      return lacking.length === 0 ? [] : [{ list, departments: lacking }];
    }),
    duties: board.value.duties.flatMap(({ duty, members }) => {
      const named = members.filter(({ department }) => isOwn(department));
      return named.length === 0 ? [] : [{ duty, members: named }];
    }),
    unknown: own === null ? board.value.unknown : [],
  });
  return show(withLines(first ?? { zh: '', en: '' }, firstOf(lines, shown, '行')));
}
