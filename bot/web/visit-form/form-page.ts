/** `/visits/:book/:visit`: the joint form of a visit, a part for each department, with the points to check, what was entered and how it was signed. */
import { kindOf } from '../../../core/outcome/code.ts';
import { degreeWords } from '../../../core/outcome/degree.ts';
import { writeEvidence } from '../../../core/outcome/evidence.ts';
import type { FormItem, FormPart, FormVersion, JointForm } from '../../../core/outcome/form.ts';
import { notCheckedWords, unfilled, versionsOf } from '../../../core/outcome/form.ts';
import type { ReviewState } from '../../../core/outcome/review.ts';
import { changedSince, type Signed, signWayWords } from '../../../core/outcome/sign.ts';
import { handlingWords, methodWords } from '../../../core/outcome/words.ts';
import type { Words } from '../../../core/words.ts';
import { type Html, html } from '../../paper/html.ts';
import { methodWords as plannedWords } from '../../paper/words.ts';
import { notApprovedWords, sayVisitNow } from '../../say/visit-now.ts';
import { minuteOf } from '../../today.ts';
import type { VisitNowAt } from '../../verbs/outcome/visit-now.ts';
import { both, nothing, type Page, plain, words } from '../frame.ts';

export interface FormShown {
  readonly book: string;
  readonly form: JointForm;
  /** Department whose part the reader fills in; null where he only reads. */
  readonly own: string | null;
  readonly mayEnter: boolean;
  readonly maySign: boolean;
  readonly signed: Signed | null;
  readonly review: (department: string, item: string) => { readonly state: ReviewState; readonly words: string } | null;
  /** Outcomes of this visit that the reader may review now. */
  readonly toReview: readonly Pick<FormVersion, 'item' | 'outcome'>[];
  readonly now: VisitNowAt;
  readonly personName: (person: string) => string;
}

export interface Told {
  readonly done: boolean;
  readonly words: Words;
}

/** @param told what was just done, or why it was not */
export function formPage(shown: FormShown, told: Told | null): Page {
  const { book, form, own, mayEnter, maySign, toReview } = shown;
  const at = `/visits/${book}/${form.visit}`;
  const mine = form.parts.find(({ department }) => department === own);
  const left = mine?.items.filter(({ entered }) => entered === null).length ?? 0;
  return {
    title: { zh: `检查表 ${form.no}`, en: `Form ${form.no}` },
    body: html`${told === null ? nothing : html`<p class="card ${told.done ? 'told' : 'refused'}" role="status">${both(told.words)}</p>`}
${subjectPart(form)}${own === null ? nothing : unapprovedPart(shown.now, own)}
<div class="thumb actions no-print">${mayEnter && mine !== undefined && left > 0 ? html`<a class="button" href="${at}/enter">${words(`录入本单位 ${left} 项`, `Enter ${left} items`)}</a>` : nothing}${maySign ? html`<a class="button second" href="${at}/sign">${words('交被检查人阅核签章', 'Have it read and signed')}</a>` : nothing}<a class="button second" href="/visits">${words('我的检查', 'My visits')}</a></div>
${ownFirst(form.parts, own).map((part) => partOf(part, shown, at))}
${signedPart(shown)}
${toReview.length > 0 ? reviewPart(at, toReview) : nothing}`,
  };
}

/** The reader's own part is what he came for. */
const ownFirst = (parts: readonly FormPart[], own: string | null): readonly FormPart[] =>
  [...parts].sort((a, b) => Number(b.department === own) - Number(a.department === own));

/** 户名, 号码, 地址, 方式 */
export const subjectPart = ({ subject, window, planned }: JointForm): Html =>
  html`<div class="card"><p><strong>${subject.name}</strong></p><p class="note"><span class="n">${subject.number}</span><br>${subject.place}</p><p class="note">${plannedWords[planned]}　${window.from} — ${window.to}</p></div>`;

/** Said before anybody goes on, where the reader's department has not been given leave to go. */
export const unapprovedPart = (now: VisitNowAt, own: string): Html =>
  now.isUnapproved(own)
    ? html`<p class="card refused" role="note">${both(notApprovedWords(now.of(own).notice !== null))}</p>`
    : nothing;

function partOf({ department, departmentName, tasks, sent, items }: FormPart, shown: FormShown, at: string): Html {
  const isOwn = department === shown.own;
  return html`<section><h2>${departmentName}</h2>
<p class="note">${tasks.join('、')}${sent.length === 0 ? nothing : html`；${words('派出人员', 'Officers sent')}：${sent.map(({ name, number }) => `${name}（${number}）`).join('、')}`}</p>
<p class="note">${sayVisitNow(shown.now.of(department)).map((each, i) => html`${i === 0 ? nothing : html`<br>`}${both(each)}`)}</p>
${items.map((item) => itemPart(item, sent, shown.review(department, item.code), isOwn && shown.mayEnter ? `${at}/enter?item=${encodeURIComponent(item.code)}` : null))}</section>`;
}

function itemPart(
  { name, points, entered, notChecked }: FormItem,
  sent: FormPart['sent'],
  review: { readonly state: ReviewState; readonly words: string } | null,
  edit: string | null,
): Html {
  return html`<div class="card"><p><strong>${name}</strong></p>${pointList(points)}
${entered === null ? unfilledPart(notChecked) : answerPart(entered, sent)}
${review === null ? nothing : html`<p class="note">${both(reviewWords[review.state])}${review.words === '' ? nothing : html`：${review.words}`}</p>`}
${edit === null ? nothing : html`<p class="no-print"><a href="${edit}">${entered === null ? words('录入', 'Enter') : words('更正', 'Correct')}</a></p>`}</div>`;
}

