/** 召集会议 (三明 2025 五(十三)): the office calls the members, or some of them, with day, place and agenda. */
import type { CivilDate } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import type { MeetingCalled, MeetingKind } from '../../../core/exchange/meeting.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { departmentNamed } from '../registry/departments.ts';
import { lineMost } from '../too-long.ts';
import { takingPart } from './departments.ts';
import { meetingsOnRecord } from './meetings.ts';
import { dayWritten, written, writtenOrNot } from './texts.ts';

export interface Call {
  readonly kind: MeetingKind;
  readonly title: string;
  readonly on: CivilDate;
  readonly time: string;
  readonly place: string;
  /** One point a line. */
  readonly agenda: string;
  /** Departments by code or name; none means all that take part. */
  readonly invited: readonly string[];
}

export function callMeeting(
  deps: Deps,
  actor: Actor,
  input: Call,
): Promise<Result<{ readonly meeting: number }, Refusal>> {
  return act<{ readonly meeting: number }>(deps, actor, 'call-meeting', {}, async (at) => {
    const title = written('title', input.title);
    if (!title.ok) return title;
    const place = written('place', input.place);
    if (!place.ok) return place;
    const agenda = written('agenda', input.agenda);
    if (!agenda.ok) return agenda;
    const time = writtenOrNot(input.time, lineMost);
    if (!time.ok) return time;
    const on = dayWritten('due', input.on);
    if (!on.ok) return on;
    const today = dayOf(at.now);
    if (input.on < today) return refuse('exchange', { reason: 'due-early', due: input.on, today });
    const invited = await invitedOf(deps, input.invited, today);
    if (!invited.ok) return invited;
    const body: MeetingCalled = {
      kind: input.kind,
      title: title.value,
      on: input.on,
      time: time.value,
      place: place.value,
      agenda: agenda.value.split('\n').flatMap((line) => line.trim() || []),
      invited: invited.value,
    };
    const same = (await meetingsOnRecord(deps.db)).find((each) => each.held === null && isSame(each, body));
    if (same !== undefined) return already({ meeting: same.no });
    return ok({ facts: [factOf(actor, 'call-meeting', asJson(body))], value: { meeting: at.seq } });
  });
}

/** Called twice in the same words it is one meeting; another place or another agenda is another call. */
const isSame = (a: MeetingCalled, b: MeetingCalled): boolean =>
  canonical(asJson(calledOf(a))) === canonical(asJson(calledOf(b)));

const calledOf = ({ kind, title, on, time, place, agenda, invited }: MeetingCalled): MeetingCalled => ({
  ...{ kind, title, on, time, place, agenda, invited },
});

async function invitedOf(
  { db }: Deps,
  typed: readonly string[],
  today: CivilDate,
): Promise<Result<readonly string[], Refusal>> {
  if (typed.length === 0) {
    const all = await takingPart(db, today);
    return all.length === 0 ? refuse('exchange', { reason: 'nobody-invited' }) : ok(all);
  }
  const codes: string[] = [];
  for (const each of typed) {
    const department = await departmentNamed(db, each);
    if (department === null) return refuse('exchange', { reason: 'no-such-owner', owner: each });
    codes.push(department.code);
  }
  return ok([...new Set(codes)]);
}
