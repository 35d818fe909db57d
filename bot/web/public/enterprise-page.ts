/** `/enterprise/…`: everything public about one enterprise in one place: planned and drawn, found, corrected. */
import type { Policy } from '../../../core/policy/shape.ts';
import { type Html, html } from '../../paper/html.ts';
import type { DrawnVisit, PublicEnterprise } from '../../verbs/public/enterprise.ts';
import type { CreditEntry, Followed } from '../../verbs/public/followed.ts';
import { facts, labelled, nothing, type Page, plain, words } from '../frame.ts';
import { outcomeTable } from './outcomes-page.ts';
import { planPath } from './plans-page.ts';
import { quietCard } from './quiet.ts';

export interface Now {
  readonly policy: Policy | null;
  readonly today: string;
}

/** @param followed what became of its findings, by the outcome's name */
export const enterprisePage = (
  { name, number, drawn, outcomes }: PublicEnterprise,
  followed: ReadonlyMap<string, Followed>,
  { policy, today }: Now,
): Page => ({
  broad: true,
  title: name === '' ? { zh: number, en: number } : { zh: name, en: name },
  body: html`${facts([words('统一社会信用代码或注册号', 'Number'), html`<span class="hex">${number}</span>`])}
<h2>${words('抽中情况', 'Drawn for')}</h2>
${drawn.length === 0 ? html`<p>${words('没有已公开的抽中记录（抽取记录在检查实施期结束后公开）。', 'No draw that is public has drawn it (records become public after the visits).')}</p>` : drawnTable(drawn, number)}
<h2>${words('检查结果', 'Outcomes')}</h2>
${outcomes.length === 0 ? html`<p>${words('没有公示中的检查结果。', 'No outcome stands as public.')}</p>` : outcomeTable(outcomes, false, followed)}
${creditTable([...followed.values()].flatMap(({ entries }) => entries))}
${policy === null ? nothing : quietCard(policy, today)}
<p class="note">${words('信用修复、撤销或公示期满的结果不再显示。对公示内容有异议的，可', 'What was repaired, revoked or has expired is not shown any more. If something is wrong,')} <a href="/voice?about=objection">${words('提出异议', 'object')}</a></p>`,
});

const creditTable = (entries: readonly CreditEntry[]): Html =>
  entries.length === 0
    ? nothing
    : html`<h2>${words('信用记录', 'Credit record')}</h2>
${labelled(
  { zh: '列入情况', en: 'entries on lists' },
  [
    { zh: '名单', en: 'List' },
    { zh: '依据', en: 'Basis' },
    { zh: '起', en: 'From' },
    { zh: '止', en: 'To' },
    { zh: '退出方式', en: 'Way out' },
  ],
  entries.map((entry) => [
    entry.list === 'abnormal'
      ? words('经营异常名录', 'list of abnormal operation')
      : words(`联合惩戒（${entry.field}）`, `joint punishment (${entry.field})`),
    plain(entry.basis),
    plain(entry.from),
    entry.list === 'abnormal' ? words('移出之日', 'until it is removed') : plain(entry.to),
    words(
      '履行义务、纠正违法行为后，可向列入单位申请信用修复',
      'once put right, ask the department that entered it for repair of credit',
    ),
  ]),
)}`;

const drawnTable = (drawn: readonly DrawnVisit[], number: string) =>
  labelled(
    { zh: '已公开的抽取', en: 'draws that are public' },
    [
      { zh: '抽取', en: 'Draw' },
      { zh: '计划', en: 'Plan' },
      { zh: '任务', en: 'Tasks' },
      { zh: '检查实施期', en: 'Window' },
      { zh: '号签', en: 'Ticket' },
    ],
    drawn.map(({ ceremony, plan, tasks, window, replaced, annulled }) => [
      html`<a href="/draws/${ceremony}">${words(`第 ${ceremony} 次`, `Draw ${ceremony}`)}</a>${replaced ? html`<small>${words('已由其他对象替换', 'replaced by another')}</small>` : nothing}${annulled ? html`<small>${words('该次抽取已撤销', 'the draw was annulled')}</small>` : nothing}`,
      html`<a href="${planPath(plan)}">${plan}</a>`,
      html`${tasks.map(({ no, name }) => html`<div>${no} ${name}</div>`)}`,
      plain(`${window.from} 至 ${window.to}`),
      html`<a href="/draws/${ceremony}/ticket?number=${encodeURIComponent(number)}">${words('查看', 'see')}</a>`,
    ]),
  );
