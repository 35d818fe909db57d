/** 抽取检查人员: a ceremony for people only, about a list that another platform drew and that names nobody, or too few. */
import type { Form, Values } from '../../message/form.ts';
import { type Part, sentence } from '../../message/message.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { authorise } from '../../verbs/act.ts';
import { outsideListsIn } from '../../verbs/draw/outside-lists.ts';
import { freezeTakenIn } from '../../verbs/draw/take-in-list.ts';
import { noForm, show } from '../answer.ts';
import type { Asked, FormDoor } from '../door.ts';
import { frozenWords, namedRefusal } from './freeze.ts';
import { noWitness, readTerms, termFields, witnessesOnRoll } from './terms.ts';
import { numberIn } from './which.ts';

/** `draw-list-people`, about the list's number. */
export const listPeopleForm: FormDoor = {
  open: async (asked, about) => {
    const no = numberIn(about) ?? 0;
    const list = (await outsideListsIn(asked.deps.db)).find((each) => each.list === no);
    if (list === undefined)
      return { message: sentence(sayRefusal({ stage: 'invite', why: { reason: 'no-list', list: no } })) };
    // Whose task it is is decided when it is frozen.
    const allowed = authorise(asked.actor, 'take-in-draw', { department: asked.actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    if ((await witnessesOnRoll(asked.deps)).length === 0) return { message: sentence(noWitness) };
    return { form: await fields(asked, no, null, []) };
  },
  submit: async (asked, about, values) => {
    const list = numberIn(about) ?? 0;
    const terms = readTerms(values, asked.deps.now());
    if (!terms.ok) return { kind: 'errors', errors: terms.error };
    const { acceptShortage: _, ...rest } = terms.value;
    const done = await freezeTakenIn(asked.deps, asked.actor, { list, ...rest });
    if (done.ok) return show(sentence(frozenWords(done.value)));
    const words: Part = { kind: 'text', words: await namedRefusal(asked, done.error) };
    return { kind: 'form', form: await fields(asked, list, values, [words]) };
  },
};

async function fields(asked: Asked, no: number, typed: Values | null, above: readonly Part[]): Promise<Form> {
  return {
    id: 'draw-list-people',
    about: String(no),
    title: { zh: '抽取检查人员', en: 'Draw the inspectors' },
    submit: { zh: '锁定', en: 'Freeze' },
    intro: [
      ...above,
      {
        kind: 'text',
        words: {
          zh: `为外部名单第 ${no} 号没有写明检查人员的检查对象抽取人员；检查对象以外部平台抽取的为准，不变。`,
          en: `Draws inspectors where outside list ${no} names none; the subjects stay as the other platform drew them.`,
        },
      },
    ],
    fields: await termFields(asked, typed, true),
  };
}
