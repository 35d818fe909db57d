/** `/enterprise/…`: everything public about one enterprise in one place: planned and drawn, found, corrected. */
import { html } from '../../paper/html.ts';
import type { DrawnVisit, PublicEnterprise } from '../../verbs/public/enterprise.ts';
import type { Followed } from '../../verbs/public/followed.ts';
import { facts, labelled, nothing, type Page, plain, words } from '../frame.ts';
import { outcomeTable } from './outcomes-page.ts';
import { planPath } from './plans-page.ts';

/** @param followed what became of its findings, by the outcome's name */
export const enterprisePage = (
  { name, number, drawn, outcomes }: PublicEnterprise,
  followed: ReadonlyMap<string, Followed>,
): Page => ({
  broad: true,
  title: name === '' ? { zh: number, en: number } : { zh: name, en: name },
  body: html`${facts([words('统一社会信用代码或注册号', 'Number'), html`<span class="hex">${number}</span>`])}
<h2>${words('抽中情况', 'Drawn for')}</h2>
${drawn.length === 0 ? html`<p>${words('没有已公开的抽中记录。', 'No draw that is public has drawn it.')}</p>` : drawnTable(drawn, number)}
<h2>${words('检查结果', 'Outcomes')}</h2>
${outcomes.length === 0 ? html`<p>${words('没有公示中的检查结果。', 'No outcome stands as public.')}</p>` : outcomeTable(outcomes, false, followed)}
<p class="note">${words('信用修复、撤销或公示期满的结果不再显示。对公示内容有异议的，可', 'What was repaired, revoked or has expired is not shown any more. If something is wrong,')} <a href="/voice?about=objection">${words('提出异议', 'object')}</a></p>`,
});

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
