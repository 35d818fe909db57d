/** Reminders on record: to whom, of what, in which round. A round of a debt is sent once; one by hand at most once an hour. */
import type { Debtor, Matter } from '../../../core/owed/owed.ts';
import type { Round } from '../../../core/owed/rounds.ts';
import type { Db } from '../../../db/database.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

export interface Reminder {
  /** Name of the debt. */
  readonly key: string;
  readonly to: Debtor;
  readonly what: Matter;
  readonly due: string | null;
  readonly until: string | null;
  readonly missing: readonly number[];
  readonly round: Round['name'] | 'by-hand';
  /** Server time. */
  readonly at: string;
  /** Number of the first reminder that was sent together with it: what goes to one place at one time is one message. */
  readonly batch: number;
  /** Person who sent it by hand; '' for the clock. */
  readonly by: string;
}

export const reminders = async (db: Db): Promise<readonly Reminder[]> =>
  (await factBodies<Reminder>(db, 'reminder-sent')).map(({ body }) => body);

export const isSent = (sent: readonly Reminder[], key: string, round: Reminder['round']): boolean =>
  sent.some((each) => each.key === key && each.round === round);

const hourMs = 3_600_000;

/** Whether somebody was reminded of it within the hour, by hand or by the clock. */
export const isRecent = (sent: readonly Reminder[], key: string, now: string): boolean =>
  sent.some((each) => each.key === key && Date.parse(now) - Date.parse(each.at) < hourMs);
