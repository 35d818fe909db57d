/** plan submit, review, see, seen, change: a plan among people, before and after it is issued. */
import { type Command, Option } from 'commander';
import { type Party, parties, type ReviewPoint } from '../../core/policy/shape.ts';
import { reviewPointWords } from '../../core/policy/words.ts';
import { ok } from '../../core/result.ts';
import { sayPlanState } from '../say/plan-page.ts';
import { changeTask } from '../verbs/plan/change-task.ts';
import { planView, seenOf } from '../verbs/plan/plan-view.ts';
import { reviewTask } from '../verbs/plan/review-task.ts';
import { seePlan } from '../verbs/plan/see-plan.ts';
import { submitPlan } from '../verbs/plan/submit-plan.ts';
import { type Door, WrongCall, wholeNumber } from './door.ts';

export function planReviewing(group: Command, door: Door): void {
  group
    .command('submit <plan>')
    .description('送审，通知审核人员 · send a plan to its reviewers')
    .action((plan: string) =>
      door.act(
        (desk, actor) => submitPlan(desk, actor, plan),
        ({ reviewers }) => ({
          words: {
            zh: `已送审，审核人员：${reviewers.map(({ person }) => person).join('、')}。`,
            en: `Sent for review to ${reviewers.map(({ person }) => person).join(', ')}.`,
          },
          json: reviewers,
        }),
      ),
    );

  group
    .command('review <plan> <version> <task> <pass|return>')
    .description('逐项审核：一项任务通过或退回 · pass or return one task')
    .option('--words <words>', '修改意见，退回的必填 · what is to be mended')
    .addOption(new Option('--for <party>', '代表哪个审核单位 · for which reviewer').choices(parties))
    .addOption(new Option('--point <point>', '只就一个方面 · on one point').choices(Object.keys(reviewPointWords)))
    .action((plan: string, version: string, task: string, said: string, options: ReviewOptions) => {
      if (said !== 'pass' && said !== 'return') {
        throw new WrongCall({
          zh: `应写 pass（通过）或 return（退回），现为“${said}”。`,
          en: `pass or return, not “${said}”.`,
        });
      }
      const verdict = said === 'pass' ? ('approved' as const) : ('returned' as const);
      return door.act(
        (desk, actor) =>
          reviewTask(desk, actor, {
            plan,
            version: wholeNumber(version),
            ...(options.for === undefined ? {} : { as: options.for }),
            ...(options.point === undefined ? {} : { points: [options.point] }),
            verdicts: [{ task, verdict, words: options.words ?? '' }],
          }),
        ({ plan: after, open, returned, wentBack }) => ({
          words: wentBack
            ? {
                zh: `各项已审完，退回 ${returned.length} 项，计划退回修改。`,
                en: `All tasks are done, ${returned.length} returned: the plan goes back.`,
              }
            : {
                zh: `${sayPlanState(after).zh}还有 ${open.length} 项未审。`,
                en: `${sayPlanState(after).en} ${open.length} tasks are open.`,
              },
          json: { open, returned, wentBack },
        }),
      );
    });

  group
    .command('see <plan> <version>')
    .description('阅知已印发的计划 · note an issued plan')
    .action((plan: string, version: string) =>
      door.act(
        (desk, actor) => seePlan(desk, actor, { plan, version: wholeNumber(version) }),
        (note) => ({
          words: {
            zh: `已登记阅知：计划 ${note.plan} 第 ${note.version} 版。`,
            en: `Noted: plan ${note.plan}, version ${note.version}.`,
          },
        }),
      ),
    );

  group
    .command('seen <plan>')
    .description('谁已阅知 · who has noted it')
    .action((plan: string) =>
      door.look(
        async (desk) => {
          const view = await planView(desk, plan);
          return view.ok ? ok({ names: view.value.names, seen: await seenOf(desk, view.value) }) : view;
        },
        ({ names, seen }) => ({
          words: seen.map(({ department, name, seen: is }) => ({
            zh: `${names.department(department)} ${name}：${is ? '已阅知' : '未阅知'}`,
            en: `${names.department(department)} ${name}: ${is ? 'noted' : 'not yet'}`,
          })),
          json: seen,
        }),
      ),
    );

  group
    .command('change <plan> <version> <task>')
    .description('调整或取消一项任务，成为新版本 · change or drop one task, as a new version')
    .requiredOption('--reason <words>', '调整理由 · why')
    .option('--ratio <cell>', '抽查比例，如 A类1%、B类5% · its ratio')
    .option('--from <date>', '检查实施期自 · window from')
    .option('--to <date>', '检查实施期至 · window to')
    .option('--drop', '取消这项任务 · drop the task')
    .action((plan: string, version: string, task: string, { reason, ratio, from, to, drop }: ChangeOptions) =>
      door.act(
        (desk, actor) =>
          changeTask(desk, actor, {
            plan,
            version: wholeNumber(version),
            task,
            change: drop ? { kind: 'drop' } : { kind: 'set', ratio: ratio ?? '', from: from ?? '', to: to ?? '' },
            reason,
          }),
        (drafted) => ({ words: sayPlanState(drafted.plan), json: drafted.plan }),
      ),
    );
}

interface ReviewOptions {
  readonly words?: string;
  readonly for?: Party;
  readonly point?: ReviewPoint;
}

interface ChangeOptions {
  readonly reason: string;
  readonly ratio?: string;
  readonly from?: string;
  readonly to?: string;
  readonly drop?: true;
}
