/**
 * The home page of one person: what I owe, what I wait for, what is next. The same for every role; a role that owes nothing is told so.
 * A neutral message: a platform's adapter shows it where it has room for such a page.
 */
import { addDays, dateInChinese } from '../../core/calendar.ts';
import { type Debtor, isNear, type Matter, type Owed } from '../../core/owed/owed.ts';
import { wordsOfMatter } from '../../core/owed/words.ts';
import type { Words } from '../../core/words.ts';
import type { Actor } from '../actor.ts';
import { firstOf, heading, type Message, type Part, text } from '../message/message.ts';
import { choicesFor } from '../post/say/remind/choices.ts';
import { departmentIn, owedLine, personIn } from '../say/owed.ts';
import { whereDone } from '../say/owed-where.ts';
import { peopleNames } from '../verbs/people/roll.ts';
import { type OwedNow, owedNow } from '../verbs/remind/owed-now.ts';
import type { ChatDeps } from './door.ts';

/** Matters that have their buttons here, and lines of a list; the rest is counted. */
const withButtons = 5;
const lines = 8;

/** @param present what everybody owes now, where many pages are made at once */
export async function home(deps: ChatDeps, actor: Actor, present?: OwedNow): Promise<Message> {
  return pageOf(deps, actor, present ?? (await owedNow(deps)));
}

async function pageOf(deps: ChatDeps, actor: Actor, present: OwedNow): Promise<Message> {
  const { near, next, waiting } = of(present, actor);
  const personName = await peopleNames(deps);
  return {
    summary: summaryOf(near.length, waiting.length),
    parts: [
      ...owing(near, present),
      { kind: 'divider' },
      ...waitingFor(waiting, present, personName),
      { kind: 'divider' },
      ...coming(next, present),
      {
        kind: 'note',
        words: {
          zh: `${actor.name}，${dateInChinese(present.today)}。输入“/mingchou 帮助”查看全部命令。`,
          en: `${actor.name}, ${present.today}. “/mingchou help” lists every command.`,
        },
      },
    ],
  };
}

/** 待办 alone. */
export async function todoOf(deps: ChatDeps, actor: Actor): Promise<Message> {
  const present = await owedNow(deps);
  const { near, waiting } = of(present, actor);
  return { summary: summaryOf(near.length, waiting.length), parts: owing(near, present) };
}

/** For somebody who is not linked yet. */
export const homeOfStranger: Message = {
  summary: {
    zh: '您的聊天账号还没有绑定。请向联席办索取邀请码，输入“/mingchou 绑定 <邀请码>”。',
    en: 'Your account is not linked yet. Ask the office for a code and type “/mingchou link <code>”.',
  },
  parts: [
    heading('明抽', 'Mingchou'),
    text(
      '您的聊天账号还没有绑定。请向联席办索取邀请码，输入“/mingchou 绑定 <邀请码>”。',
      'Your account is not linked yet. Ask the office for a code and type “/mingchou link <code>”.',
    ),
  ],
};

/** Whether a debt is this person's to see to: his own, his department's where he speaks for it, the office's where he is of it. */
function isOf(actor: Actor, debtor: Debtor | null): boolean {
  if (debtor === null) return false;
  if (debtor === 'office') return actor.roles.includes('office');
  const department = departmentIn(debtor);
  if (department !== null) return department === actor.department && actor.roles.some((role) => speaks.includes(role));
  return personIn(debtor) === actor.person;
}
const speaks: readonly Actor['roles'][number][] = ['liaison', 'head', 'county-office'];

interface Mine {
  readonly near: readonly Owed[];
  readonly next: readonly Owed[];
  readonly waiting: readonly Owed[];
}

