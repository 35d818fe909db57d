/**
 * 填写表格: one task of the plan by form. It is a sheet of one row under the plan sheet's own headers, read by the same readers, so a form
 * and a file cannot mean different things.
 */
import { withoutLetter } from '../../../core/consult/fact.ts';
import { ok, type Result } from '../../../core/result.ts';
import { writeCsv } from '../../../core/sheet/csv.ts';
import { planTasks } from '../../../core/sheet/plan-tasks.ts';
import { wordsOfFault } from '../../../core/sheet/words.ts';
import type { Words } from '../../../core/words.ts';
import { type Field, one, type Values } from '../../message/form.ts';
import { sentence, withLines } from '../../message/message.ts';
import { aboutText, type ConsultAbout } from '../../post/say/consult/place.ts';
import { sayRead } from '../../post/say/consult/say-reply.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { dayOf, minuteOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { standingConsultation } from '../../verbs/consult/held.ts';
import { replyToConsultation } from '../../verbs/consult/reply.ts';
import { type GivenSheet, plainDefaults, planNumberOf, readSent, type SheetRead } from '../../verbs/consult/sheet.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { noForm, show, tell } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { aboutOf, gone } from './about.ts';
import { atItsField } from './fields.ts';
import { afterReply } from './press.ts';
import { badWindow } from './reply-forms.ts';

export const proposeForm: FormDoor = {
  open: async (asked, text) => {
    const about = meant(asked, text);
    if (about === null) return { message: sentence(gone) };
    const allowed = authorise(asked.actor, 'reply-to-consultation', { department: about.department });
    if (!allowed.ok) return noForm(allowed.error);
    const held = await standingConsultation(asked.deps.db, about.consultation);
    if (!held.ok) return noForm(held.error);
    const name = (await departmentNames(asked.deps.db))(about.department);
    return {
      form: {
        id: 'consult-propose',
        about: aboutText(about),
        title: { zh: '申报抽查任务', en: 'Propose a task' },
        submit: { zh: '申报', en: 'Propose' },
        intro: [
          {
            kind: 'note',
            words: {
              zh: `${held.value.year}年度计划的一行；多项任务可以多次填写，或者上传《年度抽查计划表》。`,
              en: `One row of the plan of ${held.value.year}; fill it again for another, or upload the sheet.`,
            },
          },
        ],
        fields: fieldsOf(name),
      },
    };
  },
  submit: async (asked, text, values) => {
    const about = meant(asked, text);
    if (about === null) return tell(gone);
    const sheet = sheetOf(values);
    const held = await standingConsultation(asked.deps.db, about.consultation);
    if (!held.ok) return atItsField(held.error);
    const { year } = held.value;
    const read = await readSent(asked.deps, sheet, {
      year,
      plan: planNumberOf(year),
      reply: { id: about.consultation, department: about.department, at: minuteOf(asked.deps.now()) },
      defaults: plainDefaults,
      before: 0,
    });
    const fits = faultless(read, values);
    if (!fits.ok) return fits.error;
    const replied = await replyToConsultation(asked.deps, asked.actor, {
      consultation: about.consultation,
      department: about.department,
      answer: null,
      sheets: [sheet],
      source: { kind: 'form', id: asked.key },
      key: asked.key,
    });
    return replied.ok ? afterReply(replied.value) : atItsField(replied.error);
  },
};

/** A command names no year where it means this one. */
function meant(asked: Asked, text: string): ConsultAbout | null {
  const year = /^(20\d\d)?$/.exec(text);
  if (year === null) return aboutOf(asked, text);
  const own = year[1] ?? dayOf(asked.deps.now()).slice(0, 4);
  return { consultation: withoutLetter(Number(own)), department: asked.actor.department, words: '' };
}

interface Column {
  /** Name of the plan sheet's field. */
  readonly name: string;
  readonly label: Words;
  readonly hint?: Words;
  readonly optional?: boolean;
  readonly many?: boolean;
}

