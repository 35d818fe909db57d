/** Telephones for complaints, once somebody has published them (万年 2022 四(五)): beside whatever invites people to speak. */
import { type Html, html } from '../../paper/html.ts';
import type { PublicMatter } from '../../verbs/public/matters.ts';
import { nothing, words } from '../frame.ts';

export function telephones(matters: readonly PublicMatter[]): Html {
  const published = matters.filter(({ what }) => what === 'complaint-telephone');
  if (published.length === 0) return nothing;
  return html`<section class="card"><h2>${words('投诉举报电话', 'Telephone for complaints')}</h2>
<ul class="plain">${published.map(({ departmentName, title, number }) => html`<li>${departmentName}：<b>${title}</b> ${number}</li>`)}</ul></section>`;
}
