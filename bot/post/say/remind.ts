/** What a reminder says: what is still owed of what it was sent for, each with its day and the buttons to do it. */
import { bulletinPeriod } from '../../../core/bulletin/period.ts';
import type { Debtor, Matter, Owed } from '../../../core/owed/owed.ts';
import { isProvisional } from '../../../core/owed/owed.ts';
import type { Words } from '../../../core/words.ts';
import type { ChatDeps } from '../../chat/door.ts';
import { heading, type Part } from '../../message/message.ts';
import { owedLine, owedRule } from '../../say/owed.ts';
import { whereDone } from '../../say/owed-where.ts';
import { draftBulletin } from '../../verbs/bulletin/draft.ts';
import { actorOf } from '../../verbs/people/roll.ts';
import { owedNow } from '../../verbs/remind/owed-now.ts';
import { type Reminder, reminders } from '../../verbs/remind/sent.ts';
import { type About, type PostKind, postKindOf } from '../post.ts';
import { bulletinParts } from './bulletin/bulletin.ts';
import { choicesFor } from './remind/choices.ts';

type OfReminder = { readonly to: Debtor; readonly batch: number };

const ofLists: readonly Matter['kind'][] = ['lists', 'renewal', 'receipt'];

/** Matters of one message that have buttons of their own; the rest is listed. */
const withButtons = 5;

const reminder: PostKind<OfReminder> = {
  place: ({ to }) => to,
  under: () => null,
  say: async (deps, { to, batch }) => {
    const sent = (await reminders(deps.db)).filter((each) => each.batch === batch && each.to === to);
    const { owed, nameOf, today } = await owedNow(
      deps,
      sent.some(({ what }) => ofLists.includes(what.kind)),
    );
    // What was done between the reminder and its delivery is nothing to be reminded of.
    const still = owed.filter(({ key }) => sent.some((each) => each.key === key));
    const [first] = still;
    if (first === undefined) return null;
    const lines = still.map((each) => owedLine(each, nameOf, today));
    const [line] = lines;
    const title = titleOf(to, still.length);
    return {
      summary: {
        zh: `${title.zh}：${line?.zh ?? ''}${still.length > 1 ? `等 ${still.length} 项` : ''}。`,
        en: `${title.en}: ${line?.en ?? ''}${still.length > 1 ? ` and ${still.length - 1} more` : ''}.`,
      },
      parts: [
        heading(title.zh, title.en),
        ...(
          await Promise.all(
            still.slice(0, withButtons).map((each) => matterParts(deps, each, owedLine(each, nameOf, today))),
          )
        ).flat(),
        ...(lines.length > withButtons ? [{ kind: 'list' as const, items: lines.slice(withButtons, 40) }] : []),
        ...(await footOf(sent, still, (id) => actorOf(deps, id))),
      ],
    };
  },
};

const titleOf = (to: Debtor, count: number): Words =>
  to === 'office'
    ? { zh: `请联席办处理 ${count} 项事项`, en: `${count} for the office` }
    : { zh: `提醒：有 ${count} 项待办`, en: `Reminder: ${count} to be done` };

async function matterParts(deps: ChatDeps, owed: Owed, line: Words): Promise<readonly Part[]> {
  const choices = choicesFor(owed.matter, owed.by);
  const where = whereDone(owed.matter);
  return [
    { kind: 'text', words: { zh: `${line.zh}。`, en: `${line.en}.` } },
    ...(await draftParts(deps, owed.matter)),
    ...(choices.length > 0
      ? [{ kind: 'choices' as const, choices }]
      : where === null
        ? []
        : [{ kind: 'note' as const, words: where }]),
  ];
}

/** 初稿: a bulletin that is to be issued comes with its numbers as they are now (甘州 2023 二(四)2). */
async function draftParts(deps: ChatDeps, matter: Matter): Promise<readonly Part[]> {
  const period = matter.kind === 'bulletin' ? bulletinPeriod(matter.period) : null;
  if (period === null) return [];
  const drafted = await draftBulletin(deps, period);
  if (!drafted.ok) return [];
  const note = { zh: '以上为初稿，数据以发布时为准。', en: 'A draft: its numbers are those of the day of issue.' };
  return [...bulletinParts(drafted.value), { kind: 'note', words: note }];
}

/** Where the days are written, whether they are certain, and who sent it. */
async function footOf(
  sent: readonly Reminder[],
  still: readonly Owed[],
  person: (id: string) => Promise<{ readonly name: string } | null>,
): Promise<readonly Part[]> {
  const rules = still.flatMap((each) => owedRule(each) ?? []);
  const seen = [...new Map(rules.map((rule) => [rule.zh, rule])).values()].slice(0, 3);
  const by = sent.find((each) => each.by !== '')?.by;
  const name = by === undefined ? undefined : (await person(by))?.name;
  const notes: readonly Words[] = [
    ...(still.some(isProvisional)
      ? [
          {
            zh: '标“暂定”的日期所涉年份放假通知尚未录入，录入后重新推算。',
            en: 'Provisional days are counted anew when the holiday notice is loaded.',
          },
        ]
      : []),
    ...seen.map(({ zh, en }) => ({ zh: `依据：${zh}`, en: `Rule: ${en}` })),
    ...(name === undefined ? [] : [{ zh: `催办人：${name}`, en: `Sent by ${name}` }]),
  ];
  return notes.map((words) => ({ kind: 'note' as const, words }));
}

export const remindPosts: Readonly<Record<string, PostKind<About>>> = { reminder: postKindOf(reminder) };
