/** What a program is told where something failed, in this interface or before it was reached: always in the shape that the pane reads. */
import { DatabaseTrouble } from '../../../db/trouble.ts';
import { databaseTroubleIn } from '../../say/trouble.ts';
import type { Visit } from '../answer.ts';
import { leftBy } from '../sent-again.ts';
import { answerTrouble, away, ownTrouble } from './problem.ts';

export function answerFault(thrown: Error, c: Visit): Response {
  // The driver's messages may hold the statement; the reader is told nothing of it.
  console.error(`api ${thrown instanceof DatabaseTrouble ? thrown.code : thrown.name}`);
  const database = databaseTroubleIn(thrown);
  return answerTrouble(c, database === null ? ownTrouble : away(database.why, leftBy(c, database)));
}
