/** 汇总计划: the plan from the replies, with what the office states for all rows. */
import { isWithoutLetter } from '../../../core/consult/fact.ts';
import { tallyOf } from '../../../core/consult/tally.ts';
import type { RowDefaults } from '../../../core/plan/task-of-row.ts';
import { wordsOfDraftRefusal, wordsOfSuggestion } from '../../../core/plan/words.ts';
import type { Words } from '../../../core/words.ts';
import { one, type Values } from '../../form.ts';
import { sentence } from '../../message.ts';
import { sayRead } from '../../post/say/consult/say-reply.ts';
import type { Refusal } from '../../refusal.ts';
import { sayPlanState } from '../../say/plan-page.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { type Compiled, compileFromReplies } from '../../verbs/consult/compile.ts';
import { departmentNamesAsHeld } from '../../verbs/consult/held.ts';
import { planNumberOf, rowsOf } from '../../verbs/consult/sheet.ts';
import { namesAsHeld } from '../../verbs/plan/names.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { mayNot, refused, show, withLines } from './answer.ts';
import { namedOne } from './which.ts';

export const compileForm: FormDoor = {
  open: async (asked, about) => {
    const message = mayNot(asked, 'close-consultation');
    if (message !== null) return { message };
    const found = await namedOne(asked.deps.db, about);
    if (!found.ok) return { message: sentence(sayRefusal(found.error)) };
    const state = found.value;
    const { silent } = tallyOf(state);
    const name = await departmentNamesAsHeld(asked.deps.db);
    return {
      form: {
        id: 'consult-compile',
        about: state.no,
        title: { zh: '汇总计划', en: 'Compile the plan' },
        submit: { zh: '汇总', en: 'Compile' },
        intro: [
          ...(silent.length === 0 || isWithoutLetter(state.no)
            ? []
            : [
                {
                  kind: 'text',
                  words: {
                    zh: `还有 ${silent.length} 家未反馈：${silent.map(name).join('、')}。`,
                    en: `${silent.length} have not answered: ${silent.map(name).join(', ')}.`,
                  },
                } as const,
              ]),
        ],
        fields: [
          {
            kind: 'text',
            id: 'plan',
            label: { zh: '计划编号', en: 'Number of the plan' },
            initial: planNumberOf(state.year),
            atMost: 40,
          },
          {
            kind: 'date',
            id: 'from',
            label: { zh: '未写时间的任务：开始日期', en: 'Rows without a window: from' },
            optional: true,
          },
          {
            kind: 'date',
            id: 'to',
            label: { zh: '未写时间的任务：结束日期', en: 'Rows without a window: to' },
            optional: true,
          },
          {
            kind: 'number',
            id: 'publish',
            label: { zh: '任务结束后几个工作日内公示', en: 'Working days to publication' },
            initial: 20,
            least: 1,
            most: 366,
          },
          {
            kind: 'text',
            id: 'reason',
            label: { zh: '调整理由（已有计划时必填）', en: 'Reason, where a plan stands' },
            lines: 'many',
            optional: true,
            atMost: 1000,
          },
        ],
      },
    };
  },
  submit: async (asked, consultation, values) => {
    const stated = defaultsIn(values);
    if ('errors' in stated) return { kind: 'errors', errors: stated.errors };
    const reason = one(values, 'reason');
    const compiled = await compileFromReplies(asked.deps, asked.actor, {
      consultation,
      plan: one(values, 'plan'),
      defaults: stated.defaults,
      ...(reason === '' ? {} : { reason }),
    });
    return compiled.ok ? said(asked, compiled.value) : atItsField(compiled.error);
  },
};

function atItsField(refusal: Refusal): Answer {
  const why = refusal.stage === 'plan' ? refusal.why.reason : null;
  if (why === 'stands-already') return { kind: 'errors', errors: { reason: sayRefusal(refusal) } };
  return why === 'bad-number' ? { kind: 'errors', errors: { plan: sayRefusal(refusal) } } : refused(refusal);
}

function defaultsIn(
  values: Values,
): { readonly defaults: Partial<RowDefaults> } | { readonly errors: Readonly<Record<string, Words>> } {
  const [from, to, publish] = [one(values, 'from'), one(values, 'to'), one(values, 'publish')];
  if ((from === '') !== (to === ''))
    return { errors: { [from === '' ? 'from' : 'to']: { zh: '起止日期请一并填写', en: 'Give both days or none' } } };
  if (from > to) return { errors: { to: { zh: '结束日期早于开始日期', en: 'It ends before it begins' } } };
  if (publish !== '' && !/^[1-9]\d{0,2}$/.test(publish))
    return { errors: { publish: { zh: '应为 1 至 366 的整数', en: 'A whole number of 1 to 366' } } };
  return {
    defaults: {
      ...(from === '' ? {} : { window: { from, to } }),
      ...(publish === '' ? {} : { publishWithin: Number(publish) }),
    },
  };
}

/** More lines than this are counted; the plan's own page has all. */
const linesShown = 15;

async function said({ deps }: Asked, compiled: Compiled): Promise<Answer> {
  const { plan, read, refused: left, suggestions, silent, unconfirmed } = compiled;
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
            zh: `答复原文有变动、尚待确认，暂不作为同意：${unconfirmed.map(names.department).join('、')}`,
            en: `Answers changed and not confirmed, no consent yet: ${unconfirmed.map(names.department).join(', ')}`,
          },
        ]),
  ];
  const more = lines.length - linesShown;
  return show(
    withLines(sayPlanState(plan), [
      ...lines.slice(0, linesShown),
      ...(more > 0 ? [{ zh: `另有 ${more} 条`, en: `${more} more` }] : []),
    ]),
  );
}
