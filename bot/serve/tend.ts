/**
 * What the time alone brings about, each minute, at the desk and on the edge: ceremonies close at their deadlines, records become public
 * on their date, who owes something is reminded. Each as often as one likes; what has happened already is not done again.
 */
import { forgetDeliveries } from '../../db/posts.ts';
import { DatabaseTrouble } from '../../db/trouble.ts';
import type { Deps } from '../deps.ts';
import { closeDue, discloseDue } from '../verbs/draw/clock.ts';
import { remindDue } from '../verbs/remind/remind.ts';

/** A chat platform repeats a delivery for minutes, at most for hours. */
const keptMs = 7 * 24 * 3_600_000;

const tasks: Readonly<Record<string, (deps: Deps) => Promise<unknown>>> = {
  close: closeDue,
  disclose: discloseDue,
  remind: remindDue,
  // By real time, as they were noted.
  forget: ({ db }) => forgetDeliveries(db, new Date(Date.now() - keptMs).toISOString()),
};

/** A code says whether the database is away, refuses its token or has stopped; its messages stay out of the log. */
const codeOf = (thrown: unknown): string => (thrown instanceof DatabaseTrouble ? thrown.code : '');

/** What fails is logged by its name, holds up nothing else, and is done the next minute. */
export async function tended(deps: Deps): Promise<void> {
  for (const [name, task] of Object.entries(tasks)) {
    await task(deps).catch((thrown) =>
      console.error(`${name} ${thrown instanceof Error ? thrown.name : typeof thrown} ${codeOf(thrown)}`.trimEnd()),
    );
  }
}
