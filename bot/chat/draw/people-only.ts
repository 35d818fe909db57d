/** A ceremony for people only: for the posts that another one left open, or for a list that another platform drew and that names nobody, or too few. */
import type { Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import type { Form, Values } from '../../message/form.ts';
import { type Message, type Part, sentence } from '../../message/message.ts';
import type { Refusal } from '../../refusal.ts';
import { authorise } from '../../verbs/act.ts';
import type { Frozen } from '../../verbs/draw/freeze.ts';
import { freezeOpenPosts } from '../../verbs/draw/freeze-people.ts';
import { outsideListsIn } from '../../verbs/draw/outside-lists.ts';
import { freezeTakenIn } from '../../verbs/draw/take-in-list.ts';
import { noForm, show } from '../answer.ts';
import type { Asked, FormDoor } from '../door.ts';
import { frozenWords, namedRefusal } from './frozen.ts';
import { noWitness, readTerms, type Terms, termFields, witnessesOnRoll } from './terms.ts';
import { ceremonyMeant, numberIn } from './which.ts';

interface PeopleOnly {
  readonly id: string;
  readonly title: Words;
  /** What it is for, by the number that the form is about. */
  readonly intro: (no: number) => Words;
  /** The number that is meant, or what to say instead. */
  readonly meant: (asked: Asked, about: string) => Promise<{ readonly no: number } | { readonly message: Message }>;
  readonly freeze: (asked: Asked, no: number, terms: Omit<Terms, 'acceptShortage'>) => Promise<Result<Frozen, Refusal>>;
}

const formOf = ({ id, title, intro, meant, freeze }: PeopleOnly): FormDoor => {
  const filledForm = async (asked: Asked, no: number, typed: Values | null, above: readonly Part[]): Promise<Form> => ({
    id,
    about: String(no),
    title,
    submit: { zh: '锁定', en: 'Freeze' },
    intro: [...above, { kind: 'text', words: intro(no) }],
    fields: await termFields(asked, typed, true),
  });
  return {
    open: async (asked, about) => {
      const found = await meant(asked, about);
      if ('message' in found) return found;
      if ((await witnessesOnRoll(asked.deps)).length === 0) return { message: sentence(noWitness) };
      return { form: await filledForm(asked, found.no, null, []) };
    },
    submit: async (asked, about, values) => {
      const no = numberIn(about) ?? 0;
      const terms = readTerms(values, asked.deps.now());
      if (!terms.ok) return { kind: 'errors', errors: terms.error };
      const { acceptShortage: _, ...rest } = terms.value;
      const done = await freeze(asked, no, rest);
      if (done.ok) return show(sentence(frozenWords(done.value)));
      // What was filled stays, and what stands against it is said above the fields.
      const words: Part = { kind: 'text', words: await namedRefusal(asked, done.error) };
      return { kind: 'form', form: await filledForm(asked, no, values, [words]) };
    },
  };
};

/** `draw-posts`, about the ceremony that left posts open. */
export const postsForm = formOf({
  id: 'draw-posts',
  title: { zh: '补抽人员', en: 'Draw for open posts' },
  intro: (no) => ({
    zh: `为第 ${no} 次抽取的空缺岗位另行抽取检查人员；检查对象不变。`,
    en: `Draws inspectors for the open posts of ceremony ${no}; no subject changes.`,
  }),
  meant: async (asked, about) => {
    const meant = await ceremonyMeant(asked, about);
    return 'message' in meant ? meant : { no: meant.present.no };
  },
  freeze: ({ deps, actor }, of, terms) => freezeOpenPosts(deps, actor, { of, ...terms }),
});

/** `draw-list-people`, about the list's number. */
export const listPeopleForm = formOf({
  id: 'draw-list-people',
  title: { zh: '抽取检查人员', en: 'Draw the inspectors' },
  intro: (no) => ({
    zh: `为外部名单第 ${no} 号没有写明检查人员的检查对象抽取人员；检查对象以外部平台抽取的为准，不变。`,
    en: `Draws inspectors where outside list ${no} names none; the subjects stay as the other platform drew them.`,
  }),
  meant: async ({ deps, actor }, about) => {
    const no = numberIn(about) ?? 0;
    const list = (await outsideListsIn(deps.db)).find((each) => each.list === no);
    if (list === undefined) return noForm({ stage: 'invite', why: { reason: 'no-list', list: no } });
    // Whose task it is is decided when it is frozen.
    const allowed = authorise(actor, 'take-in-draw', { department: actor.department });
    return allowed.ok ? { no } : noForm(allowed.error);
  },
  freeze: ({ deps, actor }, list, terms) => freezeTakenIn(deps, actor, { list, ...terms }),
});
