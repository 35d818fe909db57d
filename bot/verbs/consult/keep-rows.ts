/**
 * The rows of a department's sheets, kept one by one beside the files: whatever door a sheet or a row comes in by, the workbook and the
 * thread say the same. A file that takes the place of another one changes the rows that it changes, brings new ones and withdraws the rest.
 */
import type { InStatement } from '@libsql/client/web';
import { canonical } from '../../../core/canonical.ts';
import type { ConsultationState, ReplyOnRecord } from '../../../core/consult/state.ts';
import { type Context, contextOf } from '../../../core/sheet/context.ts';
import { type PlanRow, planTasks } from '../../../core/sheet/plan-tasks.ts';
import { layRow, readRow } from '../../../core/sheet/row-value.ts';
import type { At } from '../../../db/commit.ts';
import type { Db } from '../../../db/database.ts';
import { type ReplyRow, replyRows, replyRowsInsert } from '../../../db/reply-rows.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { minuteOf } from '../../today.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { plainDefaults, planNumberOf, readSent, sheetBytes } from './sheet.ts';

export interface RowsOnRecord {
  /** In their order; withdrawn ones too. */
  readonly rows: readonly ReplyRow[];
  /** For replies of a time when rows were not kept: statements that keep what their files say. */
  readonly catchUp: readonly InStatement[];
}

export const contextFor = async (db: Db, year: number): Promise<Context> =>
  contextOf({ departments: await departmentsAsHeld(db), year });

export async function rowsOnRecord(deps: Deps, state: ConsultationState, department: string): Promise<RowsOnRecord> {
  const rows = await replyRows(deps.db, state.no, department);
  const latest = state.replies.get(department)?.latest;
  if (rows.length > 0 || latest === undefined || latest.sheets.length === 0) return { rows, catchUp: [] };
  const context = await contextFor(deps.db, state.year);
  const { seq, by: person, at } = latest;
  const read = (await rowsInSheets(deps, state, latest)).map((value, i): ReplyRow => {
    const held = { position: i + 1, cells: layRow(planTasks, value, context) };
    return { department, id: madeId(seq, i), seq, person, at, held };
  });
  return { rows: read, catchUp: replyRowsInsert(state.no, seq, read) };
}

/** Statements that make the rows say what the sheets of a new reply say; none where the sheets are those of the reply before. */
export async function rowsAfterReply(
  deps: Deps,
  actor: Actor,
  at: At,
  state: ConsultationState,
  reply: ReplyOnRecord,
): Promise<readonly InStatement[]> {
  const { department } = reply;
  const before = state.replies.get(department)?.latest.sheets ?? [];
  if (canonical(before.map(({ pages }) => [...pages])) === canonical(reply.sheets.map(({ pages }) => [...pages])))
    return [];
  const context = await contextFor(deps.db, state.year);
  const { rows, catchUp } = await rowsOnRecord(deps, state, department);
  const standing = rows.filter(({ held }) => held !== null).map((row) => ({ row, value: planRowOf(row, context) }));
  const targets = await rowsInSheets(deps, state, reply);
  const meant = matched(standing, targets);
  const version = { department, seq: at.seq, person: actor.person, at: minuteOf(at.now) };
  let position = Math.max(0, ...standing.map(({ row }) => row.held?.position ?? 0));
  const written = targets.flatMap((value, i): ReplyRow[] => {
    const cells = layRow(planTasks, value, context);
    const found = meant.get(i);
    if (found === undefined) {
      position += 1;
      return [{ ...version, id: madeId(at.seq, i), held: { position, cells } }];
    }
    const stands = found.value === null ? null : layRow(planTasks, found.value, context);
    if (stands !== null && canonical({ ...stands }) === canonical({ ...cells })) return [];
    return [{ ...version, id: found.row.id, held: { position: found.row.held?.position ?? 0, cells } }];
  });
  const taken = new Set([...meant.values()].map(({ row }) => row.id));
  const withdrawn = standing
    .filter(({ row }) => !taken.has(row.id))
    .map(({ row }): ReplyRow => ({ ...version, id: row.id, held: null }));
  return [...catchUp, ...replyRowsInsert(state.no, at.seq, [...written, ...withdrawn])];
}

interface Standing {
  readonly row: ReplyRow;
  readonly value: PlanRow | null;
}

/** Which standing row each row of the files is: the one about the same, else the one of its number, else of its name and lead. */
function matched(standing: readonly Standing[], targets: readonly PlanRow[]): ReadonlyMap<number, Standing> {
  const found = new Map<number, Standing>();
  const left = new Set(standing);
  const marks: readonly ((value: PlanRow) => string)[] = [
    (value) => planTasks.keyOf(value),
    ({ no }) => no,
    ({ name, lead }) => `${name}\t${lead}`,
  ];
  for (const markOf of marks) {
    targets.forEach((target, i) => {
      const mark = markOf(target);
      if (found.has(i) || mark === '') return;
      const same = [...left].find(({ value }) => value !== null && markOf(value) === mark);
      if (same === undefined) return;
      found.set(i, same);
      left.delete(same);
    });
  }
  return found;
}

/** Rows of a reply's files and forms as they are read now, in their order. */
async function rowsInSheets(
  deps: Deps,
  { no, year }: ConsultationState,
  { department, at, sheets }: Pick<ReplyOnRecord, 'department' | 'at' | 'sheets'>,
): Promise<readonly PlanRow[]> {
  const rows: PlanRow[] = [];
  const reply = { id: no, department, at };
  for (const sheet of sheets) {
    const given = { file: sheet.file, bytes: await sheetBytes(deps.db, sheet) };
    const asked = { year, plan: planNumberOf(year), reply, defaults: plainDefaults, before: rows.length };
    const { sheet: read } = await readSent(deps, given, asked);
    rows.push(...(read?.rows.map(({ said }) => said) ?? []));
  }
  return rows;
}

export function planRowOf({ held }: ReplyRow, context: Context): PlanRow | null {
  const read = held === null ? null : readRow(planTasks, held.cells, context);
  return read?.ok ? read.value.value : null;
}

/** Files know no ids: a row that came with one is named after the fact that it came with. */
const madeId = (seq: number, place: number): string => `f${seq}-${place + 1}`;
