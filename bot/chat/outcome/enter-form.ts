/**
 * 录入检查结果 in the chat, in under a minute: which items of which visits, one outcome for all of them, the day. Several items where nothing was found go in
 * one form; a problem is described for itself. Names of enterprises stay on the list; the form has the numbers of the visits.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { asSent } from '../../../core/outcome/check.ts';
import { outcomeKinds } from '../../../core/outcome/code.ts';
import { degrees, degreeWords } from '../../../core/outcome/degree.ts';
import { checkMethods, handlings } from '../../../core/outcome/outcome.ts';
import { faultOfSeveral, readTyped, type TypedField } from '../../../core/outcome/typed.ts';
import { handlingWords, methodWords } from '../../../core/outcome/words.ts';
import { approvalBinds } from '../../../core/visit/need.ts';
import type { Words } from '../../../core/words.ts';
import type { Deps } from '../../deps.ts';
import { type Field, type Form, one, optionsMost, some } from '../../message/form.ts';
import type { Part } from '../../message/message.ts';
import { phoneChoice } from '../../post/say/outcome/choices.ts';
import type { Refusal } from '../../refusal.ts';
import { sayFindings } from '../../say/outcome.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { enter } from '../../verbs/outcome/enter.ts';
import { ownerOf } from '../../verbs/outcome/reach.ts';
import { type ToEnter, toEnter } from '../../verbs/outcome/to-enter.ts';
import { visitProgress } from '../../verbs/visit/progress.ts';
import { filled, noForm, refused } from '../answer.ts';
import type { Answer, FormDoor } from '../door.ts';

export const enterForm: FormDoor = {
  open: async ({ deps, actor }, book) => {
    const held = await toEnter(deps, actor, book);
    if (!held.ok) return noForm(held.error);
    const { department, reach, rows } = held.value;
    const allowed = authorise(actor, 'enter', ownerOf(actor, department, reach.departments));
    if (!allowed.ok) return noForm(allowed.error);
    if (rows.length === 0) {
      const summary = {
        zh: '您的检查结果已全部录入；要改的，请打开手机检查表或表格。',
        en: 'All of yours is entered; to change one, open the form on the phone or the workbook.',
      };
      const choices = [phoneChoice(`/visits/${book}`)];
      return {
        message: {
          summary,
          parts: [
            { kind: 'text', words: summary },
            { kind: 'choices', choices },
          ],
        },
      };
    }
    const today = dayOf(deps.now());
    return { form: formOf(book, held.value, today, await unapproved(deps, book, department, today)) };
  },
  submit: async ({ deps, actor, key }, book, values): Promise<Answer> => {
    const there = one(values, 'there');
    const read = readTyped({
      one: (field) => (field === 'inspectors' && there === 'sent' ? asSent : one(values, field)),
      some: (field) => some(values, field),
    });
    const rows = some(values, 'rows').flatMap((value) => rowIn(value) ?? []);
    const errors: Record<string, Words> = read.ok ? {} : { ...read.error };
    if (rows.length === 0) errors.rows = { zh: '请至少选择一项。', en: 'Choose at least one.' };
    if (there !== 'sent' && there !== 'named') errors.there = { zh: '请说明到场人员。', en: 'Say who was there.' };
    const several = read.ok ? faultOfSeveral(read.value, rows.length) : null;
    if (several !== null) errors.rows = several;
    if (!read.ok || Object.keys(errors).length > 0) return { kind: 'errors', errors };
    const held = await toEnter(deps, actor, book);
    if (!held.ok) return refused(held.error);
    const entries = rows.map((row) => ({ ...row, entry: read.value }));
    const done = await enter(deps, actor, {
      ...{ book, department: held.value.department, door: 'chat', key: `chat/${key}`, entries },
    });
    const placed = done.ok ? null : errorsOf(done.error);
    if (placed !== null) return { kind: 'errors', errors: placed };
    return filled(done, 'rows', ({ count }) => ({
      zh: `已录入 ${count} 项检查结果，待本单位审核。`,
      en: `${count} outcomes are entered and wait for review.`,
    }));
  },
};

/** Rules that one field mends stand at it; all others are told under the form's first field. */
function errorsOf({ stage, why }: Refusal): Record<string, Words> | null {
  if (stage !== 'outcome' || why.reason !== 'entries') return null;
  const byField: Record<string, Words> = {};
  for (const entry of why.entries) {
    if (entry.reason !== 'findings') return null;
    for (const { field, words } of sayFindings(entry.findings)) byField[shownAt(field)] ??= words;
  }
  return byField;
}

const shown: ReadonlySet<string> = new Set<TypedField>([
  ...(['code', 'checkedOn', 'methods', 'finding', 'degree', 'handling', 'handlingWords', 'correctBy'] as const),
  ...(['inspectors', 'remark'] as const),
]);
const shownAt = (field: string): string => (shown.has(field) ? field : 'rows');

