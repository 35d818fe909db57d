/** The policy that binds on a day, as it was when it was put in force, with the higher rules entered since. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import type { Db } from '../../../db/database.ts';
import { policyOn } from '../../../db/registry.ts';

/**
 * The policy in force on a day, or null. What is read is the database's copy, not the program's: a later version of the
 * program cannot change what a plan was made under.
 */
export async function policyInForce(db: Db, on: CivilDate): Promise<Policy | null> {
  const held = await policyOn(db, on);
  return held === null ? null : policyIn(held.body);
}

/** Safe because `adopt-policy` alone writes these bodies, from a policy of the program. */
const policyIn = (body: unknown): Policy => body as Policy;
