/** How far each reviewer has come with a plan, and what was said when it went back. */
import type { Names } from '../../core/plan/words.ts';
import type { ReviewPoint } from '../../core/policy/shape.ts';
import { partyWords, reviewPointWords } from '../../core/policy/words.ts';
import type { Words } from '../../core/words.ts';
import type { PlanView } from '../verbs/plan/plan-view.ts';
import type { Reviewer } from '../verbs/plan/reviewers.ts';
import type { ReturnNote } from '../verbs/plan/send-back.ts';
import { lastWord, tasksReturned } from '../verbs/plan/task-reviews.ts';

export const pointList = (points: readonly ReviewPoint[]): Words => ({
  zh: points.map((point) => reviewPointWords[point].zh).join('、'),
  en: points.map((point) => reviewPointWords[point].en).join(', '),
});

/** 司法局（合法性） beside 已审 3/16 项，其中退回 1 项. */
export function progressOf(
  { plan, taskReviews, missing }: Pick<PlanView, 'plan' | 'taskReviews' | 'missing'>,
  { by, points }: Reviewer,
): { readonly name: Words; readonly value: Words } {
  const [party, about] = [partyWords[by], pointList(points)];
  const open = missing.filter((each) => each.by === by).map(({ point }) => point);
  const judged = plan.tasks.filter(({ no }) => points.every((point) => lastWord(taskReviews, by, no, point))).length;
  const returned = tasksReturned(taskReviews, by, points).length;
  const back = returned === 0 ? { zh: '', en: '' } : { zh: `，其中退回 ${returned} 项`, en: `, ${returned} returned` };
  const value =
    open.length === 0
      ? { zh: '已通过', en: 'approved' }
      : judged === 0
        ? waiting(open, points.length)
        : {
            zh: `审核中：已审 ${judged}/${plan.tasks.length} 项${back.zh}`,
            en: `${judged} of ${plan.tasks.length} tasks reviewed${back.en}`,
          };
  return { name: { zh: `${party.zh}（${about.zh}）`, en: `${party.en} (${about.en})` }, value };
}

/** Which points wait, where others of the same reviewer are done. */
const waiting = (open: readonly ReviewPoint[], all: number): Words =>
  open.length === all
    ? { zh: '待审核', en: 'to be reviewed' }
    : { zh: `待审核${pointList(open).zh}`, en: `to be reviewed: ${pointList(open).en}` };

/** Who returned it and why, and the tasks that are to be mended. */
export function returnWords({ reviewer, version, words, tasks = [] }: ReturnNote, names: Names): readonly Words[] {
  const party = partyWords[reviewer];
  const all =
    tasks.length === 0 ? { zh: '', en: '' } : { zh: `，须修改 ${tasks.length} 项任务`, en: `: ${tasks.length} tasks` };
  return [
    {
      zh: `${party.zh}退回第 ${version} 版${all.zh}：${words}`,
      en: `${party.en} returned version ${version}${all.en}: ${words}`,
    },
    ...tasks.map((each) => ({
      zh: `任务 ${names.task(each.task)}${each.words === '' ? '' : `：${each.words}`}`,
      en: `task ${names.task(each.task)}${each.words === '' ? '' : `: ${each.words}`}`,
    })),
  ];
}
