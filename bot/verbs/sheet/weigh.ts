/**
 * One changed row of a workbook beside the row that is held: what can be said of it before its cells are read. What was sent may be wrong
 * in every way; each row is answered for itself.
 */
import type { RowAnswer } from '../../../core/api/shapes.ts';
import { canonical } from '../../../core/canonical.ts';
import { digestText } from '../../../core/digest.ts';
import { never } from '../../../core/result.ts';
import { type HeldRow, type RowCells, type RowChange, settleRow } from '../../../core/sheet/row.ts';
import type { FieldRemark } from '../../../core/sheet/row-value.ts';
import { rowWords } from '../../say/sheet.ts';

export type Weighed =
  | { readonly kind: 'answered'; readonly answer: RowAnswer }
  | { readonly kind: 'taken'; readonly outcome: 'created' | 'updated' | 'merged'; readonly cells: RowCells }
  | { readonly kind: 'withdrawn' };

export interface Weighing {
  readonly held: HeldRow | null;
  /** Names of the fields that the book shows. */
  readonly fields: ReadonlySet<string>;
}

export function weigh(change: RowChange, { held, fields }: Weighing): Weighed {
  const wrong = remarksBefore(change, fields);
  if (wrong.length > 0) return answered(refused(change, held, wrong));
  if (held !== null && held.locked !== null)
    return answered(refused(change, held, [{ field: '', words: held.locked }]));
  const settled = settleRow(held, change);
  switch (settled.kind) {
    case 'created':
    case 'updated':
    case 'merged':
      return { kind: 'taken', outcome: settled.kind, cells: settled.cells };
    case 'unchanged':
      return answered(answer(change, 'unchanged', held));
    case 'withdrawn':
      return { kind: 'withdrawn' };
    case 'conflict':
      return answered({ ...answer(change, 'conflict', held), conflicts: [...settled.conflicts] });
    case 'gone':
      // Whoever withdraws what is withdrawn has what he wants.
      return answered(
        change.withdrawn
          ? answer(change, 'withdrawn', null)
          : refused(change, null, [{ field: '', words: rowWords.gone }]),
      );
    default:
      return never(settled);
  }
}

/** Names come over the wire: only the fields of the book are looked at, `constructor` is none of them. */
function remarksBefore({ id, set }: RowChange, fields: ReadonlySet<string>): readonly FieldRemark[] {
  if (!/^[^\p{Cc}]{1,200}$/u.test(id)) return [{ field: '', words: rowWords.badId }];
  return Object.entries(set).flatMap(([field, { now }]): readonly FieldRemark[] => {
    if (!fields.has(field)) return [{ field, words: rowWords.unknownField }];
    // Beside its neighbours it would be read as theirs.
    return /^\s*(?:同上|〃)\s*$/u.test(now) ? [{ field, words: rowWords.ditto }] : [];
  });
}

const answered = (given: RowAnswer): Weighed => ({ kind: 'answered', answer: given });

export const answer = (
  { id }: Pick<RowChange, 'id'>,
  outcome: RowAnswer['outcome'],
  row: HeldRow | null,
  remarks: readonly FieldRemark[] = [],
): RowAnswer => ({ id, outcome, row, conflicts: [], remarks: [...remarks] });

export const refused = (change: Pick<RowChange, 'id'>, row: HeldRow | null, remarks: readonly FieldRemark[]) =>
  answer(change, 'refused', row, remarks);

/** Each change answered once, in the order in which they were sent: a row id that stands twice is taken once; withdrawals make room first. */
export async function eachOnce(
  changes: readonly RowChange[],
  one: (change: RowChange) => Promise<RowAnswer> | RowAnswer,
): Promise<readonly RowAnswer[]> {
  const answers = new Map<number, RowAnswer>();
  const seen = new Set<string>();
  const order = [...changes.entries()].sort(([, a], [, b]) => Number(b.withdrawn) - Number(a.withdrawn));
  for (const [i, change] of order) {
    const isTwice = seen.has(change.id);
    seen.add(change.id);
    answers.set(i, isTwice ? refused(change, null, [{ field: '', words: rowWords.twice }]) : await one(change));
  }
  return changes.flatMap((_, i) => answers.get(i) ?? []);
}

export const sameCells = (a: RowCells, b: RowCells): boolean => canonical({ ...a }) === canonical({ ...b });

/** The version of a row that has none of its own. */
export const versionOf = (cells: RowCells): string => digestText('mingchou/row/1', canonical({ ...cells }));

/** Names of the fields in which two rows differ. */
export const changedFields = (before: RowCells, after: RowCells, fields: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...fields].filter((field) => (before[field] ?? '') !== (after[field] ?? '')));
