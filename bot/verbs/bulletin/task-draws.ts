/**
 * What was drawn for each task, here and elsewhere, and the class in which each visit was drawn: from the moment a draw is opened, whether or not its
 * visits are handed out (`../notice/books.ts` asks for those).
 */
import type { TaskDraw, VisitTasks } from '../../../core/bulletin/recorded.ts';
import type { CivilDate } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import type { DrawRecord } from '../../../core/draw/record.ts';
import { isSample } from '../../../core/draw/sample.ts';
import { sourceOf, visitId } from '../../../core/outcome/key.ts';
import type { Task } from '../../../core/plan/task.ts';
import { schemeOf } from '../../../core/policy/ask.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { heldRecord, recordText } from '../../../db/draws.ts';
import { visitPages } from '../../../db/visits.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { standingCeremonies } from '../draw/held.ts';
import { outsideListsIn } from '../draw/outside-lists.ts';
import type { Publication } from '../notice/publications.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import type { YearPlan } from './plans.ts';

/** By `source/visit` and the task's number, the class in which the subject was drawn. */
type Labels = ReadonlyMap<string, string>;

type RecordText = Pick<DrawRecord, 'openedAt' | 'result'>;

export async function drawsOfTasks(
  deps: Pick<Deps, 'db'>,
  plans: readonly YearPlan[],
): Promise<{ readonly draws: readonly TaskDraw[]; readonly labels: Labels }> {
  const drawn = await drawnHere(deps, plans);
  const lists = (await outsideListsIn(deps.db)).map(({ list, plan, task, on, taken }): Drawn => {
    return { id: `L${list}/${task}`, task: `${plan}/${task}`, on: dayOf(on), subjects: taken };
  });
  const draws: TaskDraw[] = [];
  for (const each of [...drawn.found, ...lists]) {
    const task = plannedTask(plans, each.task);
    if (task === undefined) continue;
    const policy = await policyInForce(deps.db, each.on);
    const departments = [...new Set([task.lead, ...task.partners])];
    const byClass = task.scheme !== '' && isRisk(policy, task.scheme, each.on);
    draws.push({ ...each, departments, byClass, differentiated: isDifferentiated(task) });
  }
  return { draws, labels: drawn.labels };
}

type Drawn = Pick<TaskDraw, 'id' | 'task' | 'on' | 'subjects'>;

/** Ceremonies that drew for tasks of these plans, with the class of each visit there. */
async function drawnHere(
  { db }: Pick<Deps, 'db'>,
  plans: readonly YearPlan[],
): Promise<{ readonly found: readonly Drawn[]; readonly labels: Labels }> {
  const found: Drawn[] = [];
  const labels = new Map<string, string>();
  for (const { state, manifest } of await standingCeremonies(db)) {
    if (manifest.kind === 'people' || isSample(manifest) || state.stage !== 'opened') continue;
    if (!plans.some(({ plan }) => plan.no === manifest.plan)) continue;
    const record = await heldRecord(db, state.no);
    if (record === null) continue;
    const { openedAt, result }: RecordText = JSON.parse(await recordText(db, record));
    const classes = new Map<string, string>();
    for (const [place, { no }] of manifest.tasks.entries()) {
      const tiers = result.tasks[place]?.tiers ?? [];
      for (const { label, drawn } of tiers) for (const row of drawn) classes.set(`${place} ${row}`, label);
      const subjects = tiers.reduce((all, { drawn }) => all + drawn.length, 0);
      found.push({ id: `${state.no}/${no}`, task: `${manifest.plan}/${no}`, on: dayOf(openedAt), subjects });
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
  return { found, labels };
}

/** Also of a task that a later version of the plan took out. @param id `plan/task` */
const plannedTask = (plans: readonly YearPlan[], id: string): Task | undefined =>
  plans.flatMap(({ plan, withdrawn }) =>
    [...plan.tasks, ...withdrawn].filter(({ no }) => `${plan.no}/${no}` === id),
  )[0];

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