function of({ owed, today }: OwedNow, actor: Actor): Mine {
  const soon = addDays(today, 14);
  // Who is silent is what the office waits for; as a matter of its own it is for the reminder only.
  const own = owed.filter((each) => isOf(actor, each.by) && each.matter.kind !== 'silent');
  const near = own.filter((each) => isNear(each, today, soon));
  // An inspector owes none of the department's days, and wants to know when visits are; the office those of everybody who reports to it.
  const seen = owed.filter(
    (each) =>
      each.matter.kind !== 'silent' &&
      ((each.by === `department:${actor.department}` && each.matter.kind === 'visits') ||
        isOf(actor, each.by) ||
        isOf(actor, each.waits)),
  );
  return {
    near,
    next: seen.filter((each) => !isNear(each, today, soon) && each.due !== null && each.due >= today),
    waiting: owed.filter((each) => isOf(actor, each.waits) && !own.includes(each) && isNear(each, today, soon)),
  };
}

const summaryOf = (owed: number, waiting: number): Words =>
  owed === 0
    ? { zh: `目前没有要办的事项，在等 ${waiting} 项。`, en: `Nothing to be done now; waiting for ${waiting}.` }
    : { zh: `要办 ${owed} 项，在等 ${waiting} 项。`, en: `${owed} to be done, waiting for ${waiting}.` };

function owing(near: readonly Owed[], { nameOf, today }: OwedNow): readonly Part[] {
  const title = heading(`我要办的（${near.length}）`, `What I owe (${near.length})`);
  if (near.length === 0) return [title, text('目前没有要办的事项。', 'Nothing to be done now.')];
  const rest = near.slice(withButtons);
  return [
    title,
    ...near.slice(0, withButtons).flatMap((each): readonly Part[] => {
      const choices = choicesFor(each.matter, each.by);
      const words = owedLine(each, nameOf, today);
      if (choices.length > 0)
        return [
          { kind: 'text', words },
          { kind: 'choices', choices },
        ];
      const where = whereDone(each.matter);
      return [{ kind: 'text', words }, ...(where === null ? [] : [{ kind: 'note' as const, words: where }])];
    }),
    ...listOf(rest.map((each) => owedLine(each, nameOf, today))),
  ];
}

function waitingFor(
  waiting: readonly Owed[],
  { nameOf }: OwedNow,
  personName: (id: string) => string,
): readonly Part[] {
  const title = heading('我在等的', 'What I wait for');
  if (waiting.length === 0) return [title, text('目前没有等待他人办理的事项。', 'Nobody keeps you waiting.')];
  const groups = [...Map.groupBy(waiting, ({ matter }) => sameMatter(matter)).values()];
  return [
    title,
    ...listOf(
      groups.flatMap((group) => {
        const [first] = group;
        if (first === undefined) return [];
        const what = wordsOfMatter(first.matter, nameOf);
        const who = group.map(({ by }) => debtorName(by, nameOf, personName));
        const names = several(who);
        return [{ zh: `${names.zh}：${what.zh}`, en: `${names.en}: ${what.en}` }];
      }),
    ),
  ];
}

const sameMatter = (matter: Matter): string => JSON.stringify(matter);

function several(names: readonly string[]): Words {
  const first = names.slice(0, 5);
  return names.length > first.length
    ? {
        zh: `${first.join('、')}等 ${names.length} 个单位`,
        en: `${first.join(', ')} and ${names.length - first.length} more`,
      }
    : { zh: first.join('、'), en: first.join(', ') };
}

function debtorName(debtor: Debtor, nameOf: (code: string) => string, personName: (id: string) => string): string {
  const [department, person] = [departmentIn(debtor), personIn(debtor)];
  if (department !== null) return nameOf(department);
  return person === null ? '联席办' : personName(person);
}

function coming(next: readonly Owed[], { nameOf, today }: OwedNow): readonly Part[] {
  const title = heading('接下来', 'What is next');
  if (next.length === 0) return [title, text('近期没有已定日期的事项。', 'No dated matters ahead.')];
  const items = next.map((each) => owedLine(each, nameOf, today));
  return [title, ...listOf([...new Map(items.map((words) => [words.zh, words])).values()])];
}

const listOf = (items: readonly Words[]): readonly Part[] =>
  items.length === 0 ? [] : [{ kind: 'list', items: firstOf(items, lines, '项') }];
