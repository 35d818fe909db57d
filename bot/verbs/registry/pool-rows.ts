/** Rows of pool lists that the policy in force does not allow: another pool, no ground of entry, nobody who put them forward. */
import type { CivilDate } from '../../../core/calendar.ts';
import { faultOfPoolRow } from '../../../core/registry/pool-row.ts';
import { poolRulesOf } from '../../../core/registry/pool-rules.ts';
import type { Classification } from '../../../core/registry/subject.ts';
import type { Db } from '../../../db/database.ts';
import type { Known, Unsound } from './lists.ts';
import { policyInForce } from './policy-in-force.ts';

export async function unsoundPoolRows(
  db: Db,
  rows: readonly Classification[],
  today: CivilDate,
  { departments }: Known,
): Promise<Unsound<Classification>> {
  const policy = await policyInForce(db, today);
  if (policy === null) return [];
  const names = new Set(departments.flatMap(({ code, name, aliases }) => [code, name, ...aliases]));
  const isMember = (name: string): boolean => names.has(name);
  return [...Map.groupBy(rows, ({ scheme }) => scheme)].flatMap(([scheme, own]) => {
    const rules = poolRulesOf(policy, scheme, today);
    if (rules === null) return [];
    return own.flatMap((value) => {
      const fault = faultOfPoolRow(rules, value, isMember);
      return fault === null ? [] : [{ value, fault }];
    });
  });
}
