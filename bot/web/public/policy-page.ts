/**
 * `/policy`: by what the documents are known that are carried out here: title, number, index number, issuers, day, state, and the higher
 * documents that they carry out (文头 of each; 主动公开).
 */
import { dateInChinese } from '../../../core/calendar.ts';
import { platformOf } from '../../../core/policy/ask.ts';
import { forceOn } from '../../../core/policy/due.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { wordsOfForce } from '../../../core/policy/words.ts';
import { type Html, html } from '../../paper/html.ts';
import { both, facts, labelled, nothing, type Page, plain, words } from '../frame.ts';
import { quietCard } from './quiet.ts';

export const policyPage = (policy: Policy | null, today: string): Page => ({
  title: { zh: '依据文件', en: 'The document that is carried out' },
  body:
    policy === null
      ? html`<p>${words('尚无生效的文件。', 'No document is in force yet.')}</p>`
      : html`${head(policy, today)}
${quietCard(policy, today)}
${ofRecord(policy, today)}
${superiors(policy)}
${publicity(policy)}`,
});

/** A name beside a value that a document may lack: then there is no line. */
const line = (name: Html, value: string | null | undefined): readonly (readonly [Html, Html])[] =>
  value === null || value === undefined || value === '' ? [] : [[name, plain(value)]];

function head(policy: Policy, today: string): Html {
  const { title, number, indexNumber, issuers, date, publishedOn, disclosure, annexes } = policy.head;
  return facts(
    [words('标题', 'Title'), html`<b>${title.value}</b>`],
    ...line(words('文号', 'Number'), number?.value),
    ...line(words('索引号', 'Index number'), indexNumber?.value),
    [words('发文机关', 'Issued by'), html`${issuers.value.map((each) => html`<div>${each}</div>`)}`],
    ...line(words('成文日期', 'Date'), dateInChinese(date.value)),
    ...line(words('公布日期', 'Published'), publishedOn === null ? null : dateInChinese(publishedOn.value)),
    ...line(words('施行日期', 'Binds from'), dateInChinese(policy.from)),
    [words('效力状态', 'State'), both(wordsOfForce(forceOn(policy, today)))],
    [words('适用区域', 'Area'), plain(`${policy.area.name}（${policy.area.code}）`)],
    ...(disclosure === null
      ? []
      : ([[words('公开属性', 'Disclosure'), words('主动公开', 'published without being asked for')]] as const)),
    ...(annexes.length === 0
      ? []
      : ([[words('附件', 'Annexes'), html`${annexes.map(({ value }) => html`<div>${value}</div>`)}`]] as const)),
  );
}

/** Whether a draw made here is the draw, or the one on another platform (福安 2018 二(二)1: 可用自己的系统). */
function ofRecord(policy: Policy, today: string): Html {
  const outside = platformOf(policy, 'subjects', today);
  return html`<h2>${words('抽取以何为准', 'Which draw counts')}</h2>
<p>${
    outside === null
      ? words(
          '在本系统进行的抽取即为正式抽取，记录可由任何人核验。',
          'A draw made here is the draw of record; anybody can check it.',
        )
      : words(
          `正式抽取在“${outside.value}”进行；在外部平台抽取的名单，本系统登记并逐户比对，不能核验其随机性。`,
          `The draw of record is made on “${outside.value}”; its list is taken in and compared row by row, and its chance cannot be checked here.`,
        )
  }</p>`;
}

const superiors = ({ head: { superiors: above } }: Policy): Html =>
  above.length === 0
    ? nothing
    : html`<h2>${words('落实的上级文件', 'Higher documents that it carries out')}</h2>
${labelled(
  { zh: '上级文件', en: 'higher documents' },
  [
    { zh: '文件', en: 'Document' },
    { zh: '文号', en: 'Number' },
  ],
  above.map(({ value }) => [plain(value.title), plain(value.number ?? '')]),
)}`;

/** What it says of being public, in its own words, each with its place. */
const publicity = ({ publications }: Policy): Html =>
  publications.length === 0
    ? nothing
    : html`<h2>${words('文件关于公开的规定', 'What it says of being public')}</h2>
<ul>${publications.map(({ clause, quote }) => html`<li>${clause} “${quote}”</li>`)}</ul>`;
