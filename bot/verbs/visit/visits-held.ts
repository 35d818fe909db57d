/**
 * The visits of a draw as they are carried out: who holds which post, who goes with whom, what was asked. Enterprises are named by the
 * visit's number and place only; the page behind a sign-in has their names beside the same numbers.
 */
import { expertNumber } from '../../../core/draw/compile.ts';
import type { Manifest } from '../../../core/draw/manifest.ts';
import type { FactKind } from '../../../core/ledger/fact.ts';
import { visitNo } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { snapshot } from '../../../db/imports.ts';
import { lastOtherThan } from '../../../db/ledger.ts';
import { heldPlan } from '../../../db/plans.ts';
import { kept } from '../../../db/registry.ts';
import type { Deps } from '../../deps.ts';
import { paperVisits } from '../../paper/from-assignment.ts';
import type { PaperVisit } from '../../paper/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { ceremonyHeld } from '../draw/held.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { besideTheBook } from '../outcome/book.ts';
import { departmentNames } from '../registry/departments.ts';
import { standingAssignment } from './assignment.ts';
import { type RecusalCase, recusalCases } from './recusals.ts';

export interface PostAtDoor {
  readonly post: number;
  readonly department: string;
  readonly pool: string;
  readonly need: string;
  /** Null while nobody holds it. */
  readonly officer: string | null;
  readonly visit: PaperVisit;
}

export interface VisitsHeld {
  readonly manifest: Manifest;
  /** The draw stands: its number is not being corrected. */
  readonly stands: boolean;
  /** They were handed out; before that nobody hears of them. */
  readonly handed: boolean;
  /** Of visits that are still to be made. */
  readonly posts: readonly PostAtDoor[];
  readonly recusals: readonly RecusalCase[];
  readonly unavailable: ReadonlySet<string>;
  readonly inspectorName: (number: string) => string;
  readonly departmentName: (code: string) => string;
}

/**
 * The visits of a draw now. The record is read through for it, and after a hand-out hundreds of posts ask one after the other, so that the
 * last answer of a database is kept until something happens that may change who goes where.
 */
export async function visitsHeld(deps: Deps, no: number): Promise<Result<VisitsHeld, Refusal>> {
  const key = `${no} ${await lastOtherThan(deps.db, besideTheBook)}`;
  const last = lastHeld.get(deps.db);
  if (last?.key === key) return last.held;
  const held = workedOut(deps, no);
  lastHeld.set(deps.db, { key, held });
  // What failed is tried anew.
  held.catch(() => lastHeld.delete(deps.db));
  return held;
}

const lastHeld = new WeakMap<Db, { readonly key: string; readonly held: Promise<Result<VisitsHeld, Refusal>> }>();

async function workedOut(deps: Deps, no: number): Promise<Result<VisitsHeld, Refusal>> {
  const { db } = deps;
  const held = await ceremonyHeld(db, no);
  if (!held.ok) return held;
  const standing = await standingAssignment(db, no);
  if (!standing.ok) return standing;
  const { assignment } = standing.value;
  const { manifest } = held.value;
  const [plan, state, handed, opened, recusals] = await Promise.all([
    heldPlan(db, manifest.plan),
    snapshot(db),
    lastOf(db, 'visits-assigned', no),
    lastOf(db, 'ceremony-opened', no),
    recusalCases(db),
  ]);
  if (plan === null) return refuse('draw', { reason: 'no-plan', plan: manifest.plan });
  const [allItems, inspectors, experts, departmentName] = await Promise.all([
    kept(db, state, 'item'),
    kept(db, state, 'inspector'),
    kept(db, state, 'expert'),
    departmentNames(db),
  ]);
  const items = new Map(allItems.map(({ code, name }) => [code, name]));
  const people = new Map([
    ...inspectors.map(({ number, name }) => [number, name] as const),
    ...experts.map(({ number, name }) => [expertNumber(number), name] as const),
  ]);
  const inspectorName = (number: string) => people.get(number) ?? number;
  const visits = paperVisits(assignment, {
    plan: plan.plan,
    // Names of enterprises stay where one signs in.
    subjectName: () => '',
    inspectorName,
    departmentName,
    itemName: (code) => items.get(code) ?? code,
  });
  const byNo = new Map(visits.map((visit) => [visit.no, visit]));
  return ok({
    manifest,
    stands: held.value.state.stage === 'opened',
    // What was handed out of an earlier result is not handed out of this one.
    handed: handed > opened,
    posts: assignment.posts.flatMap(({ visit: number, department, pool, need, officer }, post) => {
      const visit = byNo.get(visitNo(no, number));
      return visit === undefined ? [] : [{ post, department, pool, need, officer, visit }];
    }),
    recusals: recusals.filter(({ ceremony }) => ceremony === no),
    unavailable: assignment.unavailable,
    inspectorName,
    departmentName,
  });
}

/** Number of the last fact of a kind about the ceremony; 0 where there is none. */
const lastOf = async (db: Db, kind: FactKind, no: number): Promise<number> =>
  (await factBodies<{ ceremony: number }>(db, kind)).findLast(({ body }) => body.ceremony === no)?.seq ?? 0;
