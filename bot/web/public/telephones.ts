/** Complaint telephones, where the policy asks for them to be public (万年 2022 四(五)) and somebody has published one. */
import type { Deps } from '../../deps.ts';
import { type Html, html } from '../../paper/html.ts';
import { dayOf } from '../../today.ts';
import { mattersForPublic } from '../../verbs/public/matters.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { nothing, words } from '../frame.ts';

export async function telephones({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<Html> {
  const published = (await mattersForPublic(db, dayOf(now()))).filter(({ what }) => what === 'complaint-telephone');
  if (published.length === 0) return nothing;
  const nameOf = await departmentNames(db);
  return html`<section class="card"><h2>${words('投诉举报电话', 'Telephone for complaints')}</h2>
<ul class="plain">${published.map(({ department, title, text }) => html`<li>${department === '' ? title : nameOf(department)}：<b>${text}</b></li>`)}</ul></section>`;
}
