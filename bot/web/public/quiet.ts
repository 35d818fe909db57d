/** 企业安静期: in which months whom nobody visits without a filed reason (万年 2022 三(二)1), for everybody to see. */
import { monthOf } from '../../../core/calendar.ts';
import { quietMonths, schemesOf } from '../../../core/policy/ask.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { type Html, html } from '../../paper/html.ts';
import { nothing, words } from '../frame.ts';

export interface QuietClass {
  readonly label: string;
  readonly name: string;
  /** Months in which it is left in peace. */
  readonly quiet: readonly number[];
  readonly now: boolean;
}

/** The classes that have a quiet period; none where the document knows no such thing. */
export const quietClasses = (policy: Policy, today: string): readonly QuietClass[] =>
  schemesOf(policy, today).flatMap(({ value: { id, classes } }) =>
    classes.flatMap(({ label, zh }) => {
      const quiet = quietMonths(policy, { scheme: id, label }, today);
      return quiet.length === 0 ? [] : [{ label, name: zh, quiet, now: quiet.includes(monthOf(today)) }];
    }),
  );

export function quietCard(policy: Policy, today: string): Html {
  const classes = quietClasses(policy, today);
  if (classes.length === 0) return nothing;
  return html`<section class="card quiet"><h2>${words('企业安静期', 'Quiet period')}</h2>
<p>${words('下列月份为企业安静期，除投诉举报等特殊情况并按规定备案外，不入企检查。', 'In these months nobody is visited, but on filed grounds such as a complaint.')}</p>
<ul>${classes.map(
    ({ label, name, quiet, now }) =>
      html`<li><b>${name === '' ? label : name}</b>：${words(`${spansZh(quiet)}`, `months ${quiet.join(', ')}`)}${now ? html` <span class="stage">${words('现处于安静期', 'quiet now')}</span>` : nothing}</li>`,
  )}</ul></section>`;
}

/** 1–5月、7月 */
function spansZh(months: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const month of months) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] === month - 1) last[1] = month;
    else spans.push([month, month]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}月` : `${from}–${to}月`)).join('、');
}
