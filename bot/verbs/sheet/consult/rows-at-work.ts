/**
 * A department's plan rows while a batch is settled on them: each change is weighed against the row as it stands, read as a row of a plan,
 * and takes its place or is answered with what would be right.
 */
import type { RowAnswer } from '../../../../core/api/shapes.ts';
import { departmentsOf } from '../../../../core/plan/overlap.ts';
import { type RowRegistry, taskOfRow } from '../../../../core/plan/task-of-row.ts';
import type { Context } from '../../../../core/sheet/context.ts';
import { writeCsv } from '../../../../core/sheet/csv.ts';
import { normalise } from '../../../../core/sheet/normalise.ts';
import { type PlanRow, planTasks } from '../../../../core/sheet/plan-tasks.ts';
import type { HeldRow, RowCells, RowChange } from '../../../../core/sheet/row.ts';
import { type FieldRemark, readRow, remarksOfDoubts, remarksOfFaults } from '../../../../core/sheet/row-value.ts';
import { remarkOfRowRefusal, remarksOfRowDoubts, wordsOfNotParty } from '../../../../core/sheet/task-remarks.ts';
import type { Words } from '../../../../core/words.ts';
import type { ReplyRow } from '../../../../db/reply-rows.ts';
import { rowWords } from '../../../say/sheet.ts';
import { planRowOf } from '../../consult/keep-rows.ts';
import { plainDefaults } from '../../consult/sheet.ts';
import { answer, refused, sameCells, weigh } from '../weigh.ts';

export interface AtWork {
  readonly rows: readonly ReplyRow[];
  readonly context: Context;
  readonly registry: RowRegistry;
  /** What a version that is written now says of itself. */
  readonly version: Pick<ReplyRow, 'department' | 'seq' | 'person' | 'at'>;
  readonly nameOf: (person: string) => string;
}

export interface RowsAtWork {
  /** Settles one change; later ones see what it left. */
  readonly settle: (change: RowChange) => RowAnswer;
  /** Versions that are new. */
  readonly written: () => readonly ReplyRow[];
  /** All that stand now, in their order. */
  readonly standing: () => readonly ReplyRow[];
}

export const planFields: ReadonlySet<string> = new Set(planTasks.fields.map(({ name }) => name));

export function rowsAtWork({ rows, context, registry, version, nameOf }: AtWork): RowsAtWork {
  const now = new Map(rows.map((row) => [row.id, row]));
  const values = new Map<string, PlanRow | null>(rows.map((row) => [row.id, planRowOf(row, context)]));
  const written = new Map<string, ReplyRow>();
  let last = rows.reduce((most, { held }) => Math.max(most, held?.position ?? 0), 0);

  const write = (row: ReplyRow, value: PlanRow | null) => {
    now.set(row.id, row);
    values.set(row.id, value);
    written.set(row.id, row);
  };
  const others = (id: string) => [...values].flatMap(([other, value]) => (other === id ? [] : (value ?? [])));

  function remarksOn(
    id: string,
    value: PlanRow,
  ): { readonly wrong: readonly FieldRemark[]; readonly notes: readonly FieldRemark[] } {
    const wrong: FieldRemark[] = [];
    const key = planTasks.keyOf(value);
    const twin = others(id).find((each) => planTasks.keyOf(each) === key || (value.no !== '' && each.no === value.no));
    if (twin !== undefined)
      wrong.push(planTasks.keyOf(twin) === key ? at('', rowWords.duplicate) : at('no', rowWords.numberTaken));
    const made = taskOfRow(value, value.no === '' ? id : value.no, registry, plainDefaults);
    if (!made.ok) return { wrong: [...wrong, remarkOfRowRefusal(made.error)], notes: [] };
    const { task, doubts } = made.value;
    if (!departmentsOf(task).includes(version.department)) wrong.push(at('lead', wordsOfNotParty));
    return { wrong, notes: remarksOfRowDoubts(doubts, value) };
  }

  function settle(change: RowChange): RowAnswer {
    const before = now.get(change.id);
    const held = before === undefined ? null : heldRow(before, nameOf);
    const weighed = weigh(change, { held, fields: planFields, sheet: planTasks, context, stays: null });
    if (weighed.kind === 'answered') return weighed.answer;
    if (weighed.kind === 'withdrawn') {
      write({ ...version, id: change.id, held: null }, null);
      return weighed.answer;
    }
    const read = readRow(planTasks, weighed.cells, context);
    if (!read.ok) return refused(change, held, remarksOfFaults(read.error));
    const { value, doubts } = read.value;
    const { wrong, notes } = remarksOn(change.id, value);
    if (wrong.length > 0) return refused(change, held, wrong);
    const cells = withWords(read.value.cells, weighed.cells);
    const remarks = [...remarksOfDoubts(doubts), ...notes];
    if (held !== null && sameCells(held.cells, cells)) return answer(change, 'unchanged', held, remarks);
    if (held === null) last += 1;
    const position = before?.held?.position ?? last;
    const row: ReplyRow = { ...version, id: change.id, held: { position, cells } };
    write(row, value);
    return answer(change, weighed.outcome, heldRow(row, nameOf), remarks);
  }

  return {
    settle,
    written: () => [...written.values()],
    standing: () => [...now.values()].filter(({ held }) => held !== null).sort((a, b) => placeOf(a) - placeOf(b)),
  };
}

const at = (field: string, words: Words): FieldRemark => ({ field, words });
const placeOf = ({ held }: ReplyRow): number => held?.position ?? 0;

/** A row as it is given out; null where it is withdrawn. */
export function heldRow(
  { id, seq, person, at: when, held }: ReplyRow,
  nameOf: (person: string) => string,
  locked: Words | null = null,
): HeldRow | null {
  return held === null ? null : { id, version: String(seq), cells: held.cells, by: nameOf(person), at: when, locked };
}

/** The desk's own writing; words that it keeps no value of (“根据需要”) stay as they were written. */
function withWords(cells: RowCells, sent: RowCells): RowCells {
  const kept: Record<string, string> = { ...cells };
  for (const { name, purpose } of planTasks.fields) {
    const words = normalise(sent[name] ?? '', purpose).text;
    if (kept[name] === undefined && words !== '') kept[name] = words;
  }
  return kept;
}

/** The rows as the file that the department would have sent. */
export const rowsAsFile = (rows: readonly ReplyRow[]): Uint8Array =>
  new TextEncoder().encode(
    writeCsv([
      planTasks.fields.map(({ header }) => header),
      ...rows.map(({ held }) => planTasks.fields.map(({ name }) => held?.cells[name] ?? '')),
    ]),
  );
