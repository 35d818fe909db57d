/** What waits for a reviewer, privately: how many, by code, and of which visits. Names of enterprises stand on the page, not in the chat. */
import { kindOf } from '../../../../core/outcome/code.ts';
import { totalsOf } from '../../../../core/outcome/totals.ts';
import { firstOf, type Message, type Part } from '../../../message/message.ts';
import { may } from '../../../rights.ts';
import { entryOf } from '../../../verbs/outcome/entry.ts';
import { ownerOf } from '../../../verbs/outcome/reach.ts';
import { type DeskRow, inState, reviewDesk } from '../../../verbs/outcome/review-desk.ts';
import { actorOf } from '../../../verbs/people/roll.ts';
import { departmentsAsHeld } from '../../../verbs/registry/departments.ts';
import { sayDraw } from '../../../verbs/sheet/visit/visit-book.ts';
import type { PostKind } from '../../post.ts';
import { reviewChoices, reviewLink } from './choices.ts';

const shownMost = 20;

export const reviewing: PostKind<{ readonly book: string; readonly department: string; readonly person: string }> = {
  place: ({ person }) => `person:${person}`,
  under: () => null,
  say: async (deps, { book, department, person }) => {
    const reader = await actorOf(deps, person);
    if (reader === null) return null;
    // Whoever has moved on reads nothing of his former department any more.
    const owner = ownerOf(reader, department, await departmentsAsHeld(deps.db));
    if (!may(reader, 'review-outcomes', owner).ok) return null;
    const desk = await reviewDesk(deps, { book, department });
    if (!desk.ok) return null;
    const waiting = inState(desk.value, 'waiting');
    const draw = sayDraw(desk.value.book);
    const counts = {
      passed: inState(desk.value, 'passed').length,
      returned: inState(desk.value, 'returned').length,
    };
    const problems = waiting.filter(isProblem).length;
    const found =
      problems === 0 ? { zh: '', en: '' } : { zh: `（发现问题 ${problems} 项）`, en: ` (${problems} with a problem)` };
    const summary = {
      zh: `${draw.zh}检查结果待审核 ${waiting.length} 项${found.zh}，已通过 ${counts.passed} 项，已退回 ${counts.returned} 项。`,
      en: `${draw.en}: ${waiting.length} outcomes to review${found.en}, ${counts.passed} passed, ${counts.returned} returned.`,
    };
    return messageOf(summary, waiting, { book, department, site: deps.site });
  },
};

function messageOf(
  summary: Message['summary'],
  waiting: readonly DeskRow[],
  { book, department, site }: { readonly book: string; readonly department: string; readonly site: string },
): Message {
  const head: readonly Part[] = [
    { kind: 'heading', words: { zh: '检查结果审核', en: 'Review of outcomes' } },
    { kind: 'text', words: summary },
  ];
  if (waiting.length === 0) return { summary, parts: head };
  const { byCode } = totalsOf(waiting.map(({ entered }) => entryOf(entered)));
  const problems = waiting.filter(isProblem);
  const upTo = Math.max(...waiting.map(({ entered }) => entered.seq));
  return {
    summary,
    parts: [
      ...head,
      {
        kind: 'facts',
        facts: byCode.map(({ code, count }) => ({
          name: { zh: kindOf(code).label, en: kindOf(code).en },
          value: { zh: `${count} 项`, en: String(count) },
        })),
      },
      ...(problems.length === 0
        ? []
        : [
            {
              kind: 'list' as const,
              items: firstOf(problems.map(lineOf), shownMost, '项'),
            },
          ]),
      {
        kind: 'note',
        words: {
          zh: '审核人与录入人、到场检查人员不得为同一人。审核通过的才公示；退回的由录入人重新录入，再次审核。',
          en: 'Nobody reviews what he entered or inspected. What passes is published; what is returned is entered anew and reviewed again.',
        },
      },
      {
        kind: 'choices',
        choices: reviewChoices({ book, department, upTo }, { waiting: waiting.length, problems: problems.length }),
      },
      reviewLink(site, book),
    ],
  };
}

const isProblem = ({ entered }: DeskRow): boolean => kindOf(entryOf(entered).code).problem;

const lineOf = ({ visit, itemName, entered }: DeskRow) => {
  const { code } = entryOf(entered);
  return { zh: `${visit.no} ${itemName}：${kindOf(code).label}`, en: `${visit.no} ${itemName}: ${kindOf(code).en}` };
};
