/** 履职 in the chat: who owed what about a task by when, and what was done; a department reads its own part. */
import { firstOf, withLines } from '../../message/message.ts';
import { performedLine, performedSummary } from '../../say/performed.ts';
import { sideOf } from '../../verbs/bulletin/shown.ts';
import { taskPerformed } from '../../verbs/duty/performed.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { refused, show, told } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';
import { lastNumber } from './meant.ts';

const shown = 60;

/** @param typed number of the task, perhaps after its plan: 2025年度 3 */
export async function showPerformed({ deps, actor }: Asked, typed: string): Promise<Answer> {
  const side = await sideOf(deps, actor, null);
  if (!side.ok) return refused(side.error);
  const parts = typed.split(/\s+/).filter((part) => part !== '');
  const task = parts.at(-1) ?? '';
  if (task === '')
    return show(
      withLines({ zh: '请写明任务编号，如“/plan 履职 3”。', en: 'Name the task, such as “/plan done 3”.' }, []),
    );
  const plan = parts.length > 1 ? parts.slice(0, -1).join(' ') : await lastNumber(deps);
  const nameOf = await departmentNames(deps.db);
  return told(await taskPerformed(deps, { plan, task, department: side.value.department }), ({ lines }) =>
    withLines(
      performedSummary(lines),
      firstOf(
        lines.map((line) => performedLine(line, nameOf)),
        shown,
        '项',
      ),
    ),
  );
}
