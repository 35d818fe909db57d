/** 缺失事项: a department reports one; who knows what became of it says so. */
import { missingItemSteps } from '../../../core/registry/missing-item.ts';
import { type Form, one } from '../../message/form.ts';
import { readNumber, readPlanTask } from '../../post/say/invite/about.ts';
import { stepWords } from '../../say/invite.ts';
import { authorise } from '../../verbs/act.ts';
import { advanceMissingItem } from '../../verbs/invite/advance-missing-item.ts';
import { missingItemsIn } from '../../verbs/invite/recorded.ts';
import { basisMost, matterMost, reportMissingItem } from '../../verbs/invite/report-missing-item.ts';
import { filled, noForm, show, tell, told } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { fieldOf } from './fields.ts';

/** About `planTask(plan, task)` where a task waits for the item, else ''. */
export const reportForm: FormDoor = {
  open: async ({ actor }, about) => {
    const allowed = authorise(actor, 'report-missing-item', { department: actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    const { plan, task } = readPlanTask(about);
    const form: Form = {
      id: 'report-missing-item',
      about,
      title: { zh: '反映缺失事项', en: 'Report a missing item' },
      submit: { zh: '提交', en: 'Report' },
      intro:
        task === ''
          ? []
          : [{ kind: 'text', words: { zh: `等待的任务：${plan} ${task}`, en: `Waiting task: ${plan} ${task}` } }],
      fields: [
        { kind: 'text', id: 'matter', label: { zh: '抽查事项名称', en: 'Name of the item' }, atMost: matterMost },
        {
          kind: 'text',
          id: 'basis',
          label: { zh: '检查依据', en: 'Basis' },
          placeholder: { zh: '法律法规名称和条款', en: 'law and article' },
          lines: 'many',
          optional: true,
          atMost: basisMost,
        },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) =>
    filled(
      await reportMissingItem(deps, actor, {
        matter: one(values, 'matter'),
        basis: one(values, 'basis'),
        ...readPlanTask(about),
      }),
      fieldOf,
      ({ no, matter }) => ({
        zh: `缺失事项“${matter}”已登记，第 ${no} 号，将逐级反映。`,
        en: `“${matter}” is on record as missing item ${no} and goes upward.`,
      }),
    ),
};

/** About `number step`. Going upward needs no words; what was decided above does. */
export async function step(asked: Asked, about: string): Promise<Answer> {
  const { no, word } = readNumber(about);
  const meant = missingItemSteps.find((each) => each === word);
  if (meant === undefined) return tell({ zh: '这个按钮已经失效。', en: 'This button is no longer good.' });
  if (meant === 'added' || meant === 'refused') {
    const opened = await stepForm.open(asked, about);
    return 'form' in opened ? { kind: 'form', form: opened.form } : show(opened.message);
  }
  return told(await advanceMissingItem(asked.deps, asked.actor, { no, step: meant, words: '' }), () => ({
    zh: `缺失事项第 ${no} 号：${stepWords[meant].zh}。`,
    en: `Missing item ${no}: ${stepWords[meant].en}.`,
  }));
}

export const stepForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { no, word } = readNumber(about);
    const item = (await missingItemsIn(deps.db)).find((each) => each.no === no);
    if (item === undefined) return noForm({ stage: 'invite', why: { reason: 'no-missing-item', no } });
    const allowed = authorise(actor, 'advance-missing-item', { department: item.department });
    if (!allowed.ok) return noForm(allowed.error);
    const isRefused = word === 'refused';
    const form: Form = {
      id: 'missing-item-step',
      about,
      title: isRefused ? { zh: '上级不予添加', en: 'Refused above' } : { zh: '上级已添加', en: 'Added above' },
      submit: { zh: '登记', en: 'Record' },
      intro: [{ kind: 'text', words: { zh: `缺失事项：${item.matter}`, en: `Missing item: ${item.matter}` } }],
      fields: [
        {
          kind: 'text',
          id: 'reason',
          label: isRefused
            ? { zh: '不予添加的理由', en: 'Why it is refused' }
            : { zh: '事项编码或清单版次', en: 'Its code, or the edition of the list' },
          lines: 'many',
          optional: !isRefused,
          atMost: basisMost,
        },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) => {
    const { no, word } = readNumber(about);
    const meant = missingItemSteps.find((each) => each === word);
    if (meant === undefined) return tell({ zh: '这个表单已经失效。', en: 'This form is no longer good.' });
    const words = one(values, 'reason');
    return filled(await advanceMissingItem(deps, actor, { no, step: meant, words }), fieldOf, () => ({
      zh: `缺失事项第 ${no} 号：${stepWords[meant].zh}，已通知提出单位。`,
      en: `Missing item ${no}: ${stepWords[meant].en}; the department is told.`,
    }));
  },
};
