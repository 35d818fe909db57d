/** An issued plan for whom it is addressed to without a part in it: members without a task, townships, county offices. */
import type { Message } from '../../../message/message.ts';
import { sayTask } from '../../../say/plan-page.ts';
import { type PlanView, planView } from '../../../verbs/plan/plan-view.ts';
import type { PostKind } from '../../post.ts';
import { planChoice } from './choices.ts';

const shownMost = 10;

export const planCopy: PostKind<{ readonly plan: string; readonly version: number; readonly person: string }> = {
  place: ({ person }) => `person:${person}`,
  under: () => null,
  say: async (deps, { plan, version }) => {
    const view = await planView(deps, plan);
    return view.ok ? copyOf(view.value, version) : null;
  },
};

/** The whole plan in short; null where that version was never issued. */
export function copyOf({ issued, names }: PlanView, version: number): Message | null {
  const plan = issued.find((each) => each.version === version);
  if (plan === undefined) return null;
  const { no, year, tasks } = plan;
  const about = { plan: no, version };
  const later = issued.at(-1)?.version ?? version;
  const summary =
    later > version
      ? {
          zh: `计划 ${no} 第 ${version} 版已由第 ${later} 版替代，请以第 ${later} 版为准。`,
          en: `Version ${version} of plan ${no} gave way to version ${later}; go by that one.`,
        }
      : {
          zh: `计划 ${no} 第 ${version} 版已印发，共 ${tasks.length} 项任务，其中没有贵单位的任务，特此告知。`,
          en: `Plan ${no}, version ${version}, is issued with ${tasks.length} tasks, none of them yours; for your information.`,
        };
  if (later > version) return { summary, parts: [{ kind: 'text', words: summary }] };
  const items = tasks.slice(0, shownMost).map((task) => {
    const { zh, en } = sayTask(task, names);
    return { zh: zh.trim(), en: en.trim() };
  });
  return {
    summary,
    parts: [
      { kind: 'heading', words: { zh: `${year} 年度抽查计划已印发`, en: `The annual plan ${year} is issued` } },
      { kind: 'text', words: summary },
      { kind: 'list', items },
      { kind: 'choices', choices: [planChoice('see', about), planChoice('tasks', about)] },
    ],
  };
}
