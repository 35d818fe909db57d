/** `/published`: other matters that were made public, each with where it stands and since when. */
import type { Words } from '../../../core/words.ts';
import { html } from '../../paper/html.ts';
import { type PublishedMatter, publishedMatters } from '../../verbs/notice/publish-matter.ts';
import type { PublicMatter } from '../../verbs/public/matters.ts';
import { both, labelled, nothing, type Page, plain, words } from '../frame.ts';

const kinds: { readonly [what in PublishedMatter]: Words } = {
  draw: { zh: '抽查情况', en: 'how draws went' },
  penalty: { zh: '行政处罚', en: 'penalties' },
  'complaint-telephone': { zh: '投诉举报电话', en: 'telephones for complaints' },
  'complaint-result': { zh: '投诉举报查处结果', en: 'what came of complaints' },
  exposure: { zh: '曝光台', en: 'exposures' },
};

export const publishedPage = (matters: readonly PublicMatter[]): Page => ({
  title: { zh: '其他公布事项', en: 'Other matters' },
  body:
    matters.length === 0
      ? html`<p>${words('没有公布中的其他事项。', 'Nothing else stands as published.')}</p>`
      : html`${publishedMatters.map((what) => {
          const own = matters.filter((each) => each.what === what);
          if (own.length === 0) return nothing;
          return html`<h2>${both(kinds[what])}</h2>
${labelled(
  kinds[what],
  [
    { zh: '事项', en: 'Matter' },
    { zh: '编号', en: 'Number' },
    { zh: '单位', en: 'By' },
    { zh: '公布情况', en: 'Published' },
  ],
  own.map(({ title, number, departmentName, channels }) => [
    plain(title),
    what === 'draw' && /^\d{1,9}$/.test(number) ? html`<a href="/draws/${number}">${number}</a>` : plain(number),
    plain(departmentName),
    html`${channels.map(({ channel, where, on }) => html`<div>${on} ${channel}：${where}</div>`)}`,
  ]),
)}`;
        })}`,
});
