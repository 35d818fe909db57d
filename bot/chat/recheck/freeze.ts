/** A ceremony over published outcomes, begun in a chat: whose outcomes, how many, until when, and who watches. */
import { parseDate } from '../../../core/calendar.ts';
import { recheckPurposes } from '../../../core/recheck/recheck.ts';
import { purposeWords } from '../../../core/recheck/words.ts';
import { plans } from '../../../db/plans.ts';
import { type Form, one } from '../../message/form.ts';
import { same, sentence } from '../../message/message.ts';
import { authorise } from '../../verbs/act.ts';
import { freezeRecheck } from '../../verbs/recheck/freeze-recheck.ts';
import { atField, fieldsBy, filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { frozenWords } from '../draw/frozen.ts';
import { noWitness, readTerms, termFields, witnessesOnRoll } from '../draw/terms.ts';

/** Fields of the terms that mean inspectors: nobody is sent anywhere here. */
const notHere: ReadonlySet<string> = new Set(['extras']);

export const freezeForm: FormDoor = {
  open: async (asked) => {
    const { deps, actor } = asked;
    const allowed = authorise(actor, 'draw-recheck', { department: actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    const published = (await plans(deps.db)).filter(({ state }) => state === 'published');
    if (published.length === 0) return { message: sentence({ zh: '没有已公布的计划。', en: 'No plan is published.' }) };
    if ((await witnessesOnRoll(deps)).length === 0) return { message: sentence(noWitness) };
    const form: Form = {
      id: 'recheck-freeze',
      about: '',
      title: { zh: '抽取再检查、回访', en: 'Draw a re-inspection' },
      submit: { zh: '锁定', en: 'Freeze' },
      intro: [
        {
          kind: 'text',
          words: actor.roles.includes('office')
            ? { zh: '从各单位已公示的检查结果中抽取。', en: 'Among the published outcomes of all departments.' }
            : { zh: '从本单位已公示的检查结果中抽取。', en: "Among your department's published outcomes." },
        },
      ],
      fields: [
        {
          kind: 'one-of',
          id: 'plan',
          label: { zh: '计划', en: 'Plan' },
          options: published.slice(-100).map(({ no }) => ({ value: no, label: same(no) })),
          initial: published.at(-1)?.no ?? '',
        },
        {
          kind: 'one-of',
          id: 'purpose',
          label: { zh: '用途', en: 'For' },
          options: recheckPurposes.map((value) => ({ value, label: purposeWords[value] })),
          initial: 'recheck',
        },
        {
          kind: 'number',
          id: 'percent',
          label: { zh: '抽取比例（%）', en: 'Share (%)' },
          hint: { zh: '按已公示的户数计算，至少一户。', en: 'Of the subjects with published outcomes, at least one.' },
          initial: 5,
          least: 1,
          most: 100,
        },
        { kind: 'date', id: 'until', label: { zh: '完成期限', en: 'To be done by' } },
        ...(await termFields(asked, null, true)).filter(({ id }) => !notHere.has(id)),
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, _, values) => {
    const purpose = recheckPurposes.find((each) => each === one(values, 'purpose'));
    if (purpose === undefined) return atField('purpose', { zh: '请选择用途。', en: 'Choose what it is for.' });
    const until = parseDate(one(values, 'until'));
    if (!until.ok) return atField('until', { zh: '请填写完成期限。', en: 'Say by when.' });
    const percent = Number(one(values, 'percent'));
    if (!Number.isInteger(percent) || percent < 1 || percent > 100)
      return atField('percent', { zh: '比例应为 1 至 100 的整数。', en: 'A whole number from 1 to 100.' });
    const terms = readTerms(values, deps.now());
    if (!terms.ok) return { kind: 'errors', errors: terms.error };
    const { byPlace: _unasked, acceptShortage: __, ...ceremony } = terms.value;
    const done = await freezeRecheck(deps, actor, {
      ...ceremony,
      plan: one(values, 'plan'),
      purpose,
      department: actor.roles.includes('office') ? '' : actor.department,
      bp: percent * 100,
      until: until.value,
    });
    return filled(
      done,
      fieldsBy({
        'no-share': 'percent',
        'not-a-day': 'until',
        'window-over': 'until',
        'nothing-published': 'plan',
        'deadline-past': 'seal',
      }),
      frozenWords,
    );
  },
};
