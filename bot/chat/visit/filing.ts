/** 计划外检查: filed in a form, received or sent back, and recorded item by item once it was held. */
import { grounds } from '../../../core/policy/shape.ts';
import { groundWords } from '../../../core/policy/words.ts';
import type { Words } from '../../../core/words.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import { type Field, one, optionsMost, some, type Values } from '../../message/form.ts';
import { sentence, withLines } from '../../message/message.ts';
import { numberIn } from '../../post/say/visit/choices.ts';
import { listWords, receiverWords, sayRepeat } from '../../say/visit-faults.ts';
import { authorise } from '../../verbs/act.ts';
import { ownerOf } from '../../verbs/outcome/reach.ts';
import { departmentNames, departmentsAsHeld } from '../../verbs/registry/departments.ts';
import { bodyOf } from '../../verbs/registry/lists.ts';
import { fileUnplanned, isGround } from '../../verbs/visit/file-unplanned.ts';
import { filingsOf, heldFiling } from '../../verbs/visit/filings.ts';
import { holdUnplanned } from '../../verbs/visit/hold-unplanned.ts';
import { receiveFiling } from '../../verbs/visit/receive-filing.ts';
import { problemsIn, subjectIn } from '../../verbs/visit/typed.ts';
import { atField, filled, noForm, show, told } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { dayField, dayIn, fieldOf, linesIn, noDay, numbersIn, textField } from './fields.ts';
import { comingField, comingIn, shownField } from './held.ts';

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

export async function receive({ deps, actor }: Asked, about: string): Promise<Answer> {
  return told(
    await receiveFiling(deps, actor, { filing: numberIn(about), accepted: true, words: '' }),
    ({ filing, receiver, lacking }) => ({
      zh: `备案 ${filing} 已由${receiverWords[receiver].zh}签收${lacking.length === 0 ? '，签收齐全' : `，尚待${listWords(lacking.map((each) => receiverWords[each])).zh}`}。`,
      en: `Filing ${filing} is received by ${receiverWords[receiver].en}${lacking.length === 0 ? '; all receipts are in' : `; lacking ${listWords(lacking.map((each) => receiverWords[each])).en}`}.`,
    }),
  );
}

export const filingReturnForm: FormDoor = {
  open: async (_, about) => ({
    form: {
      id: 'filing-return',
      about,
      title: { zh: '退回备案', en: 'Return the filing' },
      submit: { zh: '退回', en: 'Return' },
      intro: [],
      fields: [textField('words', { zh: '退回意见', en: 'What is missing' }, { many: true })],
    },
  }),
  submit: async ({ deps, actor }, about, values) => {
    const done = await receiveFiling(deps, actor, {
      filing: numberIn(about),
      accepted: false,
      words: one(values, 'words'),
    });
    return filled(done, fieldOf, ({ filing }) => ({
      zh: `备案 ${filing} 已退回。`,
      en: `Filing ${filing} is sent back.`,
    }));
  },
};

