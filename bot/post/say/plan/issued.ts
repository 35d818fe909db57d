/** A department's part of an issued plan, in its own channel: its tasks and what they ask, what a later version changed, and 阅知. */
import { dateInChinese } from '../../../../core/calendar.ts';
import { departmentsOf } from '../../../../core/plan/overlap.ts';
import type { Plan, Task } from '../../../../core/plan/task.ts';
import type { Names } from '../../../../core/plan/words.ts';
import type { Words } from '../../../../core/words.ts';
import { type Part, sentence } from '../../../message/message.ts';
import { changeWords, frameWords } from '../../../say/plan-changes.ts';
import { quotaWords } from '../../../say/plan-page.ts';
import { type PlanView, planView } from '../../../verbs/plan/plan-view.ts';
import { whoHasSeen } from '../../../verbs/plan/see-plan.ts';
import type { PostKind } from '../../post.ts';
import { planChoice } from './choices.ts';
import { copyOf } from './copy.ts';

export const planIssued: PostKind<{
  readonly plan: string;
  readonly version: number;
  readonly department: string;
}> = {
  place: ({ department }) => `department:${department}`,
  under: () => null,
  say: async (deps, { plan: no, version, department }) => {
    const view = await planView(deps, no);
    const plan = view.ok ? view.value.issued.find((each) => each.version === version) : undefined;
    if (!view.ok || plan === undefined) return null;
    const later = view.value.issued.at(-1);
    if (later !== undefined && later.version > version) {
      return sentence({
        zh: `计划 ${no} 第 ${version} 版已由第 ${later.version} 版替代，请按第 ${later.version} 版执行。`,
        en: `Version ${version} of plan ${no} gave way to version ${later.version}; go by that one.`,
      });
    }
    const { names, issued } = view.value;
    // Whoever had a part in an earlier version is told what became of it.
    if (!issued.some((each) => each.version <= version && tasksOf(each, department).length > 0))
      return copyOf(view.value, version);
    const own = tasksOf(plan, department);
    const name = names.department(department);
    const noted = (await whoHasSeen(deps.db, plan)).filter((each) => each.department === department && each.seen);
    const about = { plan: plan.no, version: plan.version };
    return {
      summary: {
        zh: `计划 ${plan.no} 第 ${plan.version} 版已印发，${name}有 ${own.length} 项任务，请阅知。`,
        en: `Plan ${plan.no}, version ${plan.version}, is issued: ${own.length} tasks of ${name}. Please note them.`,
      },
      parts: [
        {
          kind: 'heading',
          words: { zh: `${plan.year} 年度抽查计划已印发`, en: `The annual plan ${plan.year} is issued` },
        },
        {
          kind: 'text',
          words: {
            zh: `计划 ${plan.no} 第 ${plan.version} 版。${name}牵头 ${own.filter(({ lead }) => lead === department).length} 项，配合 ${own.filter(({ lead }) => lead !== department).length} 项：`,
            en: `Plan ${plan.no}, version ${plan.version}: ${name} leads ${own.filter(({ lead }) => lead === department).length} and takes part in ${own.filter(({ lead }) => lead !== department).length}:`,
          },
        },
        ...taskParts(own.slice(0, shownMost), department, names),
        ...(own.length > shownMost ? [more(own.length - shownMost)] : []),
        ...changes(view.value, plan, department),
        { kind: 'choices', choices: [planChoice('see', about), planChoice('tasks', about)] },
        {
          kind: 'note',
          words:
            noted.length === 0
              ? { zh: '尚无人阅知。', en: 'Nobody has noted it yet.' }
              : {
                  zh: `已阅知：${noted.map((each) => each.name).join('、')}`,
                  en: `Noted by ${noted.map((each) => each.name).join(', ')}`,
                },
        },
      ],
    };
  },
};

const shownMost = 10;

const tasksOf = ({ tasks }: Plan, department: string): readonly Task[] =>
  tasks.filter((task) => departmentsOf(task).includes(department));

const taskParts = (tasks: readonly Task[], department: string, names: Names): readonly Part[] =>
  tasks.length === 0 ? [] : [{ kind: 'list', items: tasks.map((task) => taskLine(task, department, names)) }];

/** What the department has to do in a task: its role, whom, how many, when, with whom and with which officers. */
export function taskLine(task: Task, department: string, names: Names): Words {
  const others = [...new Set(departmentsOf(task))].filter((each) => each !== department).map(names.department);
  const leads = task.lead === department;
  const [drawn, whom, officers] = [quotaWords(task), frameWords(task), sent(task, department)];
  const { from, to } = task.window;
  return {
    zh: `${task.no} ${task.name}（${leads ? '牵头' : '配合'}${others.length === 0 ? '' : `；${leads ? '配合' : '共同'}单位：${others.join('、')}`}）：对象 ${whom.zh}；${drawn.zh}；${dateInChinese(from)}至${dateInChinese(to)}；${officers.zh}`,
    en: `${task.no} ${task.name} (${leads ? 'leads' : 'takes part'}${others.length === 0 ? '' : ` with ${others.join(', ')}`}): ${whom.en}; ${drawn.en}; ${from} to ${to}; ${officers.en}`,
  };
}

/** How many officers it sends to each door, and what they must hold. */
function sent({ bodies }: Task, department: string): Words {
  const own = bodies.find((body) => body.department === department);
  if (own === undefined) return { zh: '本单位不派检查人员', en: 'you send no officers' };
  const { officers, needs } = own;
  const [zh, en] = needs.length === 0 ? ['', ''] : [`（专长：${needs.join('、')}）`, ` (${needs.join(', ')})`];
  return { zh: `本单位每户派 ${officers} 人${zh}`, en: `you send ${officers} to each${en}` };
}

const more = (n: number): Part => ({
  kind: 'note',
  words: { zh: `另有 ${n} 项，见“全部任务”。`, en: `${n} more under “All tasks”.` },
});

function changes({ issued, reasons, names }: PlanView, plan: Plan, department: string): readonly Part[] {
  const before = issued.findLast(({ version }) => version < plan.version);
  if (before === undefined) return [];
  const lines = changeWords(before, plan, names, (task) => departmentsOf(task).includes(department));
  const why = [...reasons].filter(([version]) => version > before.version && version <= plan.version);
  const reason = why.map(([, words]) => words).join('；');
  return [
    {
      kind: 'text',
      words: {
        zh: `较第 ${before.version} 版的变动（理由：${reason}）：${lines.length === 0 ? '不涉及本单位。' : ''}`,
        en: `Changed since version ${before.version} (${reason}):${lines.length === 0 ? ' nothing of yours.' : ''}`,
      },
    },
    ...(lines.length === 0 ? [] : [{ kind: 'list' as const, items: lines }]),
  ];
}
