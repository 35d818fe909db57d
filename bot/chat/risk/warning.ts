/** A warning from above, taken in and handled. */
import { verdicts } from '../../../core/risk/warning.ts';
import { verdictWords } from '../../../core/risk/words.ts';
import { one } from '../../message/form.ts';
import { same } from '../../message/message.ts';
import { readNumber } from '../../post/say/invite/about.ts';
import { authorise } from '../../verbs/act.ts';
import { handleRisk } from '../../verbs/risk/handle-risk.ts';
import { recordRisk, risksHeld } from '../../verbs/risk/record-risk.ts';
import { atField, filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';
import { fieldOf } from './fields.ts';

export const warningForm: FormDoor = {
  open: async ({ actor }, about) => {
    const allowed = authorise(actor, 'record-risk', { department: actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    return {
      form: {
        id: 'risk-record',
        about,
        title: { zh: '登记风险预警线索', en: 'Record a warning' },
        submit: { zh: '登记', en: 'Record' },
        intro: [],
        fields: [
          { kind: 'text', id: 'from', label: { zh: '来源系统和编号', en: 'System, and its number' }, atMost: 200 },
          wordsField({ zh: '线索内容', en: 'What it warns of' }),
          {
            kind: 'text',
            id: 'about',
            label: { zh: '企业统一社会信用代码', en: 'Number of the enterprise' },
            optional: true,
            atMost: 40,
          },
          {
            kind: 'text',
            id: 'department',
            label: { zh: '核实处置单位', en: 'Who handles it' },
            initial: actor.roles.includes('office') ? '' : actor.department,
            atMost: 100,
          },
          { kind: 'date', id: 'due', label: { zh: '期限', en: 'By when' } },
        ],
      },
    };
  },
  submit: async ({ deps, actor }, _, values) => {
    const due = one(values, 'due');
    if (due === '') return atField('due', { zh: '请填写期限。', en: 'Say by when.' });
    const [from, words, about, department] = ['from', 'words', 'about', 'department'].map((id) => one(values, id));
    return filled(
      await recordRisk(deps, actor, {
        from: from ?? '',
        words: words ?? '',
        about: about ?? '',
        department: department ?? '',
        due,
      }),
      fieldOf,
      ({ no }) => ({
        zh: `风险预警线索第 ${no} 号已登记，已交核实。`,
        en: `Warning ${no} is on record and with its department.`,
      }),
    );
  },
};

export const handleForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { no } = readNumber(about);
    const risk = (await risksHeld(deps.db)).find((each) => each.no === no);
    if (risk === undefined) return noForm({ stage: 'risk', why: { reason: 'no-risk', no } });
    const allowed = authorise(actor, 'handle-risk', { department: risk.department });
    if (!allowed.ok) return noForm(allowed.error);
    return {
      form: {
        id: 'risk-handle',
        about,
        title: { zh: '核实处置', en: 'Handle a warning' },
        submit: { zh: '提交', en: 'Record' },
        intro: [
          { kind: 'text', words: same(risk.words) },
          ...(risk.about === ''
            ? []
            : [{ kind: 'text' as const, words: { zh: `企业代码：${risk.about}`, en: `Enterprise: ${risk.about}` } }]),
        ],
        fields: [
          {
            kind: 'one-of',
            id: 'verdict',
            label: { zh: '核实结论', en: 'Verified' },
            options: verdicts.map((value) => ({ value, label: verdictWords[value] })),
          },
          wordsField({ zh: '处置情况', en: 'What was done' }),
        ],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) => {
    const verdict = verdicts.find((each) => each === one(values, 'verdict'));
    if (verdict === undefined)
      return atField('verdict', { zh: '请选择核实结论。', en: 'Say what verification came to.' });
    return filled(
      await handleRisk(deps, actor, { risk: readNumber(about).no, verdict, words: one(values, 'words') }),
      fieldOf,
      ({ no }) => ({ zh: `第 ${no} 号线索的处置情况已登记。`, en: `Warning ${no}: handled, on record.` }),
    );
  },
};
