/** `/lists`: item lists, joint lists, rolls of officers and papers that were published, each as it was when it was. */
import { listWords } from '../../../core/policy/words.ts';
import type { Item, JointMatter } from '../../../core/registry/item.ts';
import { never } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { type Html, html } from '../../paper/html.ts';
import type { ListChanges, PublicInspector, PublicList, PublicRows } from '../../verbs/public/lists.ts';
import { both, facts, labelled, nothing, type Page, plain, words } from '../frame.ts';

const listPath = ({ list, department }: PublicList): string => `/lists/${list}/${encodeURIComponent(department)}`;

export const publicListsPage = (lists: readonly PublicList[]): Page => ({
  title: { zh: '清单与名录', en: 'Lists' },
  body:
    lists.length === 0
      ? html`<p>${words('还没有公布的清单。', 'No list has been published yet.')}</p>`
      : html`${[...Map.groupBy(lists, ({ list }) => list)].map(
          ([list, own]) => html`<h2>${both(listWords[list])}</h2>
${labelled(
  listWords[list],
  [
    { zh: '部门', en: 'Department' },
    { zh: '公布日期', en: 'Published' },
    { zh: '公布渠道', en: 'Where' },
  ],
  own.map((each) => [
    html`<a href="${listPath(each)}">${each.name}</a>${each.title === '' ? nothing : html`<small>${each.title}</small>`}`,
    plain(each.published[0]?.on ?? ''),
    plain(each.published[0]?.channel ?? ''),
  ]),
)}`,
        )}`,
});

export function publicListPage(
  list: PublicList & { readonly held: PublicRows; readonly changes: ListChanges | null },
): Page {
  const { zh, en } = listWords[list.list];
  return {
    title: { zh: `${list.name} ${zh}`, en },
    broad: true,
    body: html`${facts(
      [words('单位', 'Department'), plain(list.name)],
      ...(list.title === '' ? [] : ([[words('文件', 'Paper'), plain(list.title)]] as const)),
      [words('版本编号', 'Version'), plain(String(list.version))],
      [
        words('公布情况', 'Published'),
        html`${list.published.map(({ on, channel, where, version }) => html`<div>${on} ${channel}：${where}${version === list.version ? nothing : words('（较早版本）', '(an earlier version)')}</div>`)}`,
      ],
    )}
${changesOf(list.changes)}
${rowsOf(list.held, listWords[list.list])}`,
  };
}

function changesOf(changes: ListChanges | null): Html {
  if (changes === null) return nothing;
  const { since, added, dropped, changed } = changes;
  const parts = [
    [words('新增', 'New'), added],
    [words('修改', 'Changed'), changed],
    [words('取消', 'Dropped'), dropped],
  ] as const;
  return html`<h2>${words(`与 ${since} 公布的版本相比`, `Changed since the version of ${since}`)}</h2>
${
  parts.every(([, names]) => names.length === 0)
    ? html`<p>${words('内容没有变化。', 'Nothing has changed.')}</p>`
    : facts(
        ...parts
          .filter(([, names]) => names.length > 0)
          .map(([name, names]) => [name, html`${names.map((each) => html`<div>${each}</div>`)}`] as const),
      )
}`;
}

function rowsOf(held: PublicRows, caption: Words): Html {
  switch (held.kind) {
    case 'items':
      return items(held.rows, caption);
    case 'matters':
      return matters(held.rows, caption);
    case 'inspectors':
      return inspectors(held.rows, caption);
    case 'elsewhere':
      return html`<p>${words('全文见上列公布渠道。', 'The text is where it was published, see above.')}</p>`;
    default:
      return never(held);
  }
}

const items = (rows: readonly Item[], caption: Words): Html =>
  labelled(
    caption,
    [
      { zh: '编码', en: 'Code' },
      { zh: '事项', en: 'Item' },
      { zh: '类别', en: 'Category' },
      { zh: '依据', en: 'Basis' },
      { zh: '对象', en: 'Subjects' },
      { zh: '内容', en: 'Content' },
      { zh: '方式', en: 'Methods' },
      { zh: '比例和频次', en: 'Share and frequency' },
    ],
    rows.map((item) => [
      plain(item.code),
      plain(item.name),
      both(categoryWords[item.category]),
      plain(item.basis),
      plain(item.subjects),
      plain(item.content),
      html`${item.methods.map((method) => html`<div>${both(methodWords[method])}</div>`)}`,
      plain(item.ratioText),
    ]),
  );

const categoryWords: { readonly [category in Item['category']]: Words } = {
  general: { zh: '一般检查事项', en: 'general' },
  key: { zh: '重点检查事项', en: 'key' },
};
const methodWords: { readonly [method in Item['methods'][number]]: Words } = {
  'on-site': { zh: '实地检查', en: 'on site' },
  desk: { zh: '书面检查', en: 'on paper' },
  online: { zh: '网络监测', en: 'online' },
};

const matters = (rows: readonly JointMatter[], caption: Words): Html =>
  labelled(
    caption,
    [
      { zh: '编码', en: 'Code' },
      { zh: '监管责任事项', en: 'Matter' },
      { zh: '依据', en: 'Basis' },
      { zh: '配合部门', en: 'Partners' },
    ],
    rows.map(({ code, matter, basis, partners }) => [
      plain(code),
      plain(matter),
      plain(basis),
      plain(partners.join('、')),
    ]),
  );

const kindWords: { readonly [kind in PublicInspector['kind']]: Words } = {
  'civil-servant': { zh: '执法类公务员', en: 'civil servant' },
  qualified: { zh: '具有执法资格的工作人员', en: 'qualified' },
  daily: { zh: '日常监管人员', en: 'daily supervision' },
};

const inspectors = (rows: readonly PublicInspector[], caption: Words): Html =>
  labelled(
    caption,
    [
      { zh: '姓名', en: 'Name' },
      { zh: '人员类别', en: 'Kind' },
      { zh: '执法证号', en: 'Certificate' },
      { zh: '有效期至', en: 'Valid until' },
      { zh: '执法类型', en: 'Fields' },
    ],
    rows.map(({ name, kind, certificate, fields }) => [
      plain(name),
      both(kindWords[kind]),
      plain(certificate?.number ?? ''),
      plain(certificate?.validUntil ?? ''),
      plain(fields.join('、')),
    ]),
  );
