/** Lock 1 in a chat: the plan, the tasks, the terms; what it is expected to come to is shown once before it is frozen. */
import { canonical } from '../../../core/canonical.ts';
import { digest } from '../../../core/digest.ts';
import type { Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { heldPlan, plans } from '../../../db/plans.ts';
import { type Form, one, some, type Values } from '../../message/form.ts';
import { type Message, type Part, same, sentence } from '../../message/message.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { authorise } from '../../verbs/act.ts';
import { tasksLeft } from '../../verbs/draw/drawable.ts';
import { type Expected, expectedOf } from '../../verbs/draw/expected.ts';
import { freeze } from '../../verbs/draw/freeze.ts';
import { noForm, refused, show } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { frozenWords, namedRefusal } from './frozen.ts';
import { noWitness, readTerms, termFields, witnessesOnRoll } from './terms.ts';

type Opened = { readonly form: Form } | { readonly message: Message };

/** `draw-freeze`: about a plan's number; '' asks which one. After a first look it also names what was looked at. */
export const freezeForm: FormDoor = {
  open: async (asked, about) => {
    const plan = await planMeant(asked, about.trim());
    return typeof plan === 'string' ? freezeFields(asked, plan, null, []) : plan;
  },
  submit: async (asked, about, values) => {
    const [plan = '', looked = ''] = about.split('\n');
    const terms = readTerms(values, asked.deps.now());
    if (!terms.ok) return { kind: 'errors', errors: terms.error };
    const tasks = await chosenTasks(asked, plan, values);
    const mark = markOf(plan, tasks, values);
    if (looked !== mark) return lookedAt(asked, plan, tasks, values, mark);
    const done = await freeze(asked.deps, asked.actor, { plan, tasks, ...terms.value });
    if (done.ok) return show(sentence(frozenWords(done.value)));
    // What was filled stays, and what stands against it is said above the fields.
    return again(
      asked,
      plan,
      values,
      [{ kind: 'text', words: await namedRefusal(asked, done.error) }, ...hintFor(done.error)],
      mark,
    );
  },
};

/** `draw-plan`: which of several published plans. */
export const planForm: FormDoor = {
  open: async (asked) => {
    const plan = await planMeant(asked, '');
    return typeof plan === 'string' ? freezeFields(asked, plan, null, []) : plan;
  },
  submit: async (asked, _, values) => {
    const opened = await freezeFields(asked, one(values, 'plan'), null, []);
    return 'form' in opened ? { kind: 'form', form: opened.form } : show(opened.message);
  },
};

/** The plan that is meant, or the form or words that ask for it. */
async function planMeant({ deps }: Asked, typed: string): Promise<string | Opened> {
  if (typed !== '') return typed;
  const published = (await plans(deps.db)).filter(({ state }) => state === 'published');
  const [only, ...others] = published;
  if (only === undefined) {
    return {
      message: sentence({
        zh: '没有已公布的计划；计划向社会公布后才能抽取。',
        en: 'No plan is published; nothing is drawn before that.',
      }),
    };
  }
  if (others.length === 0) return only.no;
  return {
    form: {
      id: 'draw-plan',
      about: '',
      title: { zh: '锁定待抽名单', en: 'Freeze a roster' },
      submit: { zh: '下一步', en: 'Next' },
      intro: [],
      fields: [
        {
          kind: 'one-of',
          id: 'plan',
          label: { zh: '计划', en: 'Plan' },
          options: published.map(({ no }) => ({ value: no, label: same(no) })),
        },
      ],
    },
  };
}

async function freezeFields(
  asked: Asked,
  plan: string,
  typed: Values | null,
  above: readonly Part[],
  mark = '',
): Promise<Opened> {
  const held = await heldPlan(asked.deps.db, plan);
  if (held === null) return { message: sentence(sayRefusal({ stage: 'draw', why: { reason: 'no-plan', plan } })) };
  const left = await tasksLeft(asked.deps, held.plan.tasks);
  if (left.length === 0) {
    return {
      message: sentence({
        zh: `计划 ${plan} 的任务都已抽取或正在抽取，结果不能重抽。`,
        en: `Every task of plan ${plan} is drawn or being drawn; nothing is redrawn.`,
      }),
    };
  }
  // Somebody without the right is told before he fills a form; whose tasks they are is decided when it is frozen.
  const allowed = authorise(asked.actor, 'freeze', { department: asked.actor.department });
  if (!allowed.ok) return noForm(allowed.error);
  if ((await witnessesOnRoll(asked.deps)).length === 0) return { message: sentence(noWitness) };
  return {
    form: {
      id: 'draw-freeze',
      about: `${plan}\n${mark}`,
      title: { zh: '锁定待抽名单', en: 'Freeze a roster' },
      submit: mark === '' ? { zh: '下一步', en: 'Next' } : { zh: '确认锁定', en: 'Freeze' },
      intro: [
        ...above,
        {
          kind: 'text',
          words: {
            zh: `计划 ${plan}，尚未抽取的任务 ${left.length} 项。锁定后名单不再改动。`,
            en: `Plan ${plan}, ${left.length} tasks not yet drawn. After freezing nothing alters the roster.`,
          },
        },
      ],
      fields: [
        {
          kind: 'some-of',
          id: 'tasks',
          label: { zh: '任务', en: 'Tasks' },
          hint: { zh: '不选即为全部尚未抽取的任务。', en: 'None chosen means all that are left.' },
          optional: true,
          options: left.map(({ no, name }) => ({ value: no, label: same(`${no} ${name}`) })),
          initial: typed === null ? left.map(({ no }) => no) : some(typed, 'tasks'),
        },
        ...(await termFields(asked, typed, false)),
      ],
    },
  };
}

async function chosenTasks({ deps }: Asked, plan: string, values: Values): Promise<readonly string[]> {
  const chosen = some(values, 'tasks');
  if (chosen.length > 0) return chosen;
  const held = await heldPlan(deps.db, plan);
  return (await tasksLeft(deps, held?.plan.tasks ?? [])).map(({ no }) => no);
}

/** Names what was looked at, so that a form that was changed afterwards is looked at again. */
function markOf(plan: string, tasks: readonly string[], values: Values): string {
  const { extras: _, tasks: __, ...rest } = values;
  return digest('mingchou/form/draw-freeze', canonical([plan, [...tasks], { ...rest }])).slice(0, 16);
}

/** What it is expected to come to, above the same fields. */
async function lookedAt(
  asked: Asked,
  plan: string,
  tasks: readonly string[],
  values: Values,
  mark: string,
): Promise<Answer> {
  const allowed = authorise(asked.actor, 'freeze', { department: asked.actor.department });
  if (!allowed.ok) return refused(allowed.error);
  const expected: Result<Expected, Refusal> =
    tasks.length === 0 ? refuse('draw', { reason: 'no-tasks' }) : await expectedOf(asked.deps, plan, tasks);
  if (!expected.ok) return refused(expected.error);
  return again(asked, plan, values, [{ kind: 'text', words: expectedWords(expected.value) }], mark);
}

async function again(
  asked: Asked,
  plan: string,
  values: Values,
  above: readonly Part[],
  mark: string,
): Promise<Answer> {
  const opened = await freezeFields(asked, plan, values, above, mark);
  return 'form' in opened ? { kind: 'form', form: opened.form } : show(opened.message);
}

const hintFor = ({ stage, why }: Refusal): readonly Part[] =>
  stage === 'draw' && why.reason === 'shortage'
    ? [
        {
          kind: 'text',
          words: {
            zh: '可以调整任务或检查人员后再锁定；仍要锁定的，请勾选“已知岗位不足仍锁定”。',
            en: 'Change tasks or inspectors first; or tick the box and freeze all the same.',
          },
        },
      ]
    : [];

const expectedWords = ({ tasks, selections, doors, groups }: Expected): Words => ({
  zh: `预计：任务 ${tasks} 项，抽取 ${selections} 项次，分 ${groups} 个联合组，合并后上门约 ${doors} 次。核对无误后点“确认锁定”；名单较大时需要一两分钟。`,
  en: `Expected: ${tasks} tasks, ${selections} selections in ${groups} joint groups, about ${doors} doors after merging. Press Freeze if that is right; a large roster takes a minute or two.`,
});
