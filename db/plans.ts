/** Plans by revision, and the approvals of each version. Every save is a new revision beside the old ones. */
import type { InStatement } from '@libsql/client/web';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Approval, Plan } from '../core/plan/task.ts';
import type { At } from './commit.ts';
import type { Db } from './database.ts';
import { planApproval, plan as planTable } from './schema.ts';

export interface Held {
  readonly plan: Plan;
  /** Counts saves of this plan, from 1; `plan.version` counts what was submitted to people. */
  readonly revision: number;
  /** The fact that it was saved with. */
  readonly seq: number;
}

/** @param after the revision that the change was made from, 0 for a new plan; another save in between is a conflict */
export const planRow = (plan: Plan, after: number, at: At): InStatement => ({
  sql: 'insert into plan (no, revision, version, state, seq, body) values (?, ?, ?, ?, ?, ?)',
  args: [plan.no, BigInt(after + 1), BigInt(plan.version), plan.state, BigInt(at.seq), JSON.stringify(plan)],
});

/** A reviewer approves each point of a version once. */
export const approvalRow = (no: string, version: number, approval: Approval, at: At): InStatement => ({
  sql: 'insert into plan_approval (no, version, reviewer, point, by, at, seq) values (?, ?, ?, ?, ?, ?, ?)',
  args: [no, BigInt(version), approval.reviewer, approval.point, approval.by, approval.at, BigInt(at.seq)],
});

/** A plan as last saved, or null. */
export async function heldPlan(db: Db, no: string): Promise<Held | null> {
  const [row] = await db.ask((orm) =>
    orm.select().from(planTable).where(eq(planTable.no, no)).orderBy(desc(planTable.revision)).limit(1),
  );
  return row ? heldOf(row) : null;
}

/** Every version of a plan that was issued, as it was issued, oldest first. */
export async function issuedPlans(db: Db, no: string): Promise<readonly Plan[]> {
  const rows = await db.ask((orm) =>
    orm
      .select()
      .from(planTable)
      .where(and(eq(planTable.no, no), eq(planTable.state, 'issued')))
      .orderBy(asc(planTable.revision)),
  );
  const byVersion = new Map(rows.map((row) => [row.version, heldOf(row).plan]));
  return [...byVersion.values()];
}

/** Every version that was made public, as it stood when it was, by number of the plan and oldest first. A draft never shows here. */
export async function publicPlans(db: Db, no?: string): Promise<readonly Plan[]> {
  const isPublic = eq(planTable.state, 'published');
  const rows = await db.ask((orm) =>
    orm
      .select()
      .from(planTable)
      .where(no === undefined ? isPublic : and(isPublic, eq(planTable.no, no)))
      .orderBy(asc(planTable.no), asc(planTable.revision)),
  );
  return [...new Map(rows.map((row) => [`${row.no} ${row.version}`, heldOf(row).plan])).values()];
}

/** Numbers and states of all plans, as last saved. */
export async function plans(db: Db): Promise<readonly Pick<Plan, 'no' | 'version' | 'state'>[]> {
  const rows = await db.read('select no, version, state, max(revision) from plan group by no order by no');
  return rows.map((row) => ({ no: String(row.no), version: Number(row.version), state: stateIn(row.state) }));
}

/** Safe because `planRow` alone writes the column, from a plan. */
const stateIn = (word: unknown): Plan['state'] => word as Plan['state'];

/** Approvals of a version, in the order they were given. */
export function approvals(db: Db, no: string, version: number): Promise<readonly Approval[]> {
  return db.ask((orm) =>
    orm
      .select({
        reviewer: planApproval.reviewer,
        point: planApproval.point,
        by: planApproval.by,
        at: planApproval.at,
      })
      .from(planApproval)
      .where(and(eq(planApproval.no, no), eq(planApproval.version, version)))
      .orderBy(asc(planApproval.seq), asc(planApproval.reviewer), asc(planApproval.point)),
  );
}

function heldOf(row: typeof planTable.$inferSelect): Held {
  const plan: Plan = JSON.parse(row.body);
  return { plan, revision: row.revision, seq: row.seq };
}
