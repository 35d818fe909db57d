/** Fields that several forms of a consultation have, and at which of them a refusal stands. */
import { parseDate } from '../../../core/calendar.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { type Field, one, type Values } from '../../message/form.ts';
import type { Refusal } from '../../refusal.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { type Deadline, workingDaysMost } from '../../verbs/consult/open.ts';
import { refusedAt } from '../answer.ts';
import type { Answer } from '../door.ts';

/** A number of working days or a date. */
export const deadlineFields = (days: Words): readonly Field[] => [
  {
    kind: 'number',
    id: 'days',
    label: days,
    hint: { zh: '从明天起算；与截止日期二者填一项', en: 'Counted from tomorrow; this or a date' },
    optional: true,
    least: 1,
    most: workingDaysMost,
  },
  { kind: 'date', id: 'date', label: { zh: '或者截止日期', en: 'Or the last day' }, optional: true },
];

/** Working days or a date, exactly one of the two; errors stand at the fields. */
export function deadlineIn(values: Values): Result<Deadline, Readonly<Record<string, Words>>> {
  const [days, date] = [one(values, 'days'), one(values, 'date')];
  if ((days === '') === (date === '')) return err({ days: sayRefusal(notOne) });
  if (days !== '') {
    return /^\d{1,3}$/.test(days)
      ? ok({ kind: 'working-days', days: Number(days) })
      : err({ days: { zh: '工作日数应为整数', en: 'A whole number of working days' } });
  }
  return parseDate(date).ok
    ? ok({ kind: 'date', date })
    : err({ date: { zh: '日期写作 2025-06-23', en: 'Write 2025-06-23' } });
}

const notOne = { stage: 'consult', why: { reason: 'deadline-not-one' } } as const;

/** A refusal at the field that it is about; elsewhere in words. */
export const atItsField = (refusal: Refusal): Answer => refusedAt(refusal, fieldOf(refusal));

function fieldOf({ stage, why }: Refusal): string | null {
  if (stage !== 'consult') return null;
  switch (why.reason) {
    case 'bad-year':
      return 'year';
    case 'no-letter':
      return 'letter';
    case 'too-long':
      return why.field;
    case 'bad-deadline':
      return /^\d{4}-/.test(why.given) ? 'date' : 'days';
    case 'not-later':
      return 'date';
    case 'nobody-asked':
    case 'no-such-department':
    case 'members-left-out':
      return 'departments';
    case 'no-contact':
      return why.missing[0] ?? 'person';
    case 'no-reason-given':
      return 'reason';
    case 'no-words':
      return 'words';
    default:
      return null;
  }
}
