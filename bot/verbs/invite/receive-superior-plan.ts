/**
 * 上级计划接收 (石狮 三(一); 甘州 二(二)1): a plan that province or city sent as a sheet. Its numbers, dates and lead stay as they came; the
 * departments that it names here are asked to sign.
 */
import { type CivilDate, yearOf } from '../../../core/calendar.ts';
import {
  fromAbove,
  lineOf,
  type SuperiorLevel,
  type SuperiorPlan,
  superiorLevels,
} from '../../../core/consult/superior.ts';
import { departmentsOf } from '../../../core/plan/overlap.ts';
import type { RowDefaults } from '../../../core/plan/task-of-row.ts';
import type { Department } from '../../../core/registry/department.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { type PlanSheet, readPlanSheet } from '../plan/read-plan-sheet.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { nextNo, stageSuperiorTasks, superiorPlansIn } from './recorded.ts';

export interface SuperiorRequest {
  readonly bytes: Uint8Array;
  readonly file: string;
  /** 文号 or number on the platform. */
  readonly number: string;
  readonly level: string;
  /** Who issued it, and who leads there; the issuer where left out. */
  readonly from: string;
  readonly lead?: string;
  readonly year?: number;
  /** Codes of the departments that must sign; those that the sheet names where left out. */
  readonly sign?: readonly string[];
  /** Names of bodies above as the sheet writes them → code of our department of the same line. */
  readonly counterparts?: Readonly<Record<string, string>>;
  readonly defaults?: Partial<RowDefaults>;
}

export interface Received {
  readonly superior: SuperiorPlan;
  /** Rows that could not be read, and what is doubtful in others. */
  readonly sheet: PlanSheet;
  /** Numbers that stand in more than one row; the first row counts. */
  readonly doubled: readonly string[];
}

/** Working days to publication of tasks whose plan from above gives none; our policy's own rule is asked by review. */
const publishWithin = 20;

/** More would not be read in a chat. */
const faultsNamed = 5;

export async function receiveSuperiorPlan(
  deps: Deps,
  actor: Actor,
  request: SuperiorRequest,
): Promise<Result<Received, Refusal>> {
  const { db } = deps;
  const allowed = authorise(actor, 'receive-superior-plan');
  if (!allowed.ok) return allowed;
  const number = request.number.trim();
  if (number === '' || number.length > 60) return refuse('invite', { reason: 'bad-superior-number', number });
  const level = superiorLevels.find((each) => each === request.level);
  if (level === undefined)
    return refuse('invite', { reason: 'bad-level', level: request.level, levels: superiorLevels });
  const from = request.from.trim();
  if (from === '' || from.length > 100) return refuse('invite', { reason: 'issuer-missing' });
  const departments = await departmentsAsHeld(db);
  const stray = (request.sign ?? []).find((code) => !departments.some((each) => each.code === code));
  if (stray !== undefined) return refuse('invite', { reason: 'not-a-department', department: stray });
  const today: CivilDate = dayOf(deps.now());
  const year = request.year ?? yearOf(today);
  const read = await readPlanSheet(deps, {
    bytes: request.bytes,
    file: request.file,
    plan: number.replace(/\s+/g, ''),
    year,
    reply: null,
    defaults: { publishWithin, ...request.defaults },
    before: 0,
    knownAs: (each) => asNamedAbove(each, level, from, request.counterparts ?? {}),
  });
  if (!read.ok) return read;
  const sheet = read.value;
  const { rows, rejected, unusable } = sheet;
  if (rows.length === 0) {
    const counts = { rejected: rejected.length, unusable: unusable.length };
    const faults = rejected.flatMap((each) => each.faults).slice(0, faultsNamed);
    return refuse('invite', { reason: 'nothing-read', file: request.file, ...counts, faults });
  }
  const head = { number, level, lead: request.lead?.trim() || from };
  const byNo = new Map([...rows].reverse().map(({ task }) => [task.no, task]));
  const tasks = [...byNo.values()].reverse().map((task) => fromAbove(task, head));
  const doubled = [...new Set(rows.map(({ task }) => task.no).filter((no, i, all) => all.indexOf(no) !== i))];
  const named = new Set(tasks.flatMap(departmentsOf));
  const sign = request.sign ?? departments.map(({ code }) => code).filter((code) => named.has(code));
  const page = await stageSuperiorTasks(db, tasks);
  return enact<Received>(deps, async (at) => {
    const known = await superiorPlansIn(db);
    const same = known.find((each) => each.number === number);
    if (same?.page === page) return already({ superior: same, sheet, doubled });
    if (same !== undefined) return refuse('invite', { reason: 'received-already', number, no: same.no });
    const superior: SuperiorPlan = {
      no: await nextNo(db, 'superior-plan-received'),
      ...head,
      from,
      year,
      sign,
      lines: tasks.map(lineOf),
      page,
      on: dayOf(at.now),
    };
    return ok({
      facts: [factOf(actor, 'receive-superior-plan', asJson(superior))],
      value: { superior, sheet, doubled },
    });
  });
}

/**
 * A plan from above names its own bodies: 省市场监管局, 省公安厅. They mean our department of the same line, where only one can be
 * meant; others the receiver names.
 */
function asNamedAbove(
  departments: readonly Department[],
  level: SuperiorLevel,
  from: string,
  counterparts: Readonly<Record<string, string>>,
): readonly Department[] {
  const plain = level === 'province' ? '省' : '市';
  // 甘肃省联席会议办公室 writes of 甘肃省住房和城乡建设厅 as well as of 省住房和城乡建设厅.
  const own = /^[\u4e00-\u9fff]{2,8}?(?:省|自治区|市(?!场))/u.exec(from)?.[0];
  const prefixes = own === undefined ? [plain] : [plain, own];
  const brigade = level === 'province' ? '总队' : '支队';
  return departments.map((department) => {
    const bare = [department.name, ...department.aliases].map((name) =>
      name.replace(/^[\u4e00-\u9fff]{1,6}?(?:自治县|县|区|市(?!场)|旗)(?=[\u4e00-\u9fff]{3,})/, ''),
    );
    const above = prefixes.flatMap((prefix) =>
      bare.flatMap((name) =>
        [name, name.replace(/局$/, '厅'), name.replace(/大队$/, brigade)].map((each) => `${prefix}${each}`),
      ),
    );
    const stated = Object.entries(counterparts).flatMap(([name, code]) => (code === department.code ? [name] : []));
    return { ...department, aliases: [...new Set([...department.aliases, ...above, ...stated])] };
  });
}
