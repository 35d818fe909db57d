/** 汇总: the plan from the replies, as the office is told of it; two forms ask for it. */
import { wordsOfDraftRefusal, wordsOfSuggestion } from '../../../core/plan/words.ts';
import type { Words } from '../../../core/words.ts';
import { firstOf, withLines } from '../../message/message.ts';
import { sayRead } from '../../post/say/consult/say-reply.ts';
import { sayPlanState } from '../../say/plan-page.ts';
import { compileFromReplies } from '../../verbs/consult/compile.ts';
import { rowsOf } from '../../verbs/consult/sheet.ts';
import { namesAsHeld } from '../../verbs/plan/names.ts';
import { fieldsBy, refusedAt, show } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

const fieldOf = fieldsBy({ 'bad-number': 'plan', 'stands-already': 'reason' });

/** More lines than this are counted; the plan's own page has all. */
const linesShown = 15;

/** The draft, and what of the replies could not go into it. */
export async function compiled(
  { deps, actor }: Asked,
  request: Parameters<typeof compileFromReplies>[2],
): Promise<Answer> {
  const done = await compileFromReplies(deps, actor, request);
  if (!done.ok) return refusedAt(done.error, fieldOf(done.error));
  const { plan, read, refused: left, suggestions, silent, unconfirmed } = done.value;
  const names = await namesAsHeld(deps.db, plan);
  const faulty = read.filter(({ read: one }) => one.sheet === null || rowsOf(one).left > 0);
  const lines: readonly Words[] = [
    ...left.map((each) => wordsOfDraftRefusal(each, names)),
    ...faulty.flatMap(({ department, read: one }) => {
      const name = names.department(department);
      return sayRead(one).map(({ zh, en }) => ({ zh: `${name}：${zh}`, en: `${name}: ${en}` }));
    }),
    ...suggestions.map((each) => wordsOfSuggestion(each, names)),
    ...(silent.length === 0
      ? []
      : [
          {
            zh: `未反馈的单位：${silent.map(names.department).join('、')}`,
            en: `Silent: ${silent.map(names.department).join(', ')}`,
          },
        ]),
    ...(unconfirmed.length === 0
      ? []
      : [
          {
            zh: `反馈原文有变动、尚待确认，暂不作为同意：${unconfirmed.map(names.department).join('、')}`,
            en: `Answers changed and not confirmed, no consent yet: ${unconfirmed.map(names.department).join(', ')}`,
          },
        ]),
  ];
  return show(withLines(sayPlanState(plan), firstOf(lines, linesShown, '条')));
}