function rowIn(value: string): { readonly visit: number; readonly item: string } | null {
  const found = /^(\d{1,9})\/(.+)$/.exec(value);
  return found === null ? null : { visit: Number(found[1]), item: found[2] ?? '' };
}

/** Nobody goes before the head has said yes (国办发〔2024〕54号): said where what was found is entered all the same. */
async function unapproved(deps: Deps, book: string, department: string, today: CivilDate): Promise<readonly Part[]> {
  if (!approvalBinds(today)) return [];
  const found = await visitProgress(deps, book);
  const own = found.ok ? found.value.departments.find((each) => each.department === department) : undefined;
  const left = own === undefined ? 0 : own.visits - own.approved;
  return left === 0
    ? []
    : [
        {
          kind: 'text',
          words: {
            zh: `本单位有 ${left} 户检查尚未经负责人批准。检查前须报批（国办发〔2024〕54号）；情况紧急先行检查的，请在备注写明原因，并补办审批。`,
            en: `The head has not approved of ${left} visits of yours (国办发〔2024〕54号). Where it could not wait, say why in the remark, and have it approved afterwards.`,
          },
        },
      ];
}

function formOf(book: string, { rows, classified }: ToEnter, today: string, warned: readonly Part[]): Form {
  const planned = rows[0]?.visit.planned ?? 'on-site';
  const degreeField: Field = {
    kind: 'one-of',
    id: 'degree',
    label: { zh: '违法程度', en: 'Degree' },
    optional: true,
    options: degrees.map((value) => ({ value, label: degreeWords[value] })),
  };
  return {
    id: 'outcome-enter',
    about: book,
    title: { zh: '录入检查结果', en: 'Enter outcomes' },
    submit: { zh: '录入', en: 'Enter' },
    intro: [
      ...warned,
      {
        kind: 'text',
        words: {
          zh: '结果相同的可一次多选；发现问题的请单独录入。企业名称见名单页同一检查编号。',
          en: 'Choose several where the outcome is the same; enter a problem by itself. The list has the names under the same numbers.',
        },
      },
    ],
    fields: [
      {
        kind: 'some-of',
        id: 'rows',
        label: { zh: '检查编号和事项', en: 'Visits and items' },
        ...(rows.length > optionsMost ? { hint: moreWords(rows.length) } : {}),
        options: rows.slice(0, optionsMost).map(({ visit, item, itemName, returned }) => ({
          value: `${visit.visit}/${item}`,
          label: {
            zh: `${visit.no} ${itemName}${returned === null ? '' : `（退回：${returned}）`}`,
            en: `${visit.no} ${itemName}${returned === null ? '' : ` (returned: ${returned})`}`,
          },
        })),
      },
      {
        kind: 'one-of',
        id: 'code',
        label: { zh: '检查结果', en: 'Outcome' },
        initial: 'no-problem',
        options: outcomeKinds.map(({ code, label, en }) => ({ value: code, label: { zh: label, en } })),
      },
      { kind: 'date', id: 'checkedOn', label: { zh: '检查日期', en: 'Day of the check' }, initial: today },
      {
        kind: 'some-of',
        id: 'methods',
        label: { zh: '核查方式', en: 'How' },
        optional: true,
        initial: [planned],
        options: checkMethods.map((value) => ({ value, label: methodWords[value] })),
      },
      {
        kind: 'one-of',
        id: 'there',
        label: { zh: '到场检查人员', en: 'Who was there' },
        options: [
          { value: 'sent', label: { zh: '派出人员全部到场', en: 'all who were sent' } },
          { value: 'named', label: { zh: '部分到场（下栏写明）', en: 'those named below' } },
        ],
      },
      {
        kind: 'text',
        id: 'inspectors',
        label: { zh: '到场人员姓名', en: 'Names' },
        optional: true,
        lines: 'one',
        atMost: 200,
      },
      {
        kind: 'text',
        id: 'finding',
        label: { zh: '发现问题情况', en: 'What was found' },
        optional: true,
        lines: 'many',
        atMost: 2000,
      },
      ...(classified ? [degreeField] : []),
      {
        kind: 'one-of',
        id: 'handling',
        label: { zh: '后续处置措施', en: 'What follows' },
        optional: true,
        options: handlings.map((value) => ({ value, label: handlingWords[value] })),
      },
      {
        kind: 'text',
        id: 'handlingWords',
        label: { zh: '处置说明', en: 'More on it' },
        optional: true,
        lines: 'many',
        atMost: 1000,
      },
      { kind: 'date', id: 'correctBy', label: { zh: '整改期限', en: 'To be corrected by' }, optional: true },
      {
        kind: 'text',
        id: 'remark',
        label: { zh: '备注', en: 'Remark' },
        optional: true,
        lines: 'many',
        atMost: 1000,
      },
    ],
  };
}

const moreWords = (all: number): Words => ({
  zh: `共 ${all} 项未录，这里列出前 ${optionsMost} 项；也可用表格批量录入。`,
  en: `${all} are missing, the first ${optionsMost} stand here; a workbook takes all at once.`,
});
