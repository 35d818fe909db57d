/** The plan's tasks as rows of 年度抽查计划表, for the file of a draw and for departments' own sheets. */
import { settle } from '../../core/plan/quota.ts';
import type { Ratio, Share } from '../../core/plan/ratio.ts';
import type { Plan, Quota, Task } from '../../core/plan/task.ts';
import type { Item } from '../../core/registry/item.ts';
import type { PlanRow } from '../../core/sheet/plan-tasks.ts';
import { shareWords } from './words.ts';

/** One row a task, as the plan states it; codes without an item stand as they are. */
export function planRows(plan: Plan, items: readonly Item[]): PlanRow[] {
  const known = new Map(items.map((item) => [item.code, item]));
  return plan.tasks.map((task) => rowOf(task, known));
}

function rowOf(task: Task, items: ReadonlyMap<string, Item>): PlanRow {
  const codes = task.bodies.flatMap((body) => body.items);
  const first = items.get(codes[0] ?? '');
  return {
    no: task.no,
    name: task.name,
    items: codes.map((code) => items.get(code)?.name ?? code),
    field: first?.field ?? '',
    category: first?.category ?? null,
    subjects: first?.subjects ?? '',
    lead: task.lead,
    partners: task.partners,
    partnerItems: '',
    ratio: ratioOf(task.quota, task.drawsPerYear),
    ratioText: ratioText(task.quota),
    count: null,
    countText: '',
    riskRule: '',
    drawsPerYear: task.drawsPerYear,
    directed: task.directed,
    methods: [task.method],
    window: task.window,
    windowText: `${task.window.from}至${task.window.to}`,
    basis: first?.basis ?? '',
    section: task.section,
    responsible: task.responsible,
    level: '',
    remark: task.professional,
  };
}

function ratioOf(quota: Quota, drawsPerYear: number): Ratio {
  const rest = { drawsPerYear, provisional: false };
  if (quota.kind === 'total') {
    return { kind: 'whole', share: { kind: 'count', n: quota.n, bound: 'exactly' }, stated: null, ...rest };
  }
  return { kind: 'tiered', tiers: quota.tiers.map(({ label, share }) => ({ label, share, stated: null })), ...rest };
}

function ratioText(quota: Quota): string {
  if (quota.kind === 'total') return `${quota.n}户`;
  const [only, ...more] = quota.tiers;
  if (only !== undefined && more.length === 0) return shareText(only.share);
  return quota.tiers.map(({ label, share }) => `${label}类${shareText(share)}`).join('；');
}

/** A range that is not settled yet stands as its two ends. */
function shareText(share: Share): string {
  const settled = settle(share);
  if (settled.ok) return shareWords(settled.value);
  return share.kind === 'range' ? `${shareText(share.from)}至${shareText(share.to)}` : '';
}
