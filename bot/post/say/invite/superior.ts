/** A plan from above: who has signed, who returned it, who is silent for how many days; and in each department's channel its own part. */
import { dateInChinese } from '../../../../core/calendar.ts';
import { fieldsBeyond, type SignState, type SuperiorPlan, signStates } from '../../../../core/consult/superior.ts';
import { never } from '../../../../core/result.ts';
import type { Words } from '../../../../core/words.ts';
import { snapshot } from '../../../../db/imports.ts';
import { heldPlan, plans } from '../../../../db/plans.ts';
import { kept } from '../../../../db/registry.ts';
import type { ChatDeps } from '../../../chat/door.ts';
import { firstOf, heading, note, type Part, same, text } from '../../../message/message.ts';
import { levelWords } from '../../../say/invite.ts';
import { dayOf } from '../../../today.ts';
import { superiorAnswersIn, superiorPlansIn } from '../../../verbs/invite/recorded.ts';
import { departmentNames } from '../../../verbs/registry/departments.ts';
import type { PostKind } from '../../post.ts';
import { returnChoice, signChoice } from './choices.ts';

/** Tasks shown in a post; the plan itself shows the rest. */
const shownMost = 10;

async function received({ db, now }: ChatDeps, no: number) {
  const superior = (await superiorPlansIn(db)).find((each) => each.no === no);
  if (superior === undefined) return null;
  return { superior, states: signStates(superior, await superiorAnswersIn(db), dayOf(now())) };
}

const facts = (superior: SuperiorPlan) => [
  { name: { zh: '文号（编号）', en: 'Number' }, value: same(superior.number) },
  {
    name: { zh: '下达单位', en: 'Issued by' },
    value: {
      zh: `${superior.from}（${levelWords[superior.level].zh}）`,
      en: `${superior.from} (${levelWords[superior.level].en})`,
    },
  },
  { name: { zh: '牵头', en: 'Lead' }, value: same(superior.lead) },
  { name: { zh: '收到日期', en: 'Received' }, value: { zh: dateInChinese(superior.on), en: superior.on } },
];

const taskList = (lines: SuperiorPlan['lines']): readonly Words[] =>
  firstOf(
    lines.map(({ no, name, window }) => same(`${no} ${name}（${window.from}—${window.to}）`)),
    shownMost,
    '项',
  );

function stateWords(state: SignState): Words {
  switch (state.kind) {
    case 'unsigned':
      return { zh: `未签收，已等待 ${state.days} 天`, en: `not signed, ${state.days} days` };
    case 'signed':
      return { zh: `${dateInChinese(state.on)}签收`, en: `signed on ${state.on}` };
    case 'returned':
      return { zh: `${dateInChinese(state.on)}退回：${state.reason}`, en: `returned on ${state.on}: ${state.reason}` };
    default:
      return never(state);
  }
}

export const superiorPost: PostKind<{ readonly no: number }> = {
  place: () => 'office',
  under: () => null,
  say: async (deps, { no }) => {
    const found = await received(deps, no);
    if (found === null) return null;
    const { superior, states } = found;
    const nameOf = await departmentNames(deps.db);
    const signed = states.filter(({ kind }) => kind === 'signed').length;
    const silent = states.filter(({ kind }) => kind === 'unsigned').map(({ department }) => nameOf(department));
    const rest: Words =
      silent.length === 0
        ? { zh: '无未签收单位', en: 'nobody is silent' }
        : { zh: `未签收：${silent.join('、')}`, en: `unsigned: ${silent.join(', ')}` };
    return {
      summary: {
        zh: `上级计划“${superior.number}”（${superior.lines.length} 项任务）：${signed}/${states.length} 个单位已签收；${rest.zh}。`,
        en: `Plan “${superior.number}” from above (${superior.lines.length} tasks): ${signed} of ${states.length} signed; ${rest.en}.`,
      },
      parts: [
        heading(`上级计划第 ${no} 号：${superior.number}`, `Plan ${no} from above: ${superior.number}`),
        { kind: 'facts', facts: facts(superior) },
        { kind: 'list', items: taskList(superior.lines) },
        {
          kind: 'table',
          head: [
            { zh: '应签收单位', en: 'To sign' },
            { zh: '情况', en: 'State' },
          ],
          rows: states.map((state) => [same(nameOf(state.department)), stateWords(state)]),
        },
        ...(await beyond(deps, superior)),
        {
          kind: 'choices',
          choices: [
            {
              id: 'superior-enter',
              about: String(no),
              label: { zh: '列入本地计划', en: 'Enter in our plan' },
              weight: 'primary',
            },
            { id: 'outside-list', about: String(no), label: { zh: '录入上级抽取名单', en: 'Take in a drawn list' } },
          ],
        },
        note(
          '上级已抽取的检查对象名单，可在本条下回复名单文件（.xlsx、.csv），并写明任务编号。',
          'A list that was drawn above can be uploaded in reply here, with the number of its task.',
        ),
      ],
    };
  },
};

/** Where our own plan goes further than the plans from above, once this one stands in it. */
async function beyond({ db }: ChatDeps, { number, year }: SuperiorPlan): Promise<readonly Part[]> {
  const held = await Promise.all((await plans(db)).map(({ no }) => heldPlan(db, no)));
  const ours = held.find(
    (each) => each?.plan.year === year && each.plan.tasks.some((task) => task.above?.plan === number),
  );
  if (ours == null) return [];
  const fields = fieldsBeyond(ours.plan.tasks, await kept(db, await snapshot(db), 'item'));
  if (fields.length === 0) return [];
  const zh = fields.map(({ field, tasks }) => `${field}（${tasks.join('、')}）`).join('，');
  const en = fields.map(({ field, tasks }) => `${field} (${tasks.join(', ')})`).join(', ');
  return [
    text(
      `上级计划未覆盖、本地牵头联合抽查的领域：${zh}。`,
      `Fields of our own joint tasks beyond the plans from above: ${en}.`,
    ),
  ];
}

export const superiorOwnPost: PostKind<{ readonly no: number; readonly department: string }> = {
  place: ({ department }) => `department:${department}`,
  under: () => null,
  say: async (deps, { no, department }) => {
    const found = await received(deps, no);
    if (found === null) return null;
    const { superior, states } = found;
    const own = states.find((each) => each.department === department);
    const tasks = superior.lines.filter(({ departments }) => departments.includes(department));
    const state = own === undefined ? null : stateWords(own);
    return {
      summary: {
        zh: `收到上级计划“${superior.number}”，涉及本单位任务 ${tasks.length} 项，请签收。${state === null ? '' : `当前：${state.zh}。`}`,
        en: `Plan “${superior.number}” came from above with ${tasks.length} tasks of yours; please sign. ${state?.en ?? ''}`,
      },
      parts: [
        heading(`上级计划：${superior.number}`, `Plan from above: ${superior.number}`),
        { kind: 'facts', facts: facts(superior) },
        { kind: 'list', items: taskList(tasks.length === 0 ? superior.lines : tasks) },
        ...(state === null ? [] : [{ kind: 'text' as const, words: state }]),
        {
          kind: 'choices',
          choices: [
            ...(own?.kind === 'signed' ? [] : [signChoice(no)]),
            returnChoice(no),
            { id: 'report-missing-item', about: '', label: { zh: '反映缺失事项', en: 'Report a missing item' } },
          ],
        },
      ],
    };
  },
};
