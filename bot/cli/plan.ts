/** plan: from the departments' sheets to a plan that the public has seen. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { isMet } from '../../core/plan/review/finding.ts';
import type { Plan } from '../../core/plan/task.ts';
import { type Party, parties, type ReviewPoint } from '../../core/policy/shape.ts';
import { partyWords, reviewPointWords } from '../../core/policy/words.ts';
import { ok } from '../../core/result.ts';
import { plans } from '../../db/plans.ts';
import { sayFinding, stateWords } from '../say/plan.ts';
import { sayPlanState, sayTask } from '../say/plan-page.ts';
import { dayOf } from '../today.ts';
import { approvePlan } from '../verbs/plan/approve-plan.ts';
import { checkPlan } from '../verbs/plan/check-plan.ts';
import { issuePlan } from '../verbs/plan/issue-plan.ts';
import { keepFinding } from '../verbs/plan/keep-finding.ts';
import { namesAsHeld } from '../verbs/plan/names.ts';
import { publishPlan } from '../verbs/plan/publish-plan.ts';
import { returnPlan } from '../verbs/plan/return-plan.ts';
import { planWithPolicy } from '../verbs/plan/review-as-held.ts';
import { summaryCommands } from './board.ts';
import type { Door } from './door.ts';
import { drafting } from './plan-draft.ts';
import { planReviewing } from './plan-review.ts';
import { yearCommands } from './plan-year.ts';

export const planCommands = (program: Command, door: Door): void => {
  const group = program.command('plan').description('年度抽查计划 · the annual plan');
  drafting(group, door);
  checking(group, door);
  reviewing(group, door);
  planReviewing(group, door);
  publishing(group, door);
  summaryCommands(group, door);
  yearCommands(group, door);
};

function checking(group: Command, door: Door): void {
  group
    .command('check <plan>')
    .description('按制度、清单、名录和日历核对，列出全部意见 · check against policy, lists and calendar')
    .option('--notices', '连提示一并列出 · the notices too')
    .action((no: string, options: { readonly notices?: true }) =>
      door.act(
        async (desk, actor) => {
          const checked = await checkPlan(desk, actor, no);
          return checked.ok ? ok({ ...checked.value, names: await namesAsHeld(desk.db, checked.value.plan) }) : checked;
        },
        ({ findings, clean, names }) => {
          const shown = findings.filter(({ weight }) => options.notices || weight !== 'notice');
          const notices = findings.filter((each) => each.weight === 'notice' && !isMet(each)).length;
          return {
            words: [
              ...shown.map((each) => sayFinding(each, names)),
              clean
                ? { zh: `没有须改正的意见，提示 ${notices} 条。`, en: `Nothing must be mended; ${notices} notices.` }
                : {
                    zh: `有须改正或说明理由的意见，提示 ${notices} 条。`,
                    en: `Some findings stand; ${notices} notices.`,
                  },
            ],
            json: { clean, findings },
          };
        },
      ),
    );

  group
    .command('keep <plan> <finding>')
    .description(
      '对“原则上”的意见说明理由后保留；意见写 plan check 方括号中的名称 · give a reason for what binds in principle',
    )
    .requiredOption('--reason <words>', '理由 · the reason')
    .option('--task <no>', '哪个任务，不写则为整个计划 · which task; the whole plan otherwise')
    .action((plan: string, finding: string, options: { readonly reason: string; readonly task?: string }) =>
      door.act(
        (desk, actor) => keepFinding(desk, actor, { plan, finding, task: options.task ?? null, words: options.reason }),
        (kept) => ({
          words: { zh: `理由已记入计划 ${kept.no}。`, en: `The reason stands in plan ${kept.no}.` },
          json: kept,
        }),
      ),
    );

  group
    .command('show [plan]')
    .description('计划的状态与任务；不写编号则列出全部计划 · a plan with its tasks, or all plans')
    .action((no: string | undefined) =>
      no === undefined
        ? door.look(
            async (desk) => ok(await plans(desk.db)),
            (all) => ({
              words: all.map(({ no: each, version, state }) => ({
                zh: `${each} 第 ${version} 版，${stateWords[state].zh}`,
                en: `${each}, version ${version}, ${stateWords[state].en}`,
              })),
            }),
          )
        : door.look(
            async (desk) => {
              const held = await planWithPolicy(desk, no);
              return held.ok ? ok({ plan: held.value.plan, names: await namesAsHeld(desk.db, held.value.plan) }) : held;
            },
            ({ plan, names }) => ({
              words: [sayPlanState(plan), ...plan.tasks.map((task) => sayTask(task, names))],
              json: plan,
            }),
          ),
    );
}

function reviewing(group: Command, door: Door): void {
  const asParty = () => new Option('--for <party>', '代表哪个审核单位 · for which reviewer').choices(parties);
  group
    .command('approve <plan>')
    .description('审核通过；起草人不得审核 · approve; never the drafter')
    .addOption(asParty())
    .option(
      '--points <points...>',
      '审核哪些方面，不写则为本单位应审核的全部 · which points; all of yours otherwise',
      points,
    )
    .action((plan: string, options: { readonly for?: Party; readonly points?: readonly ReviewPoint[] }) =>
      door.act(
        (desk, actor) =>
          approvePlan(desk, actor, {
            plan,
            ...(options.for === undefined ? {} : { as: options.for }),
            ...(options.points === undefined ? {} : { points: options.points }),
          }),
        ({ plan: approved, missing }) => ({
          words: [
            sayPlanState(approved),
            ...missing.map(({ by, point }) => ({
              zh: `  还缺${partyWords[by].zh}审核：${reviewPointWords[point].zh}`,
              en: `  still to be reviewed by ${partyWords[by].en}: ${reviewPointWords[point].en}`,
            })),
          ],
        }),
      ),
    );

  group
    .command('return <plan>')
    .description('退回修改 · return a plan')
    .requiredOption('--words <words>', '修改意见 · what is to be mended')
    .addOption(asParty())
    .action((plan: string, options: { readonly words: string; readonly for?: Party }) =>
      door.act(
        (desk, actor) =>
          returnPlan(desk, actor, {
            plan,
            words: options.words,
            ...(options.for === undefined ? {} : { as: options.for }),
          }),
        showState,
      ),
    );
}

function publishing(group: Command, door: Door): void {
  group
    .command('issue <plan>')
    .description('印发审核通过的计划 · issue an approved plan')
    .action((plan: string) => door.act((desk, actor) => issuePlan(desk, actor, plan), showState));

  group
    .command('publish <plan>')
    .description('登记计划的公示；公示后才能抽取 · record where the plan was published')
    .requiredOption('--channel <channel>', '渠道 · channel')
    .requiredOption('--where <address>', '网址或张贴处 · address or place')
    .option('--on <date>', '公示日期，不写则为今天 · date; today otherwise')
    .action((plan: string, options: { readonly channel: string; readonly where: string; readonly on?: string }) =>
      door.act(
        (desk, actor) => publishPlan(desk, actor, { ...options, plan, on: options.on ?? dayOf(desk.now()) }),
        showState,
      ),
    );
}

const showState = (plan: Plan) => ({ words: sayPlanState(plan), json: plan });

const knownPoints = Object.keys(reviewPointWords) as readonly ReviewPoint[];

/** Collects the points of `--points`; commander gives them one after the other. */
function points(text: string, before: readonly ReviewPoint[] = []): readonly ReviewPoint[] {
  const point = knownPoints.find((each) => each === text);
  if (point === undefined) throw new InvalidArgumentError(`应为 · one of: ${knownPoints.join(', ')}`);
  return [...before, point];
}
