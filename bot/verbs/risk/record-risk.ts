/** 风险预警线索 (甘州 2023 二(三)3): a warning from a system above is taken in and goes to a department, with a day. */
import { type CivilDate, parseDate } from '../../../core/calendar.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type Risk, type RiskRecorded, riskOf } from '../../../core/risk/warning.ts';
import type { Db } from '../../../db/database.ts';
import { dossiersOf } from '../../../db/dossier.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { departmentNamed } from '../registry/departments.ts';
import { lineMost, tooLong } from '../too-long.ts';

export interface Warning {
  /** Which system warned, and its number there. */
  readonly from: string;
  readonly words: string;
  /** Registration number of the enterprise, or ''. */
  readonly about: string;
  /** By code or name. */
  readonly department: string;
  readonly due: CivilDate;
}

export const risksHeld = async (db: Db): Promise<readonly Risk[]> =>
  [...(await dossiersOf(db, 'risk')).values()].flatMap((entries) => riskOf(entries) ?? []).sort((a, b) => a.no - b.no);

export function recordRisk(deps: Deps, actor: Actor, input: Warning): Promise<Result<Risk, Refusal>> {
  return enact<Risk>(deps, async (at) => {
    const department = await departmentNamed(deps.db, input.department);
    if (department === null) return refuse('risk', { reason: 'no-such-department', department: input.department });
    const allowed = authorise(actor, 'record-risk', { department: department.code });
    if (!allowed.ok) return allowed;
    const [words, from, about] = [input.words.trim(), input.from.trim(), input.about.trim()];
    if (words === '' || from === '') return refuse('risk', { reason: 'say-it-in-words' });
    const long = tooLong(words) ?? tooLong(from, lineMost) ?? tooLong(about, lineMost);
    if (long !== null) return refuse('risk', long);
    const due = parseDate(input.due);
    if (!due.ok) return refuse('risk', { reason: 'not-a-day', text: input.due.slice(0, 40) });
    const on = dayOf(at.now);
    if (input.due < on) return refuse('risk', { reason: 'due-before-today', due: input.due, today: on });
    // The same warning may go to several departments; each handles its own part.
    const same = (await risksHeld(deps.db)).find(
      (each) =>
        each.department === department.code && each.from === from && each.words === words && each.about === about,
    );
    if (same !== undefined) return already(same);
    const body: RiskRecorded = { from, words, about, department: department.code, due: input.due, on };
    return ok({ facts: [factOf(actor, 'record-risk', asJson(body))], value: { ...body, no: at.seq, handled: null } });
  });
}
