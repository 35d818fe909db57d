/** 报备计划外检查: filed in a form before anybody goes. */
import { grounds } from '../../../core/policy/shape.ts';
import { groundWords } from '../../../core/policy/words.ts';
import type { Words } from '../../../core/words.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import { type Field, one, optionsMost, some, type Values } from '../../message/form.ts';
import { withLines } from '../../message/message.ts';
import { listWords, receiverWords, sayRepeat } from '../../say/visit-faults.ts';
import { departmentNames, departmentsAsHeld } from '../../verbs/registry/departments.ts';
import { bodyOf } from '../../verbs/registry/lists.ts';
import { fileUnplanned, isGround } from '../../verbs/visit/file-unplanned.ts';
import { subjectIn } from '../../verbs/visit/typed.ts';
import { atField, filled } from '../answer.ts';
import type { Asked, FormDoor } from '../door.ts';
import { dayField, dayIn, fieldOf, noDay, textField } from './fields.ts';

/** Items of the department that are in force, chosen where they are few enough. */
async function itemsField({ deps, actor }: Asked): Promise<Field> {
  const department = bodyOf(actor.department, await departmentsAsHeld(deps.db));
  const items = (await kept(deps.db, await snapshot(deps.db), 'item')).filter(
    ({ body, repealedFrom }) => body === department && repealedFrom === null,
  );
  const label = { zh: '检查事项', en: 'Items' };
  if (items.length === 0 || items.length > optionsMost)
    return textField('items', label, {
      many: true,
      hint: { zh: '事项编号，每行一个；清单之外无检查', en: 'Codes of items on the list' },
    });
  return {
    kind: 'some-of',
    id: 'items',
    label,
    options: items.map(({ code, name }) => ({ value: code, label: { zh: `${code} ${name}`, en: `${code} ${name}` } })),
  };
}

const itemsIn = (values: Values): readonly string[] =>
  [...some(values, 'items')].flatMap((each) => each.split(/[\s,，、;；]+/u));

export const filingForm: FormDoor = {
  open: async (asked) => ({
    form: {
      id: 'filing-new',
      about: '',
      title: { zh: '报备计划外检查', en: 'A check outside plan' },
      submit: { zh: '报备', en: 'File' },
      intro: [
        {
          kind: 'text',
          words: {
            zh: '检查前报备；须签收的送联席办、司法局，同时送本单位负责人审批。只检查清单内的事项。',
            en: 'Filed before anybody goes; it goes to those who give receipts, and to your head. Only items of the list.',
          },
        },
      ],
      fields: [
        textField(
          'subject',
          { zh: '检查对象代码', en: 'Subject' },
          { hint: { zh: '统一社会信用代码或注册号', en: 'Credit code or registration number' } },
        ),
        await itemsField(asked),
        {
          kind: 'one-of',
          id: 'ground',
          label: { zh: '检查理由', en: 'Ground' },
          options: grounds.map((value) => ({ value, label: groundWords[value] })),
        },
        textField('reason', { zh: '情况说明', en: 'Words' }, { many: true }),
        dayField('on', '拟检查日期', 'Day', asked),
      ],
    },
  }),
  submit: async ({ deps, actor }, _, values) => {
    const ground = one(values, 'ground');
    if (!isGround(ground)) return atField('ground', { zh: '请选择检查理由。', en: 'Choose a ground.' });
    const subject = subjectIn(one(values, 'subject'));
    if (subject === null)
      return atField('subject', {
        zh: '请填写统一社会信用代码或注册号。',
        en: 'A credit code or registration number.',
      });
    const on = dayIn(values, 'on');
    if (on === null) return noDay('on');
    const done = await fileUnplanned(deps, actor, {
      department: '',
      subject,
      items: itemsIn(values),
      ground,
      words: one(values, 'reason'),
      on,
    });
    const nameOf = await departmentNames(deps.db);
    return filled(done, fieldOf, ({ filing, receivers, repeats }) => {
      const who = listWords(receivers.map((each) => receiverWords[each]));
      return withLines(
        {
          zh: `已报备（编号 ${filing}）${receivers.length === 0 ? '' : `，待${who.zh}签收`}，待本单位负责人审批。`,
          en: `Filed (no. ${filing})${receivers.length === 0 ? '' : `; receipts of ${who.en} are to come`}; your head approves it.`,
        },
        repeats.map((repeat): Words => {
          const said = sayRepeat(repeat, nameOf);
          return { zh: `提醒：${said.zh}`, en: `warning: ${said.en}` };
        }),
      );
    });
  },
};
