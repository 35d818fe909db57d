/** Looking at a plan, having it checked, sent for review and issued, and who has noted it. */
import { departmentsOf } from '../../../core/plan/overlap.ts';
import { stands } from '../../../core/plan/review/finding.ts';
import { partyWords, reviewPointWords } from '../../../core/policy/words.ts';
import type { Words } from '../../../core/words.ts';
import { type Part, withLines } from '../../message/message.ts';
import { pages, planChoice, read } from '../../post/say/plan/choices.ts';
import { taskLine } from '../../post/say/plan/issued.ts';
import { planMessage } from '../../post/say/plan/root.ts';
import { findingCounts, findingList, onTheMatter } from '../../say/plan-findings.ts';
import { sayPlanState, sayTask } from '../../say/plan-page.ts';
import { approvePlan } from '../../verbs/plan/approve-plan.ts';
import { checkPlan } from '../../verbs/plan/check-plan.ts';
import { issuePlan } from '../../verbs/plan/issue-plan.ts';
import { namesAsHeld } from '../../verbs/plan/names.ts';
import { planView, seenOf } from '../../verbs/plan/plan-view.ts';
import { seePlan } from '../../verbs/plan/see-plan.ts';
import { submitPlan } from '../../verbs/plan/submit-plan.ts';
import { refused, show, told } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';
import { toldOfPlan } from './held-up.ts';
import { mayLook } from './meant.ts';

export async function statusOf({ deps, actor }: Asked, plan: string): Promise<Answer> {
  const view = await planView(deps, plan);
  if (!view.ok) return refused(view.error);
  const allowed = mayLook(actor, view.value.plan);
  return allowed.ok ? show(await planMessage(deps, view.value)) : refused(allowed.error);
}

export const checkNow = (asked: Asked, plan: string): Promise<Answer> => findings(asked, plan, 0);

const findingsAPage = 15;

/** 全部核对意见, in pages; the check goes on record, once for each outcome. */
export async function findings({ deps, actor }: Asked, no: string, page: number): Promise<Answer> {
  const checked = await checkPlan(deps, actor, no);
  if (!checked.ok) return refused(checked.error);
  const { plan } = checked.value;
  const all = onTheMatter(checked.value.findings);
  const clean = !all.some(stands);
  const names = await namesAsHeld(deps.db, plan);
  const counts = findingCounts(all);
  const of = Math.max(1, Math.ceil(all.length / findingsAPage));
  const at = Math.min(page, of - 1);
  const summary = {
    zh: `计划 ${plan.no} 第 ${plan.version} 版核对意见：${counts.zh}。${clean ? '没有须改正的意见。' : ''}`,
    en: `Findings on plan ${plan.no}, version ${plan.version}: ${counts.en}.${clean ? ' Nothing must be mended.' : ''}`,
  };
  const choices = [
    ...pages('findings', { plan: no }, at, of),
    ...(all.some(({ weight }) => weight === 'in-principle') && plan.state === 'draft'
      ? [planChoice('keep', { plan: no })]
      : []),
  ];
  return show({
    summary,
    parts: [
      { kind: 'text', words: summary },
      ...findingList(all.slice(at * findingsAPage, (at + 1) * findingsAPage), names),
      ...pageNote(at, of),
      ...(choices.length === 0 ? [] : [{ kind: 'choices' as const, choices }]),
    ],
  });
}

const pageNote = (at: number, of: number): readonly Part[] =>
  of === 1 ? [] : [{ kind: 'note', words: { zh: `第 ${at + 1} 页，共 ${of} 页`, en: `page ${at + 1} of ${of}` } }];

const tasksAPage = 10;

/** All tasks for the office; in a department's channel the department's own, as they were issued, or all where it has none. */
export async function tasks({ deps, actor, place }: Asked, about: string): Promise<Answer> {
  const { plan: no, page } = read(about);
  const view = await planView(deps, no);
  if (!view.ok) return refused(view.error);
  const { names, issued } = view.value;
  const department = place?.startsWith('department:') ? place.slice('department:'.length) : null;
  const plan = department === null ? view.value.plan : (issued.at(-1) ?? view.value.plan);
  const allowed = mayLook(actor, plan);
  if (!allowed.ok) return refused(allowed.error);
  const own = plan.tasks.filter((task) => department !== null && departmentsOf(task).includes(department));
  const isOwn = department !== null && own.length > 0;
  const shown = isOwn ? own : plan.tasks;
  const of = Math.max(1, Math.ceil(shown.length / tasksAPage));
  const at = Math.min(page, of - 1);
  const items = shown
    .slice(at * tasksAPage, (at + 1) * tasksAPage)
    .map((task): Words => (isOwn ? taskLine(task, department, names) : sayTask(task, names)));
  const choices = pages('tasks', { plan: no }, at, of);
  return show({
    summary: sayPlanState(plan),
    parts: [
      { kind: 'text', words: sayPlanState(plan) },
      { kind: 'list', items: items.map(({ zh, en }) => ({ zh: zh.trim(), en: en.trim() })) },
      ...pageNote(at, of),
      ...(choices.length === 0 ? [] : [{ kind: 'choices' as const, choices }]),
    ],
  });
}

