/**
 * Checks beside the cell: everything that can be said of a worksheet before it is sent, by the same rules as the desk's own. What a row needs
 * besides itself (departments, lists, policy, counts of the register) comes as one value, the reference.
 */
import type { Calendar, CivilDate } from '../calendar.ts';
import type { Cell } from '../plan/cells.ts';
import type { ReviewInput } from '../plan/review/desk.ts';
import type { Weight } from '../plan/review/finding.ts';
import type { RowRegistry } from '../plan/task-of-row.ts';
import type { Policy } from '../policy/shape.ts';
import type { Department } from '../registry/department.ts';
import { drawable } from '../registry/drawable.ts';
import type { Inspector } from '../registry/inspector.ts';
import { wordsOfNotDrawable } from '../registry/words.ts';
import { never, ok, type Result } from '../result.ts';
import type { Words } from '../words.ts';
import type { BookRef } from './book.ts';
import { checkOutcomes } from './check/outcomes.ts';
import { checkPlan } from './check/plan.ts';
import { type OpenRow, type OpenSheet, openSheet } from './check/rows.ts';
import { wordsOfHeaderTwice, wordsOfNotOwn, wordsOfOfficeOnly } from './check/words.ts';
import { contextOf } from './context.ts';
import { columnLetters, type Grid } from './grid.ts';
import { folded } from './normalise.ts';
import type { Recognised, RecogniseRefusal } from './recognise.ts';
import { cellOf, type RowCells } from './row.ts';
import type { Sheet } from './sheet.ts';
import { sheets } from './sheets.ts';
import { oneLine } from './words.ts';

/** What the desk gives out for checking one book. Plain data; it holds nothing that the asker may not read. */
export interface Reference {
  readonly ref: BookRef;
  readonly today: CivilDate;
  readonly year: number | null;
  /** Whose rows may be filled: code and name; null for the office, which may fill all. */
  readonly own: { readonly code: string; readonly name: string } | null;
  readonly departments: readonly Department[];
  /** Names of fields that the policy demands beyond those always required. */
  readonly demand: readonly string[];
  /** For `plan-tasks`: everything that review needs besides the plan. */
  readonly plan: PlanReference | null;
}

export interface PlanReference {
  readonly no: string;
  /** The items are those of `review`. */
  readonly registry: Omit<RowRegistry, 'items'>;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly cells: readonly Cell[];
  readonly review: Omit<ReviewInput, 'plan' | 'policy' | 'calendar' | 'today' | 'departments' | 'cells'>;
  readonly doorLimit: ReviewInput['plan']['doorLimit'];
  /** Task number → remark that the task holds and that no sheet would be taken with; it may stay as it is. */
  readonly remarks?: Readonly<Record<string, string>>;
}

/** As the review weighs: the desk will not take a row that is refused; of the others it is said, and the row can be sent. */
export type { Weight };

export interface Remark {
  /** Column of the grid, -1 where the worksheet has no such column. */
  readonly column: number;
  readonly header: string;
  readonly value: string;
  readonly weight: Weight;
  /** What is wrong and what would be right, without the place. */
  readonly words: Words;
}

export interface CheckedRow {
  /** Row of the grid, from 0. */
  readonly row: number;
  /** Text of the column 行标识; '' where there is none. */
  readonly id: string;
  /** People have filled something in; false while only what the desk gave stands there, of which nothing is missing yet. */
  readonly filled: boolean;
  /** As it would be sent: every field in the desk's own form; a cell that cannot be read stays as it stands. */
  readonly cells: RowCells;
  readonly remarks: readonly Remark[];
}

export interface Checked {
  readonly recognised: Recognised;
  readonly rows: readonly CheckedRow[];
  /** Lines under the table that are no rows of it. */
  readonly notes: readonly { readonly row: number; readonly text: string }[];
  /** Said of the whole worksheet. */
  readonly remarks: readonly { readonly weight: Weight; readonly words: Words }[];
}

export type CheckGrid = (grid: Grid, reference: Reference) => Result<Checked, RecogniseRefusal>;

