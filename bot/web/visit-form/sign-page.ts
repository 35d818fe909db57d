/** `/visits/:book/:visit/sign`: the phone is handed to the inspected, who reads what was found and signs, or does not. */
import type { FormPart, JointForm } from '../../../core/outcome/form.ts';
import { digestOfForm, unfilled } from '../../../core/outcome/form.ts';
import { signWays, signWayWords } from '../../../core/outcome/sign.ts';
import type { Words } from '../../../core/words.ts';
import { type Html, html } from '../../paper/html.ts';
import { nothing, type Page, words } from '../frame.ts';
import { errorList, type Filled, hiddenField, lineField, textField, tickField } from './fields.ts';
import { answerPart, subjectPart, unfilledPart } from './form-page.ts';

const names = {
  way: { zh: '阅核情况', en: 'What became of it' },
  signer: { zh: '签章人姓名、职务', en: 'Name and position' },
  words: { zh: '被检查人意见，或不在场的情况', en: 'Statement, or why nobody signs' },
  shown: { zh: '出示证件', en: 'Certificates' },
  urgent: { zh: '未经批准先行检查的原因（由检查人员填写）', en: 'Why without approval, for the officers' },
  witness: { zh: '见证人姓名、身份', en: 'Witness' },
  record: { zh: '照片、录像', en: 'Photographs, films' },
} as const satisfies Record<string, Words>;

export const unsigned: Filled = { values: { way: ['signed'] }, errors: {} };

/** What of the door is asked along with it: nothing, only that the part be finished, or whether certificates were shown (and why nobody approved). */
export type DoorAsked = 'nothing' | 'recorded' | 'shown' | 'shown-and-why';

export function signPage(book: string, form: JointForm, filled: Filled, door: DoorAsked): Page {
  const at = `/visits/${book}/${form.visit}`;
  const left = unfilled(form).length;
  return {
    title: { zh: `请阅核检查表 ${form.no}`, en: `Please read form ${form.no}` },
    bare: true,
    body: html`${errorList(filled, names)}${subjectPart(form)}
<p>${words('以下为本次检查的情况，请逐项阅核。有不同意见的，请写在下面。', 'This is what was found. Please read all of it; what you think otherwise goes below.')}</p>
${form.parts.map(readPart)}
${left === 0 ? nothing : html`<p class="card refused">${words(`尚有 ${left} 项没有填写，填写后须再次阅核。`, `${left} items are not filled in yet; they are to be read again then.`)}</p>`}
<form class="thumb card" method="post" action="${at}/sign">${hiddenField('digest', digestOfForm(form))}
${tickField(
  filled,
  { name: 'way', label: names.way },
  signWays.map((value) => ({ value, label: signWayWords[value] })),
  'radio',
)}
${lineField(filled, { name: 'signer', label: names.signer, hint: { zh: '签章的填写。', en: 'Where it is signed.' } })}
${textField(filled, { name: 'words', label: names.words })}
${doorPart(filled, door)}
<details${filled.errors.witness !== undefined || filled.errors.record !== undefined || filled.values.way?.[0] === 'refused' ? html` open` : nothing}><summary>${words('拒绝签章的，由检查人员填写', 'Where it is refused, for the officers')}</summary>
${lineField(filled, { name: 'witness', label: names.witness })}
${textField(filled, { name: 'record', label: names.record, hint: { zh: '每行一件：名称；存放位置。', en: 'One a line: name；place.' } })}</details>
<div class="actions main"><button>${words('确认', 'Confirm')}</button></div></form>
<p><a href="${at}">${words('检查人员返回检查表', 'Back to the form, for the officers')}</a></p>`,
  };
}

function doorPart(filled: Filled, door: DoorAsked): Html {
  if (door === 'nothing') return nothing;
  if (door === 'recorded') return hiddenField('shown', 'yes');
  return html`${tickField(
    filled,
    {
      name: 'shown',
      label: names.shown,
      hint: {
        zh: '勾选的，同时登记现场检查，具备条件的一并办结。',
        en: 'Ticked, the visit is recorded along with it, and finished where nothing more is owed.',
      },
    },
    [{ value: 'yes', label: { zh: '检查人员已出示执法证件', en: 'The officers have shown their certificates' } }],
  )}${door === 'shown-and-why' ? textField(filled, { name: 'urgent', label: names.urgent }) : nothing}`;
}

const readPart = ({ departmentName, items, sent }: FormPart): Html =>
  html`<section><h2>${departmentName}</h2>${items.map(
    ({ name, entered, notChecked }) =>
      html`<div class="card"><p><strong>${name}</strong></p>${entered === null ? unfilledPart(notChecked) : answerPart(entered, sent)}</div>`,
  )}</section>`;
