/**
 * Rows of plan sheets that departments keep in workbooks: every change is a new version beside the old ones, the last one of an id holds,
 * one without a body is withdrawn.
 */
import type { InStatement } from '@libsql/client/web';
import type { RowCells } from '../core/sheet/row.ts';
import type { Db } from './database.ts';
import { insertRows } from './load.ts';

export interface ReplyRow {
  readonly department: string;
  readonly id: string;
  /** The fact that it came with. */
  readonly seq: number;
  readonly person: string;
  /** Civil minute. */
  readonly at: string;
  /** Its place among the department's rows, for ever; null when it is withdrawn. */
  readonly held: { readonly position: number; readonly cells: RowCells } | null;
}

/** The last version of every row of a consultation, withdrawn ones too, in the order of departments and places. */
export async function replyRows(db: Db, consultation: string, department?: string): Promise<readonly ReplyRow[]> {
  const own = department === undefined ? '' : ' and department = ?';
  const rows = await db.read({
    sql: `select department, id, max(seq) as seq, person, at, body from reply_row
      where consultation = ?${own} group by department, id`,
    args: department === undefined ? [consultation] : [consultation, department],
  });
  return rows
    .map(({ department: whose, id, seq, person, at, body }): ReplyRow => {
      const held: ReplyRow['held'] = body === '' ? null : JSON.parse(String(body));
      return {
        department: String(whose),
        id: String(id),
        seq: Number(seq),
        person: String(person),
        at: String(at),
        held,
      };
    })
    .sort(inOrder);
}

/** Statements that keep versions of rows, for the commit of their fact; all of them came with one fact. */
export const replyRowsInsert = (consultation: string, seq: number, rows: readonly ReplyRow[]): InStatement[] =>
  rows.length === 0
    ? []
    : [
        insertRows(
          { table: 'reply_row', columns: ['consultation', 'department', 'id', 'person', 'at', 'body'] },
          rows.map(({ department, id, person, at, held }) => [
            consultation,
            department,
            id,
            person,
            at,
            held === null ? '' : JSON.stringify(held),
          ]),
          { seq: String(seq) },
        ),
      ];

const inOrder = (a: ReplyRow, b: ReplyRow): number =>
  compare(a.department, b.department) || (a.held?.position ?? 0) - (b.held?.position ?? 0) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
