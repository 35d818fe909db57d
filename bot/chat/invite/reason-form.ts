/** A form that asks for a reason and nothing else. */
import type { Form } from '../../message/form.ts';
import { reasonMost } from '../../verbs/invite/answer-invitation.ts';

export const reasonForm = (id: string, about: string, zh: string, en: string): Form => ({
  id,
  about,
  title: { zh, en },
  submit: { zh: '提交', en: 'Submit' },
  intro: [],
  fields: [{ kind: 'text', id: 'reason', label: { zh: '理由', en: 'Reason' }, lines: 'many', atMost: reasonMost }],
});
