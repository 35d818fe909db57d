/** The office's root: one message, updated in place, that shows who has answered what and who has not. */
import { dateInChinese } from '../../../../core/calendar.ts';
import { isWithoutLetter } from '../../../../core/consult/fact.ts';
import type { ConsultationState } from '../../../../core/consult/state.ts';
import { type Tally, tallyOf, timeLeft } from '../../../../core/consult/tally.ts';
import { answerWords, wordsOfDeadline } from '../../../../core/consult/words.ts';
import type { Words } from '../../../../core/words.ts';
import type { ChatDeps } from '../../../chat/door.ts';
import { type Choice, firstOf, type Part, same } from '../../../message/message.ts';
import { dayOf } from '../../../today.ts';
import { heldConsultation } from '../../../verbs/consult/held.ts';
import { calendarInForce } from '../../../verbs/registry/calendar-in-force.ts';
import { departmentNames } from '../../../verbs/registry/departments.ts';
import type { PostKind, Said } from '../../post.ts';
import { closeChoice, extendChoice, remindChoice } from './choices.ts';
import type { OfConsultation } from './place.ts';
import { changesBeside, shortly } from './say-reply.ts';
import { closedFact } from './say-time.ts';

export const consultationPost: PostKind<OfConsultation> = {
  place: () => 'office',
  under: () => null,
  say: async ({ db, now }: ChatDeps, { consultation }): Promise<Said | null> => {
    const state = await heldConsultation(db, consultation);
    if (state === null) return null;
    const today = dayOf(now());
    const name = await departmentNames(db, today);
    const calendar = await calendarInForce(db);
    const time = timeLeft(state, calendar, today);
    const tally = tallyOf(state);
    const first = wordsOfDeadline(time);
    if (isWithoutLetter(consultation)) return sentWithoutLetter(state, tally, name);
    const count = `${tally.answered}/${tally.asked}`;
    return {
      summary: {
        zh: `征询 ${consultation}（${state.year}年度抽查工作计划）：已反馈 ${count}，${state.closed === null ? `期限${first.zh}` : '已截止'}。`,
        en: `Consultation ${consultation} for ${state.year}: ${count} answered, ${state.closed === null ? `due ${first.en}` : 'closed'}.`,
      },
      parts: [
        {
          kind: 'heading',
          words: {
            zh: `征询 ${consultation} · ${state.year}年度抽查工作计划`,
            en: `Consultation ${consultation} · plan of ${state.year}`,
          },
        },
        { kind: 'text', words: same(beginning(state.letter)) },
        {
          kind: 'facts',
          facts: [
            { name: { zh: '反馈期限', en: 'Due' }, value: first },
            ...closedFact(state),
            { name: { zh: '已反馈', en: 'Answered' }, value: { zh: `${count} 个单位`, en: count } },
            ...state.extensions.slice(-1).map(({ before, reason }) => ({
              name: { zh: '延期', en: 'Extended' },
              value: {
                zh: `原期限${dateInChinese(before)}；${shortly(reason, 80)}`,
                en: `from ${before}; ${shortly(reason, 80)}`,
              },
            })),
          ],
        },
        { kind: 'list', items: whoSaidWhat(state, tally, name) },
        ...commentsOf(state, tally, name),
        { kind: 'choices', choices: officeChoices(state, tally) },
      ],
    };
  },
};

/** Title and first lines; the whole letter stands in the departments' channels. */
const beginning = (letter: string): string => {
  const lines = letter.split('\n').filter((line) => line.trim() !== '');
  const shown = lines.slice(0, 3).map((line) => shortly(line, 160));
  return [...shown, ...(lines.length > 3 ? ['……'] : [])].join('\n');
};

