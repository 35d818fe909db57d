/**
 * What an issued plan's tasks bring with their days: the draw before the window, the visits from its first to its last day, entry and
 * publication after it. Tasks of one department and one day are one matter, so that nobody is written to thirty times.
 */
import type { Calendar, CivilDate } from '../calendar.ts';
import { departmentsOf } from '../plan/overlap.ts';
import type { Plan, Task } from '../plan/task.ts';
import { publicationDue } from '../policy/due.ts';
import type { Policy } from '../policy/shape.ts';
import { type Debtor, keyOf, type Matter, type Owed } from './owed.ts';
import { beforeDue, onceAhead } from './rounds.ts';

export interface IssuedPlan {
  readonly plan: Pick<Plan, 'no' | 'tasks'>;
  /** Numbers of the tasks that an opened ceremony has drawn, or a running one is drawing. */
  readonly drawn: ReadonlySet<string>;
  /** `number of the task department` where the department has nothing left to inspect: nobody is urged to do what is done. */
  readonly inspected: ReadonlySet<string>;
}

/** Working days ahead of each day. Our reading: no document gives a number. */
const ahead = { draw: 5, begin: 2, end: 5, publication: 3 } as const;

type Name = keyof typeof ahead;
interface Dated {
  readonly name: Name;
  readonly task: Task;
  readonly by: Debtor;
  readonly due: CivilDate;
  readonly missing: readonly number[];
  readonly rule: Owed['rule'];
}

export function fromTasks(
  { plan, drawn, inspected }: IssuedPlan,
  policy: Policy,
  calendar: Calendar,
  today: CivilDate,
): readonly Owed[] {
  const dated = plan.tasks
    .flatMap((task): readonly Dated[] => {
      if (!drawn.has(task.no)) return [draw(task)];
      const still = departmentsOf(task).filter((code) => !inspected.has(`${task.no} ${code}`));
      return [...still.flatMap((code) => visits(task, code)), publication(task, policy, calendar)];
    })
    // What was not inspected by its day is told by the outcomes that are missing: a day that is over is not held against anybody here.
    .filter(({ name, due }) => name === 'draw' || due >= today);
  // Tasks from above are matters of their own: some documents have them first (石狮 2024 二).
  const groups = Map.groupBy(dated, ({ name, by, due, task }) => [name, by, due, isAbove(task)].join('|'));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [owed(plan.no, first, group, calendar)];
  });
}

const isAbove = ({ origin }: Task): boolean => origin !== 'own';

const draw = (task: Task): Dated => ({
  name: 'draw',
  task,
  by: 'office',
  due: task.window.from,
  missing: [],
  rule: null,
});

const visits = (task: Task, code: string): readonly Dated[] =>
  (['begin', 'end'] as const).map((name) => ({
    name,
    task,
    by: `department:${code}`,
    due: name === 'begin' ? task.window.from : task.due === '' ? task.window.to : task.due,
    missing: [],
    rule: null,
  }));

function publication(task: Task, policy: Policy, calendar: Calendar): Dated {
  const asked = { ended: task.window.to, field: task.professional, planDays: Math.max(1, task.publishWithin) };
  const { date, missing, source } = publicationDue(policy, asked, calendar);
  return { name: 'publication', task, by: `department:${task.lead}`, due: date, missing, rule: source };
}

function owed(plan: string, first: Dated, group: readonly Dated[], calendar: Calendar): Owed {
  const { name, by, due, rule } = first;
  const above = isAbove(first.task);
  const matter = matterOf(name, plan, group.map(({ task }) => task.no).sort());
  const { rounds, unsure } =
    name === 'begin' ? onceAhead(calendar, due, ahead.begin) : beforeDue(calendar, due, ahead[name], null);
  return {
    key: keyOf(matter.kind, above ? [name, plan, 'above'] : [name, plan], by, due),
    matter,
    by,
    waits: by === 'office' ? null : 'office',
    due,
    until: null,
    missing: [...new Set(group.flatMap((each) => each.missing))],
    unsure,
    rule,
    rounds,
    ...(above ? { above } : {}),
  };
}

function matterOf(name: Name, plan: string, tasks: readonly string[]): Matter {
  if (name === 'draw' || name === 'publication') return { kind: name, plan, tasks };
  return { kind: 'visits', step: name, plan, tasks };
}
