/** Whether what the plan asks to be drawn may be drawn now: items on the list, nothing drawn twice, the right organiser, a whole ledger. */
import { yearOf } from '../../../core/calendar.ts';
import type { Manifest } from '../../../core/draw/manifest.ts';
import type { Task } from '../../../core/plan/task.ts';
import { stewardOf } from '../../../core/policy/ask.ts';
import { ok, type Result } from '../../../core/result.ts';
import { standing } from '../../../db/standing.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { standingCeremonies } from './held.ts';
import { firstDay, type Holdings } from './holdings.ts';

export async function checkDrawable(deps: Deps, actor: Actor, held: Holdings): Promise<Result<true, Refusal>> {
  const whole = await checkLedger(deps);
  if (!whole.ok) return whole;
  for (const task of held.tasks) {
    const listed = checkItems(held, task);
    if (!listed.ok) return listed;
    const organised = checkOrganiser(held, task, actor);
    if (!organised.ok) return organised;
  }
  return checkNotDrawn(deps, held.tasks);
}

/** A database that is behind a checkpoint it has posted (a restored backup) holds no ceremony until that is resolved on record. */
export async function checkLedger(deps: Deps): Promise<Result<true, Refusal>> {
  const stands = await standing(deps.db, deps.office, await deps.postedOutside());
  return stands.ok ? ok(true) : refuse('draw', { reason: 'behind-checkpoint', gap: stands.error });
}

/** 清单之外无检查; an item whose basis is repealed by then cannot be drawn (福安 2018 二(一)1). */
function checkItems({ items }: Holdings, task: Task): Result<true, Refusal> {
  for (const code of task.bodies.flatMap((body) => body.items)) {
    const item = items.get(code);
    if (item === undefined) return refuse('draw', { reason: 'item-not-listed', task: task.no, item: code });
    if (item.repealedFrom !== null && item.repealedFrom <= task.window.to) {
      return refuse('draw', { reason: 'item-repealed', task: task.no, item: code, from: item.repealedFrom });
    }
  }
  return ok(true);
}

/** A class whose draws the office organises is drawn by nobody else (万年 2022 三(一)1: A 类库). */
function checkOrganiser({ policy, tasks }: Holdings, task: Task, actor: Actor): Result<true, Refusal> {
  if (actor.roles.includes('office')) return ok(true);
  const label = task.quota.kind === 'tiers' ? task.quota.tiers.filter(({ share }) => share.kind !== 'spared') : [];
  const ruled = label.find((tier) => {
    const steward = stewardOf(policy, { scheme: task.scheme, label: tier.label }, firstDay(tasks));
    return steward?.value.organiser === 'office';
  });
  if (ruled === undefined) return ok(true);
  return refuse('draw', { reason: 'office-organises', task: task.no, scheme: task.scheme, label: ruled.label });
}

/**
 * Nothing is ever redrawn: a task is drawn as often a year as the plan says, each time in a ceremony that stands, and the next one is
 * frozen only when the one before has been opened. Of two that wait side by side somebody could open the one he likes.
 * @param list number of the outside list whose inspectors are about to be drawn: it does not bar itself
 */
export async function checkNotDrawn(
  { db }: Pick<Deps, 'db'>,
  tasks: readonly Task[],
  list: number | null = null,
): Promise<Result<true, Refusal>> {
  const bars = await drawnBefore(db, list);
  for (const task of tasks) {
    const undrawn = bars(task);
    if (!undrawn.ok) return undrawn;
  }
  return ok(true);
}

/** Those of the tasks that may be drawn now, as far as earlier ceremonies go. */
export async function tasksLeft({ db }: Pick<Deps, 'db'>, tasks: readonly Task[]): Promise<readonly Task[]> {
  const bars = await drawnBefore(db, null);
  return tasks.filter((task) => bars(task).ok);
}

async function drawnBefore(db: Deps['db'], except: number | null): Promise<(task: Task) => Result<true, Refusal>> {
  const [ceremonies, outsideDraws] = await Promise.all([
    standingCeremonies(db),
    factBodies<OutsideNote>(db, 'outside-draw-taken-in'),
  ]);
  // A list that another platform drew is a draw of its task too (石狮 2024 三(三)); its ceremony, if it has one, holds people only.
  const takenIn = outsideDraws.map(({ body }) => body);
  return (task) => {
    const own = takenIn.filter((body) => body.task === task.no);
    const outside = new Set(own.flatMap(({ ceremony, list }) => (list === undefined ? (ceremony ?? []) : [])));
    const drawn = ceremonies.filter(
      ({ manifest, state }) =>
        isOfYear(manifest, task) && (outside.has(state.no) || manifest.tasks.some(({ no }) => no === task.no)),
    );
    const lists = own.filter(
      ({ list, window }) =>
        list !== undefined &&
        list !== except &&
        window !== undefined &&
        yearOf(window.from) === yearOf(task.window.from),
    );
    const { drawsPerYear } = task;
    const listed = lists.at(-1);
    if (listed?.list !== undefined && drawn.length + lists.length >= drawsPerYear) {
      const { list, platform } = listed;
      return refuse('draw', { reason: 'task-listed-already', task: task.no, list, platform, drawsPerYear });
    }
    const last = drawn.at(-1);
    if (last === undefined) return ok(true);
    const about = { task: task.no, ceremony: last.state.no };
    if (drawn.length >= drawsPerYear) return refuse('draw', { reason: 'task-drawn-already', ...about, drawsPerYear });
    if (last.state.draws.length === 0) return refuse('draw', { reason: 'task-waits', ...about });
    return ok(true);
  };
}

/** What the facts of lists drawn elsewhere say; a list of its own has its number and its window, a ceremony for its people names both. */
interface OutsideNote {
  readonly task: string;
  readonly platform: string;
  readonly ceremony?: number;
  readonly list?: number;
  readonly window?: Task['window'];
}

/**
 * Two ceremonies that count toward the same yearly allowance are held one after the other: until the first is opened nobody knows
 * whose allowance it uses up.
 */
export async function checkAllowances(
  { db }: Deps,
  { counters, window }: Pick<Manifest, 'counters' | 'window'>,
): Promise<Result<true, Refusal>> {
  for (const { state, manifest } of await standingCeremonies(db)) {
    if (state.draws.length > 0 || yearOf(manifest.window.from) !== yearOf(window.from)) continue;
    const shared = counters.filter((counter) => manifest.counters.includes(counter));
    if (shared.length > 0)
      return refuse('draw', { reason: 'allowances-waiting', ceremony: state.no, counters: shared });
  }
  return ok(true);
}

/** The same number in another year's plan is another task. */
const isOfYear = (manifest: Manifest, task: Task): boolean => yearOf(manifest.window.from) === yearOf(task.window.from);
