/** The registry as a plan's review sees it: the lists, the subjects counted into cells, the inspectors in numbers. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Cell } from '../../../core/plan/cells.ts';
import type { People } from '../../../core/plan/review/desk.ts';
import type { Task } from '../../../core/plan/task.ts';
import { coverageOf, fallbackOf, schemesOf } from '../../../core/policy/ask.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { Expert, Inspector } from '../../../core/registry/inspector.ts';
import type { Item, JointMatter } from '../../../core/registry/item.ts';
import type { Db } from '../../../db/database.ts';
import { lastImport, type Snapshot, snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import { rosterPages } from '../../../db/roster.ts';
import type { Profile } from '../../../db/subjects.ts';
import { itemEdition } from '../registry/item-edition.ts';

export interface RegistryAsHeld {
  readonly state: Snapshot;
  readonly departments: readonly Department[];
  readonly items: readonly Item[];
  /** How the item list is called, with its version. */
  readonly itemList: string;
  readonly matters: readonly JointMatter[];
  readonly inspectors: readonly Inspector[];
  readonly experts: readonly Expert[];
}

export async function registryAsHeld(db: Db): Promise<RegistryAsHeld> {
  const [state, list, named] = await Promise.all([snapshot(db), lastImport(db, 'item'), itemEdition(db)]);
  const [departments, items, matters, inspectors, experts] = await Promise.all([
    kept(db, state, 'department'),
    kept(db, state, 'item'),
    kept(db, state, 'joint_matter'),
    kept(db, state, 'inspector'),
    kept(db, state, 'expert'),
  ]);
  const edition = named === '' ? '' : `${named}，`;
  return {
    state,
    departments,
    items,
    itemList: list === null ? '抽查事项清单' : `抽查事项清单（${edition}第 ${list.no} 号，${list.at.slice(0, 10)}）`,
    matters,
    inspectors,
    experts,
  };
}

/** Every scheme under which a plan or its policy can ask for a class. */
export function schemesFor(policy: Policy, tasks: readonly Task[], on: CivilDate): readonly string[] {
  const asked = new Set([
    ...schemesOf(policy, on).map(({ value }) => value.id),
    ...coverageOf(policy, on).flatMap(({ value }) => (value.of.kind === 'class' ? [value.of.scheme] : [])),
    ...tasks.map(({ scheme }) => scheme),
  ]);
  const fallback = fallbackOf(policy, on)?.value.scheme;
  if (fallback !== undefined) asked.add(fallback);
  return [...asked].filter((scheme) => scheme !== '');
}

/**
 * Active subjects, counted. Profiles and lists of classes are shared objects, so that a million rows cost two look-ups each.
 * @param rest the class that a scheme gives to all whom no list names
 */
export async function cellsAsHeld(
  db: Db,
  state: Snapshot,
  schemes: readonly string[],
  on: CivilDate,
  rest: (scheme: string) => string | null = () => null,
): Promise<readonly Cell[]> {
  const counted = new Map<Profile, Map<readonly (string | null)[], number>>();
  const none = { from: '9999-12-31', to: '9999-12-31' };
  for await (const page of rosterPages(db, state, { schemes, on, checks: none })) {
    for (const { profile, classes } of page) {
      const byClasses = counted.get(profile) ?? new Map<readonly (string | null)[], number>();
      if (byClasses.size === 0) counted.set(profile, byClasses);
      byClasses.set(classes, (byClasses.get(classes) ?? 0) + 1);
    }
  }
  const cells = [...counted]
    .filter(([{ status }]) => status === 'active')
    .flatMap(([{ type, place, tags }, byClasses]) =>
      [...byClasses].map(([labels, count]) => {
        const classes = schemes.flatMap((scheme, i) => {
          const label = labels[i] ?? rest(scheme);
          return label === null ? [] : [[scheme, label] as const];
        });
        return { type, place, tags, classes: Object.fromEntries(classes), count };
      }),
    );
  return merged(cells);
}

/** Cells that no task can tell apart, though their profiles differ (登记机关), are one; in a fixed order. */
function merged(cells: readonly Cell[]): readonly Cell[] {
  const counted = new Map<string, Cell>();
  for (const cell of cells) {
    const classes = Object.entries(cell.classes).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([cell.type, cell.place, [...cell.tags].sort(), classes]);
    const known = counted.get(key);
    counted.set(key, known === undefined ? cell : { ...known, count: known.count + cell.count });
  }
  return [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

/** Each department's inspectors whose certificates last to a day; a shared pool counts for all who share it. */
export function peopleAsHeld(
  { departments, inspectors }: Pick<RegistryAsHeld, 'departments' | 'inspectors'>,
  lastDay: CivilDate,
): readonly People[] {
  const pools = new Map(departments.map(({ code, sharedPool }) => [code, sharedPool === '' ? code : sharedPool]));
  const able = inspectors.filter(
    ({ certificate, left }) =>
      certificate !== null && certificate.validUntil >= lastDay && (left === null || left > lastDay),
  );
  const byPool = Map.groupBy(able, ({ department }) => pools.get(department) ?? department);
  return departments.map(({ code }) => {
    const members = byPool.get(pools.get(code) ?? code) ?? [];
    const byField: Record<string, number> = {};
    for (const { fields } of members) for (const field of fields) byField[field] = (byField[field] ?? 0) + 1;
    const capacity = members.reduce((sum, each) => sum + each.capacity, 0);
    return { department: code, certified: members.length, byField, capacity };
  });
}

/** Experts on the roll on a day, by field. */
export function expertsAsHeld(
  experts: readonly Expert[],
  on: CivilDate,
): readonly { readonly field: string; readonly number: number }[] {
  const numbers = new Map<string, number>();
  for (const { fields, left } of experts) {
    if (left !== null && left <= on) continue;
    for (const field of fields) numbers.set(field, (numbers.get(field) ?? 0) + 1);
  }
  return [...numbers].map(([field, number]) => ({ field, number })).sort((a, b) => (a.field < b.field ? -1 : 1));
}
