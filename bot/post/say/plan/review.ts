/** A reviewer's own post about a plan that waits for him: his points, how far he has come, and the buttons to go on. */
import { stands } from '../../../../core/plan/review/finding.ts';
import type { Words } from '../../../../core/words.ts';
import type { Part } from '../../../message/message.ts';
import { findingCounts, findingList, onTheMatter } from '../../../say/plan-findings.ts';
import { pointList, progressOf, returnWords } from '../../../say/plan-reviews.ts';
import { actorOf } from '../../../verbs/people/roll.ts';
import { type PlanView, planView, reviewOf } from '../../../verbs/plan/plan-view.ts';
import { reviewerPeople } from '../../../verbs/plan/reviewer-people.ts';
import { tasksReturned } from '../../../verbs/plan/task-reviews.ts';
import type { PostKind } from '../../post.ts';
import { planChoice } from './choices.ts';

export const planReview: PostKind<{ readonly plan: string; readonly version: number; readonly person: string }> = {
  place: ({ person }) => `person:${person}`,
  under: () => null,
  say: async (deps, { plan: no, version, person }) => {
    const view = await planView(deps, no);
    if (!view.ok || (await actorOf(deps, person)) === null) return null;
    const { plan, names, reviewers, missing } = view.value;
    const mine = (await reviewerPeople(deps.db, plan, reviewers)).find((each) => each.person === person);
    const heading: Part = { kind: 'heading', words: { zh: '待审核的年度抽查计划', en: 'A plan to be reviewed' } };
    const title = {
      zh: `计划 ${plan.no}（${plan.year} 年度）第 ${version} 版`,
      en: `Plan ${plan.no} for ${plan.year}, version ${version}`,
    };
    const over = isOver(view.value, version, mine !== undefined && missing.every(({ by }) => by !== mine.party));
    if (mine === undefined || over !== null) {
      const why = over ?? { zh: '不由您审核', en: 'is not yours to review' };
      return {
        summary: { zh: `${title.zh}：${why.zh}。`, en: `${title.en}: ${why.en}.` },
        parts: [{ kind: 'text', words: { zh: `${title.zh}：${why.zh}。`, en: `${title.en}: ${why.en}.` } }],
      };
    }
    const points = pointList(mine.points);
    const findings = onTheMatter((await reviewOf(deps, view.value)).findings);
    const returned = tasksReturned(view.value.taskReviews, mine.party, mine.points);
    const about = { plan: plan.no, version: plan.version };
    const standing = findings.filter(stands).slice(0, 5);
    return {
      summary: {
        zh: `请审核${title.zh}：${plan.tasks.length} 项任务，审核${points.zh}。`,
        en: `Please review ${title.en}: ${plan.tasks.length} tasks, for ${points.en}.`,
      },
      parts: [
        heading,
        {
          kind: 'facts',
          facts: [
            { name: { zh: '计划', en: 'Plan' }, value: title },
            {
              name: { zh: '任务', en: 'Tasks' },
              value: { zh: `${plan.tasks.length} 项`, en: String(plan.tasks.length) },
            },
            progressOf(view.value, { by: mine.party, points: mine.points }),
            { name: { zh: '核对意见', en: 'Findings' }, value: findingCounts(findings) },
          ],
        },
        ...findingList(standing, names),
        ...(returned.length === 0
          ? []
          : [
              {
                kind: 'list' as const,
                items: returned.map(
                  ({ task, words }): Words => ({
                    zh: `已退回：任务 ${names.task(task)}：${words}`,
                    en: `returned: task ${names.task(task)}: ${words}`,
                  }),
                ),
              },
            ]),
        {
          kind: 'choices',
          choices: [
            planChoice('review', about),
            planChoice('approve', about),
            planChoice('return', about),
            planChoice('findings', about),
          ],
        },
        {
          kind: 'note',
          words: {
            zh: '只就本单位负责的方面审核；逐项审完即算通过，有退回的任务则计划退回起草人修改。',
            en: 'You review your own points only. When all tasks are done the plan passes, or goes back with those returned.',
          },
        },
      ],
    };
  },
};

/** Why there is nothing to review any more. */
function isOver({ plan, returned, names, issued }: PlanView, version: number, hasApproved: boolean): Words | null {
  if (plan.version !== version) {
    const [said] = returned?.version === version ? returnWords(returned, names) : [];
    if (said !== undefined) return said;
    return issued.some((each) => each.version === version)
      ? done
      : { zh: '已有新版本，不必再审', en: 'has a later version' };
  }
  if (plan.state === 'draft') return { zh: '正在修改，改好后再送审', en: 'is being changed and will be sent again' };
  if (plan.state !== 'reviewing') return done;
  return hasApproved ? { zh: '您已审核通过，其他方面还在审核', en: 'you have approved; other points are open' } : null;
}

const done: Words = { zh: '审核已完成', en: 'review is complete' };
