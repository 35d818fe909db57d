/** A change of class suggested by who inspected, answered by whose classification it is. */
import { ruling } from '../../../core/policy/cited.ts';
import { sayScheme } from '../../../core/policy/words.ts';
import { poolRulesOf } from '../../../core/registry/pool-rules.ts';
import { one } from '../../message/form.ts';
import { sentence } from '../../message/message.ts';
import { readNumber } from '../../post/say/invite/about.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { policyInForce } from '../../verbs/registry/policy-in-force.ts';
import { answerClassChange, mayAnswerClass } from '../../verbs/risk/answer-class-change.ts';
import { suggestClassChange, suggestionsHeld } from '../../verbs/risk/suggest-class-change.ts';
import { filled, noForm, told } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';
import { fieldOf } from './fields.ts';

export const suggestForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const allowed = authorise(actor, 'suggest-class-change', { department: actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    const today = dayOf(deps.now());
    const policy = await policyInForce(deps.db, today);
    const classes = (policy?.schemes ?? []).flatMap((scheme) => {
      const { id, classes: all } = ruling(scheme, today).value;
      // Pools have moves of their own.
      if (policy !== null && poolRulesOf(policy, id, today) !== null) return [];
      return all.map(({ label, zh }) => ({
        value: `${id}\n${label}`,
        label: { zh: `${sayScheme(id).zh} ${label}（${zh}）`, en: `${sayScheme(id).en} ${label}` },
      }));
    });
    if (classes.length === 0)
      return { message: sentence({ zh: '现行文件没有分类方案。', en: 'The policy in force has no classes.' }) };
    return {
      form: {
        id: 'class-suggest',
        about,
        title: { zh: '建议调整分类', en: 'Suggest a class' },
        submit: { zh: '提交', en: 'Suggest' },
        intro: [],
        fields: [
          {
            kind: 'text',
            id: 'subject',
            label: { zh: '统一社会信用代码', en: 'Number of the enterprise' },
            atMost: 40,
          },
          { kind: 'one-of', id: 'to', label: { zh: '调整为', en: 'New class' }, options: classes.slice(0, 100) },
          wordsField({ zh: '理由', en: 'Why' }),
        ],
      },
    };
  },
  submit: async ({ deps, actor }, _, values) => {
    const [scheme = '', to = ''] = one(values, 'to').split('\n');
    return filled(
      await suggestClassChange(deps, actor, {
        subject: one(values, 'subject'),
        scheme,
        to,
        words: one(values, 'words'),
      }),
      fieldOf,
      ({ no, outcomes }) => ({
        zh: `分类调整建议第 ${no} 号已提交，依据检查结果 ${outcomes.length} 项。`,
        en: `Suggestion ${no} is made; it rests on ${outcomes.length} outcomes.`,
      }),
    );
  },
};

export const acceptClass = async ({ deps, actor }: Asked, about: string): Promise<Answer> =>
  told(
    await answerClassChange(deps, actor, { suggestion: readNumber(about).no, accepted: true, words: '' }),
    ({ no, to }) => ({
      zh: `第 ${no} 号建议已同意，自即日起为 ${to} 类。`,
      en: `Suggestion ${no} is accepted; the class is ${to} from today.`,
    }),
  );

export const refuseForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { no } = readNumber(about);
    const suggestion = (await suggestionsHeld(deps.db)).find((each) => each.no === no);
    if (suggestion === undefined) return noForm({ stage: 'risk', why: { reason: 'no-suggestion', no } });
    const allowed = mayAnswerClass(actor, suggestion);
    if (!allowed.ok) return noForm(allowed.error);
    return {
      form: {
        id: 'class-refuse',
        about,
        title: { zh: '不予调整分类', en: 'Refuse a class' },
        submit: { zh: '提交', en: 'Refuse' },
        intro: [{ kind: 'text', words: { zh: suggestion.words, en: suggestion.words } }],
        fields: [wordsField({ zh: '理由', en: 'Why' })],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) =>
    filled(
      await answerClassChange(deps, actor, {
        suggestion: readNumber(about).no,
        accepted: false,
        words: one(values, 'words'),
      }),
      fieldOf,
      ({ no }) => ({ zh: `第 ${no} 号建议已答复：不予调整。`, en: `Suggestion ${no} is refused.` }),
    ),
};
