/**
 * A real list of enterprises and four real plan tables through the whole of it: list in, trades and classes put over it, the
 * tables' tasks with the ratios that stand there, one ceremony, inspectors matched, visits merged, a record that stands alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dress } from '../../bot/practice/sample/classes.ts';
import { makeSample, type Sample } from '../../bot/practice/sample/sample.ts';
import { freeze } from '../../bot/verbs/draw/freeze.ts';
import { approvePlan } from '../../bot/verbs/plan/approve-plan.ts';
import { draftPlan } from '../../bot/verbs/plan/draft-plan.ts';
import { issuePlan } from '../../bot/verbs/plan/issue-plan.ts';
import { keepFinding } from '../../bot/verbs/plan/keep-finding.ts';
import { publishPlan } from '../../bot/verbs/plan/publish-plan.ts';
import { readPlanSheet } from '../../bot/verbs/plan/read-plan-sheet.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { assignVisits } from '../../bot/verbs/visit/assign.ts';
import { canonical } from '../../core/canonical.ts';
import type { ProposedRow } from '../../core/plan/draft.ts';
import type { Item } from '../../core/registry/item.ts';
import type { Subject } from '../../core/registry/subject.ts';
import { contextOf } from '../../core/sheet/context.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { sheetToWrite } from '../../core/sheet/template.ts';
import type { SheetToWrite } from '../../core/sheet/xlsx.ts';
import { snapshot } from '../../db/imports.ts';
import { heldSubjects } from '../../db/subjects.ts';
import { freshDesk, type TestDesk, value } from '../desk.ts';
import { fixedChance, freezing, staff, throughTheLocks } from './county.ts';

const data = join(import.meta.dirname, '../../../shared/data');
export const hasRealData = existsSync(data);

/** The bodies of the four tables, by the codes of the county that plays them all here. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  scjg: ['上高县市场监督管理局', '市市场监管局', '各区县市场监管部门'],
  zj: ['市园林局'],
  wl: ['市文旅局'],
  jt: ['市交通局'],
  nyj: ['市农业农村局'],
  sw: ['市工业和信息化局'],
  ga: ['市公安局'],
  sthj: ['市生态环境局'],
  yj: ['市应急管理局'],
};

interface Table {
  readonly file: string;
  /** What the office fills in where the table gives no number: the text there and what takes its place. */
  readonly settle: readonly (readonly [string, string])[];
  /** For each task, the trade of its subjects here. */
  readonly tags: readonly string[];
}

const tables: readonly Table[] = [
  {
    file: 'plan_shanggao_scjgj_2023.csv',
    settle: [],
    tags: ['特种设备使用', '批发零售', '旅馆', '印刷', '网吧', '食品销售', '商务服务'],
  },
  { file: 'plan_joint_taiyuan_2021.csv', settle: [], tags: ['建筑施工', '旅行社', '农药经营', '种植养殖', '制造'] },
  {
    file: 'plan_joint_guangdong_city.csv',
    settle: [['待定,待定', '60户,60']],
    tags: ['机动车检验', '运输物流', '物业服务', '危险化学品', '美容美发', '教育培训'],
  },
  {
    file: 'plan_scjgj_chongqing_2024.csv',
    settle: [['重点检查事项,,,,,,', '重点检查事项,80,5%,5—7月,各区县市场监管部门,食品生产处,']],
    tags: ['食品生产', '餐饮服务'],
  },
];

const PLAN = '实表〔2023〕1号';
const window = { from: '2023-03-01', to: '2023-11-30' };

/** What was read, planned and drawn, with a way to verify the record in another process. */
export interface RealRoad {
  readonly desk: TestDesk;
  readonly imported: Awaited<ReturnType<typeof imported>>;
  readonly rejected: readonly { readonly file: string; readonly rows: number }[];
  readonly rows: readonly ProposedRow[];
  readonly record: Awaited<ReturnType<typeof throughTheLocks>>;
  readonly handed: readonly { readonly department: string; readonly open: number }[];
  readonly verify: (change?: (record: string) => string) => { readonly status: number | null; readonly said: string };
}

