/**
 * 申报数据: a department, or the office for it, states numbers that arise elsewhere, for a span of days and with their source. Stating a
 * span again corrects it; the earlier statement stays on record. From a file each department's span is taken or refused by itself.
 */
import { checkNumbers, isNumberKey, type NumberKey, type Span } from '../../../core/bulletin/number.ts';
import { parseDate, yearOf } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { contextOf } from '../../../core/sheet/context.ts';
import { planLimits } from '../../../core/sheet/grid.ts';
import { openFile } from '../../../core/sheet/open.ts';
import { type RejectedRow, readSheet } from '../../../core/sheet/read.ts';
import { type StatedRow, statedNumbers } from '../../../core/sheet/stated-numbers.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { ownerOf } from '../outcome/reach.ts';
import { departmentNamed, departmentsAsHeld } from '../registry/departments.ts';
import { lineMost, tooLong } from '../too-long.ts';
import { type NumbersStated, numbersStated } from './numbers.ts';

export interface NumbersInput extends Span {
  readonly department: string;
  readonly source: string;
  readonly numbers: readonly { readonly key: string; readonly n: number }[];
}

export interface NumbersTaken {
  readonly department: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** They took the place of numbers stated before. */
  readonly corrected: boolean;
}

export async function stateNumbers(
  deps: Deps,
  actor: Actor,
  input: NumbersInput,
): Promise<Result<NumbersTaken, Refusal>> {
  const own = await departmentNamed(deps.db, input.department);
  if (own === null) return refuse('bulletin', { reason: 'no-department', department: input.department });
  const department = own.code;
  const allowed = authorise(actor, 'state-number', ownerOf(actor, department, await departmentsAsHeld(deps.db)));
  if (!allowed.ok) return allowed;
  const source = input.source.toWellFormed().trim();
  if (source === '') return refuse('bulletin', { reason: 'no-source' });
  const long = tooLong(source, lineMost);
  if (long !== null) return refuse('bulletin', long);
  for (const text of [input.from, input.to])
    if (!parseDate(text).ok) return refuse('bulletin', { reason: 'not-a-day', text });
  if (input.numbers.length === 0) return refuse('bulletin', { reason: 'no-numbers' });
  const numbers = new Map<NumberKey, number>();
  for (const { key, n } of input.numbers) {
    if (!isNumberKey(key)) return refuse('bulletin', { reason: 'no-such-number', text: key });
    numbers.set(key, n);
  }
  const { from, to } = input;
  return enact<NumbersTaken>(deps, async (at) => {
    const held = (await numbersStated(deps.db)).filter((each) => each.department === department);
    const fits = checkNumbers({ from, to }, numbers, held, dayOf(at.now));
    if (!fits.ok)
      return refuse('bulletin', { reason: 'numbers', department, span: { from, to }, findings: fits.error });
    const last = new Map(
      held.filter((each) => each.from === from && each.to === to).map((each) => [each.key, each] as const),
    );
    const known = [...numbers].every(([key, n]) => last.get(key)?.n === n && last.get(key)?.source === source);
    const corrected = !known && [...numbers.keys()].some((key) => last.has(key));
    const value = { department, from, to, count: numbers.size, corrected };
    if (known) return already(value);
    const body: NumbersStated = {
      period: `numbers/${yearOf(to)}`,
      department,
      from,
      to,
      source,
      numbers: [...numbers].map(([key, n]) => ({ key, n })),
    };
    return ok({ facts: [factOf(actor, 'state-number', asJson(body))], value });
  });
}

export interface NumbersFromFile {
  readonly taken: readonly NumbersTaken[];
  /** Each with why: the others stand. */
  readonly refused: readonly Refusal[];
  readonly rejected: readonly RejectedRow[];
}

/** @param file as it is called, for what is said about it */
export async function stateNumbersFrom(
  deps: Deps,
  actor: Actor,
  { bytes, file }: { readonly bytes: Uint8Array; readonly file: string },
): Promise<Result<NumbersFromFile, Refusal>> {
  const opened = await openFile(bytes, planLimits);
  if (!opened.ok) return refuse('bulletin', { reason: 'file', file, why: opened.error });
  const departments = await departmentsAsHeld(deps.db);
  const context = contextOf({ departments, year: yearOf(dayOf(deps.now())) });
  const [grid = { name: '', rows: [] }] = opened.value;
  const read = readSheet(grid, statedNumbers, context);
  if (!read.ok) return refuse('bulletin', { reason: 'header', file, why: read.error });
  const rows = read.value.accepted.map(({ value }) => value);
  const { rejected } = read.value;
  if (rows.length === 0) return refuse('bulletin', { reason: 'no-row', file, rejected });
  const taken: NumbersTaken[] = [];
  const refused: Refusal[] = [];
  for (const all of grouped(rows)) {
    const [first] = all;
    if (first === undefined) continue;
    const { department, from, to, source } = first;
    const numbers = all.map(({ key, n }) => ({ key, n }));
    const done = await stateNumbers(deps, actor, { department, from, to, source, numbers });
    if (done.ok) taken.push(done.value);
    else refused.push(done.error);
  }
  const [only] = refused;
  return taken.length === 0 && only !== undefined ? err(only) : ok({ taken, refused, rejected });
}

/** Numbers of one department for one span from one source were counted together. */
const grouped = (rows: readonly StatedRow[]): readonly (readonly StatedRow[])[] => [
  ...Map.groupBy(rows, ({ department, from, to, source }) => canonical([department, from, to, source])).values(),
];
