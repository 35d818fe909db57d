/** 会议回执 (三明 2025 五(十三)): each department that is called says whether it comes. */
import type { MeetingAnswered } from '../../../core/exchange/meeting.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { meetingOnRecord } from './meetings.ts';
import { writtenOrNot } from './texts.ts';

/** 会议回执; the last answer holds, until the meeting was held. */
export function answerMeeting(
  deps: Deps,
  actor: Actor,
  input: Omit<MeetingAnswered, 'department'>,
): Promise<Result<MeetingAnswered, Refusal>> {
  const { department } = actor;
  return act<MeetingAnswered>(deps, actor, 'answer-meeting', { department }, async () => {
    const no = input.meeting;
    const meeting = await meetingOnRecord(deps.db, no);
    if (meeting === null) return refuse('exchange', { reason: 'no-meeting', no });
    if (meeting.held !== null) return refuse('exchange', { reason: 'held-already', no });
    if (!meeting.invited.includes(department)) return refuse('exchange', { reason: 'not-invited', no, department });
    const words = writtenOrNot(input.words);
    if (!words.ok) return words;
    const body: MeetingAnswered = { meeting: no, department, coming: input.coming, words: words.value };
    const before = meeting.answers.get(department);
    if (before?.coming === body.coming && before.words === body.words) return already(body);
    return ok({ facts: [factOf(actor, 'answer-meeting', asJson(body))], value: body });
  });
}
