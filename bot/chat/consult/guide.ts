/** 指引 in the chat: the office reads all departments, a department what it checked itself. */
import { yearOf } from '../../../core/calendar.ts';
import { firstOf, withLines } from '../../message/message.ts';
import { guideLines, guideSummary } from '../../say/guide.ts';
import { dayOf } from '../../today.ts';
import { sideOf } from '../../verbs/bulletin/shown.ts';
import { guideFor } from '../../verbs/consult/guide.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { refused, show } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

const linesShown = 40;

/** @param typed the year that is planned; next year where left out */
export async function showGuide({ deps, actor }: Asked, typed: string): Promise<Answer> {
  const side = await sideOf(deps, actor, null);
  if (!side.ok) return refused(side.error);
  const year = typed === '' ? yearOf(dayOf(deps.now())) + 1 : Number(typed);
  const guide = await guideFor(deps, year, side.value.department);
  const nameOf = await departmentNames(deps.db);
  return show(withLines(guideSummary(guide), firstOf(guideLines(guide, nameOf), linesShown, '项')));
}
