/** Tasks that are to be finished and published, answers of platforms that are not there, objections that nobody has decided; of this year's draws. */
import { type Calendar, type CivilDate, yearOf } from '../../../core/calendar.ts';
import { bookOfSource, outcomeKeyOf } from '../../../core/outcome/key.ts';
import {
  fromAnswers,
  fromMatter,
  fromObjection,
  fromPublications,
  type TaskToPublish,
} from '../../../core/owed/from-notice.ts';
import type { Owed } from '../../../core/owed/owed.ts';
import { standingNotices } from '../../../db/notices.ts';
import type { Deps } from '../../deps.ts';
import { answersOf } from '../notice/answered.ts';
import { mattersMissing } from '../notice/matters-missing.ts';
import { decidersOf, objections } from '../notice/objections.ts';
import { type Publication, publicationsOf } from '../notice/publications.ts';

export interface OwedNotices {
  readonly owed: readonly Owed[];
  /** `plan/task` of everything that is handed out: the plan's own days of publication are told by it. */
  readonly carried: ReadonlySet<string>;
  /** `plan/task department` of every part whose outcomes are all entered, or will not come for a reason on record. */
  readonly inspected: ReadonlySet<string>;
}

export async function owedOfNotices(deps: Deps, calendar: Calendar, today: CivilDate): Promise<OwedNotices> {
  const [all, missing, objected] = await Promise.all([
    publicationsOf(deps),
    mattersMissing(deps.db, today),
    objections(deps.db),
  ]);
  const carried = new Set(all.map(({ plan, task }) => `${plan}/${task}`));
  const inspected = new Set(
    all.flatMap(({ plan, task, department, outcomes }) =>
      outcomes.entered + outcomes.excused >= outcomes.asked ? [`${plan}/${task} ${department}`] : [],
    ),
  );
  // What an earlier year left open is told to the office in its figures, and to nobody every day.
  const recent = all.filter(({ window }) => yearOf(window.to) >= yearOf(today) - 1);
  const owed: Owed[] = [...fromPublications(recent.map(toPublish), calendar)];
  const bySource = Map.groupBy(recent, ({ source }) => source);
  const answers = await Promise.all([...bySource.values()].map((own) => ofAnswers(deps, own, calendar, today)));
  owed.push(...answers.flat());
  for (const each of missing) owed.push(fromMatter(each, calendar));
  for (const { objection, case: id, department, receivedOn, decided } of objected) {
    if (decided !== null) continue;
    const heads = await decidersOf(deps, department);
    const book = bookOfSource(outcomeKeyOf(id)?.source ?? '');
    owed.push(...fromObjection({ objection, book, department, since: receivedOn }, heads, calendar));
  }
  return { owed, carried, inspected };
}

const toPublish = (each: Publication): TaskToPublish => ({
  book: each.book,
  task: each.task,
  lead: each.lead,
  department: each.department,
  ended: each.ended,
  finishBy: each.finishBy,
  due: each.due,
  open: each.rows.filter(
    ({ counted, corrected }) =>
      corrected || counted === 'not-entered' || counted === 'not-reviewed' || counted === 'not-public',
  ).length,
});

async function ofAnswers(
  deps: Deps,
  all: readonly Publication[],
  calendar: Calendar,
  today: CivilDate,
): Promise<readonly Owed[]> {
  const [first] = all;
  if (first === undefined || all.every(({ outcomes }) => outcomes.public === 0)) return [];
  const { source, book } = first;
  const [notices, said] = await Promise.all([
    standingNotices(deps.db, { source, today, states: ['public'] }),
    answersOf(deps, source),
  ]);
  return [...Map.groupBy(notices, ({ department }) => department)].flatMap(([department, own]) => {
    const open = own.flatMap((notice) =>
      notice.body.destinations
        .filter((destination) => said(notice, destination)?.state !== 'accepted')
        .map(() => notice.day),
    );
    const since = open.reduce((earliest, day) => (earliest === '' || day < earliest ? day : earliest), '');
    return fromAnswers({ book, department, count: open.length, since }, calendar);
  });
}
