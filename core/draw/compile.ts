/**
 * From the plan to the manifest: tasks with their groups, tiers and limits, and the inspectors who may be drawn. Whoever is left
 * out is named with the reason; whatever a draw needs and the plan does not settle is refused before anything is frozen.
 */
import type { CivilDate } from '../calendar.ts';
import { type SettledShare, settle } from '../plan/quota.ts';
import type { Task } from '../plan/task.ts';
import { owedOf } from '../policy/ask.ts';
import type { Policy } from '../policy/shape.ts';
import type { Department } from '../registry/department.ts';
import { drawable, type NotDrawable } from '../registry/drawable.ts';
import type { Expert, Inspector } from '../registry/inspector.ts';
import { err, ok, type Result } from '../result.ts';
import type { Framing } from './frame.ts';
import type { ManifestBody, ManifestOfficer, ManifestTask, ManifestTier } from './manifest.ts';
import { compareBytes } from './order.ts';

export type CompileRefusal =
  | { readonly reason: 'share-not-settled'; readonly task: string; readonly tier: string }
  | { readonly reason: 'office-inspects'; readonly task: string; readonly department: string }
  | { readonly reason: 'no-power-to-inspect'; readonly task: string; readonly department: string }
  | { readonly reason: 'unknown-department'; readonly task: string; readonly department: string }
  | {
      readonly reason: 'too-few-officers';
      readonly task: string;
      readonly department: string;
      readonly officers: number;
    };

/** Whose name experts' posts carry. */
const EXPERTS = '专家';
const expertPool = (field: string): string => `expert/${field}`;
/** Experts have numbers of their own, which may be those of inspectors. */
export const expertNumber = (number: string): string => `${EXPERTS}${number}`;

/**
 * The tasks of a manifest.
 * @param groups joint group of each task, by task number
 * @param batches batches of each task, by task number; 1 where absent
 */
export function compileTasks(
  framing: Framing,
  departments: ReadonlyMap<string, Department>,
  groups: ReadonlyMap<string, number>,
  batches: ReadonlyMap<string, number>,
  snapshot: CivilDate,
): Result<readonly ManifestTask[], CompileRefusal> {
  const compiled: ManifestTask[] = [];
  for (const { task, tiers, counts } of framing.tasks) {
    const bodies = bodiesOf(task, departments);
    if (!bodies.ok) return bodies;
    const quotas: ManifestTier[] = [];
    for (const tier of tiers) {
      const quota = quotaOf(task, tier.label);
      if (!quota.ok) return quota;
      quotas.push({ label: tier.label, quota: quota.value, limits: tier.limits });
    }
    compiled.push({
      no: task.no,
      name: task.name,
      group: groups.get(task.no) ?? 0,
      items: task.bodies.flatMap((body) => body.items),
      scheme: { name: task.scheme, date: snapshot },
      denominator: task.quota.kind === 'tiers' ? task.quota.denominator : 'frame',
      total: task.quota.kind === 'total' ? task.quota.n : null,
      tiers: quotas,
      counts,
      batches: batches.get(task.no) ?? 1,
      bodies: bodies.value,
    });
  }
  return ok(compiled);
}

/** The pool that a department's posts are filled from: its own, or that of its system (福安 2018 二(一)2). */
export const poolOf = (department: Department): string =>
  department.sharedPool === '' ? department.code : department.sharedPool;

function bodiesOf(
  task: Task,
  departments: ReadonlyMap<string, Department>,
): Result<readonly ManifestBody[], CompileRefusal> {
  const bodies: ManifestBody[] = [];
  for (const body of task.bodies) {
    const department = departments.get(body.department);
    const about = { task: task.no, department: body.department };
    if (department === undefined) return err({ reason: 'unknown-department', ...about });
    if (department.kind === 'office') return err({ reason: 'office-inspects', ...about });
    if (!department.enforces) return err({ reason: 'no-power-to-inspect', ...about });
    if (body.officers < 2) return err({ reason: 'too-few-officers', ...about, officers: body.officers });
    bodies.push({
      department: department.code,
      pool: poolOf(department),
      needs: [...new Set(body.needs)].sort(compareBytes),
      officers: body.officers,
    });
  }
  const experts = task.experts.map(({ field, number }) => ({
    department: `${EXPERTS}（${field}）`,
    pool: expertPool(field),
    needs: [field],
    officers: number,
  }));
  return ok([...bodies, ...experts]);
}

function quotaOf(task: Task, label: string): Result<SettledShare, CompileRefusal> {
  // A total is split over the tiers by size; what a tier's own quota says is not read then (README §6.2).
  if (task.quota.kind === 'total') return ok({ kind: 'count', n: 0 });
  const share = task.quota.tiers.find((tier) => tier.label === label)?.share ?? { kind: 'spared' };
  const settled = settle(share);
  return settled.ok ? settled : err({ reason: 'share-not-settled', task: task.no, tier: label });
}

export type LeftOut = NotDrawable | { readonly kind: 'not-in-joint-pool'; readonly inspector: string };

export interface Pools {
  readonly officers: readonly ManifestOfficer[];
  /** Inspectors of the bodies concerned who cannot be drawn. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * The inspectors and experts of a manifest's pools. A certificate must be valid to the last day of the visits; where the policy
 * keeps a 联合检查执法人员库 (万年 2022 三(一)2), joint tasks are filled from it alone.
 */
export function compileOfficers(
  policy: Policy,
  tasks: readonly Task[],
  departments: ReadonlyMap<string, Department>,
  inspectors: readonly Inspector[],
  experts: readonly Expert[],
  lastDay: CivilDate,
): Pools {
  const concerned = new Set(tasks.flatMap((task) => task.bodies.map((body) => body.department)));
  const pools = new Set([...concerned].flatMap((code) => poolIn(departments, code)));
  const jointOnly =
    owedOf(policy, 'joint-inspectors', lastDay).length > 0 && tasks.every((task) => task.reach === 'joint');
  const leftOut: LeftOut[] = [];
  const officers: ManifestOfficer[] = [];
  for (const inspector of inspectors) {
    const [pool] = poolIn(departments, inspector.department);
    if (pool === undefined || !pools.has(pool)) continue;
    const can = drawable(inspector, lastDay);
    const { number, fields, place, capacity } = inspector;
    if (!can.ok) leftOut.push(can.error);
    else if (jointOnly && !inspector.joint) leftOut.push({ kind: 'not-in-joint-pool', inspector: number });
    else officers.push({ number, pool, fields, place, capacity });
  }
  const asked = [...new Set(tasks.flatMap((task) => task.experts.map((each) => each.field)))].sort(compareBytes);
  for (const expert of experts) {
    // An expert of several fields stands in the first pool that asks for one of them: nobody is in two pools.
    const field = asked.find((each) => expert.fields.includes(each));
    if (field === undefined || (expert.left !== null && expert.left <= lastDay)) continue;
    officers.push({
      number: expertNumber(expert.number),
      pool: expertPool(field),
      fields: expert.fields,
      place: '',
      capacity: expertCapacity,
    });
  }
  return { officers: officers.sort((a, b) => compareBytes(a.number, b.number)), leftOut };
}

/** Experts are asked as often as it falls to them. */
const expertCapacity = 1000;

const poolIn = (departments: ReadonlyMap<string, Department>, code: string): string[] => {
  const department = departments.get(code);
  return department === undefined ? [] : [poolOf(department)];
};
