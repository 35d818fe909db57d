/** Warnings that a department is to verify and handle, and suggestions that wait for the keeper of a classification. */
import type { Calendar } from '../calendar.ts';
import type { Risk, Suggestion } from '../risk/warning.ts';
import { keyOf, type Owed } from './owed.ts';
import { beforeDue, lying, over, together } from './rounds.ts';

const none = { until: null, missing: [], rule: null };

export function fromRisk({ no, from, department, due, on, handled }: Risk, calendar: Calendar): readonly Owed[] {
  if (handled !== null) return [];
  const by = `department:${department}` as const;
  return [
    {
      ...none,
      ...together(beforeDue(calendar, due, 2, on), over(calendar, due)),
      key: keyOf('risk', ['handle', no], by, due),
      matter: { kind: 'risk', step: 'handle', no, name: from },
      by,
      waits: 'office',
      due,
    },
  ];
}

export function fromSuggestion(
  { no, scheme, department, keeper, on, answer }: Suggestion,
  calendar: Calendar,
): readonly Owed[] {
  if (answer !== null) return [];
  return [
    {
      ...none,
      ...lying(calendar, on, 5),
      key: keyOf('risk', ['class', no], keeper, null),
      matter: { kind: 'risk', step: 'class', no, name: scheme },
      by: keeper,
      waits: department === '' ? 'office' : `department:${department}`,
      due: null,
    },
  ];
}
