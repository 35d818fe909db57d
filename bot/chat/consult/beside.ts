/**
 * An answer written in the department's channel and not under its letter: nobody can be sure that it was meant for the letter, and
 * nobody would hear that it was lost. It is asked back; whatever is no answer at all is left alone.
 */
import { readReply } from '../../../core/consult/reading/reading.ts';
import { heldConsultations } from '../../verbs/consult/held.ts';
import { quiet } from '../answer.ts';
import type { Answer, Asked, Beside } from '../door.ts';
import { canReply } from './about.ts';
import { askBack } from './ask-back.ts';
import { namesOf } from './talk.ts';

export async function talkBeside(asked: Asked, { source, text }: Beside): Promise<Answer> {
  const { department } = asked.actor;
  if (asked.place !== `department:${department}` || !canReply(asked, department)) return quiet;
  const reading = readReply(text, await namesOf(asked, department));
  const answers = reading.kind === 'doubtful' ? reading.why === 'receipt-only' : reading.kind !== 'aside';
  if (!answers) return quiet;
  const waiting = (await heldConsultations(asked.deps.db)).find(
    ({ closed, asked: whom, replies }) => closed === null && whom.includes(department) && !replies.has(department),
  );
  if (waiting === undefined) return quiet;
  const perhaps = reading.kind === 'doubtful' || reading.kind === 'aside' ? [] : [reading.kind];
  return askBack(asked, { consultation: waiting.no, department, source, words: text }, 'beside', perhaps);
}
