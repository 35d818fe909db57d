/** 小结 in the chat: who has sent what, the form in which a unit writes its own beside its figures, and the office's return. */
import { isReported } from '../../../core/bulletin/figure.ts';
import { yearOf } from '../../../core/calendar.ts';
import type { Words } from '../../../core/words.ts';
import { type Form, one, some } from '../../message/form.ts';
import { choices, heading, type Message, type Part, same, sentence } from '../../message/message.ts';
import {
  boardChoice,
  readSummaryChoice,
  readUnit,
  returnSummaryChoice,
  submitSummaryChoice,
  unitAbout,
} from '../../post/say/bulletin/choices.ts';
import { boardSummary, nameOf, unitWords } from '../../post/say/bulletin/summary.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { returnSummary } from '../../verbs/bulletin/return-summary.ts';
import { figuresShown } from '../../verbs/bulletin/shown.ts';
import { submitSummary } from '../../verbs/bulletin/submit-summary.ts';
import { askedIn, boardOf, figuresSent, summaryBoard } from '../../verbs/bulletin/summaries.ts';
import { fieldsBy, filled, noForm, refused, refusedAt, show, tell } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { fileIn } from '../invite/superior.ts';
import { lineOf } from './figures.ts';

/** Boards of a year; for a unit that owes one, with the button that opens its form. */
export async function showBoards({ deps, actor }: Asked, typed: string): Promise<Answer> {
  const today = dayOf(deps.now());
  const year = /^\d{4}$/.test(typed) ? Number(typed) : yearOf(today);
  const asked = (await askedIn(deps, year, today)).filter(({ isBinding }) => isBinding);
  if (asked.length === 0)
    return tell({
      zh: `现行文件没有要求在 ${year} 年报送小结。`,
      en: `The policy in force asks for no summary in ${year}.`,
    });
  const parts: Part[] = [];
  for (const each of asked) {
    const board = await boardOf(deps, each);
    const own = board.units.find(({ code }) => code === actor.department);
    parts.push(
      { kind: 'text', words: boardSummary(board) },
      ...(own === undefined ? [] : [{ kind: 'text' as const, words: unitWords(own) }]),
      choices(
        ...(own === undefined ? [] : [submitSummaryChoice({ period: each.period, department: own.code })]),
        boardChoice(each.period),
      ),
    );
  }
  const summary = { zh: `${year} 年小结、总结报送情况。`, en: `Summaries of ${year}.` };
  return show({ summary, parts: [heading(summary.zh, summary.en), ...parts] });
}

const unitsShown = 15;

/** The board of one summary; the office opens each unit's, a unit only its own. */
export async function openBoard({ deps, actor }: Asked, period: string): Promise<Answer> {
  const board = await summaryBoard(deps, period);
  if (!board.ok) return refused(board.error);
  const isOffice = actor.roles.includes('office');
  const sent = board.value.units.filter(({ held, code }) => held !== null && (isOffice || code === actor.department));
  const name = nameOf(board.value.asked);
  return show({
    summary: boardSummary(board.value),
    parts: [
      heading(name.zh, name.en),
      { kind: 'list', items: board.value.units.slice(0, 60).map(unitWords) },
      ...sent.slice(0, unitsShown).flatMap((unit): readonly Part[] => {
        const of = { period, department: unit.code };
        return [
          { kind: 'text', words: same(unit.name) },
          choices(readSummaryChoice(of), ...(isOffice && unit.state !== 'returned' ? [returnSummaryChoice(of)] : [])),
        ];
      }),
    ],
  });
}

export async function readSummary({ deps, actor }: Asked, about: string): Promise<Answer> {
  const { period, department } = readUnit(about);
  const board = await summaryBoard(deps, period);
  if (!board.ok) return refused(board.error);
  const isAllowed = actor.roles.includes('office') || actor.department === department;
  const unit = board.value.units.find(({ code }) => code === department);
  if (!isAllowed)
    return refused({ stage: 'bulletin', why: { reason: 'not-yours', department: unit?.name ?? department } });
  const held = unit?.held ?? null;
  if (unit === undefined || held === null)
    return refused({
      stage: 'bulletin',
      why: { reason: 'not-submitted', period, department: unit?.name ?? department },
    });
  const name = nameOf(board.value.asked);
  const figures = await figuresSent(deps, held);
  const message: Message = {
    summary: { zh: `${unit.name} ${name.zh}`, en: `${unit.name}: ${name.en}` },
    parts: [
      heading(`${unit.name} ${name.zh}`, `${unit.name}: ${name.en}`),
      ...held.parts.flatMap(({ name: part, words }): readonly Part[] => [
        { kind: 'text', words: same(`【${part}】`) },
        { kind: 'text', words: same(words) },
      ]),
      ...(held.leadsNothing
        ? [{ kind: 'note' as const, words: { zh: '没有牵头任务。', en: 'It leads no task.' } }]
        : []),
      ...(held.file === null
        ? []
        : [
            {
              kind: 'note' as const,
              words: {
                zh: `附件：${held.file.name}，抽查任务 ${held.file.taken} 项`,
                en: `${held.file.name}: ${held.file.taken} rows`,
              },
            },
          ]),
      { kind: 'note', words: { zh: '报送当日指标：', en: 'Figures of that day:' } },
      {
        kind: 'list',
        items: figures.filter(({ n }) => n !== null).map(({ name: figure, value }) => same(`${figure} ${value}`)),
      },
    ],
  };
  return show(message);
}

