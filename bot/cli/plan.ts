/** plan: from the departments' sheets to a plan that the public has seen. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ProposedRow, Reply } from '../../core/plan/draft.ts';
import { wordsOfFinding } from '../../core/plan/review/words.ts';
import type { Plan } from '../../core/plan/task.ts';
import type { RowDefaults } from '../../core/plan/task-of-row.ts';
import { wordsOfDraftRefusal, wordsOfSuggestion } from '../../core/plan/words.ts';
import { type Party, parties, type ReviewPoint } from '../../core/policy/shape.ts';
import { partyWords, reviewPointWords } from '../../core/policy/words.ts';
import { ok } from '../../core/result.ts';
import { plans } from '../../db/plans.ts';
import { stateWords } from '../say/plan.ts';
import { sayPlanSheet, sayPlanState, sayTask } from '../say/plan-page.ts';
import { dayOf, minuteOf } from '../today.ts';
import { approvePlan } from '../verbs/plan/approve-plan.ts';
import { checkPlan } from '../verbs/plan/check-plan.ts';
import type { DraftRequest } from '../verbs/plan/draft-plan.ts';
import { draftPlan } from '../verbs/plan/draft-plan.ts';
import { issuePlan } from '../verbs/plan/issue-plan.ts';
import { keepFinding } from '../verbs/plan/keep-finding.ts';
import { namesAsHeld } from '../verbs/plan/names.ts';
import { publishPlan } from '../verbs/plan/publish-plan.ts';
import { type PlanSheet, readPlanSheet } from '../verbs/plan/read-plan-sheet.ts';
import { returnPlan } from '../verbs/plan/return-plan.ts';
import { planWithPolicy } from '../verbs/plan/review-as-held.ts';
import { type Door, several, wholeNumber } from './door.ts';
import { extrasIn } from './plan-extras.ts';

export const planCommands = (program: Command, door: Door): void => {
  const group = program.command('plan').description('年度抽查计划 · the annual plan');
  drafting(group, door);
  checking(group, door);
  reviewing(group, door);
  publishing(group, door);
};

function drafting(group: Command, door: Door): void {
  group
    .command('draft <plan> <sheets...>')
    .description('由各单位反馈的计划表汇总编制：部门=文件 · compile from sheets: department=file')
    .requiredOption('-y, --year <year>', '年度 · year', wholeNumber)
    .option('--scheme <id>', '分类比例所用的分类方案 · scheme of tiered ratios')
    .option('--level <level>', '按层级写的比例取哪一级 · which level of a ratio by levels')
    .option('--window <from..to>', '未写时间的任务的检查实施期 · window of rows without one', windowOf)
    .option('--publish-within <days>', '结果公示的工作日数 · working days to publication', wholeNumber, 20)
    .option('--departments <n>', '一户至多几个部门 · most departments at a door', wholeNumber, 5)
    .option('--officers <n>', '一户至多几名人员 · most officers at a door', wholeNumber, 10)
    .option('--with <file>', '表中写不下的内容（JSON：各任务的人数、专长、标签、平台编号等）· what sheets cannot say')
    .option('--reason <words>', '调整已有计划的理由 · why a plan that stands is changed')
    .option('-a, --assume <field=value>', '整份文件适用的内容 · a value for the whole file', several)
    .action((no: string, sheets: readonly string[], options: DraftOptions) =>
      door.act(
        async (desk, actor, progress) => {
          const { dress, consulted } = await extrasIn(options.with);
          const rows: ProposedRow[] = [];
          const replies: Reply[] = [];
          const read: { file: string; sheet: PlanSheet }[] = [];
          for (const [i, given] of sheets.entries()) {
            const { department, file } = departmentAndFile(given, actor.department);
            const name = basename(file);
            progress({ zh: `读取 ${name}`, en: `reading ${name}` });
            const reply = { id: `${i + 1}-${department}`, department, at: minuteOf(desk.now()) };
            const sheet = await readPlanSheet(desk, {
              bytes: await readFile(file),
              file: name,
              plan: no,
              year: options.year,
              reply,
              defaults: defaultsOf(options),
              before: rows.length,
              assume: Object.fromEntries((options.assume ?? []).map(pairOf)),
            });
            if (!sheet.ok) return sheet;
            replies.push(reply);
            rows.push(...sheet.value.rows.map((row) => ({ ...row, task: dress(row.task) })));
            read.push({ file: name, sheet: sheet.value });
          }
          const request: DraftRequest = {
            no,
            year: options.year,
            rows,
            replies,
            consulted,
            doorLimit: { departments: options.departments, officers: options.officers },
            ...(options.reason === undefined ? {} : { reason: options.reason }),
          };
          progress({ zh: '汇总编制', en: 'compiling' });
          const drafted = await draftPlan(desk, actor, request);
          return drafted.ok
            ? ok({ ...drafted.value, read, names: await namesAsHeld(desk.db, drafted.value.plan) })
            : drafted;
        },
        ({ plan, refused, suggestions, read, names }) => ({
          words: [
            sayPlanState(plan),
            ...read.flatMap(({ file, sheet }) => sayPlanSheet(file, sheet)),
            ...refused.map((each) => wordsOfDraftRefusal(each, names)),
            ...suggestions.map((each) => wordsOfSuggestion(each, names)),
          ],
          json: { plan, refused, suggestions, read },
        }),
      ),
    );
}

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
          const notices = findings.length - findings.filter(({ weight }) => weight !== 'notice').length;
          return {
            words: [
              ...shown.map((each) => wordsOfFinding(each, names)),
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
    .description('对“原则上”的意见说明理由后保留 · give a reason for what binds in principle')
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

interface DraftOptions {
  readonly year: number;
  readonly scheme?: string;
  readonly level?: string;
  readonly window?: { readonly from: string; readonly to: string };
  readonly publishWithin: number;
  readonly departments: number;
  readonly officers: number;
  readonly with?: string;
  readonly reason?: string;
  readonly assume?: readonly string[];
}

const defaultsOf = ({ scheme, level, window, publishWithin }: DraftOptions): RowDefaults => ({
  publishWithin,
  ...(scheme === undefined ? {} : { scheme }),
  ...(level === undefined ? {} : { level }),
  ...(window === undefined ? {} : { window }),
});

function windowOf(text: string): { readonly from: string; readonly to: string } {
  const found = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text);
  const [, from, to] = found ?? [];
  if (from === undefined || to === undefined || from > to)
    throw new InvalidArgumentError('应写作 2025-05-06..2025-06-30 · write it like that');
  return { from, to };
}

/** `scjg=scjg.xlsx`; a liaison's own sheet needs no department. */
function departmentAndFile(given: string, own: string): { readonly department: string; readonly file: string } {
  const found = /^([0-9A-Za-z_-]+)=(.+)$/.exec(given);
  const [, department = own, file = given] = found ?? [];
  return { department, file };
}

const pairOf = (given: string): readonly [string, string] => {
  const at = given.indexOf('=');
  return [given.slice(0, Math.max(at, 0)), given.slice(at + 1)];
};

const knownPoints = Object.keys(reviewPointWords) as readonly ReviewPoint[];

function points(text: string, before: readonly ReviewPoint[] = []): readonly ReviewPoint[] {
  const point = knownPoints.find((each) => each === text);
  if (point === undefined) throw new InvalidArgumentError(`应为 · one of: ${knownPoints.join(', ')}`);
  return [...before, point];
}