export const submit = async (asked: Asked, plan: string): Promise<Answer> =>
  toldOfPlan(asked, await submitPlan(asked.deps, asked.actor, plan), ({ reviewers }) => ({
    zh: `已送审，已通知 ${reviewers.length} 名审核人员。`,
    en: `Sent for review; ${reviewers.length} reviewers are told.`,
  }));

export async function approveAll(asked: Asked, about: string): Promise<Answer> {
  const { plan, version } = read(about);
  return toldOfPlan(
    asked,
    await approvePlan(asked.deps, asked.actor, { plan, version }),
    ({ plan: after, missing }) => {
      const open = missing.map(({ by, point }) => ({
        zh: `${partyWords[by].zh}（${reviewPointWords[point].zh}）`,
        en: `${partyWords[by].en} (${reviewPointWords[point].en})`,
      }));
      return open.length === 0
        ? sayPlanState(after)
        : {
            zh: `已通过。还缺审核：${open.map(({ zh }) => zh).join('、')}。`,
            en: `Approved. Still to be reviewed: ${open.map(({ en }) => en).join(', ')}.`,
          };
    },
  );
}

/** Typed, it is asked again before it takes effect; the button asks by itself. */
export async function askIssue({ deps }: Asked, plan: string): Promise<Answer> {
  const view = await planView(deps, plan);
  if (!view.ok) return refused(view.error);
  const words = sayPlanState(view.value.plan);
  return show({
    summary: words,
    parts: [
      { kind: 'text', words },
      { kind: 'choices', choices: [planChoice('issue', { plan })] },
    ],
  });
}

export const issue = async (asked: Asked, plan: string): Promise<Answer> =>
  toldOfPlan(asked, await issuePlan(asked.deps, asked.actor, plan), sayPlanState);

export async function see({ deps, actor }: Asked, about: string): Promise<Answer> {
  const { plan, version } = read(about);
  return told(await seePlan(deps, actor, { plan, version }), (note) => ({
    zh: `已登记阅知：计划 ${note.plan} 第 ${note.version} 版。`,
    en: `Noted: plan ${note.plan}, version ${note.version}.`,
  }));
}

/** 阅知情况, by department. */
export async function whoHas({ deps }: Asked, plan: string): Promise<Answer> {
  const view = await planView(deps, plan);
  if (!view.ok) return refused(view.error);
  const seen = await seenOf(deps, view.value);
  const { names, issued } = view.value;
  const version = issued.at(-1)?.version;
  if (version === undefined) return refused({ stage: 'plan', why: { reason: 'not-issued', plan } });
  const noted = seen.filter((each) => each.seen).length;
  const summary = {
    zh: `计划 ${plan} 第 ${version} 版：${noted}/${seen.length} 人已阅知。`,
    en: `Plan ${plan}, version ${version}: noted by ${noted} of ${seen.length}.`,
  };
  const items = [...Map.groupBy(seen, ({ department }) => department)].map(([department, people]): Words => {
    const [done, open] = [true, false].map((is) => people.filter((each) => each.seen === is).map(({ name }) => name));
    const zh = [
      (done ?? []).length > 0 ? `已阅知 ${done?.join('、')}` : '',
      (open ?? []).length > 0 ? `未阅知 ${open?.join('、')}` : '',
    ];
    const en = [
      (done ?? []).length > 0 ? `noted by ${done?.join(', ')}` : '',
      (open ?? []).length > 0 ? `not yet by ${open?.join(', ')}` : '',
    ];
    const name = names.department(department);
    return { zh: `${name}：${zh.filter(Boolean).join('；')}`, en: `${name}: ${en.filter(Boolean).join('; ')}` };
  });
  return show(withLines(summary, items));
}
