/**
 * 完成任务: the lead states the day on which a task of one draw came to its end; the working days to its publication are counted from it. Every item
 * of every visit has its outcome by then, or it is said why it will not come; what has none is counted as not inspected.
 */
import { type CivilDate, parseDate } from '../../../core/calendar.ts';
import { type Finish, finishOf, type TaskFinished } from '../../../core/notice/finished.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { dossiersOf } from '../../../db/dossier.ts';
import { type EnteredOutcome, standingOutcomes } from '../../../db/outcomes.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { enact, factOf } from '../act.ts';
import { entryOf } from '../outcome/entry.ts';
import { tooLong } from '../too-long.ts';
import type { DrawnTask } from './books.ts';
import { authorisedFor, ownBody, tasksNamed } from './whose.ts';

export interface FinishInput {
  readonly book: string;
  /** Numbers of tasks; empty for all of that draw which the actor's department leads. */
  readonly tasks: readonly string[];
  /** '' for the day of the last check. */
  readonly ended: string;
  /** Why some outcomes will not come, or why the day is another one than stated before. */
  readonly words: string;
}

export interface FinishedTask {
  readonly task: string;
  readonly name: string;
  readonly ended: CivilDate;
  /** Items of visits that end without an outcome. */
  readonly without: number;
}

/** 检查编号 named in a refusal. */
const namedMost = 8;

export async function finishTasks(
  deps: Deps,
  actor: Actor,
  input: FinishInput,
): Promise<Result<readonly FinishedTask[], Refusal>> {
  const words = input.words.trim();
  const long = tooLong(words);
  if (long !== null) return refuse('notice', long);
  const stated = input.ended === '' ? null : parseDate(input.ended);
  if (stated !== null && !stated.ok) return refuse('notice', { reason: 'not-a-date', text: input.ended });
  const own = await ownBody(deps, actor);
  return enact<readonly FinishedTask[]>(deps, async (at) => {
    const today = dayOf(at.now);
    if (stated !== null && stated.value > today)
      return refuse('notice', { reason: 'in-future', on: stated.value, today });
    const named = await tasksNamed(deps, input.book, input.tasks);
    if (!named.ok) return named;
    const tasks = input.tasks.length > 0 ? named.value : named.value.filter(({ task }) => task.lead === own);
    // Whoever may finish nothing is told so by the table of rights, and not that he leads nothing.
    const leads = new Set([...tasks.map(({ task }) => task.lead), ...(tasks.length === 0 ? [own] : [])]);
    for (const lead of leads) {
      const allowed = await authorisedFor(deps, actor, 'finish-task', lead);
      if (!allowed.ok) return allowed;
    }
    const [first] = tasks;
    if (first === undefined) return refuse('notice', { reason: 'leads-none', book: input.book, department: own });
    const { source } = first.book;
    const visits = [...new Set(tasks.flatMap(({ rows }) => rows.map(({ visit }) => visit.visit)))];
    const outcomes = new Map((await standingOutcomes(deps.db, source, visits)).map((each) => [outcomeId(each), each]));
    const dossiers = await dossiersOf(
      deps.db,
      'task',
      tasks.map(({ id }) => id),
    );
    const bodies: TaskFinished[] = [];
    const value: FinishedTask[] = [];
    for (const drawn of tasks) {
      const before = finishOf(dossiers.get(drawn.id) ?? [], source);
      const ended = decided(drawn, { outcomes, before, stated: stated?.value ?? null, words, today });
      if (!ended.ok) return ended;
      const { fact } = ended.value;
      if (fact !== null) bodies.push(fact);
      value.push({ task: drawn.task.no, name: drawn.task.name, ended: ended.value.day, without: ended.value.without });
    }
    return ok({ facts: bodies.map((body) => factOf(actor, 'finish-task', asJson(body))), value });
  });
}

interface Known {
  readonly outcomes: ReadonlyMap<string, EnteredOutcome>;
  readonly before: Finish | null;
  readonly stated: CivilDate | null;
  readonly words: string;
  readonly today: CivilDate;
}

function decided(
  { book, task, id, rows }: DrawnTask,
  { outcomes, before, stated, words, today }: Known,
): Result<{ readonly fact: TaskFinished | null; readonly day: CivilDate; readonly without: number }, Refusal> {
  const { source } = book;
  const keyed = rows.map((row) => ({
    row,
    id: outcomeId({ source, visit: row.visit.visit, department: row.department, item: row.item }),
  }));
  const missing = keyed.filter((each) => !outcomes.has(each.id));
  if (missing.length > 0 && words === '' && before === null) {
    const nos = [...new Set(missing.map(({ row }) => row.visit.no))].slice(0, namedMost);
    return refuse('notice', {
      reason: 'not-all-entered',
      task: task.name,
      nos,
      missing: missing.length,
      of: rows.length,
    });
  }
  const last = keyed
    .flatMap((each) => {
      const outcome = outcomes.get(each.id);
      return outcome === undefined ? [] : [entryOf(outcome).checkedOn];
    })
    .reduce((latest, day) => (day > latest ? day : latest), '');
  // Where nothing was inspected at all there is no last check; it ends with its window, or today.
  const untouched = task.window.to < today ? task.window.to : today;
  const day = stated ?? before?.ended ?? (last === '' ? untouched : last);
  if (day < last) return refuse('notice', { reason: 'ends-before-checks', task: task.name, ended: day, last });
  const without = missing.map((each) => each.id);
  const isSame = before !== null && before.ended === day && (words === '' || before.words === words);
  if (isSame) return ok({ fact: null, day, without: before.without.length });
  if (before !== null && before.ended !== day && words === '')
    return refuse('notice', { reason: 'finished-otherwise', task: task.name, ended: before.ended });
  const fact: TaskFinished = {
    plan: book.plan,
    book: book.book,
    source,
    department: task.lead,
    departments: [...new Set([task.lead, ...rows.map(({ department }) => department)])].sort(),
    tasks: [id],
    ended: day,
    without,
    words,
  };
  return ok({ fact, day, without: without.length });
}
