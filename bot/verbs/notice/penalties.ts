/** Penalty decisions about findings of a draw, with their tasks' numbers and where each is on record as made public; and how many name no task. */
import type { ActBodies } from '../../../core/follow-up/act.ts';
import { destinationsOf, isServed } from '../../../core/notice/destinations.ts';
import { inForce } from '../../../core/notice/life.ts';
import { type PenaltyRecord, plainNumber } from '../../../core/notice/penalty.ts';
import { outcomeId, outcomeKeyOf } from '../../../core/outcome/key.ts';
import type { Db } from '../../../db/database.ts';
import { standingNotices } from '../../../db/notices.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import type { OutcomeBook } from '../outcome/book.ts';
import { departmentNames } from '../registry/departments.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { tasksIn } from './books.ts';
import { mattersPublished } from './matters-published.ts';
import { numbersGiven } from './numbers-given.ts';
import type { MatterPublished } from './publish-matter.ts';

/** @param department whose; '' for all that have findings in this draw */
export async function penaltiesIn(
  deps: Deps,
  book: OutcomeBook,
  department: string,
): Promise<readonly PenaltyRecord[]> {
  const { db } = deps;
  const today = dayOf(deps.now());
  const decided = (await factBodies<ActBodies['penalty-decided']>(db, 'penalty-decided')).filter(
    ({ body }) =>
      (department === '' || body.department === department) &&
      body.cases.some((id) => id.startsWith(`${book.source}/`)),
  );
  if (decided.length === 0) return [];
  const policy = await policyInForce(db, today);
  const numbers = policy === null ? null : await numbersGiven(deps, policy);
  const tasks = await tasksIn(deps, book);
  const nameOf = await departmentNames(db);
  const published = await penaltiesPublished(db, today);
  const hidden = await subjectsKeptBack(
    deps,
    decided.flatMap(({ body }) => body.cases),
    today,
  );
  return decided.map(({ body }): PenaltyRecord => {
    const own = tasks.filter(({ id }) => body.tasks.includes(id));
    const keys = body.cases.flatMap((id) => outcomeKeyOf(id) ?? []);
    const visits = keys.flatMap(({ visit }) => book.visits.get(visit) ?? []);
    const [visit] = visits;
    const isHidden = body.cases.some((id) => hidden.has(id));
    return {
      number: body.number,
      measure: body.measure,
      on: body.on,
      words: body.words,
      authority: nameOf(body.department),
      taskIds: own.map((each) => numbers?.task(each) ?? each.task.no),
      taskNames: own.map(({ task }) => task.name),
      subject: isHidden || visit === undefined ? null : { name: visit.subject.name, number: visit.subject.number },
      visits: isHidden ? [] : [...new Set(visits.map(({ no }) => no))],
      items: [
        ...new Set(
          keys.map(({ item }) => own.flatMap(({ rows }) => rows).find((row) => row.item === item)?.itemName ?? item),
        ),
      ],
      ...(published(body) ?? { published: [], served: false }),
    };
  });
}

type Decided = Pick<ActBodies['penalty-decided'], 'department' | 'number'>;
type Published = Pick<PenaltyRecord, 'published' | 'served'>;

/** Where decisions were made public; one whose time there is over was made public all the same. */
export async function penaltiesPublished(db: Db, today: string): Promise<(decided: Decided) => Published | null> {
  const policy = await policyInForce(db, today);
  const asked = policy === null ? { all: [], any: [] } : destinationsOf(policy, 'penalty', today);
  const keyOf = ({ department, number }: Pick<MatterPublished, 'department' | 'number'>): string =>
    `${department}\t${plainNumber(number)}`;
  const held = new Map(
    (await mattersPublished(db, today))
      .filter(({ what }) => what === 'penalty')
      .map((each) => [keyOf(each), [...new Set(each.channels.map(({ channel }) => channel))]]),
  );
  return (decided) => {
    const published = held.get(keyOf(decided));
    return published === undefined ? null : { published, served: isServed(asked, new Set(published)) };
  };
}

/** Findings whose public row does not say whom it is about, by a decision that holds. */
async function subjectsKeptBack(
  { db }: Pick<Deps, 'db'>,
  cases: readonly string[],
  today: string,
): Promise<ReadonlySet<string>> {
  const keys = cases.flatMap((id) => outcomeKeyOf(id) ?? []);
  return new Set(
    (await standingNotices(db, { keys }))
      .filter(({ body }) => inForce(body.withheld, today).some(({ part }) => part === 'whole' || part === 'subject'))
      .map(outcomeId),
  );
}