function whoSaidWhat(state: ConsultationState, tally: Tally, name: (code: string) => string): readonly Words[] {
  const marked = (department: string): Words => {
    const late = tally.late.includes(department);
    const altered = tally.altered.includes(department);
    const zh = [...(late ? ['逾期'] : []), ...(altered ? ['原文有变动，待确认'] : [])].join('，');
    const en = [...(late ? ['late'] : []), ...(altered ? ['text changed, to be confirmed'] : [])].join(', ');
    const rows = (state.replies.get(department)?.latest.sheets ?? []).reduce((sum, { taken }) => sum + taken, 0);
    const sent = rows === 0 ? { zh: '', en: '' } : { zh: `报计划 ${rows} 行`, en: `${rows} rows` };
    const notes = { zh: [zh, sent.zh].filter(Boolean).join('，'), en: [en, sent.en].filter(Boolean).join(', ') };
    return {
      zh: `${name(department)}${notes.zh === '' ? '' : `（${notes.zh}）`}`,
      en: `${name(department)}${notes.en === '' ? '' : ` (${notes.en})`}`,
    };
  };
  const line = (label: Words, departments: readonly string[]): readonly Words[] =>
    portions(departments.map(marked)).map((names, i) => {
      const count = i === 0 ? { zh: `（${departments.length}）`, en: ` (${departments.length})` } : continued;
      return {
        zh: `${label.zh}${count.zh}：${names.map(({ zh }) => zh).join('、')}`,
        en: `${label.en}${count.en}: ${names.map(({ en }) => en).join(', ')}`,
      };
    });
  return [
    // What the office has to deal with comes first.
    ...line(answerWords.comments, tally.by.comments),
    ...line(answerWords.declines, tally.by.declines),
    ...line(answerWords.joins, tally.by.joins),
    ...line(answerWords.agrees, tally.by.agrees),
    ...line({ zh: '未反馈', en: 'silent' }, tally.silent),
  ];
}

const continued: Words = { zh: '（续）', en: ' (continued)' };

/** A line of a list is cut where it gets too long; no department may vanish by that. */
const lineSigns = 400;

function portions(names: readonly Words[]): readonly (readonly Words[])[] {
  const lines: Words[][] = [];
  let used = 0;
  for (const name of names) {
    const signs = Math.max([...name.zh].length, [...name.en].length) + 2;
    const last = lines.at(-1);
    if (last === undefined || used + signs > lineSigns) {
      lines.push([name]);
      used = signs;
    } else {
      last.push(name);
      used += signs;
    }
  }
  return lines;
}

/** Shown in the root, so that the office need not open thirty channels. */
const commentsShown = 8;

function commentsOf(state: ConsultationState, tally: Tally, name: (code: string) => string): readonly Part[] {
  const said = [...tally.by.comments, ...tally.by.declines].flatMap((department) => {
    const latest = state.replies.get(department)?.latest;
    if (latest === undefined) return [];
    const wishes = changesBeside(latest).map(({ task, words }) => `${task}${task === '' ? '' : '：'}${words}`);
    const text = [latest.words === '' ? latest.reason : latest.words, ...wishes].filter(Boolean).join('；');
    return text === '' ? [] : [same(`${name(department)}：“${shortly(text, 120)}”`)];
  });
  if (said.length === 0) return [];
  return [
    { kind: 'text', words: { zh: '意见和理由：', en: 'Comments and reasons:' } },
    {
      kind: 'list',
      items: firstOf(said, commentsShown, '个单位'),
    },
  ];
}

function officeChoices({ no, closed }: ConsultationState, { silent }: Tally): readonly Choice[] {
  const compile: Choice = { id: 'consult-compile', about: no, label: { zh: '汇总计划', en: 'Compile plan' } };
  if (closed !== null) return [{ ...compile, weight: 'primary' }];
  return [
    extendChoice(no),
    ...(silent.length === 0 ? [] : [remindChoice(no)]),
    compile,
    closeChoice(no, silent.length),
  ];
}

function sentWithoutLetter(state: ConsultationState, tally: Tally, name: (code: string) => string): Said {
  const { year, no } = state;
  const words = {
    zh: `${year}年度抽查工作计划：${state.replies.size} 个单位自行报送了计划表。`,
    en: `${year}: ${state.replies.size} departments sent their sheets without a letter.`,
  };
  return {
    summary: words,
    parts: [
      { kind: 'heading', words: { zh: `${year}年度计划表报送情况`, en: `Sheets for ${year}` } },
      { kind: 'text', words },
      { kind: 'list', items: whoSaidWhat(state, tally, name) },
      {
        kind: 'choices',
        choices: [
          { id: 'consult-compile', about: no, label: { zh: '汇总计划', en: 'Compile plan' }, weight: 'primary' },
        ],
      },
    ],
  };
}
