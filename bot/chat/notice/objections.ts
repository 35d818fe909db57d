/** 登记异议, 决定异议 by command: which one is chosen in the form (from its own post: `objection.ts`). */
import { objectionDecisions } from '../../../core/notice/objection.ts';
import { decisionWords } from '../../../core/notice/words.ts';
import { one } from '../../message/form.ts';
import { same, sentence } from '../../message/message.ts';
import { dayOf } from '../../today.ts';
import { decideObjection } from '../../verbs/notice/decide-objection.ts';
import { objections } from '../../verbs/notice/objections.ts';
import { receiveObjection } from '../../verbs/notice/receive-objection.ts';
import { authorisedFor } from '../../verbs/notice/whose.ts';
import { atField, filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';
import { aboutIn, aboutOf } from './about.ts';
import { fieldOf, opened, outcomesField } from './fields.ts';

export const objectForm: FormDoor = {
  open: opened('receive-objection', ({ deps }, about) => ({
    id: 'notice-object',
    about,
    title: { zh: '登记异议', en: 'An objection' },
    submit: { zh: '登记', en: 'Record it' },
    intro: [],
    fields: [
      { ...outcomesField, lines: 'one', hint: { zh: '报送编号，如 3/12/scjg/SX010101', en: 'its number' } },
      wordsField({ zh: '异议内容', en: 'What is objected to' }),
      { kind: 'date', id: 'day', label: { zh: '收到日期', en: 'Received on' }, initial: dayOf(deps.now()) },
    ],
  })),
  submit: async ({ deps, actor }, _, values) => {
    const input = { outcome: one(values, 'outcomes'), receivedOn: one(values, 'day'), words: one(values, 'words') };
    return filled(await receiveObjection(deps, actor, input), fieldOf, ({ objection }) => ({
      zh: `异议已登记，编号 ${objection}，等待本单位负责人决定。`,
      en: `Objection ${objection} is on record; the head decides.`,
    }));
  },
};

export const decideForm: FormDoor = {
  open: async (asked, typed) => {
    const about = await aboutIn(asked, typed);
    const allowed = await authorisedFor(asked.deps, asked.actor, 'decide-objection', about.department);
    if (!allowed.ok) return noForm(allowed.error);
    const open = (await objections(asked.deps.db)).filter(
      ({ department, decided }) => department === about.department && decided === null,
    );
    if (open.length === 0)
      return { message: sentence({ zh: '没有等待决定的异议。', en: 'No objection waits for a decision.' }) };
    return {
      form: {
        id: 'notice-decide',
        about: aboutOf(about),
        title: { zh: '决定异议', en: 'Decide an objection' },
        submit: { zh: '决定', en: 'Decide' },
        intro: [
          { kind: 'list', items: open.slice(0, 10).map((each) => same(`${each.objection}：${each.words}`)) },
          {
            kind: 'note',
            words: {
              zh: '更正的，由检查单位重新录入、审核、公示；撤回公示的，立即停止公示。原版本都保留在记录中。',
              en: 'To be corrected: entered, reviewed and published anew. Withdrawn: ends at once. The old version stays on record.',
            },
          },
        ],
        fields: [
          {
            kind: 'one-of',
            id: 'objection',
            label: { zh: '哪一件', en: 'Which' },
            options: open.slice(0, 100).map((each) => ({
              value: String(each.objection),
              label: same(`${each.objection}（${each.case}）`),
            })),
          },
          {
            kind: 'one-of',
            id: 'decision',
            label: { zh: '决定', en: 'Decision' },
            options: objectionDecisions.map((each) => ({ value: each, label: decisionWords[each] })),
          },
          wordsField({ zh: '理由', en: 'Reason' }),
        ],
      },
    };
  },
  submit: async ({ deps, actor }, _, values) => {
    const decision = objectionDecisions.find((each) => each === one(values, 'decision'));
    if (decision === undefined) return atField('decision', { zh: '请选择决定。', en: 'Choose the decision.' });
    const objection = Number(one(values, 'objection'));
    const done = await decideObjection(deps, actor, { objection, decision, words: one(values, 'words') });
    return filled(done, fieldOf, ({ decision: made }) => ({
      zh: `已决定：${decisionWords[made].zh}。`,
      en: `Decided: ${decisionWords[made].en}.`,
    }));
  },
};
