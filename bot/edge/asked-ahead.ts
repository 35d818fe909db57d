/**
 * What nearly every request goes on to ask, asked in the turn in which it begins: it comes back with the answer that each request waits for
 * anyway, and is known when a page or verb asks for it (`db/remembered.ts`). A handful of rows.
 */
import type { Db } from '../../db/database.ts';
import { snapshot } from '../../db/imports.ts';
import { readHead } from '../../db/ledger.ts';
import { movedFrom } from '../../db/moved.ts';
import { dayOf } from '../today.ts';
import { departmentsAsHeld } from '../verbs/registry/departments.ts';
import { policyInForce } from '../verbs/registry/policy-in-force.ts';

/** @param now server time, ISO */
export function askAhead(db: Db, now: string): void {
  const asked = [readHead(db), movedFrom(db), snapshot(db), policyInForce(db, dayOf(now)), departmentsAsHeld(db)];
  // Whoever needs it asks again and meets what failed.
  for (const each of asked) each.catch(() => {});
}
