/** A department's plan sheet into proposed rows: each names the department's reply; rows that cannot be read are given back. */
import type { ProposedRow, Reply } from '../../../core/plan/draft.ts';
import {
  type RowDefaults,
  type RowDoubts,
  type RowRefusal,
  type RowRegistry,
  taskOfRow,
} from '../../../core/plan/task-of-row.ts';
import { schemesOf } from '../../../core/policy/ask.ts';
import type { Department } from '../../../core/registry/department.ts';
import { ok, type Result } from '../../../core/result.ts';
import { contextOf } from '../../../core/sheet/context.ts';
import { type Grid, planLimits } from '../../../core/sheet/grid.ts';
import { openFile } from '../../../core/sheet/open.ts';
import { type PlanRow, planTasks } from '../../../core/sheet/plan-tasks.ts';
import { type RejectedRow, readSheet } from '../../../core/sheet/read.ts';
import { recognise } from '../../../core/sheet/recognise.ts';
import type { Db } from '../../../db/database.ts';
import { readProfiles } from '../../../db/subjects.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { registryAsHeld } from './registry-as-held.ts';

export interface PlanSheetRequest {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly plan: string;
  readonly year: number;
  /** The department's answer that the file came with; null where each row is its own lead's, by the lead's code. */
  readonly reply: Reply | null;
  readonly defaults: RowDefaults;
  /** Field name → text for columns that the file lacks. */
  readonly assume?: Readonly<Record<string, string>>;
  /** Rows read from other sheets before, so that made-up task numbers go on. */
  readonly before: number;
  /** Departments under further names: a plan from above writes them in its own way. */
  readonly knownAs?: (departments: readonly Department[]) => readonly Department[];
}

/** A proposed task with the row that it was made from. */
export interface ReadRow extends ProposedRow {
  readonly said: PlanRow;
}

export interface PlanSheet {
  readonly rows: readonly ReadRow[];
  readonly rejected: readonly RejectedRow[];
  readonly unusable: readonly { readonly row: number; readonly name: string; readonly why: RowRefusal }[];
  readonly doubts: readonly ({ readonly row: number; readonly task: string } & RowDoubts)[];
}

export async function readPlanSheet(
  deps: Pick<Deps, 'db'>,
  request: PlanSheetRequest,
): Promise<Result<PlanSheet, Refusal>> {
  const { file, year, reply, defaults } = request;
  const opened = await openFile(request.bytes, planLimits);
  const held = await rowRegistryAsHeld(deps.db, year);
  if (!held.ok) return held;
  if (!opened.ok) return refuse('plan', { reason: 'file', file, why: opened.error });
  const { departments, registry } = held.value;
  const named = request.knownAs?.(departments) ?? departments;
  const context = contextOf({ departments: named, year, assume: request.assume ?? {} });
  const read = readSheet(planGrid(opened.value), planTasks, context);
  if (!read.ok) return refuse('plan', { reason: 'header', file, why: read.error });
  const rows: ReadRow[] = [];
  const unusable: { row: number; name: string; why: RowRefusal }[] = [];
  const doubts: ({ row: number; task: string } & RowDoubts)[] = [];
  for (const { row, value } of read.value.accepted) {
    const no = value.no === '' ? numberOf(request.plan, request.before + rows.length + 1) : value.no;
    const made = taskOfRow(value, no, registry, defaults);
    if (!made.ok) {
      unusable.push({ row: row + 1, name: value.name, why: made.error });
      continue;
    }
    const { task, doubts: found } = made.value;
    rows.push({ row: row + 1, reply: reply?.id ?? task.lead, task, said: value });
    if (found.unlistedItems.length > 0 || found.unknownSubjects !== null)
      doubts.push({ row: row + 1, task: no, ...found });
  }
  return ok({ rows, rejected: read.value.rejected, unusable, doubts });
}

export interface RowRegistryAsHeld {
  readonly departments: readonly Department[];
  readonly registry: RowRegistry;
}

/** What making a task of a row needs, as it is held now and by the policy of the plan's year. */
export async function rowRegistryAsHeld(db: Db, year: number): Promise<Result<RowRegistryAsHeld, Refusal>> {
  const lastDay = `${year}-12-31`;
  const policy = await policyInForce(db, lastDay);
  if (policy === null) return refuse('plan', { reason: 'no-policy', on: lastDay });
  const { departments, items } = await registryAsHeld(db);
  const tags = [...new Set([...(await readProfiles(db)).values()].flatMap((profile) => profile.tags))];
  const schemes = schemesOf(policy, lastDay).map(({ value }) => ({
    id: value.id,
    labels: value.classes.map(({ label }) => label),
  }));
  return ok({ departments, registry: { items, tags, schemes } });
}

/** The number that a row without one gets. */
export const numberOf = (plan: string, n: number): string => `${plan}-${String(n).padStart(3, '0')}`;

/** The table of a workbook that is most like a plan; the first one where none is, whose refusal then says what is missing. */
function planGrid(grids: readonly Grid[]): Grid {
  const taken = grids.map((grid) => {
    const found = recognise(grid, planTasks);
    return { grid, columns: found.ok ? found.value.columns.length : 0 };
  });
  const best = taken.reduce((a, b) => (b.columns > a.columns ? b : a), { grid: grids[0] ?? noTable, columns: 0 });
  return best.grid;
}

const noTable: Grid = { name: '', rows: [] };