/** @param most rows of the real list; all of them where left out */
export async function realRoad(finished: (cleanUp: () => void) => void, most?: number): Promise<RealRoad> {
  const fresh = await freshDesk(Object.values(staff), '2022-12-20T01:00:00.000Z', finished);
  const desk: TestDesk = { ...fresh, randomBytes: fixedChance('实表') };
  value(await adoptPolicy(desk, staff.drafter, 'fuan-2018'));
  const read = await imported(desk, most);
  const county = makeSample({ seed: '实表', subjects: 60, inspectors: 600, jurisdiction: 'fuan-2018', capacity: 200 });
  await listsIn(desk, county);
  const { rows, rejected } = await tasksIn(desk);
  await planned(desk, rows);

  desk.setNow('2022-12-28T01:00:00.000Z');
  const nos = rows.map(({ task }) => task.no);
  const frozen = value(await freeze(desk, staff.drafter, freezing(desk, PLAN, nos, { acceptShortage: true })));
  const record = await throughTheLocks(desk, frozen);
  const handed = value(await assignVisits(desk, staff.drafter, frozen.ceremony));
  const verify: RealRoad['verify'] = (change = (text) => text) => {
    const file = join(desk.folder, 'record.json');
    writeFileSync(file, change(canonical(record)));
    const cli = join(import.meta.dirname, '../../bot/cli/main.ts');
    const run = spawnSync(process.execPath, [cli, 'verify', file, '--digest', record.digest], {
      encoding: 'utf8',
      cwd: desk.folder,
    });
    return { status: run.status, said: `${run.stdout}${run.stderr}` };
  };
  return { desk, imported: read, rejected, rows, record, handed, verify };
}

/** Takes the real list in, and a second time with a trade and a class for each row. */
async function imported(desk: TestDesk, most?: number) {
  const text = readFileSync(join(data, 'zj_drawn_annualreport_42774.csv'), 'utf8');
  const lines =
    most === undefined
      ? text
      : text
          .split('\n')
          .slice(0, most + 2)
          .join('\n');
  const bytes = new TextEncoder().encode(lines);
  const [answer] = value(await importList(desk, staff.drafter, { bytes, file: '真实名单.csv', sheet: 'subjects' }));
  if (answer === undefined) throw new Error('no table');
  const subjects: Subject[] = [];
  for await (const page of heldSubjects(desk.db, await snapshot(desk.db))) subjects.push(...page);
  const dressed = dress(subjects, { seed: '实表', scheme: 'credit', date: '2022-11-30' });
  const context = contextOf({});
  await sheetIn(desk, sheetToWrite(sheets.subjects, dressed.subjects, context), 'subjects');
  await sheetIn(desk, sheetToWrite(sheets.classifications, dressed.classifications, context), 'classifications');
  return { answer, ...dressed };
}

type ListSheet = Parameters<typeof importList>[2]['sheet'];

/** As CSV: a workbook of forty thousand rows is another test's business. */
async function sheetIn(desk: TestDesk, { headers, rows }: SheetToWrite, sheet: Exclude<ListSheet, undefined>) {
  const cell = (each: unknown): string => `"${String(each ?? '').replaceAll('"', '""')}"`;
  const text = [headers, ...rows].map((row) => row.map(cell).join()).join('\n');
  const [answer] = value(
    await importList(desk, staff.drafter, { bytes: new TextEncoder().encode(text), file: `${sheet}.csv`, sheet }),
  );
  if (answer === undefined || answer.rejected.length > 0) throw new Error(JSON.stringify(answer?.rejected[0]));
}