/** Everything that can be said of a worksheet, at once. Refused only where its header row or a required column is not there. */
export const checkGrid: CheckGrid = (grid, reference) => {
  const { ref, departments, year, demand, own } = reference;
  const context = contextOf({ departments, demand, ...(year === null ? {} : { year }) });
  switch (ref.sheet) {
    case 'plan-tasks': {
      // Two equal rows would be two tasks.
      const open = openSheet(grid, sheets['plan-tasks'], context, 'refused');
      if (!open.ok) return open;
      return ok(closed(open.value, reference.plan === null ? [] : checkPlan(open.value, reference, reference.plan)));
    }
    case 'items':
      return checked(openSheet(grid, sheets.items, context), (open) =>
        ownOnly(open, sheets.items, own, 'body', ({ body }) => body),
      );
    case 'inspectors':
      return checked(openSheet(grid, sheets.inspectors, context), (open) => {
        certificates(open, reference.today);
        return ownOnly(open, sheets.inspectors, own, 'department', ({ department }) => department);
      });
    case 'subjects':
      return checked(openSheet(grid, sheets.subjects, context), () =>
        own === null ? [] : [{ weight: 'notice', words: wordsOfOfficeOnly }],
      );
    case 'visit-list':
      return checked(openSheet(grid, sheets['visit-list'], context), () => []);
    case 'outcomes':
      return checked(openSheet(grid, sheets.outcomes, context), (open) => checkOutcomes(open, reference.today));
    default:
      return never(ref.sheet);
  }
};

function checked<V>(
  open: Result<OpenSheet<V>, RecogniseRefusal>,
  check: (open: OpenSheet<V>) => Checked['remarks'],
): Result<Checked, RecogniseRefusal> {
  return open.ok ? ok(closed(open.value, check(open.value))) : open;
}

const closed = <V>(
  { recognised, rows, notes, remarks: whole }: OpenSheet<V>,
  remarks: Checked['remarks'],
): Checked => ({
  recognised,
  rows: rows.map(({ row, id, filled, cells, remarks: said }) => ({
    row,
    id,
    filled,
    cells,
    remarks: said.sort(byWeight),
  })),
  notes,
  remarks: [...whole, ...headersTwice(recognised), ...remarks],
});

/** Somebody who inserts a column of the same name hides the one that was read until then. */
const headersTwice = ({ columns, unmapped }: Recognised): Checked['remarks'] =>
  unmapped.flatMap(({ column, header }) => {
    const taken = columns.find((each) => folded(each.header) === folded(header));
    if (taken === undefined) return [];
    const [read, left] = [taken.column, column].map(columnLetters);
    return [{ weight: 'in-principle' as const, words: wordsOfHeaderTwice(oneLine(header), read ?? '', left ?? '') }];
  });

/** Kept on the roll, since old records point there; whoever fills it in should know that he is not drawn. */
function certificates({ rows, say }: OpenSheet<Inspector>, today: CivilDate): void {
  for (const row of rows) {
    const able = row.value === null ? null : drawable(row.value, today);
    if (able !== null && !able.ok && able.error.kind === 'certificate-expired')
      say(row, 'validUntil', 'notice', wordsOfNotDrawable({ ...able.error, inspector: oneLine(able.error.inspector) }));
  }
}

const rank = { refused: 0, 'in-principle': 1, notice: 2 } as const;
const byWeight = (a: Remark, b: Remark): number => rank[a.weight] - rank[b.weight] || a.column - b.column;

/** A department keeps its own rows (福安 2018 二(一): 各部门建立本部门的“一单两库”). */
function ownOnly<V>(
  { rows, say }: OpenSheet<V>,
  { fields }: Pick<Sheet<V, string>, 'fields'>,
  own: Reference['own'],
  field: string,
  ownerOf: (value: V) => string,
): Checked['remarks'] {
  if (own === null) return [];
  const title = fields.find(({ name }) => name === field)?.header;
  const foreign = ({ value, filled, cells, remarks }: OpenRow<V>) => {
    if (value !== null) return ownerOf(value) !== own.code;
    // Faults of other cells do not hide that the row is somebody else's.
    const isRead = filled && !remarks.some(({ header, weight }) => header === title && weight === 'refused');
    return isRead && cellOf(cells, field) !== '' && cellOf(cells, field) !== own.name;
  };
  for (const row of rows.filter(foreign)) say(row, field, 'refused', wordsOfNotOwn(own.name));
  return [];
}
