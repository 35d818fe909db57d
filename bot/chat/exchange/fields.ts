/** At which field of the forms of this chapter a refusal stands, and the usual fields. */
import type { Field } from '../../message/form.ts';
import type { Refusal } from '../../refusal.ts';
import { fieldsBy } from '../answer.ts';

const byReason = fieldsBy({
  'too-long': 'words',
  'no-such-owner': 'owner',
  'due-early': 'due',
  'not-held-yet': 'on',
  'in-future': 'on',
});

export function fieldOf(refusal: Refusal): string | null {
  if (refusal.stage !== 'exchange') return byReason(refusal);
  const { why } = refusal;
  return why.reason === 'words-missing' || why.reason === 'not-a-day' ? why.field : byReason(refusal);
}

export const titleField: Field = { kind: 'text', id: 'title', label: { zh: '标题', en: 'Title' }, atMost: 200 };

export const ownerField: Field = {
  kind: 'text',
  id: 'owner',
  label: { zh: '承办单位', en: 'Who does it' },
  placeholder: { zh: '单位名称或代码；联席办自办的填“联席办”', en: 'a department by name or code, or “office”' },
  atMost: 100,
};

export const dueField: Field = { kind: 'date', id: 'due', label: { zh: '办理期限', en: 'By when' }, optional: true };

/** '' where the field was left empty. */
export const dateOrNull = (typed: string): string | null => (typed === '' ? null : typed);
