/**
 * The county's annual plan: one joint task for each matter. General matters spare A and rise from B to D around the usual
 * 5 %; key matters with few subjects are taken whole, in batches of the drawn order; special equipment is a stated total
 * over its professional field. Local pools (万年) ask for other classes and other months.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Share } from '../../../core/plan/ratio.ts';
import type { Plan, Quota, Task } from '../../../core/plan/task.ts';
import type { Scheme } from './classes.ts';
import { county } from './county.ts';
import { itemCode } from './items.ts';
import { matters } from './matters/all.ts';
import type { Matter } from './matters/matter.ts';

export interface PlanFrame {
  readonly policy: string;
  readonly year: number;
  readonly tasks: number;
  /** The general scheme of the jurisdiction. */
  readonly scheme: Extract<Scheme, 'credit' | 'pool'>;
  readonly draftedOn: CivilDate;
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  readonly due: CivilDate;
}

const share = (bp: number, atLeast = 0): Share => ({ kind: 'share', bp, bound: 'exactly', atLeast });
const spared: Share = { kind: 'spared' };

/** B below the usual 5 %, C above it, D far above it; at least one household of C and of D. */
const byRisk: Quota = tiers([
  ['A', spared],
  ['B', share(300)],
  ['C', share(800, 1)],
  ['D', share(2000, 1)],
]);
/** 万年: at most 10 % of the A pool a year, all of it jointly; C every one. */
const byPool: Quota = tiers([
  ['A', share(500)],
  ['B', share(800)],
  ['C', share(10_000)],
]);

function tiers(list: readonly (readonly [string, Share])[]): Quota {
  return { kind: 'tiers', tiers: list.map(([label, its]) => ({ label, share: its })), denominator: 'frame' };
}

const need = 'C类、D类企业信用风险较高，结合投诉举报和上年检查情况，需提高抽查比例';
const professional = '特种设备属专业领域，抽查数量按检验周期和执法力量确定';
const everyOne = '重点领域实行全覆盖检查，随机确定检查批次顺序';

interface Manner {
  readonly scheme: string;
  readonly quota: Quota;
  readonly kind: Task['kind'];
  readonly professional: string;
  readonly ground: string;
}

function manner(matter: Matter, frame: PlanFrame): Manner {
  const labels = frame.scheme === 'pool' ? ['A', 'B', 'C'] : ['B', 'C', 'D'];
  switch (matter.way) {
    case 'credit':
    case 'own-food':
      return frame.scheme === 'pool'
        ? { scheme: 'pool', quota: byPool, kind: 'random', professional: '', ground: need }
        : { scheme: matter.way, quota: byRisk, kind: 'random', professional: '', ground: need };
    case 'all':
      return {
        scheme: '',
        quota: tiers([['全部', share(10_000)]]),
        kind: 'key',
        professional: everyOne,
        ground: everyOne,
      };
    case 'total':
      return {
        scheme: frame.scheme,
        quota: { kind: 'total', n: 40, labels },
        kind: 'random',
        professional,
        ground: professional,
      };
  }
}

function task(matter: Matter, m: number, frame: PlanFrame): Task {
  const [lead, ...partners] = matter.bodies.map(({ department }) => department);
  if (lead === undefined) throw new Error(`${matter.name} has no lead`);
  return {
    ...manner(matter, frame),
    no: `${county.code}${frame.year}${String(m + 1).padStart(4, '0')}`,
    name: `${frame.year}年${matter.name}`,
    directed: true,
    reach: 'joint',
    lead,
    partners,
    bodies: matter.bodies.map((body, b) => ({
      department: body.department,
      items: body.items.map((_, i) => itemCode(m, b, i)),
      needs: body.needs,
      officers: 2,
    })),
    section: '信用监督管理股',
    responsible: '股室负责人',
    frame: { tags: [matter.tag], types: [], places: [] },
    drawsPerYear: 1,
    window: frame.window,
    due: frame.due,
    publishWithin: 20,
    method: 'on-site',
    experts: matter.expert === '' ? [] : [{ field: matter.expert, number: 1 }],
    origin: 'own',
    outside: { no: '', state: 'unregistered' },
    reasons: [],
  };
}

/** A draft: reviews, approval and issue are acts of people. @throws RangeError for more tasks than there are matters. */
export function plan(frame: PlanFrame): Plan {
  if (frame.tasks < 1 || frame.tasks > matters.length)
    throw new RangeError(`a sample has 1 to ${matters.length} tasks, not ${frame.tasks}`);
  return {
    no: `清双随机〔${frame.year}〕1号`,
    year: frame.year,
    version: 1,
    policy: frame.policy,
    drafter: '联席办综合组',
    draftedOn: frame.draftedOn,
    tasks: matters.slice(0, frame.tasks).map((matter, m) => task(matter, m, frame)),
    doorLimit: { departments: 5, officers: 10 },
    approvals: [],
    state: 'draft',
    published: [],
  };
}
