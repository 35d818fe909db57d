/**
 * Reminders, by the clock and by hand. Each round of each debt is recorded once and goes to the one who owes it; whoever calls, and
 * however many processes do, the ledger's chain lets one of them through. The clock is silent on rest days and in quiet hours; what the
 * office sends by hand then is recorded at once and goes out when people are at work again.
 */
import type { Calendar } from '../../../core/calendar.ts';
import { addDays } from '../../../core/calendar.ts';
import type { Fact } from '../../../core/ledger/fact.ts';
import { isQuiet, nextOpen } from '../../../core/owed/hours.ts';
import { isNear, isSecret, type Owed } from '../../../core/owed/owed.ts';
import { roundAt } from '../../../core/owed/rounds.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { At } from '../../../db/commit.ts';
import { readHead } from '../../../db/ledger.ts';
import type { Outgoing } from '../../../db/outbox.ts';
import { isTended, noteTended } from '../../../db/tended.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postOfReminder } from '../../post/after/remind.ts';
import { slotOf } from '../../post/post.ts';
import type { Refusal } from '../../refusal.ts';
import { clock } from '../../rights.ts';
import { minuteOf } from '../../today.ts';
import { already, authorise, enact, signed } from '../act.ts';
import { letteredConsultation } from '../consult/held.ts';
import { calendarInForce } from '../registry/calendar-in-force.ts';
import { type OwedNow, owedNow } from './owed-now.ts';
import { isRecent, isSent, type Reminder, reminders } from './sent.ts';

export interface Reminded {
  /** Reminders recorded now. */
  readonly sent: readonly Reminder[];
  /** Debts that were left out because they were reminded of within the hour. */
  readonly recent: number;
  /** Civil minute at which they go out where that is not now. */
  readonly later: string | null;
}

type Chosen = Pick<Reminder, 'round'> & { readonly owed: Owed };

/** For a timer: call it every few minutes. @returns how many reminders were recorded */
export async function remindDue(deps: Deps): Promise<number> {
  const { db } = deps;
  const now = deps.now();
  const calendar = await calendarInForce(db);
  if (isQuiet(calendar, minuteOf(now)) || (await isTended(db, task, now))) return 0;
  const head = await readHead(db);
  const present = await owedNow(deps);
  const due = present.owed.flatMap((owed): readonly Chosen[] => {
    const round = roundAt(owed.rounds, present.today, present.now);
    return round === null ? [] : [{ owed, round: round.name }];
  });
  const done = await record(deps, calendar, due, null);
  if (!done.ok) return 0;
  const { sent } = done.value;
  // Whoever recorded something looks again the next minute, at the head that he made.
  if (sent.length === 0) await noteTended(db, task, head.hash, nextLook(present));
  return sent.length;
}

/** Its name among what the clock tends. */
const task = 'remind';
const lookAgainMs = 60 * 60_000;

/**
 * While nothing is recorded, what is owed changes with the day and at an hour that a debt itself names. All the same everything is looked at
 * once an hour.
 */
function nextLook({ owed, today, now }: OwedNow): string {
  const nextDay = new Date(`${addDays(today, 1)}T00:00:00.000+08:00`).toISOString();
  const hours = owed.flatMap(({ rounds, due }) => [
    ...rounds.flatMap(({ after }) => after ?? []),
    ...(due === null || due.length <= 10 ? [] : [due]),
  ]);
  const later = [nextDay, ...hours, new Date(Date.parse(now) + lookAgainMs).toISOString()].filter((at) => at > now);
  return later.reduce((first, at) => (at < first ? at : first));
}

/** 催办: everything that is near, now. */
export async function remindNow(deps: Deps, actor: Actor): Promise<Result<Reminded, Refusal>> {
  const allowed = authorise(actor, 'remind');
  if (!allowed.ok) return allowed;
  const present = await owedNow(deps);
  const soon = addDays(present.today, 14);
  const near = present.owed.filter(
    // The clock reminds of it; whoever sends by hand would learn of it from the answer.
    (each) => each.rounds.length > 0 && !isSecret(each) && isNear(each, present.today, soon),
  );
  return byHand(deps, actor, present, near);
}

/** 催办 of one consultation: its silent departments, now. */
export async function remindConsultation(
  deps: Deps,
  actor: Actor,
  consultation: string,
): Promise<Result<Reminded, Refusal>> {
  const allowed = authorise(actor, 'remind');
  if (!allowed.ok) return allowed;
  const held = await letteredConsultation(deps.db, consultation);
  if (!held.ok) return held;
  const present = await owedNow(deps);
  const silent = present.owed.filter(({ matter }) => matter.kind === 'reply' && matter.consultation === consultation);
  return byHand(deps, actor, present, silent);
}

const byHand = (deps: Deps, actor: Actor, { calendar }: OwedNow, owed: readonly Owed[]) =>
  record(
    deps,
    calendar,
    owed.map((each) => ({ owed: each, round: 'by-hand' as const })),
    actor,
  );

/** Chosen before, since working out what is owed takes its time; what was sent meanwhile is looked up where it is decided. */
function record(
  deps: Deps,
  calendar: Calendar,
  chosen: readonly Chosen[],
  actor: Actor | null,
): Promise<Result<Reminded, Refusal>> {
  if (chosen.length === 0) return Promise.resolve(ok({ sent: [], recent: 0, later: null }));
  return enact<Reminded>(deps, async (at) => {
    const sent = await reminders(deps.db);
    const fresh = chosen.filter(({ owed, round }) =>
      actor === null ? !isSent(sent, owed.key, round) : !isRecent(sent, owed.key, at.now),
    );
    const recent = chosen.length - fresh.length;
    if (fresh.length === 0) return already({ sent: [], recent, later: null });
    const made = fresh.map((each) => reminder(each, at, actor));
    const minute = minuteOf(at.now);
    const open = nextOpen(calendar, minute);
    return ok({
      facts: made.map((body) => factFor(body, actor)),
      outbox: outgoing(made, open === minute ? null : open),
      value: { sent: made, recent, later: open === minute ? null : open },
    });
  });
}

const reminder = ({ owed, round }: Chosen, at: At, actor: Actor | null): Reminder => ({
  key: owed.key,
  to: owed.by,
  what: owed.matter,
  due: owed.due,
  until: owed.until,
  missing: owed.missing,
  round,
  at: at.now,
  batch: at.seq,
  by: actor?.person ?? '',
});

const factFor = (body: Reminder, actor: Actor | null): Fact => ({
  kind: 'reminder-sent',
  actor: actor === null ? clock : signed(actor),
  body: asJson(body),
});

/** One message for each place, at once or when people are at work again. @param later civil minute */
function outgoing(made: readonly Reminder[], later: string | null): readonly Outgoing[] {
  const posts = new Map(made.map((each) => postOfReminder(each)).map((post) => [slotOf(post), post]));
  const due = later === null ? {} : { due: new Date(`${later}:00.000+08:00`).toISOString() };
  return [...posts].map(([destination, post]) => ({ destination, message: JSON.stringify(post), ...due }));
}
