/** Tasks as figures count them: each department's part with its days, what was drawn for each task, and the class in which each visit was drawn. */
import type { DrawnTask, TaskPart, VisitTasks } from '../../../core/bulletin/recorded.ts';
import type { CivilDate } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import type { DrawRecord } from '../../../core/draw/record.ts';
import { isCarriedOut, isDone } from '../../../core/notice/counted.ts';
import { outcomeId, sourceOf, visitId } from '../../../core/outcome/key.ts';
import type { Task } from '../../../core/plan/task.ts';
import { schemeOf } from '../../../core/policy/ask.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import type { Db } from '../../../db/database.ts';
import { heldRecord, recordText } from '../../../db/draws.ts';
import { noticesOfFacts } from '../../../db/notices.ts';
import { visitPages } from '../../../db/visits.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { standingCeremonies } from '../draw/held.ts';
import { outsideListsIn } from '../draw/outside-lists.ts';
import type { Publication } from '../notice/publications.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import type { YearPlan } from './plans.ts';

/** One part for every draw of a task, and one while there are fewer draws than the plan asks for. */
export async function partsOf(
  db: Db,
  plans: readonly YearPlan[],
  publications: readonly Publication[],
): Promise<readonly TaskPart[]> {
  const firstDays = await firstPublicDays(db);
  const byTask = Map.groupBy(publications, ({ plan, task }) => `${plan}/${task}`);
  return plans.flatMap(({ plan, withdrawn }) => [
    ...plan.tasks.flatMap((task) => {
      const id = `${plan.no}/${task.no}`;
      return task.bodies.flatMap(({ department }) => {
        const carried = (byTask.get(id) ?? []).filter((each) => each.department === department);
        const parts = carried.map((each) => partOf(id, task, each, firstDays));
        const isWhole = carried.length >= Math.max(1, task.drawsPerYear);
        return isWhole ? parts : [...parts, notDrawn(id, task, department, false)];
      });
    }),
    ...withdrawn.flatMap((task) =>
      task.bodies.map(({ department }) => notDrawn(`${plan.no}/${task.no}`, task, department, true)),
    ),
  ]);
}

const notDrawn = (task: string, { origin, due }: Task, department: string, withdrawn: boolean): TaskPart => ({
  task,
  department,
  origin,
  due,
  ended: null,
  publishBy: null,
  publicOn: null,
  withdrawn,
});

function partOf(
  task: string,
  { origin, due }: Task,
  { department, ended, due: publish, rows }: Publication,
  firstDays: ReadonlyMap<string, CivilDate>,
): TaskPart {
  const days = rows.flatMap(({ counted, notice }) => {
    if (!isDone(counted) || notice === null) return [];
    return [firstDays.get(outcomeId(notice)) ?? notice.day];
  });
  const publicOn = isCarriedOut(rows.map(({ counted }) => counted))
    ? days.reduce((last, day) => (day > last ? day : last), '')
    : '';
  return {
    task,
    department,
    origin,
    due,
    ended,
    publishBy: ended === null || publish === null ? null : publish.date,
    publicOn: publicOn === '' ? null : publicOn,
    withdrawn: false,
  };
}

/** A correction later makes a new version; in time is what was public in time first. */
async function firstPublicDays(db: Db): Promise<ReadonlyMap<string, CivilDate>> {
  const days = new Map<string, CivilDate>();
  for (const notice of await noticesOfFacts(db, 0, Number.MAX_SAFE_INTEGER)) {
    const id = outcomeId(notice);
    if (notice.state === 'public' && !days.has(id)) days.set(id, notice.day);
  }
  return days;
}

/** By `source/visit` and the task's number, the class in which the subject was drawn. */
type Labels = ReadonlyMap<string, string>;

type RecordText = Pick<DrawRecord, 'openedAt' | 'result'>;

export async function drawnTasks(
  { db }: Pick<Deps, 'db'>,
  plans: readonly YearPlan[],
): Promise<{ readonly tasks: readonly DrawnTask[]; readonly labels: Labels }> {
  const tasks: DrawnTask[] = [];
  const labels = new Map<string, string>();
  const planned: ReadonlyMap<string, Task> = new Map(
    plans.flatMap(({ plan, withdrawn }) =>
      [...withdrawn, ...plan.tasks].map((task) => [`${plan.no}/${task.no}`, task] as const),
    ),
  );
  const found = async (
    id: string,
    of: { readonly task: string; readonly on: CivilDate; readonly subjects: number },
  ) => {
    const task = planned.get(of.task);
    if (task === undefined) return;
    const policy = await policyInForce(db, of.on);
    const departments = [...new Set([task.lead, ...task.partners])];
    const byClass = task.scheme !== '' && isRisk(policy, task.scheme, of.on);
    tasks.push({ ...of, id, departments, byClass, differentiated: isDifferentiated(task) });
  };
  for (const { state, manifest } of await standingCeremonies(db)) {
    if (manifest.kind === 'people' || state.stage !== 'opened') continue;
    if (!plans.some(({ plan }) => plan.no === manifest.plan)) continue;
    const record = await heldRecord(db, state.no);
    if (record === null) continue;
    const { openedAt, result }: RecordText = JSON.parse(await recordText(db, record));
    const classes = new Map<string, string>();
    for (const [place, { no }] of manifest.tasks.entries()) {
      const tiers = result.tasks[place]?.tiers ?? [];
      for (const { label, drawn } of tiers) for (const row of drawn) classes.set(`${place} ${row}`, label);
      const subjects = tiers.reduce((all, { drawn }) => all + drawn.length, 0);
      await found(`${state.no}/${no}`, { task: `${manifest.plan}/${no}`, on: dayOf(openedAt), subjects });
    }
    const source = sourceOf(state.no, record.edition);
    for await (const page of visitPages(db, record.digest))
      for (const visit of page)
        for (const place of visit.tasks)
          labels.set(
            `${visitId(source, visit.no)} ${manifest.tasks[place]?.no}`,
            classes.get(`${place} ${visit.row}`) ?? '',
          );
  }
  for (const { list, plan, task, on, taken } of await outsideListsIn(db))
    await found(`L${list}/${task}`, { task: `${plan}/${task}`, on: dayOf(on), subjects: taken });
  return { tasks, labels };
}

/** By a scheme of credit risk, or one whose classes are ruled like it. */
const isRisk = (policy: Policy | null, scheme: string, on: CivilDate): boolean => {
  const [own = scheme] = scheme.split(':');
  const held = policy === null ? null : schemeOf(policy, own, on);
  return own === 'credit' || held?.value.like === 'credit';
};

const isDifferentiated = ({ quota }: Task): boolean =>
  quota.kind === 'tiers' && new Set(quota.tiers.map(({ share }) => canonical(asJson(share)))).size > 1;

export function visitTasks(publications: readonly Publication[], labels: Labels): VisitTasks {
  const found = new Map<string, { readonly task: string; readonly name: string; readonly label: string }[]>();
  for (const { plan, task, taskName, source, rows } of publications) {
    for (const number of new Set(rows.map(({ visit }) => visit.visit))) {
      const id = visitId(source, number);
      const held = found.get(id) ?? [];
      if (held.some((each) => each.task === `${plan}/${task}`)) continue;
      held.push({ task: `${plan}/${task}`, name: taskName, label: labels.get(`${id} ${task}`) ?? '' });
      found.set(id, held);
    }
  }
  return found;
}
