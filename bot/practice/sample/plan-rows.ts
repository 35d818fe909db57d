/** The plan's tasks as rows of 年度抽查计划表, with the ratio cell as plans write it. */
import type { Share } from '../../../core/plan/ratio.ts';
import { parseRatio } from '../../../core/plan/ratio-parse.ts';
import type { Quota, Task } from '../../../core/plan/task.ts';
import type { PlanRow } from '../../../core/sheet/plan-tasks.ts';
import { matters } from './matters/all.ts';
import type { Sample } from './sample.ts';

export const planRows = ({ plan, items }: Sample): PlanRow[] => {
  const names = new Map(items.map(({ code, name }) => [code, name]));
  return plan.tasks.map((task) => planRow(task, names));
};

function planRow(task: Task, names: ReadonlyMap<string, string>): PlanRow {
  const text = ratioText(task.quota);
  const read = parseRatio(text);
  if (!read.ok) throw new Error(`the ratio ${text} of a sample's task cannot be read`);
  const matter = matters.find(({ tag }) => task.frame.tags.includes(tag));
  return {
    no: task.no,
    name: task.name,
    items: task.bodies.flatMap(({ items }) => items.map((code) => names.get(code) ?? code)),
    field: matter?.field ?? '',
    category: matter?.category ?? null,
    subjects: matter?.subjects ?? '',
    lead: task.lead,
    partners: task.partners,
    partnerItems: '',
    ratio: read.value,
    ratioText: text,
    count: null,
    countText: '',
    riskRule: '',
    drawsPerYear: task.drawsPerYear,
    directed: task.directed,
    methods: [task.method],
    window: task.window,
    windowText: `${task.window.from}至${task.window.to}`,
    basis: '',
    section: task.section,
    responsible: task.responsible,
    level: '县级',
    remark: task.professional,
  };
}

function ratioText(quota: Quota): string {
  if (quota.kind === 'total') return `${quota.n}户`;
  const [only] = quota.tiers;
  if (only !== undefined && quota.tiers.length === 1) return shareText(only.share);
  return quota.tiers.map(({ label, share }) => `${label}类${shareText(share)}`).join('；');
}

const shareText = (share: Share): string =>
  share.kind === 'share' ? `${share.bp / 100}%` : share.kind === 'spared' ? '不纳入抽查' : '';
