/** `/plans`: the plans that were published and, of each, every version: its tasks, and what it changed and why. */
import { dateInChinese } from '../../../core/calendar.ts';
import { stageWords } from '../../../core/draw/ceremony/words.ts';
import type { Quota, Task } from '../../../core/plan/task.ts';
import { type Names, wordsOfShare } from '../../../core/plan/words.ts';
import { never } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { type Html, html } from '../../paper/html.ts';
import type { ChangedPart, PublicPlan, PublicVersion, TaskChange } from '../../verbs/public/plans.ts';
import type { DrawLine } from '../draws.ts';
import { both, facts, labelled, nothing, type Page, plain, words } from '../frame.ts';

export const planPath = (no: string): string => `/plans/${encodeURIComponent(no)}`;
export const taskOutcomesPath = (plan: string, task: string): string =>
  `/outcomes?plan=${encodeURIComponent(plan)}&task=${encodeURIComponent(task)}`;

export interface Around {
  readonly names: Names;
  readonly draws: readonly DrawLine[];
  readonly quiet: Html;
}

export const plansPage = (plans: readonly PublicPlan[]): Page => ({
  title: { zh: '抽查计划', en: 'Plans' },
  body:
    plans.length === 0
      ? html`<p>${words('还没有公布的抽查计划。', 'No plan has been published yet.')}</p>`
      : labelled(
          { zh: '已公布的年度抽查计划', en: 'plans that were published' },
          [
            { zh: '年度', en: 'Year' },
            { zh: '计划', en: 'Plan' },
            { zh: '任务', en: 'Tasks' },
            { zh: '版次', en: 'Versions' },
            { zh: '公布日期', en: 'Published' },
          ],
          plans.map(({ no, year, versions }) => [
            plain(String(year)),
            html`<a href="${planPath(no)}">${no}</a>`,
            words(`${versions.at(-1)?.plan.tasks.length ?? 0} 项`, String(versions.at(-1)?.plan.tasks.length ?? 0)),
            plain(String(versions.length)),
            plain(versions.at(-1)?.on ?? ''),
          ]),
        ),
});

/** One version of a plan. @param asked the last where none is asked for */
export function planPage(
  { no, year, versions }: PublicPlan,
  asked: PublicVersion,
  { names, draws, quiet }: Around,
): Page {
  const { plan, on } = asked;
  const isLast = asked === versions.at(-1);
  return {
    title: { zh: `${year} 年度抽查计划`, en: `Plan of ${year}` },
    broad: true,
    body: html`${isLast ? nothing : html`<p class="card refused">${words('这是较早的版本，现行版本见', 'This is an earlier version; the present one is')} <a href="${planPath(no)}">${no}</a></p>`}
${facts(
  [words('计划编号', 'Number'), plain(no)],
  [words('版次', 'Version'), words(`第 ${plan.version} 版`, String(plan.version))],
  [words('公布日期', 'Published'), plain(dateInChinese(on))],
  [
    words('公布渠道', 'Where'),
    html`${plan.published.map(({ channel, where, on: day }) => html`<div>${channel}：${where}（${day}）</div>`)}`,
  ],
)}
<h2>${words('抽查任务', 'Tasks')}</h2>
${taskTable(plan.tasks, names, no)}
${drawsOf(draws)}
${quiet}
${history({ no, year, versions }, names)}`,
  };
}

/** Forward from the plan to its draws, and from there to their outcomes (甘州 2023 二(二)1: 顺向可追、逆向可溯). */
const drawsOf = (draws: readonly DrawLine[]): Html =>
  draws.length === 0
    ? nothing
    : html`<h2>${words('按本计划的抽取', 'Draws made from it')}</h2>
<ul class="plain">${draws.map(({ no, stage }) => html`<li><a href="/draws/${no}">${words(`第 ${no} 次抽取`, `Draw ${no}`)}</a> ${both(stageWords[stage])}</li>`)}</ul>`;

const taskTable = (tasks: readonly Task[], names: Names, plan: string): Html =>
  labelled(
    { zh: '任务、部门、对象、比例与时间', en: 'tasks, departments, subjects, shares and time' },
    [
      { zh: '编号', en: 'No.' },
      { zh: '任务', en: 'Task' },
      { zh: '牵头部门', en: 'Lead' },
      { zh: '配合部门', en: 'Partners' },
      { zh: '抽查事项', en: 'Items' },
      { zh: '抽查比例', en: 'Share' },
      { zh: '检查实施期', en: 'Window' },
      { zh: '结果', en: 'Outcomes' },
    ],
    tasks.map((task) => [
      plain(task.no),
      html`${task.name}<small>${both(kindWords[task.kind])}</small>`,
      plain(names.department(task.lead)),
      plain(task.partners.map(names.department).join('、')),
      plain([...new Set(task.bodies.flatMap(({ items }) => items))].map(names.item).join('、')),
      html`${quotaLines(task.quota)}`,
      html`<span class="n">${task.window.from}</span> 至 <span class="n">${task.window.to}</span>`,
      html`<a class="no-print" href="${taskOutcomesPath(plan, task.no)}">${words('查看', 'see')}</a>`,
    ]),
  );

