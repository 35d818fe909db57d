/** 不予公开, 恢复公开, 停止公示, 异议: about outcomes by their 报送编号, which lists and exports show; no channel names the enterprise. */
import { noticeParts, withholdGrounds } from '../../../core/notice/notice.ts';
import { objectionDecisions } from '../../../core/notice/objection.ts';
import { decisionWords, groundWords, partWords } from '../../../core/notice/words.ts';
import type { Words } from '../../../core/words.ts';
import { type Field, type Form, one, some } from '../../message/form.ts';
import { same, sentence } from '../../message/message.ts';
import type { Verb } from '../../rights.ts';
import { endedWords, endingChoices } from '../../say/notices.ts';
import { dayOf } from '../../today.ts';
import { decideObjection } from '../../verbs/notice/decide-objection.ts';
import { endNotices } from '../../verbs/notice/end.ts';
import { objections } from '../../verbs/notice/objections.ts';
import { receiveObjection } from '../../verbs/notice/receive-objection.ts';
import { authorisedFor } from '../../verbs/notice/whose.ts';
import { liftWithholding, withholdOutcomes } from '../../verbs/notice/withhold.ts';
import { atField, fieldsBy, filled, noForm } from '../answer.ts';
import type { Asked, FormDoor } from '../door.ts';
import { aboutIn, aboutOf, idsIn } from './about.ts';

const outcomesField: Field = {
  kind: 'text',
  id: 'outcomes',
  label: { zh: '哪些检查结果', en: 'Which outcomes' },
  hint: {
    zh: '报送编号，每行一个，见报送文件第一列，如 3/12/scjg/SX010101',
    en: 'numbers, one a line, from the first column of the export',
  },
  lines: 'many',
  atMost: 2000,
};

const wordsField = (label: Words, hint?: Words): Field => ({
  kind: 'text',
  id: 'words',
  label,
  ...(hint === undefined ? {} : { hint }),
  lines: 'many',
  atMost: 1000,
});

const field = fieldsBy({
  'no-outcome': 'outcomes',
  'other-department': 'outcomes',
  life: 'outcomes',
  ground: 'words',
  'no-words': 'words',
  'too-long': 'words',
  'no-parts': 'parts',
  'until-past': 'until',
  'day-past': 'day',
  'not-a-date': 'day',
  'in-future': 'day',
});

/** A form whose right is asked before it is shown. */
const opened =
  (verb: Verb, make: (asked: Asked, about: string) => Form | Promise<Form>): FormDoor['open'] =>
  async (asked, typed) => {
    const about = await aboutIn(asked, typed);
    const allowed = await authorisedFor(asked.deps, asked.actor, verb, about.department);
    return allowed.ok ? { form: await make(asked, aboutOf(about)) } : noForm(allowed.error);
  };

export const withholdForm: FormDoor = {
  open: opened('withhold-outcome', (_, about) => ({
    id: 'notice-withhold',
    about,
    title: { zh: '决定不予公开', en: 'Keep back' },
    submit: { zh: '决定', en: 'Decide' },
    intro: [
      {
        kind: 'note',
        words: {
          zh: '以公开为常态、不公开为例外。能够只隐去一部分的，不整条不公开。决定人、理由和期限记录在案。',
          en: 'Publicity is the rule. Where a part is enough, the rest stays public. Who decided, why and until when goes on record.',
        },
      },
    ],
    fields: [
      outcomesField,
      {
        kind: 'some-of',
        id: 'parts',
        label: { zh: '不予公开的部分', en: 'What is kept back' },
        options: noticeParts.map((part) => ({ value: part, label: partWords[part] })),
      },
      {
        kind: 'one-of',
        id: 'ground',
        label: { zh: '依据', en: 'Ground' },
        options: withholdGrounds.map((ground) => ({ value: ground, label: groundWords[ground] })),
      },
      wordsField({ zh: '具体理由', en: 'Reason' }, { zh: '写明保护的是什么内容', en: 'name what is protected' }),
      {
        kind: 'date',
        id: 'until',
        label: { zh: '到哪一天为止', en: 'Until' },
        hint: { zh: '没有期限的不填', en: 'blank without end' },
        optional: true,
      },
    ],
  })),
  submit: async ({ deps, actor }, _, values) => {
    const parts = noticeParts.filter((part) => some(values, 'parts').includes(part));
    const ground = withholdGrounds.find((each) => each === one(values, 'ground'));
    if (ground === undefined) return atField('ground', { zh: '请选择依据。', en: 'Choose the ground.' });
    const done = await withholdOutcomes(deps, actor, {
      outcomes: idsIn(one(values, 'outcomes')),
      parts,
      ground,
      words: one(values, 'words'),
      until: one(values, 'until'),
    });
    return filled(done, field, ({ count }) => ({
      zh: `已登记不予公开 ${count} 项。`,
      en: `${count} are kept back, on record.`,
    }));
  },
};

export const liftForm: FormDoor = {
  open: opened('withhold-outcome', (_, about) => ({
    id: 'notice-lift',
    about,
    title: { zh: '恢复公开', en: 'Lift the decision' },
    submit: { zh: '恢复', en: 'Lift' },
    intro: [],
    fields: [outcomesField, wordsField({ zh: '理由', en: 'Reason' })],
  })),
  submit: async ({ deps, actor }, _, values) => {
    const input = { outcomes: idsIn(one(values, 'outcomes')), parts: [], words: one(values, 'words') };
    return filled(await liftWithholding(deps, actor, input), field, ({ count }) => ({
      zh: `已撤销 ${count} 项不予公开的决定，请重新公示。`,
      en: `Lifted for ${count}; publish them again.`,
    }));
  },
};

export const endForm: FormDoor = {
  open: opened('end-notice', ({ deps }, about) => ({
    id: 'notice-end',
    about,
    title: { zh: '停止公示', en: 'End publication' },
    submit: { zh: '停止公示', en: 'End it' },
    intro: [],
    fields: [
      outcomesField,
      { kind: 'one-of', id: 'why', label: { zh: '原因', en: 'Why' }, options: endingChoices },
      wordsField({ zh: '依据', en: 'What it rests on' }, { zh: '决定书、通知书文号等', en: 'number of the decision' }),
      { kind: 'date', id: 'day', label: { zh: '自哪一天起', en: 'From' }, initial: dayOf(deps.now()) },
    ],
  })),
  submit: async ({ deps, actor }, _, values) => {
    const why = endingChoices.find(({ value }) => value === one(values, 'why'))?.value;
    if (why === undefined) return atField('why', { zh: '请选择原因。', en: 'Choose why.' });
    const input = {
      outcomes: idsIn(one(values, 'outcomes')),
      why,
      words: one(values, 'words'),
      day: one(values, 'day'),
    };
    return filled(await endNotices(deps, actor, input), field, endedWords);
  },
};

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
    return filled(await receiveObjection(deps, actor, input), field, ({ objection }) => ({
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
    return filled(done, field, ({ decision: made }) => ({
      zh: `已决定：${decisionWords[made].zh}。`,
      en: `Decided: ${decisionWords[made].en}.`,
    }));
  },
};
