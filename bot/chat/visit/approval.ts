/** 呈批 and 审批: asked for all or some visits, approved with one press, returned with words, or decided visit by visit. */
import type { Words } from '../../../core/words.ts';
import type { Form } from '../../message/form.ts';
import { one } from '../../message/form.ts';
import { numberIn } from '../../post/say/visit/choices.ts';
import { askApproval } from '../../verbs/visit/ask-approval.ts';
import { decideApproval } from '../../verbs/visit/decide-approval.ts';
import { partOf } from '../../verbs/visit/part.ts';
import { requestHeld } from '../../verbs/visit/requests.ts';
import { atField, noForm } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';
import {
  acted,
  dayIn,
  fieldAmong,
  fieldOf,
  noDay,
  notWhich,
  readPart,
  textField,
  visitsField,
  whichIn,
  yesNo,
} from './fields.ts';

export const askForm: FormDoor = {
  open: async (asked, about) => {
    const { book, department } = readPart(about);
    const part = await partOf(asked.deps, asked.actor, 'ask-approval', { book, department, visits: 'all' });
    if (!part.ok) return noForm(part.error);
    const { window } = part.value.book;
    const form: Form = {
      id: 'visit-ask',
      about,
      title: { zh: '呈请检查审批', en: 'Ask for approval' },
      submit: { zh: '呈批', en: 'Ask' },
      intro: [
        {
          kind: 'text',
          words: {
            zh: '送本单位负责人审批。同一企业的其他检查、本年度已有检查和次数上限，将随呈批件一并提醒。',
            en: 'It goes to the head of your department, with warnings of other visits, past checks and caps of the year.',
          },
        },
      ],
      fields: [
        visitsField(book),
        { kind: 'date', id: 'from', label: { zh: '检查时间自', en: 'From' }, initial: window.from },
        { kind: 'date', id: 'to', label: { zh: '检查时间至', en: 'To' }, initial: window.to },
        textField(
          'reason',
          { zh: '检查事由和依据', en: 'Reason and basis' },
          { many: true, initial: '年度抽查计划随机抽取' },
        ),
        textField(
          'urgent',
          { zh: '补办原因（先行检查的填写）', en: 'Why afterwards' },
          {
            many: true,
            optional: true,
            hint: { zh: '情况紧急、已先行检查的，写明原因', en: 'Only where somebody went before it was asked' },
          },
        ),
      ],
    };
    return { form };
  },
  submit: async (asked, about, values) => {
    const { book, department } = readPart(about);
    const which = whichIn(values, book);
    if (!which.ok) return notWhich(which.error);
    const [from, to] = [dayIn(values, 'from'), dayIn(values, 'to')];
    if (from === null || to === null) return noDay(from === null ? 'from' : 'to');
    const done = await askApproval(asked.deps, asked.actor, {
      book,
      department,
      visits: which.value,
      from,
      to,
      reason: one(values, 'reason'),
      urgent: one(values, 'urgent'),
    });
    return acted(asked, done, { zh: '已呈批', en: 'Asked for' }, fieldAmong(['from'], { on: 'from' }));
  },
};

/** 批准: everything that waits in the request. */
export async function approve(asked: Asked, about: string): Promise<Answer> {
  const input = { request: numberIn(about), visits: 'all' as const, approved: true, words: '' };
  return acted(
    asked,
    await decideApproval(asked.deps, asked.actor, input),
    { zh: '已批准', en: 'Approved' },
    () => null,
  );
}

const opinion: Words = { zh: '审批意见', en: 'Words' };

export const returnForm: FormDoor = {
  open: async (_, about) => ({
    form: {
      id: 'visit-return',
      about,
      title: { zh: '退回呈批', en: 'Return the request' },
      submit: { zh: '退回', en: 'Return' },
      intro: [],
      fields: [wordsField(opinion)],
    },
  }),
  submit: async (asked, about, values) => {
    const input = { request: numberIn(about), visits: 'all' as const, approved: false, words: one(values, 'words') };
    const done = await decideApproval(asked.deps, asked.actor, input);
    return acted(asked, done, { zh: '已退回', en: 'Returned' }, (refusal) =>
      refusal.why.reason === 'visits' ? null : fieldOf(refusal),
    );
  },
};

/** 逐户审批: some of the visits of a request. */
export const decideForm: FormDoor = {
  open: async ({ deps }, about) => {
    const held = await requestHeld(deps, numberIn(about));
    if (held === null) return noForm({ stage: 'visit', why: { reason: 'no-request', request: numberIn(about) } });
    return {
      form: {
        id: 'visit-decide',
        about,
        title: { zh: '逐户审批', en: 'Decide some' },
        submit: { zh: '登记', en: 'Record' },
        intro: [],
        fields: [
          visitsField(held.asked.book),
          {
            kind: 'one-of',
            id: 'approved',
            label: { zh: '决定', en: 'Decision' },
            options: yesNo({ zh: '批准', en: 'Approve' }, { zh: '退回', en: 'Return' }),
          },
          wordsField(opinion, { optional: true }),
        ],
      },
    };
  },
  submit: async (asked, about, values) => {
    const request = numberIn(about);
    const held = await requestHeld(asked.deps, request);
    const which = whichIn(values, held?.asked.book ?? '');
    if (!which.ok) return notWhich(which.error);
    const decided = one(values, 'approved');
    if (decided === '') return atField('approved', { zh: '请选择批准或退回。', en: 'Approve or return.' });
    const approved = decided === 'yes';
    const done = await decideApproval(asked.deps, asked.actor, {
      request,
      visits: which.value,
      approved,
      words: one(values, 'words'),
    });
    return acted(asked, done, approved ? { zh: '已批准', en: 'Approved' } : { zh: '已退回', en: 'Returned' });
  },
};
