/** A consultation as somebody sees it from his workbook: whether it is his matter, which rows he reads, and what stands around it. */
import { isWithoutLetter } from '../../../../core/consult/fact.ts';
import type { ConsultationState } from '../../../../core/consult/state.ts';
import type { Result } from '../../../../core/result.ts';
import type { BookLine } from '../../../../core/sheet/book.ts';
import type { HeldRow } from '../../../../core/sheet/row.ts';
import { heldPlan } from '../../../../db/plans.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import { type Refusal, refuse } from '../../../refusal.ts';
import { may } from '../../../rights.ts';
import { dayOf } from '../../../today.ts';
import { authorise } from '../../act.ts';
import { standingConsultation } from '../../consult/held.ts';
import { rowsOnRecord } from '../../consult/keep-rows.ts';
import { planNumberOf } from '../../consult/sheet.ts';
import { peopleNames } from '../../people/roll.ts';
import { calendarInForce } from '../../registry/calendar-in-force.ts';
import { departmentNames } from '../../registry/departments.ts';
import { consultationLine } from './line.ts';
import { heldRow } from './rows-at-work.ts';

type Part = 'fills' | 'office' | 'none';

/** Those who were asked fill their own rows; the office looks at all. Without a letter every department may send. */
export function partOf(actor: Actor, { no, asked }: Pick<ConsultationState, 'no' | 'asked'>): Part {
  const { department } = actor;
  const answers = department !== '' && may(actor, 'reply-to-consultation', { department }).ok;
  if (answers && (isWithoutLetter(no) || asked.includes(department))) return 'fills';
  return may(actor, 'open-consultation').ok ? 'office' : 'none';
}

export async function heldFor(deps: Deps, actor: Actor, book: string): Promise<Result<ConsultationState, Refusal>> {
  const held = await standingConsultation(deps.db, book);
  if (!held.ok) return held;
  if (partOf(actor, held.value) !== 'none') return held;
  const allowed = authorise(actor, 'reply-to-consultation', { department: actor.department });
  return allowed.ok
    ? refuse('consult', { reason: 'not-asked', consultation: book, department: actor.department })
    : allowed;
}

interface Seen {
  readonly line: BookLine;
  readonly rows: readonly HeldRow[];
}

export async function seenBy(deps: Deps, actor: Actor, state: ConsultationState): Promise<Seen> {
  const fills = partOf(actor, state) === 'fills';
  const senders = fills ? [actor.department] : [...new Set([...state.asked, ...state.replies.keys()])];
  const nameOf = await peopleNames(deps);
  const departmentOf = await departmentNames(deps.db);
  const rows: HeldRow[] = [];
  for (const department of senders) {
    const { rows: own } = await rowsOnRecord(deps, state, department);
    const name = departmentOf(department);
    const words = fills ? null : { zh: `由${name}联络员填报`, en: `filled by the liaison of ${name}` };
    for (const row of own) {
      const held = heldRow(row, nameOf, words);
      // Two departments may have come to one id; the office reads them side by side.
      if (held !== null) rows.push(fills ? held : { ...held, id: `${department}/${held.id}` });
    }
  }
  const line = consultationLine({ ...(await circumstances(deps, state)), rows: rows.length, fills });
  return {
    line,
    rows: line.readOnly === null ? rows : rows.map((row) => ({ ...row, locked: row.locked ?? line.readOnly })),
  };
}

export async function circumstances({ db, now }: Deps, state: ConsultationState) {
  const compiled = (await heldPlan(db, planNumberOf(state.year))) !== null;
  return { state, calendar: await calendarInForce(db), today: dayOf(now()), compiled };
}
