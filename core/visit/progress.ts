/** How far a department is with its visits: counted for its own post and the office, never to rank anybody (国办发〔2024〕54号). */
import type { CivilDate } from '../calendar.ts';
import { type Alone, heldAlone } from './alone.ts';
import { approvalBinds, isDecided } from './need.ts';
import { bodyState, isApproved, type VisitState } from './state.ts';

export interface VisitProgress {
  readonly department: string;
  readonly visits: number;
  /** 呈批, waiting for the head. */
  readonly waiting: number;
  readonly approved: number;
  readonly returned: number;
  readonly noticed: number;
  readonly desk: number;
  readonly held: number;
  readonly finished: number;
  /** Went without approval, and nobody has decided on it since: visits by 检查编号. */
  readonly unapproved: readonly string[];
  /** 检查后补登的通知: visits whose last notice was written down after somebody had gone. */
  readonly noticedAfter: readonly string[];
  /** 应联合未联合 */
  readonly alone: readonly (Alone & { readonly no: string })[];
}

export interface VisitNow {
  readonly no: string;
  readonly going: readonly string[];
  readonly state: VisitState;
}

export function progressOf(visits: readonly VisitNow[], department: string, today: CivilDate): VisitProgress {
  const own = visits.filter(({ going }) => going.includes(department));
  const bodies = own.map(({ state, no }) => ({ no, body: bodyState(state, department) }));
  const count = (is: (at: (typeof bodies)[number]) => boolean): number => bodies.filter(is).length;
  return {
    department,
    visits: own.length,
    waiting: count(({ body }) => body.approval !== null && body.approval.decided === null),
    approved: count(({ body }) => isApproved(body)),
    returned: count(({ body }) => body.approval?.decided?.approved === false),
    noticed: count(({ body }) => body.notice !== null),
    desk: count(({ body }) => body.desk !== null),
    held: count(({ body }) => body.held !== null),
    finished: count(({ body }) => body.finished !== null),
    unapproved: bodies.flatMap(({ no, body }) =>
      body.held !== null && approvalBinds(body.held.on) && !isDecided(body) ? [no] : [],
    ),
    noticedAfter: bodies.flatMap(({ no, body: { held, notice } }) =>
      held !== null && notice !== null && notice.seq > held.seq ? [no] : [],
    ),
    alone: own.flatMap(({ no, going, state }) =>
      heldAlone(state, going, today)
        .filter((each) => each.department === department)
        .map((each) => ({ ...each, no })),
    ),
  };
}
