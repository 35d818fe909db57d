/** 会议记录 (三明 2025 五(十三)): who came and what was decided; each decision becomes a matter with an owner and a day, in the same act. */
import type { CivilDate } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import type { Decision, Meeting, MeetingHeld } from '../../../core/exchange/meeting.ts';
import type { ProblemRaised } from '../../../core/exchange/problem.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf, signed } from '../act.ts';
import { ownerNamed } from './departments.ts';
import { meetingOnRecord } from './meetings.ts';
import { problemsHeld } from './problems.ts';
import { dayOrNone, dayWritten, written } from './texts.ts';

export interface Minutes {
  readonly meeting: number;
  readonly on: CivilDate;
  /** Codes of the invited departments that were not there. */
  readonly absent: readonly string[];
  /** Who is to do what by when; the owner by code or name. */
  readonly decisions: readonly { readonly words: string; readonly owner: string; readonly due: CivilDate | null }[];
}

export interface HeldMeeting {
  readonly present: readonly string[];
  /** Numbers of the matters that the decisions became. */
  readonly problems: readonly number[];
}

export function holdMeeting(deps: Deps, actor: Actor, input: Minutes): Promise<Result<HeldMeeting, Refusal>> {
  return act<HeldMeeting>(deps, actor, 'hold-meeting', {}, async (at) => {
    const no = input.meeting;
    const meeting = await meetingOnRecord(deps.db, no);
    if (meeting === null) return refuse('exchange', { reason: 'no-meeting', no });
    const on = dayWritten('on', input.on);
    if (!on.ok) return on;
    const today = dayOf(at.now);
    if (input.on > today) return refuse('exchange', { reason: 'not-held-yet', on: input.on, today });
    const decisions = await decisionsOf(deps, input);
    if (!decisions.ok) return decisions;
    const present = meeting.invited.filter((code) => !input.absent.includes(code));
    const body: MeetingHeld = { meeting: no, on: input.on, present, decisions: decisions.value };
    if (meeting.held !== null) {
      const { held } = meeting;
      if (!isSame(held, body)) return refuse('exchange', { reason: 'held-already', no });
      const made = (await problemsHeld(deps.db)).filter((each) => each.meeting === no);
      return already({ present: held.present, problems: made.map((each) => each.no) });
    }
    const matters = decisions.value.map((decision) => raisedBy(meeting, decision, today));
    return ok({
      facts: [
        factOf(actor, 'hold-meeting', asJson(body)),
        ...matters.map((matter) => ({ kind: 'problem-raised' as const, actor: signed(actor), body: asJson(matter) })),
      ],
      value: { present, problems: matters.map((_, i) => at.seq + 1 + i) },
    });
  });
}

async function decisionsOf({ db }: Deps, { decisions, on }: Minutes): Promise<Result<readonly Decision[], Refusal>> {
  const made: Decision[] = [];
  for (const { words, owner: typed, due } of decisions) {
    const said = written('words', words);
    if (!said.ok) return said;
    const by = dayOrNone(due);
    if (!by.ok) return by;
    const owner = await ownerNamed(db, typed);
    if (owner === null) return refuse('exchange', { reason: 'no-such-owner', owner: typed });
    if (due !== null && due < on) return refuse('exchange', { reason: 'due-early', due, today: on });
    made.push({ words: said.value, owner, due });
  }
  return ok(made);
}

type Minuted = Pick<MeetingHeld, 'on' | 'present' | 'decisions'>;

/** The same minutes sent again, after an answer that was lost. */
const isSame = (a: Minuted, b: Minuted): boolean => canonical(asJson(minutesOf(a))) === canonical(asJson(minutesOf(b)));

const minutesOf = ({ on, present, decisions }: Minuted): Minuted => ({ on, present, decisions });

const raisedBy = ({ no, title }: Meeting, { words, owner, due }: Decision, on: CivilDate): ProblemRaised => ({
  title: `${title}议定事项`,
  words,
  about: 'work',
  department: 'office',
  origin: 'meeting',
  owner,
  due,
  on,
  meeting: no,
});
