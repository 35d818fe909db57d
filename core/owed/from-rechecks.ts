/** A re-inspection is done by its last day; each fault that it finds is answered by the department. */
import type { Calendar } from '../calendar.ts';
import { holderOfRecheck, type Recheck, unanswered } from '../recheck/recheck.ts';
import { keyOf, type Owed } from './owed.ts';
import { beforeDue, lying, over, together } from './rounds.ts';

/** @param left drawn outcomes that nobody has looked at; null before the draw is opened */
export function fromRecheck(recheck: Recheck, left: number | null, calendar: Calendar): readonly Owed[] {
  const { no, window, on } = recheck;
  const holder = holderOfRecheck(recheck);
  const none = { until: null, missing: [], rule: null };
  const doing: readonly Owed[] =
    left === null || left === 0
      ? []
      : [
          {
            ...none,
            ...together(beforeDue(calendar, window.to, 3, on), over(calendar, window.to)),
            key: keyOf('recheck', ['record', no], holder, window.to),
            matter: { kind: 'recheck', step: 'record', no, purpose: recheck.purpose, count: left },
            by: holder,
            waits: 'office',
            due: window.to,
          },
        ];
  const byDepartment = Map.groupBy(unanswered(recheck), ({ department }) => department);
  const answering = [...byDepartment].map(([department, faults]): Owed => {
    const by = `department:${department}` as const;
    const since = faults[0]?.on ?? on;
    return {
      ...none,
      ...lying(calendar, since, 5),
      key: keyOf('recheck', ['answer', no], by, null),
      matter: { kind: 'recheck', step: 'answer', no, purpose: recheck.purpose, count: faults.length },
      by,
      waits: holder,
      due: null,
    };
  });
  return [...doing, ...answering];
}
