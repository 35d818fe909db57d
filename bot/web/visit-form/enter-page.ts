/** `/visits/:book/:visit/enter`: the own part of the form, filled in at the door: several items at once where the outcome is the same. */
import { kindOf, outcomeCodes, outcomeKinds } from '../../../core/outcome/code.ts';
import { degrees, degreeWords } from '../../../core/outcome/degree.ts';
import { writeEvidence } from '../../../core/outcome/evidence.ts';
import type { FormItem, FormPart, JointForm } from '../../../core/outcome/form.ts';
import { checkMethods, handlings } from '../../../core/outcome/outcome.ts';
import { handlingWords, methodWords } from '../../../core/outcome/words.ts';
import type { Words } from '../../../core/words.ts';
import { type Html, html } from '../../paper/html.ts';
import type { VisitNowAt } from '../../verbs/outcome/visit-now.ts';
import { nothing, type Page, words } from '../frame.ts';
import {
  chooseField,
  errorList,
  type Filled,
  hiddenField,
  lineField,
  textField,
  tickField,
  valueIn,
} from './fields.ts';
import { pointList, subjectPart, unapprovedPart } from './form-page.ts';

export interface EnterShown {
  readonly book: string;
  readonly form: JointForm;
  readonly part: FormPart;
  readonly classified: boolean;
  readonly now: VisitNowAt;
}

const names = {
  items: { zh: '检查事项', en: 'Items' },
  code: { zh: '检查结果', en: 'Outcome' },
  checkedOn: { zh: '检查日期', en: 'Day of the check' },
  methods: { zh: '核查方式', en: 'How it was checked' },
  inspectors: { zh: '实际到场检查人员', en: 'Officers who were there' },
  finding: { zh: '发现问题情况', en: 'What was found' },
  degree: { zh: '违法程度', en: 'Degree' },
  handling: { zh: '后续处置措施', en: 'What follows' },
  handlingWords: { zh: '处置说明', en: 'More on it' },
  correctBy: { zh: '整改期限', en: 'To be corrected by' },
  evidence: { zh: '证据材料', en: 'Evidence' },
  statement: { zh: '被检查单位意见', en: 'Statement of the inspected' },
  remark: { zh: '备注', en: 'Remark' },
} as const satisfies Record<string, Words>;

/** What a form is opened with: everything that is left, as a clean visit; or one item as it was entered. */
export function opening({ form, part }: EnterShown, item: string | null, today: string): Filled {
  const one = part.items.find(({ code }) => code === item);
  const left = part.items.filter(({ entered }) => entered === null).map(({ code }) => code);
  const filled = one?.entered ?? null;
  const values: Record<string, readonly string[]> =
    filled === null
      ? {
          ...{ items: one === undefined ? left : [one.code], code: ['no-problem'], checkedOn: [today] },
          methods: [form.planned],
        }
      : {
          ...{ items: [one?.code ?? ''], code: [filled.code], checkedOn: [filled.checkedOn] },
          ...{ methods: filled.methods, inspectors: filled.inspectors, finding: [filled.finding] },
          ...{ degree: [filled.degree ?? ''], handling: [filled.handling ?? ''] },
          ...{ handlingWords: [filled.handlingWords], correctBy: [filled.correctBy ?? ''] },
          ...{ evidence: [writeEvidence(filled.evidence)], statement: [filled.statement], remark: [filled.remark] },
        };
  return { values: { ...values, seen: [String(lastOf(part))] }, errors: {} };
}

/** The newest version of the part: who enters over a newer one is told first. */
export const lastOf = ({ items }: FormPart): number => Math.max(0, ...items.map(({ entered }) => entered?.seq ?? 0));