const columns: readonly Column[] = [
  { name: 'name', label: { zh: '任务名称', en: 'Name of the task' } },
  { name: 'items', label: { zh: '抽查事项（每行一项）', en: 'Items, one a line' }, many: true, optional: true },
  { name: 'subjects', label: { zh: '抽查对象范围', en: 'Subjects' }, optional: true },
  { name: 'lead', label: { zh: '牵头部门', en: 'Lead' } },
  {
    name: 'partners',
    label: { zh: '配合部门', en: 'Partners' },
    hint: { zh: '多个用顿号分开', en: 'Parted by 、' },
    optional: true,
  },
  {
    name: 'ratio',
    label: { zh: '抽查比例或户数', en: 'Ratio or number' },
    hint: { zh: '例如：5%；B类3%，C类10%；20户', en: 'e.g. 5%, 20户' },
  },
  {
    name: 'window',
    label: { zh: '检查起止时间', en: 'Window' },
    hint: { zh: '例如：6月至9月', en: 'e.g. 6月至9月' },
  },
  { name: 'frequency', label: { zh: '抽查频次', en: 'Frequency' }, optional: true },
  { name: 'basis', label: { zh: '检查依据', en: 'Basis' }, many: true, optional: true },
  { name: 'section', label: { zh: '责任股室', en: 'Section' }, optional: true },
  { name: 'responsible', label: { zh: '责任人', en: 'Who answers for it' }, optional: true },
  { name: 'remark', label: { zh: '备注', en: 'Remark' }, many: true, optional: true },
];

const fieldsOf = (own: string): readonly Field[] =>
  columns.map(({ name, label, hint, optional = false, many = false }) => ({
    kind: 'text',
    id: name,
    label,
    optional,
    lines: many ? 'many' : 'one',
    atMost: many ? 2000 : 300,
    ...(hint === undefined ? {} : { hint }),
    ...(name === 'lead' ? { initial: own } : {}),
  }));

const headerOf = (name: string): string => planTasks.fields.find((field) => field.name === name)?.header ?? name;

/** The filled form as a file of one row; the same form again is the same file. */
function sheetOf(values: Values): GivenSheet {
  const table = [
    columns.map(({ name }) => headerOf(name)),
    columns.map(({ name }) => one(values, name).toWellFormed()),
  ];
  return {
    kind: 'form',
    file: `表单：${one(values, 'name').slice(0, 60)}`,
    bytes: new TextEncoder().encode(writeCsv(table)),
  };
}

/** Faults at the fields that they are about. */
function faultless({ file, sheet, trouble, strangers }: SheetRead, values: Values): Result<true, never> | Wrong {
  const errors: Record<string, Words> = {};
  for (const { faults } of sheet?.rejected ?? []) {
    for (const { header, fault } of faults) {
      const column = columns.find(({ name }) => headerOf(name) === header);
      errors[column?.name ?? 'name'] = wordsOfFault(fault);
    }
  }
  for (const { why } of sheet?.unusable ?? []) {
    if (why.kind === 'no-window') errors.window = badWindow(one(values, 'window'));
    else errors.ratio = unusableRatio;
  }
  if (strangers.length > 0) errors.lead = notOurs;
  if (Object.keys(errors).length > 0) return { ok: false, error: { kind: 'errors', errors } };
  if (sheet === null || sheet.rows.length === 0) {
    const why = trouble === null ? { zh: `${file} 没有填写内容。`, en: 'Nothing was filled in.' } : sayRefusal(trouble);
    return { ok: false, error: show(withLines(why, sayRead({ file, sheet, trouble: null, strangers }))) };
  }
  return ok(true);
}

interface Wrong {
  readonly ok: false;
  readonly error: Answer;
}

const unusableRatio: Words = {
  zh: '这样的比例对应不到现行制度的分类，请写成一个比例或者户数，或者按现行分类逐类写明。',
  en: 'No scheme in force has these classes; write one ratio, a number, or the classes in force.',
};

const notOurs: Words = {
  zh: '贵单位不是这项任务的牵头或者配合部门，不能由贵单位申报。',
  en: 'Your department neither leads nor takes part in this task.',
};