const kindWords: { readonly [kind in Task['kind']]: Words } = {
  random: { zh: '随机抽查', en: 'random' },
  key: { zh: '重点监管', en: 'key supervision' },
  targeted: { zh: '定向抽查', en: 'targeted' },
  special: { zh: '专项检查', en: 'special' },
};

/** A letter is said as a class; 全部 and names in words stand as they are. */
const classZh = (label: string): string =>
  label === '' ? '' : /^[A-Za-z0-9]+$/.test(label) ? `${label}类：` : `${label}：`;

function quotaLines(quota: Quota): readonly Html[] {
  switch (quota.kind) {
    case 'tiers':
      return quota.tiers.map(({ label, share }) => {
        const said = wordsOfShare(share);
        return html`<div>${classZh(label)}${both(said)}</div>`;
      });
    case 'total':
      return [html`<div>${words(`共 ${quota.n} 户`, `${quota.n} in all`)}</div>`];
    default:
      return never(quota);
  }
}

function history({ no, versions }: PublicPlan, names: Names): Html {
  if (versions.length < 2) return nothing;
  return html`<h2>${words('版本与调整', 'Versions and changes')}</h2>
${[...versions].reverse().map(
  (
    { plan, on, reason, changes },
    i,
  ) => html`<section class="card"><p><b>${i === 0 ? html`<a href="${planPath(no)}">${words(`第 ${plan.version} 版（现行）`, `version ${plan.version} (present)`)}</a>` : html`<a href="${planPath(no)}?version=${plan.version}">${words(`第 ${plan.version} 版`, `version ${plan.version}`)}</a>`}</b> ${on}</p>
${reason === '' ? nothing : html`<p>${words('调整原因：', 'Reason: ')}${reason}</p>`}
${changes.length === 0 ? nothing : html`<ul>${changes.map((change) => html`<li>${changeLine(change, names)}</li>`)}</ul>`}</section>`,
)}`;
}

function changeLine(change: TaskChange, names: Names): Html {
  const task = `${change.no}“${change.name}”`;
  switch (change.kind) {
    case 'added':
      return words(`新增任务 ${task}`, `task ${change.no} is new`);
    case 'dropped':
      return words(`取消任务 ${task}`, `task ${change.no} is dropped`);
    case 'changed':
      return html`${words(`调整任务 ${task}：`, `task ${change.no} changed:`)}<ul class="plain">${change.parts.map((part) => html`<li>${both(partWords[part])} ${fromTo(part, change, names)}</li>`)}</ul>`;
    default:
      return never(change);
  }
}

const partWords: { readonly [part in ChangedPart]: Words } = {
  name: { zh: '名称', en: 'name' },
  lead: { zh: '牵头部门', en: 'lead' },
  partners: { zh: '配合部门', en: 'partners' },
  bodies: { zh: '检查部门与事项', en: 'departments and items' },
  window: { zh: '检查实施期', en: 'window' },
  quota: { zh: '抽查比例', en: 'shares' },
  drawsPerYear: { zh: '年抽查次数', en: 'draws a year' },
  method: { zh: '检查方式', en: 'method' },
  other: { zh: '其他内容', en: 'other parts' },
};

/** Before and after, where both fit into a line. */
function fromTo(part: ChangedPart, { before, after }: Extract<TaskChange, { kind: 'changed' }>, names: Names): Html {
  const shown = (task: Task): Html | null => {
    switch (part) {
      case 'name':
        return plain(task.name);
      case 'lead':
        return plain(names.department(task.lead));
      case 'partners':
        return plain(task.partners.map(names.department).join('、') || '无');
      case 'window':
        return plain(`${task.window.from} 至 ${task.window.to}`);
      case 'quota':
        return html`${quotaLines(task.quota)}`;
      case 'drawsPerYear':
        return plain(String(task.drawsPerYear));
      case 'bodies':
        return plain(
          task.bodies
            .map(({ department, items }) => `${names.department(department)}：${items.map(names.item).join('、')}`)
            .join('；'),
        );
      case 'method':
      case 'other':
        return null;
      default:
        return never(part);
    }
  };
  const [was, is] = [shown(before), shown(after)];
  return was === null || is === null
    ? nothing
    : html`<div class="note">${words('原为', 'was')}：${was}</div><div>${words('现为', 'is now')}：${is}</div>`;
}
