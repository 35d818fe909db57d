/** What was sent, each row beside its answer: by name, since answers may come in any order and one may be left out. */
import type { RowAnswer, Submitted } from '../../../core/api/shapes.ts';
import type { RowChange } from '../../../core/sheet/row.ts';
import type { Batch } from '../kept/outbox-log.ts';
import { noAnswer, standsTwice } from '../words.ts';

export interface Answered {
  readonly batch: Batch;
  readonly answer: Submitted;
}
export interface Pair {
  readonly change: RowChange;
  readonly typed: Readonly<Record<string, string>>;
  readonly answer: RowAnswer;
}

/** Every row that was sent has an answer; one that the desk left out says so. */
export function pairsOf({ batch, answer }: Answered): readonly Pair[] {
  const byId = new Map(answer.answers.map((each) => [each.id, each]));
  return batch.request.rows.map((change) => ({
    change,
    typed: batch.typed[change.id] ?? {},
    answer: byId.get(change.id) ?? {
      id: change.id,
      outcome: 'refused',
      row: null,
      conflicts: [],
      remarks: [{ field: '', words: noAnswer }],
    },
  }));
}

/** The desk knows the row under a name that another row of this worksheet bears: one thing stands in it twice. */
export function standsElsewhere({ change, answer }: Pair, places: ReadonlyMap<string, number>): boolean {
  if (answer.row === null || answer.row.id === change.id) return false;
  const own = places.get(change.id);
  const other = places.get(answer.row.id);
  return own !== undefined && other !== undefined && own !== other;
}

export const repeating = (pair: Pair): Pair => ({
  ...pair,
  answer: { ...pair.answer, outcome: 'refused', conflicts: [], remarks: [{ field: '', words: standsTwice }] },
});

export const namesOf = ({ change, answer }: Pair): readonly string[] =>
  answer.row === null || answer.row.id === change.id ? [change.id] : [change.id, answer.row.id];

export function placeOf(pair: Pair, places: ReadonlyMap<string, number>): number | null {
  for (const id of namesOf(pair).toReversed()) {
    const row = places.get(id);
    if (row !== undefined) return row;
  }
  return null;
}
