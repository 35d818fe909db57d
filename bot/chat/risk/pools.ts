/** 监管库 and the classes of one subject in the chat, to the one who asks; enterprises stand there by number, never by name. */
import { keyText } from '../../../core/registry/subject.ts';
import { firstOf, withLines } from '../../message/message.ts';
import { performedLine, performedSummary } from '../../say/performed.ts';
import { sayClasses, sayPoolBoard } from '../../say/pools.ts';
import { sideOf } from '../../verbs/bulletin/shown.ts';
import { subjectPerformed } from '../../verbs/duty/performed.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { poolBoard } from '../../verbs/registry/pool-board.ts';
import { subjectClasses } from '../../verbs/registry/subject-classes.ts';
import { refused, show, told } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

export async function showPools({ deps }: Asked): Promise<Answer> {
  const nameOf = await departmentNames(deps.db);
  return told(await poolBoard(deps), (board) => {
    const [first, ...rest] = sayPoolBoard(board, nameOf);
    return withLines(first ?? { zh: '', en: '' }, rest);
  });
}

/** With what each department did about it: the office reads all, a department its own part. */
export async function showClasses({ deps, actor }: Asked, number: string): Promise<Answer> {
  const side = await sideOf(deps, actor, null);
  if (!side.ok) return refused(side.error);
  const held = await subjectClasses(deps, number);
  if (!held.ok) return refused(held.error);
  const subject = keyText(held.value.subject);
  const lines = await subjectPerformed(deps, { subject, department: side.value.department });
  const nameOf = await departmentNames(deps.db);
  const [first, ...rest] = sayClasses(held.value);
  const done = lines.length === 0 ? [] : [performedSummary(lines), ...lines.map((line) => performedLine(line, nameOf))];
  return show(withLines(first ?? { zh: '', en: '' }, firstOf([...rest, ...done], linesShown, '项')));
}

const linesShown = 60;
