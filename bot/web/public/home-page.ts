/** `/`: what the public came for is one step away: search, the plan, the draws, outcomes, feedback; and whether it is a quiet month. */
import { stageWords } from '../../../core/draw/ceremony/words.ts';
import { wordsOfCode } from '../../../core/outcome/words.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { type Html, html } from '../../paper/html.ts';
import type { PublicOutcome } from '../../verbs/public/outcomes.ts';
import type { PublicPlan } from '../../verbs/public/plans.ts';
import { tasksNamed } from '../draw-page.ts';
import type { DrawLine } from '../draws.ts';
import { both, nothing, type Page, words } from '../frame.ts';
import { enterprisePath } from './number.ts';
import { searchForm } from './outcomes-page.ts';
import { planPath } from './plans-page.ts';
import { quietCard } from './quiet.ts';

export interface Home {
  readonly policy: Policy | null;
  readonly today: string;
  readonly plans: readonly PublicPlan[];
  readonly draws: readonly DrawLine[];
  /** Published last. */
  readonly latest: readonly PublicOutcome[];
  /** Figures are counted, and the public is heard, by a server with the desk's own means. */
  readonly desk: boolean;
}

/** As many as fit on a phone beside the rest. */
const few = 5;

export const homePage = ({ policy, today, plans, draws, latest, desk }: Home): Page => ({
  title: { zh: '“双随机、一公开”公众窗口', en: 'Random inspections, in the open' },
  body: html`<p>${words('查谁，抽取决定；谁去查，抽取决定；查到什么，向社会公示。', 'Whom we inspect is drawn; who inspects is drawn; what is found is published.')}</p>
<div class="card">${searchForm('')}</div>
${policy === null ? nothing : quietCard(policy, today)}
${latest.length === 0 ? nothing : latestPart(latest)}
<ul class="tiles">
<li><h2><a href="/policy">${words('依据文件', 'Basis')}</a></h2>${policy === null ? words('尚无生效的文件。', 'No document is in force yet.') : html`<div>${policy.head.title.value}</div><small class="note">${policy.head.number?.value ?? ''}</small>`}</li>
<li><h2><a href="/plans">${words('抽查计划', 'Plans')}</a></h2>${
    plans.length === 0
      ? words('还没有公布的抽查计划。', 'No plan has been published yet.')
      : html`<ul class="plain">${plans.slice(0, few).map(({ no, year }) => html`<li><a href="${planPath(no)}">${words(`${year} 年度抽查计划`, `Plan of ${year}`)} ${no}</a></li>`)}</ul>`
  }</li>
<li><h2><a href="/draws">${words('历次抽取', 'Draws')}</a></h2>${
    draws.length === 0
      ? words('还没有抽取。', 'Nothing has been drawn yet.')
      : html`<ul class="plain">${draws.slice(0, few).map(({ no, stage, ...named }) => html`<li><a href="/draws/${no}">${words(`第 ${no} 次抽取`, `Draw ${no}`)}</a> ${tasksNamed(named)} ${both(stageWords[stage])}</li>`)}</ul>`
  }</li>
<li><h2><a href="/lists">${words('清单名录', 'Lists')}</a></h2>${words('抽查事项清单、联合检查清单和依法公开的名录', 'Items, joint lists and rolls that are public')}</li>
${
  desk
    ? html`<li><h2><a href="/figures">${words('统计', 'Figures')}</a></h2>${words('全域数据，不排名', 'Of the whole area; nobody is ranked')}</li>
<li><h2><a href="/voice">${words('意见反馈', 'Feedback')}</a></h2>${words('意见、投诉、对公示内容的异议、对检查人员的反映', 'Feedback, complaints, objections, about inspectors')}</li>`
    : nothing
}
<li><h2><a href="/published">${words('其他公布事项', 'Other matters')}</a></h2>${words('抽查情况、行政处罚、投诉举报查处结果', 'How draws went, penalties, what came of complaints')}</li>
</ul>`,
});

const latestPart = (
  latest: readonly PublicOutcome[],
): Html => html`<h2>${words('最新公示的检查结果', 'Published last')}</h2>
<ul class="plain">${latest.map(
  ({ day, kind, number, name, shown }) =>
    html`<li>${day}　${kind === '' ? words('名称依法不予公开', 'name held back by law') : html`<a href="${enterprisePath({ kind, number })}">${name}</a>`}　${shown.authority}：${both(wordsOfCode(shown.code))}</li>`,
)}</ul>`;
