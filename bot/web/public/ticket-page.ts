/** `/draws/:no/ticket`: an enterprise's own ticket in a disclosed draw, its rank, and why it was drawn or not; without any script. */
import { sayStanding } from '../../../core/draw/lookup-words.ts';
import { type Html, html } from '../../paper/html.ts';
import type { OwnTicket } from '../../verbs/public/ticket.ts';
import { both, facts, hex, labelled, nothing, type Page, plain, words } from '../frame.ts';

export const ticketForm = (ceremony: number, typed: string): Html =>
  html`<form class="search" method="get" action="/draws/${ceremony}/ticket">
<label for="own-number">${words('查本企业的号签：统一社会信用代码或注册号', 'Your own ticket: the number of the enterprise')}</label>
<input id="own-number" name="number" type="text" class="code" maxlength="40" value="${typed}" autocomplete="off" spellcheck="false">
<button>${words('查询', 'Look up')}</button></form>`;

export interface Asked {
  readonly ceremony: number;
  /** As it was typed. */
  readonly typed: string;
  /** Null where nothing, or no number, was typed. */
  readonly ticket: OwnTicket | null;
}

export const ticketPage = ({ ceremony, typed, ticket }: Asked): Page => ({
  title: { zh: `第 ${ceremony} 次抽取：本企业的号签`, en: `Draw ${ceremony}: your own ticket` },
  body: html`${ticketForm(ceremony, typed)}
${ticket === null ? (typed === '' ? nothing : notANumber(typed)) : found(ticket, typed)}
<p class="note">${words('号签由种子按名单顺序逐户产生，号小者先抽；同一任务、同一类别内按号签排位。', 'Tickets are made from the seed in the order of the roster; the lowest are drawn, in each task and class.')} <a href="/verify?draw=${ceremony}">${words('可在浏览器中从头核验', 'Check it all in your browser')}</a></p>
<p><a href="/draws/${ceremony}">${words('返回本次抽取', 'Back to the draw')}</a></p>`,
});

const notANumber = (typed: string): Html =>
  html`<p class="card refused">${words(`“${typed}”不是统一社会信用代码或注册号，请核对后再查。`, `“${typed}” is not a number of an enterprise; check it and try again.`)}</p>`;

const found = ({ found: standing, tasks, record, plan, drawn }: OwnTicket, typed: string): Html =>
  standing === null
    ? html`<p class="card">${words(`${typed} 不在本次抽取的待抽名单上。`, `${typed} is not on the roster of this draw.`)}</p>`
    : html`${facts(
        [words('抽查计划', 'Plan'), plain(plan)],
        [words('名单位置', 'Row'), words(`第 ${standing.row} 行`, String(standing.row))],
        [words('号签', 'Ticket'), html`<span class="hex">${standing.ticket}</span>`],
        [words('记录摘要', 'Digest of the record'), hex(record)],
      )}
${labelled(
  { zh: '在各项任务中的排位', en: 'how it stands in each task' },
  [
    { zh: '任务', en: 'Task' },
    { zh: '本任务号签', en: 'Ticket in it' },
    { zh: '结果', en: 'Result' },
  ],
  standing.tasks.map(({ no, turned, standing: each }) => [
    plain(`${no} ${tasks.get(no) ?? ''}`),
    html`<span class="hex">${turned}</span>`,
    html`${both(sayStanding(each))}${'rank' in each ? html`<small>${words(`该类共抽取 ${drawn(no, each.tier)} 户`, `${drawn(no, each.tier)} were drawn of this class`)}</small>` : nothing}`,
  ]),
)}`;
