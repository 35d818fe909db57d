/** How a ceremony may end otherwise: aborted, its number put right, annulled. What two persons must do, two persons do. */
import type { Words } from '../../../core/words.ts';
import { type Field, type Form, type Option, one } from '../../message/form.ts';
import { same } from '../../message/message.ts';
import type { Refusal } from '../../refusal.ts';
import { may } from '../../rights.ts';
import { abort } from '../../verbs/draw/end.ts';
import { annul, confirmAnnulment, confirmCorrection, correctNumber } from '../../verbs/draw/second-person.ts';
import { roll } from '../../verbs/people/roll.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { fieldsBy, filled, told } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { about as aboutCeremony, ceremonyMeant, numberIn } from './which.ts';

type Made = Pick<Form, 'title' | 'submit' | 'fields'> & { readonly intro: Words };

/** Opens a form about the ceremony meant. */
const opening =
  (id: string, make: (asked: Asked) => Promise<Made>): FormDoor['open'] =>
  async (asked, about) => {
    const meant = await ceremonyMeant(asked, about);
    if ('message' in meant) return meant;
    const { intro, ...rest } = await make(asked);
    const { no } = meant.present;
    const named: Words = { zh: `第 ${no} 次抽取。${intro.zh}`, en: `Ceremony ${no}. ${intro.en}` };
    return { form: { id, about: String(no), ...rest, intro: [{ kind: 'text', words: named }] } };
  };

const reason: Field = { kind: 'text', id: 'reason', label: { zh: '理由', en: 'Reason' }, lines: 'many', atMost: 200 };

/** `draw-abort` */
export const abortForm: FormDoor = {
  open: opening('draw-abort', async () => ({
    title: { zh: '中止抽取', en: 'Abort the ceremony' },
    submit: { zh: '确认中止', en: 'Abort' },
    intro: {
      zh: '封签截止之前才能中止；编号作废不再使用，理由在公示页公开。',
      en: 'Only before sealing has ended; its number is not used again, and the reason is public.',
    },
    fields: [reason],
  })),
  submit: async (asked, about, values) =>
    filled(
      await abort(asked.deps, asked.actor, { ceremony: numberIn(about) ?? 0, reason: one(values, 'reason') }),
      'reason',
      ({ no }) => ({ zh: `第 ${no} 次抽取已中止。`, en: `Ceremony ${no} is aborted.` }),
    ),
};

/** People on the roll who may confirm what this one asks for. */
async function seconds({ deps, actor }: Asked, verb: 'confirm-correction' | 'confirm-annulment'): Promise<Field> {
  const all = (await roll(deps)).filter((each) => !each.ended && each.person !== actor.person && may(each, verb).ok);
  const nameOf = await departmentNames(deps.db);
  const options = all.map(({ person, name, department }): Option => {
    const of = department === '' ? '' : `（${nameOf(department)}）`;
    return { value: person, label: same(`${name}${of}`) };
  });
  const label = { zh: '第二人（由其本人确认）', en: 'The second person, who confirms' };
  return options.length === 0
    ? { kind: 'text', id: 'second', label, hint: { zh: '填写人员编号。', en: 'Number on the roll.' }, atMost: 40 }
    : { kind: 'one-of', id: 'second', label, options };
}

/** `draw-correct` */
export const correctForm: FormDoor = {
  open: opening('draw-correct', async (asked) => ({
    title: { zh: '更正公共数', en: 'Correct the number' },
    submit: { zh: '提交', en: 'Submit' },
    intro: {
      zh: '只用于确属录入错误的情形；由另一部门的第二人核对确认后生效，原录入保留在记录中，真实号码唯一决定结果。',
      en: 'For a slip of the hand only. It takes effect when a second person of another department confirms; the true number alone determines the result.',
    },
    fields: [
      { kind: 'text', id: 'number', label: { zh: '正确的公共数', en: 'The true number' }, atMost: 400 },
      reason,
      await seconds(asked, 'confirm-correction'),
    ],
  })),
  submit: async (asked, about, values) => {
    const input = { text: one(values, 'number'), reason: one(values, 'reason'), second: one(values, 'second') };
    const done = await correctNumber(asked.deps, asked.actor, { ceremony: numberIn(about) ?? 0, ...input });
    return filled(done, correctField, ({ no }) => ({
      zh: `已申请更正第 ${no} 次抽取的公共数，等待第二人确认。`,
      en: `Asked for; the second person is told to confirm the number of ceremony ${no}.`,
    }));
  },
};

/** What the ceremony itself has against it is about the number, but for these; all else is about the second person. */
const correctFields = fieldsBy({
  'no-reason-given': 'reason',
  'same-person-twice': 'second',
  'same-department-twice': 'second',
});
const correctField = (refusal: Refusal): string =>
  correctFields(refusal) ?? (refusal.stage === 'ceremony' ? 'number' : 'second');

/** `draw-annul` */
export const annulForm: FormDoor = {
  open: opening('draw-annul', async (asked) => ({
    title: { zh: '撤销抽取', en: 'Annul the draw' },
    submit: { zh: '提交', en: 'Submit' },
    intro: {
      zh: '须有上级机关文号，由两名负责人办理；另一名负责人确认后生效，被撤销的抽取仍在公示页保留。',
      en: 'It takes a cited order and two heads; the annulled draw stays on the public page.',
    },
    fields: [
      { kind: 'text', id: 'order', label: { zh: '上级文件名称、文号', en: 'The order, by its number' }, atMost: 200 },
      await seconds(asked, 'confirm-annulment'),
    ],
  })),
  submit: async (asked, about, values) => {
    const input = { order: one(values, 'order'), second: one(values, 'second') };
    const done = await annul(asked.deps, asked.actor, { ceremony: numberIn(about) ?? 0, ...input });
    return filled(done, annulField, ({ no }) => ({
      zh: `已申请撤销第 ${no} 次抽取，等待另一名负责人确认。`,
      en: `Asked for; the other head is told to confirm the annulment of ceremony ${no}.`,
    }));
  },
};

const annulField = (refusal: Refusal): string => fieldsBy({ 'no-reason-given': 'order' })(refusal) ?? 'second';

/** `draw-confirm-correction` */
export const confirmCorrectionAct = (asked: Asked, about: string): Promise<Answer> =>
  aboutCeremony(asked, about, async ({ no }) =>
    told(await confirmCorrection(asked.deps, asked.actor, no), () => ({
      zh: `第 ${no} 次抽取的公共数已更正，请重新开签。`,
      en: `The number of ceremony ${no} is corrected; open it again.`,
    })),
  );

/** `draw-confirm-annulment` */
export const confirmAnnulmentAct = (asked: Asked, about: string): Promise<Answer> =>
  aboutCeremony(asked, about, async ({ no }) =>
    told(await confirmAnnulment(asked.deps, asked.actor, no), () => ({
      zh: `第 ${no} 次抽取已撤销。`,
      en: `Ceremony ${no} is annulled.`,
    })),
  );