export function enterPage({ book, form, part, classified, now }: EnterShown, filled: Filled): Page {
  const at = `/visits/${book}/${form.visit}`;
  const code = outcomeCodes.find((each) => each === valueIn(filled, 'code'));
  const hasProblem = code !== undefined && kindOf(code).problem;
  const isOpen = (...fields: readonly string[]): Html =>
    fields.some((name) => filled.errors[name] !== undefined || valueIn(filled, name) !== '') ? html` open` : nothing;
  return {
    title: { zh: `录入检查结果 ${form.no}`, en: `Enter outcomes ${form.no}` },
    body: html`${errorList(filled, names)}${subjectPart(form)}${unapprovedPart(now, part.department)}
<form class="thumb" method="post" action="${at}/enter">${hiddenField('seen', valueIn(filled, 'seen'))}
${tickField(filled, { name: 'items', label: names.items, hint: { zh: '结果相同的可一起录入；有问题的请单独录入。', en: 'Together where the outcome is the same; a problem by itself.' } }, part.items.map(itemOption))}
${pointsPart(part.items)}
${chooseField(filled, { name: 'code', label: names.code }, outcomeOptions)}
${lineField(filled, { name: 'checkedOn', label: names.checkedOn }, 'date')}
${tickField(
  filled,
  { name: 'methods', label: names.methods },
  checkMethods.map((value) => ({ value, label: methodWords[value] })),
)}
${tickField(
  filled,
  {
    name: 'inspectors',
    label: names.inspectors,
    hint: { zh: '谁到场勾谁，不得少于两人。', en: 'Tick those who were there; two at least.' },
  },
  part.sent.map(({ number, name }) => ({ value: number, label: { zh: `${name}（${number}）`, en: '' } })),
)}
<details${hasProblem ? html` open` : isOpen('finding', 'degree', 'handling', 'handlingWords', 'correctBy')}><summary>${words('发现问题的，填写这里', 'Where a problem was found')}</summary>
${textField(filled, { name: 'finding', label: names.finding })}
${
  classified
    ? chooseField(
        filled,
        { name: 'degree', label: names.degree },
        degrees.map((value) => ({ value, label: degreeWords[value] })),
        unchosen,
      )
    : nothing
}
${chooseField(
  filled,
  { name: 'handling', label: names.handling },
  handlings.map((value) => ({ value, label: handlingWords[value] })),
  unchosen,
)}
${textField(filled, { name: 'handlingWords', label: names.handlingWords, hint: { zh: '选“其他”或抄告其他部门的，写明具体措施、抄告单位。', en: 'Where “other” is chosen, or another department is told: what, and which.' } })}
${lineField(filled, { name: 'correctBy', label: names.correctBy }, 'date')}
</details>
<details${isOpen('evidence', 'statement', 'remark')}><summary>${words('证据、意见、备注', 'Evidence, statement, remark')}</summary>
${textField(filled, { name: 'evidence', label: names.evidence, hint: { zh: '每行一件：名称；存放位置。复制件、询问笔录再写“；来源：…；取证人：…”，委托报告再写“；受托机构：…；合同：…”。', en: 'One a line: name；place. Copies and talks add 来源 and 取证人, reports of firms 受托机构 and 合同.' } })}
${textField(filled, { name: 'statement', label: names.statement })}
${textField(filled, { name: 'remark', label: names.remark })}
</details>
<div class="actions main"><button>${words('录入', 'Enter')}</button></div></form>
<p><a href="${at}">${words('返回检查表', 'Back to the form')}</a></p>`,
  };
}

const unchosen: Words = { zh: '（未选）', en: 'none' };

const outcomeOptions = outcomeKinds.map(({ code, label, en }) => ({ value: code, label: { zh: label, en } }));

const itemOption = ({ code, name, entered }: FormItem) => ({
  value: code,
  label:
    entered === null
      ? { zh: name, en: '' }
      : { zh: `${name}（已录入：${kindOf(entered.code).label}）`, en: 'entered already' },
});

const pointsPart = (items: readonly FormItem[]): Html => {
  const withPoints = items.filter(({ points }) => points.length > 0);
  return withPoints.length === 0
    ? nothing
    : html`<details><summary>${words('检查要点', 'Points to check')}</summary>${withPoints.map(({ name, points }) => html`<p><strong>${name}</strong></p>${pointList(points)}`)}</details>`;
};