async function listsIn(desk: TestDesk, county: Sample): Promise<void> {
  const departments = county.departments.map((each) => ({
    ...each,
    aliases: [...each.aliases, ...(aliases[each.code] ?? [])],
  }));
  const context = contextOf({ departments });
  await sheetIn(desk, sheetToWrite(sheets.departments, departments, context), 'departments');
  await sheetIn(desk, sheetToWrite(sheets.inspectors, county.inspectors, context), 'inspectors');
  // What the tables ask to be inspected stands on the list of each body that takes part.
  const [pattern] = county.items;
  if (pattern === undefined) throw new Error('no item');
  const listed = (await tasksIn(desk)).rows.flatMap(({ task }) =>
    [task.lead, ...task.partners].flatMap((body) =>
      task.bodies
        .flatMap(({ items }) => items)
        .map((name): readonly [string, string, string] => [body, name, task.name]),
    ),
  );
  const unique = new Map(listed.map((each) => [`${each[0]} ${each[1]}`, each] as const));
  const items = [...unique.values()].map(
    ([body, name, of], i): Item => ({
      ...pattern,
      ...{
        code: `SB${String(i + 1).padStart(3, '0')}`,
        name,
        body,
        subjects: of,
        category: 'general',
        statutoryCap: null,
      },
      ...{ field: '', competent: body, approving: body, list: 'joint', repealedFrom: null },
    }),
  );
  await sheetIn(desk, sheetToWrite(sheets.items, items, context), 'items');
}

/** Rows of the four tables as tasks; rows without a number are read again as the office settled them. */
async function tasksIn(desk: TestDesk): Promise<Pick<RealRoad, 'rows' | 'rejected'>> {
  const rows: ProposedRow[] = [];
  const rejected: { file: string; rows: number }[] = [];
  for (const { file, settle, tags } of tables) {
    const before = rows.length;
    const numbers = tags.map((tag, i) => [`${PLAN}-${String(before + i + 1).padStart(3, '0')}`, [tag]] as const);
    const text = readFileSync(join(data, file), 'utf8');
    const settled = settle.reduce((whole, [open, stated]) => whole.replaceAll(open, stated), text);
    const readText = async (bytes: string) =>
      value(
        await readPlanSheet(desk, {
          bytes: new TextEncoder().encode(bytes),
          ...{ file, plan: PLAN, year: 2023, before },
          reply: { id: 'reply', department: 'scjg', at: '2022-12-20T09:00' },
          defaults: { scheme: 'credit', window, publishWithin: 20, tags: Object.fromEntries(numbers) },
        }),
      );
    rejected.push({ file, rows: (await readText(text)).rejected.length });
    const read = await readText(settled);
    if (read.rejected.length + read.unusable.length > 0)
      throw new Error(`${file}: ${JSON.stringify(read).slice(0, 900)}`);
    rows.push(...read.rows.map((row) => ({ ...row, row: rows.length + row.row, reply: `reply-${row.task.lead}` })));
  }
  return { rows, rejected };
}

/** What binds only in principle here, since the tables were made under other documents. */
const reasons = [
  'no-classes',
  'alone',
  'ratio-off-list',
  'partner-silent',
  'lead-not-competent',
  'could-be-joined',
].map((finding) => ({ finding, words: '外地计划表，按原表比例抽取' }));

async function planned(desk: TestDesk, rows: readonly ProposedRow[]): Promise<void> {
  const leads = [...new Set(rows.map(({ task }) => task.lead))];
  const replies = leads.map((department) => ({ id: `reply-${department}`, department, at: '2022-12-20T09:00' }));
  const answers = rows.flatMap(({ task }) =>
    task.partners.map((partner) => ({ task: task.no, partner, answer: 'joins' as const })),
  );
  const reasoned = rows.map((row) => ({ ...row, task: { ...row.task, reasons } }));
  const doorLimit = { departments: 6, officers: 12 };
  const request = { no: PLAN, year: 2023, rows: reasoned, replies, doorLimit, consulted: { answers } };
  value(await draftPlan(desk, staff.drafter, request));
  for (const finding of ['floor-missed', 'too-few-draws']) {
    await keepFinding(desk, staff.drafter, { plan: PLAN, task: null, finding, words: '外地计划表，按原表比例抽取' });
  }
  value(await approvePlan(desk, staff.reviewer, { plan: PLAN }));
  value(await issuePlan(desk, staff.drafter, PLAN));
  const where = 'https://example.invalid/plan';
  value(await publishPlan(desk, staff.drafter, { plan: PLAN, channel: '门户网站', where, on: '2022-12-20' }));
}
