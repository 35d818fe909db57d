/**
 * 事项与执法人员的比率 (甘州 2023 二(三)): how far each department has come with claiming, implementing, breaking down, planning and
 * inspecting its items, and whether its officers stand on the roll and act. A kind of which nothing is on record is null and
 * reads 无数据; these are figures to work with, and rank nobody.
 */
import { type CivilDate, yearOf } from '../../../core/calendar.ts';
import type { Ruling } from '../../../core/policy/cited.ts';
import { targetsFor } from '../../../core/policy/measure.ts';
import type { Target } from '../../../core/policy/shape.ts';
import { type Figure, isRepealed, itemFigures, onRoll } from '../../../core/registry/item-list.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { snapshot } from '../../../db/imports.ts';
import { actorsSince } from '../../../db/ledger.ts';
import { heldPlan, plans } from '../../../db/plans.ts';
import { itemsChecked } from '../../../db/statements.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { roll } from '../people/roll.ts';
import { heldLists } from './held-lists.ts';
import { policyInForce } from './policy-in-force.ts';

export const figureKeys = [
  'claimed',
  'implemented',
  'compliant',
  'broken-down',
  'items-planned',
  'items-finished',
  'officers-entered',
  'officers-active',
] as const;
export type FigureKey = (typeof figureKeys)[number];

export type FiguresOf = Readonly<Record<FigureKey, Figure | null>>;

export interface DepartmentFigures {
  readonly on: CivilDate;
  /** Acts of officers are counted from this day: the quarter's first. */
  readonly activeFrom: CivilDate;
  readonly departments: readonly {
    readonly department: string;
    readonly name: string;
    readonly figures: FiguresOf;
  }[];
  /** What the policy in force asks of a figure. */
  readonly targets: readonly { readonly figure: FigureKey; readonly target: Ruling<Target> }[];
}

export interface FiguresRequest {
  /** Numbers on the staff list of a department, by its code: a list that only the department has. */
  readonly staff?: ReadonlyMap<string, readonly string[]>;
}

/** Figures of every department that has items or inspectors. */
export async function departmentFigures(
  deps: Deps,
  { staff = new Map() }: FiguresRequest = {},
): Promise<Result<DepartmentFigures, Refusal>> {
  const { db } = deps;
  const on = dayOf(deps.now());
  const held = await heldLists(db);
  const strange = [...staff.keys()].find((code) => !held.departments.some((each) => each.code === code));
  if (strange !== undefined) return refuse('registry', { reason: 'no-such-department', department: strange });
  const checked = await itemsChecked(db, await snapshot(db), `${yearOf(on)}-01-01`, on);
  const planned = await itemsPlanned(db, yearOf(on));
  const activeFrom = quarterOf(on);
  const active = await activeInspectors(deps, activeFrom);

  const departments = held.departments.flatMap(({ code, name }) => {
    const items = held.itemsOf(code).filter((item) => !isRepealed(item, on));
    const inspectors = held.inspectorsOf(code).filter(({ left }) => left === null || left > on);
    if (items.length === 0 && inspectors.length === 0) return [];
    const numbers = inspectors.map(({ number }) => number);
    const own = itemFigures(items, checked ?? new Set());
    const staffList = staff.get(code);
    const figures: FiguresOf = {
      claimed: own.claimed,
      implemented: own.implemented,
      compliant: own.compliant,
      'broken-down': own.brokenDown,
      'items-planned':
        planned === null
          ? null
          : figure(
              items.map((item) => item.code),
              planned,
            ),
      'items-finished': checked === null ? null : own.inspected,
      'officers-entered': staffList === undefined ? null : onRoll(staffList, new Set(numbers)),
      'officers-active': figure(numbers, active),
    };
    return [{ department: code, name, figures }];
  });
  const policy = await policyInForce(db, on);
  const targets =
    policy === null
      ? []
      : figureKeys.flatMap((key) => targetsFor(policy, key, on).map((target) => ({ figure: key, target })));
  return ok({ on, activeFrom, departments, targets });
}

function figure(all: readonly string[], has: ReadonlySet<string>): Figure {
  const missing = all.filter((each) => !has.has(each));
  return { n: all.length - missing.length, of: all.length, missing };
}

/** Items of the year's plans that were issued; null before the first one is. */
async function itemsPlanned(db: Db, year: number): Promise<ReadonlySet<string> | null> {
  const codes: string[] = [];
  let isIssued = false;
  for (const { no, state } of await plans(db)) {
    if (state !== 'issued' && state !== 'published') continue;
    const plan = (await heldPlan(db, no))?.plan;
    if (plan?.year !== year) continue;
    isIssued = true;
    codes.push(...plan.tasks.flatMap(({ bodies }) => bodies.flatMap(({ items }) => items)));
  }
  return isIssued ? new Set(codes) : null;
}

/** Numbers of inspectors who did anything on record since a day. */
async function activeInspectors(deps: Deps, from: CivilDate): Promise<ReadonlySet<string>> {
  const actors = await actorsSince(deps.db, new Date(`${from}T00:00:00+08:00`).toISOString());
  const people = await roll(deps);
  return new Set(
    people
      .filter(({ person, inspector }) => inspector !== '' && actors.has(`person:${person}`))
      .map((each) => each.inspector),
  );
}

const quarterOf = (on: CivilDate): CivilDate => {
  const first = Number(on.slice(5, 7)) - ((Number(on.slice(5, 7)) - 1) % 3);
  return `${on.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
};
