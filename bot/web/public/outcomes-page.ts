/** `/outcomes`: outcomes that were published, by name, by number, or by task. Whoever searches finds what is public and nothing else. */
import { groundWords, partWords } from '../../../core/notice/words.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import { handlingWords, methodWords, wordsOfCode } from '../../../core/outcome/words.ts';
import { never } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { type Html, html } from '../../paper/html.ts';
import type { Followed } from '../../verbs/public/followed.ts';
import type { OutcomesPage, PublicOutcome } from '../../verbs/public/outcomes.ts';
import type { PublicPlan } from '../../verbs/public/plans.ts';
import { both, labelled, nothing, type Page, plain, words } from '../frame.ts';
import { enterprisePath } from './number.ts';
import { planPath, taskOutcomesPath } from './plans-page.ts';

export const searchForm = (typed: string): Html => html`<form class="search" method="get" action="/outcomes">
<label for="q">${words('查检查结果：企业名称（两个字以上）、统一社会信用代码或注册号', 'Search outcomes by name (two characters or more) or number')}</label>
<input id="q" name="q" type="search" maxlength="60" value="${typed}" autocomplete="off">
<button>${words('查询', 'Search')}</button></form>`;

/** What was asked for. */
export type Search =
  | { readonly kind: 'none' }
  | { readonly kind: 'too-short'; readonly typed: string }
  | { readonly kind: 'text'; readonly typed: string }
  | { readonly kind: 'task'; readonly plan: string; readonly task: string };

export const outcomesPage = (search: Search, found: OutcomesPage, plans: readonly PublicPlan[]): Page => ({
  title: { zh: '检查结果', en: 'Outcomes' },
  broad: true,
  body: html`${searchForm(search.kind === 'text' || search.kind === 'too-short' ? search.typed : '')}
${search.kind === 'task' && found.rows.length > 0 ? taskHead(search, found, plans) : nothing}
${said(search, found)}
${search.kind === 'none' ? byTask(plans) : nothing}`,
});

/** A task of which nothing is public looks like one that does not exist, and has no head. */
function taskHead(
  { plan, task }: { readonly plan: string; readonly task: string },
  found: OutcomesPage,
  plans: readonly PublicPlan[],
): Html {
  const published = plans.find(({ no }) => no === plan);
  const name = found.rows[0]?.shown.taskName ?? '';
  return html`${name === '' ? nothing : html`<h2>${name}</h2>`}
<p class="note">${words(`任务编号 ${task}`, `Task ${task}`)}　${published === undefined ? plain(plan) : html`<a href="${planPath(plan)}">${planNamed(published)}</a>`}</p>`;
}

const planNamed = ({ no, year }: PublicPlan): Html => html`${words(`${year} 年度抽查计划`, `Plan of ${year}`)} ${no}`;

function said(search: Search, found: OutcomesPage): Html {
  switch (search.kind) {
    case 'none':
      return nothing;
    case 'too-short':
      return html`<p class="card refused">${words('请至少输入名称中的两个字，或完整的代码。', 'Type two characters of the name or more, or a whole number.')}</p>`;
    case 'text':
      return found.rows.length === 0 && found.page === 1
        ? html`<p class="card">${words(`没有与“${search.typed}”相符的已公示结果。未公示的，不能查询。`, `No outcome that was published fits “${search.typed}”.`)}</p>`
        : listed(found, `q=${encodeURIComponent(search.typed)}`);
    case 'task':
      return found.rows.length === 0 && found.page === 1
        ? html`<p class="card">${words('该任务尚无公示的结果。', 'Nothing of this task has been published yet.')}</p>`
        : listed(found, `plan=${encodeURIComponent(search.plan)}&task=${encodeURIComponent(search.task)}`);
    default:
      return never(search);
  }
}

const listed = ({ rows, page, more }: OutcomesPage, query: string): Html => html`${outcomeTable(rows, true)}
<p class="actions">${page > 1 ? html`<a class="button second" href="/outcomes?${query}&page=${page - 1}">${words('上一页', 'Previous')}</a>` : nothing}<span class="note">${words(`第 ${page} 页`, `page ${page}`)}</span>${more ? html`<a class="button second" href="/outcomes?${query}&page=${page + 1}">${words('下一页', 'Next')}</a>` : nothing}</p>`;

