/** Outcomes that are or once were a problem, as they stand, with the day on which the first such was entered. */
import type { Json } from '../core/canonical.ts';
import { type OutcomeCode, outcomeKinds } from '../core/outcome/code.ts';
import type { OutcomeKey } from '../core/outcome/key.ts';
import type { Db } from './database.ts';

export interface HeldFinding extends OutcomeKey {
  /** The fact that entered the standing version. */
  readonly seq: number;
  readonly person: string;
  readonly body: Json;
  /** Whether some version was a problem that remained to be dealt with. */
  readonly wasOpen: boolean;
  /** Server time of the first version that was a problem. */
  readonly opened: string;
}

const problems: readonly OutcomeCode[] = outcomeKinds.filter(({ problem }) => problem).map(({ code }) => code);
const lasting: readonly OutcomeCode[] = outcomeKinds.filter(({ followUp }) => followUp).map(({ code }) => code);

/** @param only of one source, or of one department */
export async function heldFindings(
  db: Db,
  only: { readonly source?: string; readonly department?: string } = {},
): Promise<readonly HeldFinding[]> {
  const where = [
    ...(only.source === undefined ? [] : ['source = ?']),
    ...(only.department === undefined ? [] : ['department = ?']),
  ];
  const rows = await db.read({
    sql: `with found as (
        select source, visit, department, item, min(at) as opened,
          max(json_extract(body, '$.code') in (select value from json_each(?))) as was_open from outcome
        where json_extract(body, '$.code') in (select value from json_each(?)) ${where.map((each) => `and ${each}`).join(' ')}
        group by source, visit, department, item
      )
      select o.source, o.visit, o.department, o.item, o.person, o.body, f.opened, f.was_open, max(o.seq) as seq
      from outcome o join found f using (source, visit, department, item)
      group by o.source, o.visit, o.department, o.item order by o.source, o.visit, o.department, o.item`,
    args: [
      JSON.stringify(lasting),
      JSON.stringify(problems),
      ...(only.source === undefined ? [] : [only.source]),
      ...(only.department === undefined ? [] : [only.department]),
    ],
  });
  return rows.map((row) => {
    const body: Json = JSON.parse(String(row.body));
    return {
      source: String(row.source),
      visit: Number(row.visit),
      department: String(row.department),
      item: String(row.item),
      person: String(row.person),
      body,
      wasOpen: Number(row.was_open) === 1,
      opened: String(row.opened),
      seq: Number(row.seq),
    };
  });
}
