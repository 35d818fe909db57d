/** Leads on misconduct: referred by the office or a head, signed for and handled by the discipline body. */
import { one } from '../../message/form.ts';
import { choices, heading, type Part, same } from '../../message/message.ts';
import { readNumber } from '../../post/say/invite/about.ts';
import { beijing } from '../../say/time.ts';
import { authorise } from '../../verbs/act.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { answerMisconduct } from '../../verbs/voice/answer-misconduct.ts';
import { type Lead, leadsFor } from '../../verbs/voice/misconduct.ts';
import { referMisconduct } from '../../verbs/voice/refer-misconduct.ts';
import { fieldsBy, filled, noForm, show, tell, told } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';

const fieldOf = fieldsBy({ 'no-such-department': 'department', empty: 'words', 'field-too-long': 'words' });

export const leadForm: FormDoor = {
  open: async ({ actor }) => {
    const owner = actor.roles.includes('office') ? {} : { department: actor.department };
    const allowed = authorise(actor, 'refer-misconduct', owner);
    if (!allowed.ok) return noForm(allowed.error);
    return {
      form: {
        id: 'lead-refer',
        about: '',
        title: { zh: '移送违纪线索', en: 'Refer a lead' },
        submit: { zh: '移送', en: 'Refer' },
        intro: [
          {
            kind: 'text',
            words: {
              zh: '只送纪检接收人员，不在任何群组出现。',
              en: 'For the discipline body alone; no channel shows it.',
            },
          },
        ],
        fields: [
          {
            kind: 'text',
            id: 'department',
            label: { zh: '所在单位名称或代码', en: 'Department, by name or code' },
            optional: true,
            atMost: 40,
          },
          wordsField({ zh: '线索', en: 'What is known' }),
        ],
      },
    };
  },
  submit: async ({ deps, actor }, _, values) =>
    filled(
      await referMisconduct(deps, actor, { department: one(values, 'department'), words: one(values, 'words') }),
      fieldOf,
      ({ lead }) => ({ zh: `线索已移送，编号 ${lead}，等待签收。`, en: `The lead is referred as no. ${lead}.` }),
    ),
};

const shown = 8;

export async function listLeads({ deps, actor }: Asked): Promise<Answer> {
  const leads = await leadsFor(deps.db, actor);
  if (leads.length === 0) return tell({ zh: '没有移送的线索。', en: 'No lead was referred.' });
  const nameOf = await departmentNames(deps.db);
  const mayHandle = actor.roles.includes('discipline');
  return show({
    summary: { zh: `移送的线索 ${leads.length} 件。`, en: `${leads.length} leads.` },
    parts: leads
      .toReversed()
      .slice(0, shown)
      .flatMap((lead) => partsOf(lead, nameOf, mayHandle)),
  });
}

function partsOf(lead: Lead, nameOf: (code: string) => string, mayHandle: boolean): readonly Part[] {
  const { no, at, department, words, steps } = lead;
  const received = steps.find(({ step }) => step === 'received');
  const handled = steps.findLast(({ step }) => step === 'handled');
  return [
    heading(`线索第 ${no} 号`, `Lead ${no}`),
    { kind: 'text', words: same(words) },
    {
      kind: 'facts',
      facts: [
        { name: { zh: '移送', en: 'Referred' }, value: beijing(at) },
        ...(department === '' ? [] : [{ name: { zh: '单位', en: 'Department' }, value: same(nameOf(department)) }]),
        ...(received === undefined ? [] : [{ name: { zh: '签收', en: 'Received' }, value: beijing(received.at) }]),
        ...(handled === undefined ? [] : [{ name: { zh: '办理', en: 'Handled' }, value: same(handled.words) }]),
      ],
    },
    ...(mayHandle
      ? [
          choices(
            ...(received === undefined
              ? [{ id: 'lead-receive', about: String(no), label: { zh: '签收', en: 'Sign for it' } }]
              : []),
            { id: 'lead-handle', about: String(no), label: { zh: '办理情况', en: 'Handled' } },
          ),
        ]
      : []),
  ];
}

export const receiveLead = async ({ deps, actor }: Asked, about: string): Promise<Answer> =>
  told(await answerMisconduct(deps, actor, { lead: readNumber(about).no, step: 'received', words: '' }), ({ no }) => ({
    zh: `线索第 ${no} 号已签收。`,
    en: `Lead ${no} is signed for.`,
  }));

export const answerLeadForm: FormDoor = {
  open: async ({ actor }, about) => {
    const allowed = authorise(actor, 'answer-misconduct');
    if (!allowed.ok) return noForm(allowed.error);
    return {
      form: {
        id: 'lead-handle',
        about,
        title: { zh: '登记办理情况', en: 'What became of it' },
        submit: { zh: '登记', en: 'Record' },
        intro: [],
        fields: [
          {
            kind: 'text',
            id: 'words',
            label: { zh: '办理情况', en: 'What became of it' },
            lines: 'many',
            atMost: 2000,
          },
        ],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) =>
    filled(
      await answerMisconduct(deps, actor, { lead: readNumber(about).no, step: 'handled', words: one(values, 'words') }),
      fieldOf,
      ({ no }) => ({ zh: `线索第 ${no} 号的办理情况已登记。`, en: `Lead ${no}: on record.` }),
    ),
};
