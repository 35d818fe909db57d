/** The letter in a department's channel: what is asked, until when, how to answer, and what the department's own answer is by now. */
import type { Answer } from '../../../../core/consult/fact.ts';
import { timeLeft } from '../../../../core/consult/tally.ts';
import { wordsOfDeadline } from '../../../../core/consult/words.ts';
import type { Words } from '../../../../core/words.ts';
import type { ChatDeps } from '../../../chat/door.ts';
import { type Choice, type Part, same } from '../../../message/message.ts';
import { dayOf } from '../../../today.ts';
import { intendedRows } from '../../../verbs/bulletin/intentions.ts';
import { heldConsultation } from '../../../verbs/consult/held.ts';
import { calendarInForce } from '../../../verbs/registry/calendar-in-force.ts';
import type { PostKind, Said } from '../../post.ts';
import { carryChoice } from '../bulletin/choices.ts';
import { aboutText, type OfDepartment } from './place.ts';
import { saidWith, sayReply, shortly } from './say-reply.ts';
import { closedFact } from './say-time.ts';

export const letterPost: PostKind<OfDepartment> = {
  place: ({ department }) => `department:${department}`,
  under: () => null,
  say: async ({ db, now }: ChatDeps, { consultation, department }): Promise<Said | null> => {
    const state = await heldConsultation(db, consultation);
    if (state === null || !state.asked.includes(department)) return null;
    // What it sent with last year's intentions is what the consultation opens with (三明 2025 五(十四)).
    const intended = await intendedRows({ db }, state.year, department);
    const time = timeLeft(state, await calendarInForce(db), dayOf(now()));
    const due = wordsOfDeadline(time);
    const standing = state.replies.get(department) ?? null;
    const until =
      state.closed !== null
        ? { zh: '征询已截止', en: 'it is closed' }
        : standing === null
          ? { zh: `请于${due.zh}前反馈`, en: `please answer by ${due.en}` }
          : { zh: `反馈期限${due.zh}`, en: `due ${due.en}` };
    const own =
      standing === null
        ? { zh: '贵单位尚未反馈。', en: 'Your department has not answered yet.' }
        : { zh: `贵单位当前反馈：${sayReply(standing.latest).zh}`, en: `Your answer: ${sayReply(standing.latest).en}` };
    return {
      summary: {
        zh: `征询函 ${consultation}：${shortly(state.letter.split('\n')[0] ?? '', 60)}。${until.zh}。${own.zh}`,
        en: `Letter ${consultation}: ${until.en}. ${own.en}`,
      },
      parts: [
        { kind: 'heading', words: { zh: `征询函 ${consultation}`, en: `Letter of consultation ${consultation}` } },
        ...paragraphs(state.letter),
        ...(state.matters === ''
          ? []
          : [
              { kind: 'text', words: { zh: '征询事项：', en: 'Matters:' } } as const,
              { kind: 'list', items: state.matters.split('\n').filter(Boolean).slice(0, 30).map(same) } as const,
            ]),
        {
          kind: 'facts',
          facts: [
            { name: { zh: '反馈期限', en: 'Due' }, value: due },
            ...closedFact(state),
            ...(state.contact === null
              ? []
              : [{ name: { zh: '联系人', en: 'Contact' }, value: same(contactLine(state.contact)) }]),
          ],
        },
        { kind: 'text', words: own },
        ...(intended === 0 || standing !== null ? [] : [intendedPart(state.year, intended)]),
        ...(standing === null ? [] : withIt(saidWith(standing.latest), standing.history.length)),
        {
          kind: 'choices',
          choices: [
            ...answerChoices({ consultation, department }, standing?.latest.answer ?? null),
            ...(intended === 0 || standing !== null ? [] : [carryChoice(consultation, department, intended)]),
          ],
        },
        {
          kind: 'note',
          words: {
            zh: '也可以在本消息下直接回复文字（如“我局无意见”），或者上传《年度抽查计划表》。仅回复“收到”不作为反馈；反馈可以更改，以最后一次为准，历次均留存。',
            en: 'You can also answer in words under this message, or upload the plan sheet. “Received” alone is no answer; the last answer counts and all stay on record.',
          },
        },
      ],
    };
  },
};

const intendedPart = (year: number, rows: number): Part => ({
  kind: 'text',
  words: {
    zh: `贵单位已随工作打算报送 ${year} 年度抽查计划 ${rows} 项，可以直接沿用。`,
    en: `Your department sent ${rows} rows for ${year} with its intentions; they can be taken over.`,
  },
});

const contactLine = ({ person, phone, email }: { person: string; phone: string; email: string }): string =>
  [person, phone, email].filter(Boolean).join('，');

/** A platform's part of text takes some three thousand characters; a letter may have more. */
const partSigns = 2500;

function paragraphs(letter: string): readonly Part[] {
  const parts: string[] = [];
  for (const line of letter.split('\n')) {
    const last = parts.at(-1);
    if (last !== undefined && [...last].length + [...line].length < partSigns)
      parts[parts.length - 1] = `${last}\n${line}`;
    else for (const piece of pieces(line)) parts.push(piece);
  }
  return parts.filter((part) => part.trim() !== '').map((part) => ({ kind: 'text', words: same(part) }));
}

function pieces(line: string): readonly string[] {
  const signs = [...line];
  const all: string[] = [];
  for (let from = 0; from < signs.length || from === 0; from += partSigns)
    all.push(signs.slice(from, from + partSigns).join(''));
  return all;
}

const withIt = (said: readonly Words[], times: number): readonly Part[] => {
  const items = [
    ...said,
    ...(times > 1
      ? [{ zh: `此前反馈 ${times - 1} 次，均已留存`, en: `${times - 1} earlier answers are on record` }]
      : []),
  ];
  return items.length === 0 ? [] : [{ kind: 'list', items }];
};

/**
 * A dark button reads as the one that is chosen: only the answer that stands is dark, and none before there is one.
 * @param words digest of words that were asked back, which the press then confirms
 */
export const answerChoices = (
  of: OfDepartment & { readonly words?: string },
  standing: Answer | null = null,
): readonly Choice[] => {
  const about = aboutText(of);
  const weighed = (answer: Answer): { readonly weight?: 'primary' } =>
    answer === standing ? { weight: 'primary' } : {};
  return [
    { id: 'consult-joins', about, label: { zh: '参加', en: 'Take part' }, ...weighed('joins') },
    { id: 'consult-agrees', about, label: { zh: '无意见', en: 'No objection' }, ...weighed('agrees') },
    { id: 'consult-comments', about, label: { zh: '有意见', en: 'Comment' }, ...weighed('comments') },
    { id: 'consult-declines', about, label: { zh: '不参加', en: 'Decline' }, ...weighed('declines') },
    {
      id: 'consult-propose',
      about: aboutText({ ...of, words: '' }),
      label: { zh: '填写表格', en: 'Fill in the form' },
    },
  ];
};