/** Slack's longest text field; a part may be longer from the command line. */
const typedMost = 3000;

export const submitForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { period, department } = readUnit(about);
    const allowed = authorise(actor, 'submit-summary', { department });
    if (!allowed.ok) return noForm(allowed.error);
    const board = await summaryBoard(deps, period);
    if (!board.ok) return noForm(board.error);
    const { asked, units } = board.value;
    const held = units.find(({ code }) => code === department)?.held ?? null;
    const to = asked.to < board.value.today ? asked.to : board.value.today;
    const figures = await figuresShown(deps, actor, { from: asked.from, to, department });
    const own = figures.ok
      ? figures.value.figures.filter((value) => isReported(value) && value.count !== 'no-data')
      : [];
    const form: Form = {
      id: 'summary-submit',
      about: unitAbout({ period, department }),
      title: { zh: '报送小结', en: 'Send a summary' },
      submit: { zh: '报送', en: 'Send' },
      intro: [
        { kind: 'text', words: nameOf(asked) },
        ...(held?.returned
          ? [{ kind: 'text' as const, words: { zh: `退回意见：${held.returned}`, en: `Returned: ${held.returned}` } }]
          : []),
        own.length === 0
          ? {
              kind: 'note',
              words: { zh: '本单位目前没有可统计的指标。', en: 'No figure of yours can be counted yet.' },
            }
          : { kind: 'list', items: own.slice(0, 12).map(lineOf) },
        {
          kind: 'note',
          words: {
            zh: '以上指标由台账统计，随小结一并报送，不用另填。',
            en: 'These figures are counted from the ledger and go with the summary.',
          },
        },
      ],
      fields: [
        ...asked.parts.map((name, i) => ({
          kind: 'text' as const,
          id: `part-${i}`,
          label: same(name),
          lines: 'many' as const,
          atMost: typedMost,
          initial: (held?.parts.find((part) => part.name === name)?.words ?? '').slice(0, typedMost),
        })),
        ...(asked.withRows
          ? [
              {
                kind: 'file' as const,
                id: 'file',
                label: { zh: `${asked.year + 1} 年度抽查计划表`, en: `Plan sheet of ${asked.year + 1}` },
                types: ['xlsx', 'csv'],
                optional: true,
              },
              {
                kind: 'some-of' as const,
                id: 'none',
                label: { zh: '没有计划表的', en: 'Without a sheet' },
                optional: true,
                options: [{ value: 'leads-nothing', label: { zh: '没有牵头任务', en: 'We lead no task' } }],
              },
            ]
          : []),
      ],
    };
    return { form };
  },
  submit: async (asked, about, values) => {
    const { deps, actor } = asked;
    const { period, department } = readUnit(about);
    const board = await summaryBoard(deps, period);
    if (!board.ok) return refused(board.error);
    const { parts, withRows } = board.value.asked;
    const written = parts.map((name, i) => ({ name, words: one(values, `part-${i}`) }));
    const file = withRows ? await fileIn(asked, some(values, 'file')[0] ?? '') : null;
    const leadsNothing = some(values, 'none').includes('leads-nothing');
    const sheet = file === null ? {} : { sheet: { file: file.name, bytes: await file.bytes() } };
    const done = await submitSummary(deps, actor, { period, department, parts: written, leadsNothing, ...sheet });
    if (!done.ok) {
      const { why } = done.error;
      const part = why.reason === 'part-empty' ? parts.indexOf(why.part) : -1;
      const field = part >= 0 ? `part-${part}` : withRows && done.error.stage !== 'rights' ? 'file' : null;
      return refusedAt(done.error, field);
    }
    const { late, read } = done.value;
    const rows =
      read === null
        ? { zh: '', en: '' }
        : rowWords(
            read.sheet?.rows.length ?? 0,
            read.sheet === null ? 0 : read.sheet.rejected.length + read.sheet.unusable.length + read.strangers.length,
          );
    return tell({
      zh: `已报送${late ? '，超过期限，按逾期登记' : ''}。${rows.zh}`,
      en: `Sent${late ? ', after its day, and marked so' : ''}.${rows.en}`,
    });
  },
};

const rowWords = (taken: number, left: number): Words => ({
  zh: `采用抽查任务 ${taken} 项${left === 0 ? '' : `，另有 ${left} 行未能采用，请核对后重新报送`}。`,
  en: ` ${taken} rows were taken${left === 0 ? '' : `, ${left} were not`}.`,
});

export const returnForm: FormDoor = {
  open: async ({ actor }, about) => {
    const allowed = authorise(actor, 'return-summary');
    if (!allowed.ok) return noForm(allowed.error);
    const { period } = readUnit(about);
    if (period === '') return { message: sentence({ zh: '没有这份小结。', en: 'There is no such summary.' }) };
    const form: Form = {
      id: 'summary-return',
      about,
      title: { zh: '退回小结', en: 'Return a summary' },
      submit: { zh: '退回', en: 'Return' },
      intro: [],
      fields: [
        {
          kind: 'text',
          id: 'words',
          label: { zh: '退回原因和需要补充的内容', en: 'Why, and what is to be added' },
          lines: 'many',
          atMost: 1000,
        },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) => {
    const of = readUnit(about);
    return filled(
      await returnSummary(deps, actor, { ...of, words: one(values, 'words') }),
      fieldsBy({ 'no-words': 'words' }),
      () => ({
        zh: '已退回，并通知该单位补充后重新报送。',
        en: 'Returned; the unit is told to mend it and send it again.',
      }),
    );
  },
};