const reviewWords: Readonly<Record<ReviewState, Words>> = {
  waiting: { zh: '待审核', en: 'waits for review' },
  passed: { zh: '审核通过', en: 'passed review' },
  returned: { zh: '审核退回，请重新录入', en: 'returned: enter it anew' },
};

export const pointList = (points: readonly string[]): Html =>
  points.length === 0
    ? nothing
    : html`<p class="note">${words('检查要点', 'Points to check')}</p><ul class="points">${points.map((point) => html`<li>${point}</li>`)}</ul>`;

/** 未检查 with the reason that the task's lead stated, or not filled in yet. */
export const unfilledPart = (notChecked: string | null): Html =>
  html`<p class="note">${notChecked === null ? words('未填', 'not filled in') : both(notCheckedWords(notChecked))}</p>`;

/** What was entered, in the words of the record sheet; what is empty is left out. */
export function answerPart(entered: NonNullable<FormItem['entered']>, sent: FormPart['sent']): Html {
  const nameOf = (number: string): string => {
    const found = sent.find((each) => each.number === number);
    return found === undefined ? number : `${found.name}（${number}）`;
  };
  const { code, methods, finding, degree, handling, handlingWords: more, correctBy, statement, remark } = entered;
  const rows: readonly (readonly [Words, Html])[] = [
    [
      { zh: '检查结果', en: 'Outcome' },
      html`<strong>${both({ zh: kindOf(code).label, en: kindOf(code).en })}</strong>`,
    ],
    [{ zh: '检查日期', en: 'Day' }, plain(entered.checkedOn)],
    [{ zh: '核查方式', en: 'How' }, plain(methods.map((each) => methodWords[each].zh).join('、'))],
    [{ zh: '检查人员', en: 'Officers' }, plain(entered.inspectors.map(nameOf).join('、'))],
    [{ zh: '发现问题情况', en: 'Found' }, plain(finding)],
    [{ zh: '违法程度', en: 'Degree' }, plain(degree === undefined || degree === null ? '' : degreeWords[degree].zh)],
    [{ zh: '后续处置措施', en: 'What follows' }, plain(handling === null ? '' : handlingWords[handling].zh)],
    [{ zh: '处置说明', en: 'More on it' }, plain(more)],
    [{ zh: '整改期限', en: 'Correct by' }, plain(correctBy ?? '')],
    [{ zh: '证据材料', en: 'Evidence' }, plain(writeEvidence(entered.evidence))],
    [{ zh: '被检查单位意见', en: 'Statement' }, plain(statement)],
    [{ zh: '备注', en: 'Remark' }, plain(remark)],
  ];
  return html`<dl>${rows
    .filter(([, { markup }]) => markup !== '')
    .map(([name, value]) => html`<dt>${both(name)}</dt><dd class="answer">${value}</dd>`)}</dl>`;
}

function signedPart({ form, signed, personName }: FormShown): Html {
  const head = html`<h2>${words('被检查人阅核签章', 'Read and signed by the inspected')}</h2>`;
  if (signed === null) return html`${head}<p class="card">${words('尚未阅核签章。', 'Not read and signed yet.')}</p>`;
  const changed = changedSince(signed, versionsOf(form));
  const nameOf = new Map(
    form.parts.flatMap(({ department, items }) => items.map(({ code, name }) => [`${department}/${code}`, name])),
  );
  const who = signed.way === 'refused' ? signed.witness : signed.signer;
  return html`${head}<div class="card ${changed.length === 0 ? 'told' : 'refused'}"><p><strong>${both(signWayWords[signed.way])}</strong>${who === '' ? nothing : html`：${signed.way === 'refused' ? words('见证人', 'witness') : nothing} ${who}`}</p>
${signed.words === '' ? nothing : html`<p class="answer">${signed.words}</p>`}${signed.record.length === 0 ? nothing : html`<p class="answer">${writeEvidence(signed.record)}</p>`}
<p class="note">${minuteOf(signed.at).replace('T', ' ')}　${words('经办', 'shown by')} ${personName(signed.by)}　<span class="n">${signed.digest.slice(0, 8)}</span></p>
${changed.length === 0 ? nothing : html`<p><strong>${words('签后有改动，应重新阅核：', 'Changed since; to be read anew:')}</strong>${changed.map(({ department, item }) => nameOf.get(`${department}/${item}`) ?? item).join('、')}</p>`}
${unfilled(form).length === 0 ? nothing : html`<p class="note">${words(`另有 ${unfilled(form).length} 项未填。`, `${unfilled(form).length} items are not filled in.`)}</p>`}</div>`;
}

/** With the versions that the reviewer sees now, so that he passes nothing else. */
const reviewPart = (at: string, toReview: FormShown['toReview']): Html =>
  html`<h2>${words('审核', 'Review')}</h2><form class="card thumb" method="post" action="${at}/review">${toReview.map(
    ({ item, outcome }) => html`<input type="hidden" name="version" value="${outcome}/${item}">`,
  )}
<p>${words(`本户有 ${toReview.length} 项待您审核。`, `${toReview.length} outcomes of this visit wait for your review.`)}</p>
<label for="words">${words('审核意见（退回的必填）', 'Words (needed for a return)')}</label><textarea id="words" name="words" rows="2"></textarea>
<div class="actions"><button name="decision" value="passed">${words('审核通过', 'Pass')}</button><button class="second" name="decision" value="returned">${words('退回', 'Return')}</button></div></form>`;
