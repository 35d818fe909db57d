/**
 * The county's annual plan: one joint task for each matter. Most follow the classes of the jurisdiction's scheme; where it
 * allows, key matters with few subjects are taken whole, in batches of the drawn order, and special equipment is a stated
 * number over its professional field.
 */
import type { Approval, Plan, Quota, Task } from '../../../core/plan/task.ts';
import { county } from './county.ts';
import { itemCode } from './items.ts';
import { matters } from './matters/all.ts';
import type { Matter } from './matters/matter.ts';
import type { Term } from './term.ts';

const need = 'C类、D类企业信用风险较高，结合投诉举报和上年检查情况，需提高抽查比例';
const professional = '特种设备属专业领域，抽查数量按检验周期和执法力量确定';
const everyOne = '重点领域实行全覆盖检查，随机确定检查批次顺序';

type Manner = Pick<Task, 'scheme' | 'quota' | 'kind' | 'professional' | 'ground'>;

function manner({ way }: Matter, { scheme, tiers, mixed }: Term): Manner {
  const byClass = (its: keyof Term['tiers'], name: string = scheme): Manner => ({
    scheme: name,
    quota: { kind: 'tiers', tiers: tiers[its], denominator: 'frame' },
    kind: 'random',
    professional: '',
    ground: need,
  });
  if (!mixed) return byClass('classes');
  switch (way) {
    case 'classes':
    case 'upper':
    case 'top':
      return byClass(way);
    case 'own':
      return scheme === 'credit' ? byClass('classes', 'own') : byClass('classes');
    case 'all':
      return { scheme: '', quota: whole, kind: 'key', professional: everyOne, ground: everyOne };
    case 'total':
      return { scheme: '', quota: stated, kind: 'random', professional, ground: professional };
  }
}

const whole: Quota = {
  kind: 'tiers',
  tiers: [{ label: '全部', share: { kind: 'share', bp: 10_000, bound: 'exactly', atLeast: 0 } }],
  denominator: 'frame',
};
const stated: Quota = { kind: 'total', n: 40, labels: ['全部'] };

function task(matter: Matter, m: number, term: Term): Task {
  const [lead, ...partners] = matter.bodies.map(({ department }) => department);
  if (lead === undefined) throw new Error(`${matter.name} has no lead`);
  return {
    ...manner(matter, term),
    no: `${county.code}${term.year}${String(m + 1).padStart(4, '0')}`,
    name: `${term.year}年${matter.name}`,
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
    drawsPerYear: term.draws,
    window: term.window,
    due: term.due,
    publishWithin: 20,
    method: 'on-site',
    experts: matter.expert === '' ? [] : [{ field: matter.expert, number: 1 }],
    origin: 'own',
    outside: { no: `PT${county.code}${term.year}${String(m + 1).padStart(4, '0')}`, state: 'confirmed' },
    reasons: [],
  };
}

/** A draft: reviews, approval and issue are acts of people. @throws RangeError for more tasks than there are matters. */
export function plan(policy: string, tasks: number, term: Term): Plan {
  if (tasks < 1 || tasks > matters.length)
    throw new RangeError(`a sample has 1 to ${matters.length} tasks, not ${tasks}`);
  return {
    no: `清双随机〔${term.year}〕1号`,
    year: term.year,
    version: 1,
    policy,
    drafter: '联席办综合组',
    draftedOn: term.draftedOn,
    tasks: matters.slice(0, tasks).map((matter, m) => task(matter, m, term)),
    doorLimit: { departments: 5, officers: 10 },
    approvals: [],
    state: 'draft',
    published: [],
  };
}

export interface Answer {
  readonly task: string;
  readonly partner: string;
  readonly answer: 'joins' | 'declines';
}

/** What partners answer to the letter of consultation: here, all of them join. */
export const answersTo = ({ tasks }: Plan): Answer[] =>
  tasks.flatMap(({ no, partners }) => partners.map((partner) => ({ task: no, partner, answer: 'joins' })));

/** Why the plan departs from what binds only in principle (原则上), by kind of finding. */
export const reasons: Task['reasons'] = [
  {
    finding: 'frequency-not-lower',
    words: '餐饮服务单位按食品经营风险分级开展抽查，各类全年均安排一次，以抽查比例体现差异',
  },
];

/** What reviewers say when asked: 联席办 on shares, frequency and repetition, 司法局 on legality (万年 三(二)3). */
export const approvalsOf = ({ draftedOn }: Plan): Approval[] =>
  (
    [
      ['office', 'share', '联席办审核组'],
      ['office', 'frequency', '联席办审核组'],
      ['office', 'repetition', '联席办审核组'],
      ['legal', 'legality', '司法局行政执法协调监督股'],
    ] as const
  ).map(([reviewer, point, by]) => ({ reviewer, point, by, at: `${draftedOn}T08:00:00.000Z` }));