const followedWords: { readonly [state in Followed['state']]: Words } = {
  corrected: { zh: '已整改', en: 'put right' },
  closed: { zh: '已办结', en: 'closed' },
  'under-way': { zh: '处理中', en: 'being dealt with' },
};

/**
 * @param named whether each row says whose it is
 * @param followed what became of findings, by the outcome's name
 */
export const outcomeTable = (
  rows: readonly PublicOutcome[],
  named: boolean,
  followed: ReadonlyMap<string, Followed> = new Map(),
): Html =>
  labelled(
    { zh: '已公示的检查结果', en: 'outcomes that were published' },
    [
      ...(named ? [{ zh: '检查对象', en: 'Subject' }] : []),
      { zh: '检查机关', en: 'Authority' },
      { zh: '任务与事项', en: 'Task and item' },
      { zh: '检查日期', en: 'Checked on' },
      { zh: '检查结果', en: 'Outcome' },
      { zh: '公示日期', en: 'Published' },
    ],
    rows.map((outcome) => {
      const { shown, kind, number, name, day, source, plan, task } = outcome;
      const since = followed.get(outcomeId(outcome));
      return [
        ...(named ? [subject(kind, number, name)] : []),
        plain(shown.authority),
        html`<a href="${taskOutcomesPath(plan, task)}">${shown.taskName}</a>${shown.itemName === '' ? nothing : html`<small>${shown.itemName}</small>`}<small>${drawLink(source)}</small>`,
        plain(shown.checkedOn),
        html`<b>${both(wordsOfCode(shown.code))}</b>${details(shown.finding, outcome)}${since === undefined ? nothing : html`<div>${both(followedWords[since.state])}</div>`}${keptBack(outcome)}`,
        plain(day),
      ];
    }),
  );

/** What is kept back, and why; whatever else there is stays (福安 2018 二(二)3: 公开的方式和范围应当适当). */
const keptBack = ({ keptBack: parts }: PublicOutcome): Html =>
  html`${parts.map(({ part, ground }) => html`<small>${words(`${partWords[part].zh}涉及${groundWords[ground].zh}，依法不予公开`, `kept back: ${partWords[part].en} (${groundWords[ground].en})`)}</small>`)}`;

/** Back to the draw that the check came from; a list that was drawn elsewhere has no page here. */
const drawLink = (source: string): Html => {
  const no = source.replace(/\.\d+$/, '');
  return /^\d+$/.test(no)
    ? html`<a href="/draws/${no}">${words(`第 ${no} 次抽取`, `Draw ${no}`)}</a>`
    : words('外部平台抽取', 'drawn on another platform');
};

const subject = (kind: PublicOutcome['kind'], number: string, name: string): Html =>
  kind === ''
    ? words('名称依法不予公开', 'the name is held back by law')
    : html`<a href="${enterprisePath({ kind, number })}">${name}</a><small>${number}</small>`;

const details = (
  finding: string,
  { shown: { methods, handling } }: PublicOutcome,
): Html => html`${finding === '' ? nothing : html`<div>${finding}</div>`}
${handling === null || handling === 'nothing' ? nothing : html`<small>${both(handlingWords[handling])}</small>`}
<small>${methods.map((method) => both(methodWords[method]))}</small>`;

const byTask = (plans: readonly PublicPlan[]): Html =>
  html`<h2>${words('按任务查看', 'By task')}</h2>
${plans.length === 0 ? html`<p>${words('还没有公布的抽查计划。', 'No plan has been published yet.')}</p>` : nothing}
${plans.map(
  (held) =>
    html`<h3>${planNamed(held)}</h3><ul class="plain">${(held.versions.at(-1)?.plan.tasks ?? []).map(
      (task) => html`<li><a href="${taskOutcomesPath(held.no, task.no)}">${task.no} ${task.name}</a></li>`,
    )}</ul>`,
)}`;
