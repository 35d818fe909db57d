/** A desk whose first draw was opened and handed out, with two inspectors who go to the same doors. */
import type { Actor } from '../../../bot/actor.ts';
import { enrol } from '../../../bot/verbs/people/enrol.ts';
import { outcomesKeeper } from '../../../bot/verbs/sheet/visit/outcomes.ts';
import { assignVisits } from '../../../bot/verbs/visit/assign.ts';
import { standingAssignment } from '../../../bot/verbs/visit/assignment.ts';
import type { HeldRow, RowCells, RowChange } from '../../../core/sheet/row.ts';
import { value } from '../../desk.ts';
import { ceremonyUntil, hands, type PlannedDesk, plannedDesk, times } from '../../drawn-desk.ts';

export interface HandedDesk {
  readonly desk: PlannedDesk;
  readonly ref: { readonly sheet: 'outcomes'; readonly book: string };
  readonly ceremony: number;
  /** Inspectors of the market regulator, one of whom at least goes somewhere. */
  readonly inspector: Actor;
  readonly rows: readonly HeldRow[];
}

/** @param finished what to do with the desk's clean-up: after this test, unless told otherwise */
export async function handedDesk(finished?: (cleanUp: () => void) => void): Promise<HandedDesk> {
  const desk = await plannedDesk(times.morning, finished);
  const { ceremony } = await ceremonyUntil(desk, 'opened');
  const { assignment } = value(await standingAssignment(desk.db, ceremony));
  const post = assignment.posts.find(({ department, officer }) => department === 'scjg' && officer !== null);
  const inspector = personOf('i1', '被抽中的检查人员', post?.officer ?? '');
  value(await enrol(desk, hands.drafter, inspector));
  value(await assignVisits(desk, hands.drafter, ceremony));
  const { window } = assignment.manifest;
  desk.setNow(`${window.to}T02:00:00.000Z`);
  const ref = { sheet: 'outcomes' as const, book: String(ceremony) };
  const { rows } = value(await outcomesKeeper.rows(desk, hands.liaison, ref, ''));
  return { desk, ref, ceremony, inspector, rows };
}

export const personOf = (person: string, name: string, inspector: string): Actor => ({
  person,
  name,
  department: 'scjg',
  roles: ['inspector'],
  witness: null,
  inspector,
});

/** Rows at which the department has two officers to send. */
export const manned = (rows: readonly HeldRow[]): readonly HeldRow[] =>
  rows.filter(({ cells }) => (cells.sent ?? '').includes('、'));

/** The day that both the window and the draw allow. */
export const dayIn = ({ cells }: HeldRow): string => (cells.window ?? '').slice(0, 10);

export const methodIn = ({ cells }: HeldRow): string => cells.planned ?? '实地检查';

/** What an inspector types for a clean visit. */
export const cleanOf = (row: HeldRow): RowCells => ({
  code: '未发现问题',
  checkedOn: dayIn(row),
  methods: methodIn(row),
  inspectors: '同派出',
});

/** Cells changed on the row as the workbook last got it. */
export const changed = (row: HeldRow, cells: RowCells): RowChange => ({
  id: row.id,
  base: row.version,
  set: Object.fromEntries(Object.entries(cells).map(([field, now]) => [field, { was: row.cells[field] ?? '', now }])),
  withdrawn: false,
});
