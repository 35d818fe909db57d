/** At which field of this chapter's forms a refusal stands. */
import type { Refusal } from '../../refusal.ts';
import { fieldsBy } from '../answer.ts';

export function fieldOf(refusal: Refusal): string | null {
  if (refusal.stage !== 'invite') return null;
  return refusal.why.reason === 'too-long' ? refusal.why.field : fields(refusal);
}

const fields = fieldsBy({
  'not-a-date': 'day',
  'day-past': 'day',
  'contact-missing': 'person',
  'reason-missing': 'reason',
  'items-not-own': 'items',
  'too-few-officers': 'officers',
  'matter-missing': 'matter',
  'listed-already': 'matter',
  'bad-superior-number': 'number',
  'received-already': 'number',
  'bad-level': 'level',
  'issuer-missing': 'from',
  'nothing-read': 'file',
  'nothing-listed': 'file',
  'platform-missing': 'platform',
  'no-task-meant': 'task',
  'not-a-department': 'sign',
  'number-taken': 'plan',
  'other-year': 'plan',
  'lead-missing': 'lead',
  'lead-not-among': 'lead',
});