export const filingHoldForm: FormDoor = {
  open: async (asked, about) => {
    const no = numberIn(about);
    const filing = await heldFiling(asked.deps.db, no);
    if (filing === null) return noForm({ stage: 'visit', why: { reason: 'no-filing', filing: no } });
    const owner = ownerOf(asked.actor, filing.filed.department, await departmentsAsHeld(asked.deps.db));
    const allowed = authorise(asked.actor, 'hold-unplanned', owner);
    if (!allowed.ok) return noForm(allowed.error);
    if (filing.held !== null)
      return {
        message: sentence({ zh: `备案 ${no} 的检查情况已登记。`, en: `The check of filing ${no} is on record.` }),
      };
    return {
      form: {
        id: 'filing-hold',
        about,
        title: { zh: '登记备案检查情况', en: 'Record a filed check' },
        submit: { zh: '登记', en: 'Record' },
        intro: [
          {
            kind: 'text',
            words: { zh: `事项：${filing.filed.items.join('、')}`, en: `Items: ${filing.filed.items.join(', ')}` },
          },
        ],
        fields: [
          dayField('on', '检查日期', 'Day', asked),
          comingField,
          textField(
            'officers',
            { zh: '检查人员工号', en: 'Officers' },
            { hint: { zh: '两人以上，持有效执法证件', en: 'Two or more, with valid certificates' } },
          ),
          shownField,
          textField('witness', { zh: '见证人', en: 'Witness' }, { optional: true }),
          textField(
            'problems',
            { zh: '发现的问题', en: 'Problems' },
            {
              many: true,
              optional: true,
              hint: {
                zh: '每行一项：事项编号：问题。未列的事项为未发现问题',
                en: 'One a line: item: problem; the others are clean',
              },
            },
          ),
          textField(
            'urgent',
            { zh: '未等签收、批准先行检查的原因', en: 'Why it could not wait' },
            { many: true, optional: true },
          ),
          textField('words', { zh: '说明', en: 'Words' }, { many: true, optional: true }),
        ],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) => {
    const no = numberIn(about);
    const filing = await heldFiling(deps.db, no);
    const coming = comingIn(values);
    if (coming === null) return atField('coming', { zh: '请选择上门情况。', en: 'Say how it went.' });
    const on = dayIn(values, 'on');
    if (on === null) return noDay('on');
    const problems = problemsIn(linesIn(values, 'problems'));
    const named = new Set(problems.map(({ item }) => item));
    const clean = (filing?.filed.items ?? [])
      .filter((item) => !named.has(item))
      .map((item) => ({ item, problem: false, words: '' }));
    const done = await holdUnplanned(deps, actor, {
      filing: no,
      on,
      coming,
      officers: numbersIn(values, 'officers'),
      shown: one(values, 'shown') === 'yes',
      witness: one(values, 'witness'),
      found: coming === 'inspected' ? [...problems, ...clean] : problems,
      urgent: one(values, 'urgent'),
      words: one(values, 'words'),
    });
    return filled(done, fieldOf, (held) => ({
      zh: `备案 ${held.filing} 的检查情况已登记，发现问题 ${held.problems} 项。`,
      en: `The check of filing ${held.filing} is on record; ${held.problems} problems.`,
    }));
  },
};

/** Those that somebody may see: the office and 司法局 all, a department its own. */
export async function listFilings({ deps, actor }: Asked): Promise<Answer> {
  const nameOf = await departmentNames(deps.db);
  const department = bodyOf(actor.department, await departmentsAsHeld(deps.db));
  const all = actor.roles.includes('office') || actor.roles.includes('legal');
  const seen = (await filingsOf(deps.db)).filter(({ filed }) => all || filed.department === department).reverse();
  const lines = seen.slice(0, 20).map(({ seq, filed, receipts, approval, held }): Words => {
    const got = filed.receivers.filter((each) => receipts.get(each)?.accepted === true).length;
    const zh =
      held !== null
        ? `已检查（${held.on}）`
        : `签收 ${got}/${filed.receivers.length}，${approval === null ? '待审批' : approval.approved ? '已批准' : '审批退回'}`;
    const en =
      held !== null
        ? `held on ${held.on}`
        : `${got} of ${filed.receivers.length} receipts, ${approval === null ? 'to be approved' : approval.approved ? 'approved' : 'returned'}`;
    return {
      zh: `${seq}：${nameOf(filed.department)}，${groundWords[filed.ground].zh}，${filed.on}，${zh}`,
      en: `${seq}: ${nameOf(filed.department)}, ${groundWords[filed.ground].en}, ${filed.on}, ${en}`,
    };
  });
  return show(
    withLines(
      seen.length === 0
        ? { zh: '没有计划外检查备案。', en: 'No check outside the plan was filed.' }
        : { zh: `计划外检查备案 ${seen.length} 件：`, en: `${seen.length} filings:` },
      lines,
    ),
  );
}
