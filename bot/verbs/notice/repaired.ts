/**
 * 信用修复以后停止公示: a finding whose credit was repaired does not stay public (三明 四(十一), 石狮 四(三)). Which rows those are, and the one act that
 * ends all of a department's in a draw.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { bookOfSource, outcomeId, outcomeKeyOf } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { standingNotices } from '../../../db/notices.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { type CaseHeld, casesOf } from '../follow-up/cases.ts';
import { lineMost, tooLong } from '../too-long.ts';
import { endNotices } from './end.ts';
import { authorisedFor } from './whose.ts';

export interface RepairedRow {
  /** The outcome's name. */
  readonly id: string;
  readonly book: string;
  readonly department: string;
  /** The day on which the repair was recorded as carried out. */
  readonly since: CivilDate;
  /** The repair's number; '' where none was given. */
  readonly number: string;
}

/** Those of the cases whose repair is carried out and that the public still reads, or is about to. */
export async function repairedRows(
  { db }: Pick<Deps, 'db'>,
  cases: readonly CaseHeld[],
): Promise<readonly RepairedRow[]> {
  const repaired = cases.filter(({ repair }) => repair?.step === 'carried-out');
  if (repaired.length === 0) return [];
  const keys = repaired.flatMap(({ id }) => outcomeKeyOf(id) ?? []);
  const shown = new Set((await standingNotices(db, { keys, states: ['public'] })).map(outcomeId));
  return repaired
    .filter(({ id }) => shown.has(id))
    .map(({ id, source, department, repair, acts }) => {
      const act = acts.findLast(({ kind }) => kind === 'credit-repaired');
      const number = act?.kind === 'credit-repaired' ? act.body.number : '';
      return { id, book: bookOfSource(source), department, since: repair?.day ?? '', number };
    });
}

/** Pressed twice, there is nothing left to end. */
export async function endRepaired(
  deps: Deps,
  actor: Actor,
  { book, department }: { readonly book: string; readonly department: string },
): Promise<Result<{ readonly count: number; readonly day: CivilDate }, Refusal>> {
  const allowed = await authorisedFor(deps, actor, 'end-notice', department);
  if (!allowed.ok) return allowed;
  const rows = (await repairedRows(deps, await casesOf(deps, { department }))).filter((each) => each.book === book);
  if (rows.length === 0) return ok({ count: 0, day: dayOf(deps.now()) });
  const numbers = [...new Set(rows.map(({ number }) => number))].filter((number) => number !== '').join('、');
  const words = `信用修复已办结${numbers === '' || tooLong(numbers, lineMost) !== null ? '' : `：${numbers}`}`;
  return endNotices(deps, actor, { outcomes: rows.map(({ id }) => id), why: 'repaired', words, day: '' });
}
