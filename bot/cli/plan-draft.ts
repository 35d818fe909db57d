/** plan draft: the departments' sheets, one after the other, compiled into one plan. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { ProposedRow, Reply } from '../../core/plan/draft.ts';
import type { RowDefaults } from '../../core/plan/task-of-row.ts';
import { wordsOfDraftRefusal, wordsOfSuggestion } from '../../core/plan/words.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { Refusal } from '../refusal.ts';
import { sayPlanSheet, sayPlanState } from '../say/plan-page.ts';
import { minuteOf } from '../today.ts';
import { draftPlan } from '../verbs/plan/draft-plan.ts';
import { namesAsHeld } from '../verbs/plan/names.ts';
import { type PlanSheet, readPlanSheet } from '../verbs/plan/read-plan-sheet.ts';
import { assumed } from './assume.ts';
import { type Door, type Progress, several, wholeNumber } from './door.ts';
import { extrasIn } from './plan-extras.ts';

export function drafting(group: Command, door: Door): void {
  group
    .command('draft <plan> <sheets...>')
    .description(
      '由各单位反馈的计划表汇总编制：部门=文件；只写文件的，各行按其牵头部门计 · from sheets: department=file, or a file of many leads',
    )
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
          const gathered = await gather(desk, { plan: no, sheets, options }, progress);
          if (!gathered.ok) return gathered;
          const { rows, replies, read } = gathered.value;
          const request = {
            no,
            year: options.year,
            rows: rows.map((row) => ({ ...row, task: dress(row.task) })),
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

interface Gathered {
  readonly rows: readonly ProposedRow[];
  readonly replies: readonly Reply[];
  readonly read: readonly { readonly file: string; readonly sheet: PlanSheet }[];
}

/** Reads one sheet after the other; made-up task numbers go on from sheet to sheet. */
async function gather(
  desk: Desk,
  { plan, sheets, options }: { plan: string; sheets: readonly string[]; options: DraftOptions },
  progress: Progress,
): Promise<Result<Gathered, Refusal>> {
  const rows: ProposedRow[] = [];
  const replies: Reply[] = [];
  const read: { file: string; sheet: PlanSheet }[] = [];
  for (const [i, given] of sheets.entries()) {
    const { department, file: path } = departmentAndFile(given);
    const file = basename(path);
    progress({ zh: `读取 ${file}`, en: `reading ${file}` });
    const at = minuteOf(desk.now());
    const reply = department === null ? null : { id: `${i + 1}-${department}`, department, at };
    const sheet = await readPlanSheet(desk, {
      bytes: await readFile(path),
      file,
      plan,
      year: options.year,
      reply,
      defaults: defaultsOf(options),
      before: rows.length,
      assume: assumed(options.assume),
    });
    if (!sheet.ok) return sheet;
    const leads = [...new Set(sheet.value.rows.map(({ task }) => task.lead))];
    replies.push(...(reply === null ? leads.map((lead) => ({ id: lead, department: lead, at })) : [reply]));
    rows.push(...sheet.value.rows);
    read.push({ file, sheet: sheet.value });
  }
  return ok({ rows, replies, read });
}

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

/** `scjg=scjg.xlsx`; a sheet without a department holds rows of several, each its own lead's. */
function departmentAndFile(given: string): { readonly department: string | null; readonly file: string } {
  const [, department = null, file = given] = /^([0-9A-Za-z_-]+)=(.+)$/.exec(given) ?? [];
  return { department, file };
}
