/**
 * 指导督查 (福安 2018 三、四(三); 石狮 2024 四(五)): the supervising body, or the office, records what it looked at in a department and what it found;
 * where something is to be mended, that is a matter of the department's with a day, in the same act.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import type { ProblemRaised } from '../../../core/exchange/problem.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf, signed } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { departmentNamed } from '../registry/departments.ts';
import { problemsHeld } from './problems.ts';
import { dayOrNone, written, writtenOrNot } from './texts.ts';

/** Body of `supervision-recorded`. */
export interface SupervisionRecorded {
  readonly department: string;
  /** What was looked at: 两单两库一细则, a draw, a task. */
  readonly title: string;
  readonly words: string;
  readonly by: string;
  readonly on: CivilDate;
}

export interface Supervision {
  /** By code or name. */
  readonly department: string;
  readonly title: string;
  readonly words: string;
  /** What is to be mended, or '' where nothing is. */
  readonly demand: string;
  readonly due: CivilDate | null;
}

export const supervisionsHeld = async (db: Db): Promise<readonly SupervisionRecorded[]> =>
  (await factBodies<SupervisionRecorded>(db, 'supervision-recorded')).map(({ body }) => body);

export function recordSupervision(
  deps: Deps,
  actor: Actor,
  input: Supervision,
): Promise<Result<{ readonly problem: number | null }, Refusal>> {
  return act<{ readonly problem: number | null }>(deps, actor, 'record-supervision', {}, async (at) => {
    const department = await departmentNamed(deps.db, input.department);
    if (department === null) return refuse('exchange', { reason: 'no-such-owner', owner: input.department });
    const title = written('title', input.title);
    if (!title.ok) return title;
    const words = written('words', input.words);
    if (!words.ok) return words;
    const demand = writtenOrNot(input.demand);
    if (!demand.ok) return demand;
    const on = dayOf(at.now);
    const stated = dayOrNone(input.due);
    if (!stated.ok) return stated;
    const { value: due } = stated;
    if (due !== null && due < on) return refuse('exchange', { reason: 'due-early', due, today: on });
    const body: SupervisionRecorded = {
      department: department.code,
      title: title.value,
      words: words.value,
      by: actor.person,
      on,
    };
    const known = (await supervisionsHeld(deps.db)).some(
      (each) =>
        each.department === body.department && each.title === body.title && each.words === body.words && each.on === on,
    );
    const matter: ProblemRaised = {
      title: title.value,
      words: demand.value,
      about: 'work',
      department: 'office',
      origin: 'supervision',
      owner: `department:${department.code}`,
      due,
      on,
    };
    if (known) {
      if (matter.words === '') return already({ problem: null });
      const asks = (await problemsHeld(deps.db)).find((each) => isSame(each, matter));
      if (asks !== undefined) return already({ problem: asks.no });
    }
    const asked =
      demand.value === '' ? [] : [{ kind: 'problem-raised' as const, actor: signed(actor), body: asJson(matter) }];
    return ok({
      facts: [factOf(actor, 'record-supervision', asJson(body)), ...asked],
      value: { problem: asked.length === 0 ? null : at.seq + 1 },
    });
  });
}

/** Asked in the same words on the same day; to whom it was handed on since makes it no other. */
const isSame = (a: ProblemRaised, b: ProblemRaised): boolean =>
  a.origin === b.origin && a.title === b.title && a.words === b.words && a.on === b.on;
