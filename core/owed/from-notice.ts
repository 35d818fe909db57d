/**
 * What publication asks of departments: the lead states the end of its tasks, each department publishes its outcomes by the day, and keeps the
 * answers of the platforms; the head decides on objections. A day that was counted over a year without a holiday notice is provisional.
 */
import type { Calendar, CivilDate } from '../calendar.ts';
import type { Source } from '../policy/cited.ts';
import type { PublicationRule } from '../policy/shape.ts';
import { type Debtor, keyOf, type Owed } from './owed.ts';
import { beforeDue, lying, over, together } from './rounds.ts';

/** One task of one draw, as far as one department carries it. */
export interface TaskToPublish {
  readonly book: string;
  readonly task: string;
  readonly lead: string;
  readonly department: string;
  readonly ended: CivilDate | null;
  /** The day by which the plan has it finished. */
  readonly finishBy: CivilDate;
  readonly due: {
    readonly date: CivilDate;
    readonly missing: readonly number[];
    readonly source: Source | null;
  } | null;
  /** Items that are not public yet and are to be. */
  readonly open: number;
}

export interface AnswersMissing {
  readonly book: string;
  readonly department: string;
  /** Outcomes at destinations that have not confirmed them. */
  readonly count: number;
  readonly since: CivilDate;
}

export interface OpenObjection {
  readonly objection: number;
  readonly book: string;
  readonly department: string;
  readonly since: CivilDate;
}

export interface RepairedPublic {
  readonly book: string;
  readonly department: string;
  readonly count: number;
  readonly since: CivilDate;
}

/** What the policy has published besides outcomes. */
export interface MatterToPublish {
  readonly what: PublicationRule['what'];
  /** Of the draw; '' for what there is once. */
  readonly number: string;
  readonly since: CivilDate;
  readonly rule: Source | null;
}

/** Working days ahead, and how long a thing without a day lies. Our reading: no document gives a number. */
const ahead = { finish: 3, publish: 3 } as const;
const lies = { acknowledge: 5, objection: 3, repaired: 1, matter: 5 } as const;

export function fromPublications(all: readonly TaskToPublish[], calendar: Calendar): readonly Owed[] {
  const finish = all
    .filter(({ ended, department, lead }) => ended === null && department === lead)
    .map((each) => ({ each, due: each.finishBy, missing: [], rule: null, by: each.lead }));
  const publish = all.flatMap((each) =>
    each.due === null || each.open === 0
      ? []
      : [{ each, due: each.due.date, missing: each.due.missing, rule: each.due.source, by: each.department }],
  );
  return [...dated('finish', finish, calendar), ...dated('publish', publish, calendar)];
}

interface Dated {
  readonly each: TaskToPublish;
  readonly due: CivilDate;
  readonly missing: readonly number[];
  readonly rule: Source | null;
  readonly by: string;
}

/** Tasks of one department and one day are one matter, so that nobody is written to thirty times. */
function dated(step: 'finish' | 'publish', all: readonly Dated[], calendar: Calendar): readonly Owed[] {
  const groups = Map.groupBy(all, ({ each, by, due }) => [each.book, by, due].join('\t'));
  return [...groups.values()].flatMap((group): readonly Owed[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { due, rule } = first;
    const { book } = first.each;
    const by: Debtor = `department:${first.by}`;
    const tasks = [...new Set(group.map(({ each }) => each.task))].sort();
    const count = group.reduce((sum, { each }) => sum + each.open, 0);
    return [
      {
        key: keyOf('notice', [step, book], by, due),
        matter: { kind: 'notice', step, book, tasks, count },
        by,
        waits: 'office',
        due,
        until: null,
        missing: [...new Set(group.flatMap(({ missing }) => missing))],
        rule,
        ...together(beforeDue(calendar, due, ahead[step], null), over(calendar, due)),
      },
    ];
  });
}

const noDay = { due: null, until: null, missing: [], rule: null } as const;

export function fromAnswers({ book, department, count, since }: AnswersMissing, calendar: Calendar): readonly Owed[] {
  if (count === 0) return [];
  const by: Debtor = `department:${department}`;
  return [
    {
      ...noDay,
      key: keyOf('notice', ['acknowledge', book, since], by, null),
      matter: { kind: 'notice', step: 'acknowledge', book, tasks: [], count },
      by,
      waits: 'office',
      ...lying(calendar, since, lies.acknowledge),
    },
  ];
}

export function fromObjection(
  { objection, book, department, since }: OpenObjection,
  heads: readonly string[],
  calendar: Calendar,
): readonly Owed[] {
  return heads.map((head): Owed => {
    const by: Debtor = `person:${head}`;
    return {
      ...noDay,
      key: keyOf('notice', ['objection', objection], by, null),
      matter: { kind: 'notice', step: 'objection', book: `${book} ${department}`, tasks: [], count: 1 },
      by,
      waits: `department:${department}`,
      ...lying(calendar, since, lies.objection),
    };
  });
}

/** A row whose credit is repaired does not stay public (三明 四(十一), 石狮 四(三)). */
export function fromRepaired(
  { book, department, count, since }: RepairedPublic,
  rule: Source | null,
  calendar: Calendar,
): Owed {
  const by: Debtor = `department:${department}`;
  return {
    ...noDay,
    rule,
    key: keyOf('notice', ['repaired', book, since], by, null),
    matter: { kind: 'notice', step: 'repaired', book, tasks: [], count },
    by,
    waits: 'office',
    ...lying(calendar, since, lies.repaired),
  };
}

/** The office's: it holds the draws, and the telephone is its own. */
export const fromMatter = ({ what, number, since, rule }: MatterToPublish, calendar: Calendar): Owed => ({
  ...noDay,
  rule,
  key: keyOf('matter-publication', [what, number === '' ? '-' : number], 'office', null),
  matter: { kind: 'matter-publication', what, number },
  by: 'office',
  waits: null,
  ...lying(calendar, since, lies.matter),
});
