/** What everybody owes now: loads what is recorded and lets core/owed work it out. A reading; nothing is written. */
import { isSummaryKey } from '../../../core/bulletin/summary.ts';
import { type Calendar, type CivilDate, yearOf } from '../../../core/calendar.ts';
import { aboutTasksFromAbove } from '../../../core/owed/above.ts';
import { fromCalendar } from '../../../core/owed/from-calendar.ts';
import { fromConsultation } from '../../../core/owed/from-consult.ts';
import { fromInvitation, fromSuperiorPlan } from '../../../core/owed/from-invite.ts';
import { fromLists } from '../../../core/owed/from-lists.ts';
import { fromPolicy } from '../../../core/owed/from-policy.ts';
import { aboveFirst, inOrder, type Owed } from '../../../core/owed/owed.ts';
import { holdersOf } from '../../../core/owed/parties.ts';
import { departmentsOf } from '../../../core/plan/overlap.ts';
import { requires } from '../../../core/policy/ask.ts';
import type { Party } from '../../../core/policy/shape.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { Db } from '../../../db/database.ts';
import { readHead } from '../../../db/ledger.ts';
import type { Deps } from '../../deps.ts';
import { dayOf, minuteOf } from '../../today.ts';
import { heldConsultations } from '../consult/held.ts';
import { invitationAnswersIn, invitationsIn, superiorAnswersIn, superiorPlansIn } from '../invite/recorded.ts';
import { listBoard } from '../registry/board.ts';
import { calendarInForce } from '../registry/calendar-in-force.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { owedOfBulletins } from './owed-of-bulletins.ts';
import { owedOfCeremonies } from './owed-of-ceremonies.ts';
import { owedOfExchange } from './owed-of-exchange.ts';
import { owedOfFollowUp } from './owed-of-follow-up.ts';
import { owedOfNotices } from './owed-of-notices.ts';
import { owedOfOffers } from './owed-of-offers.ts';
import { owedOfOutcomes } from './owed-of-outcomes.ts';
import { type IssuedNow, owedOfPlans } from './owed-of-plans.ts';
import { owedOfPools } from './owed-of-pools.ts';
import { owedOfRechecks } from './owed-of-rechecks.ts';
import { owedOfRecusals } from './owed-of-recusals.ts';
import { owedOfRisks } from './owed-of-risks.ts';
import { owedOfVisits } from './owed-of-visits.ts';
import { owedOfVoices } from './owed-of-voices.ts';

export interface OwedNow {
  readonly today: CivilDate;
  /** Server time. */
  readonly now: string;
  readonly calendar: Calendar;
  /** Earliest first. */
  readonly owed: readonly Owed[];
  readonly nameOf: (department: string) => string;
}

interface Kept {
  readonly mark: string;
  readonly worked: Map<boolean, Promise<OwedNow>>;
}
const kept = new WeakMap<Db, Kept>();

/**
 * Many ask at once: every home page that is renewed after an act, every reminder that is delivered. Worked out once for a head of the ledger
 * and a minute of the clock.
 * @param lists whether the board of lists is asked, too, which reads every list
 */
export async function owedNow(deps: Deps, lists = true): Promise<OwedNow> {
  const mark = `${(await readHead(deps.db)).hash} ${minuteOf(deps.now())}`;
  const before = kept.get(deps.db);
  const held = before?.mark === mark ? before : { mark, worked: new Map<boolean, Promise<OwedNow>>() };
  kept.set(deps.db, held);
  const known = held.worked.get(lists);
  if (known !== undefined) return known;
  const worked = workedOut(deps, lists);
  held.worked.set(lists, worked);
  // What failed is tried anew.
  worked.catch(() => held.worked.delete(lists));
  return worked;
}

async function workedOut(deps: Deps, lists: boolean): Promise<OwedNow> {
  const now = deps.now();
  const today = dayOf(now);
  const [calendar, policy, held] = await Promise.all([
    calendarInForce(deps.db),
    policyInForce(deps.db, today),
    departmentsAsHeld(deps.db),
  ]);
  const departments = held.filter(({ joined, ended }) => joined <= today && (ended === null || ended > today));
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  // Side by side: at the edge what is asked in one turn is one way there and back. The order of what is owed is the order written here.
  const noticed = owedOfNotices(deps, calendar, today);
  const planned = noticed.then(({ inspected }) => owedOfPlans(deps, policy, calendar, today, inspected));
  const holders = planned.then(({ issued }) => partiesHere(departments, issued));
  const parts = await Promise.all([
    ofConsultations(deps, calendar, today),
    ofInvitations(deps, calendar, today),
    owedOfOffers(deps.db, calendar, today),
    Promise.all([noticed, planned]).then(([{ carried }, { owed }]) =>
      owed.filter(({ matter }) => !isToldByNotices(matter, carried)),
    ),
    noticed.then(({ owed }) => owed),
    owedOfCeremonies(deps, departments),
    owedOfRecusals(deps, calendar),
    planned.then(({ issued }) =>
      owedOfVisits(
        deps,
        issued.map(({ plan }) => plan),
        policy,
        calendar,
      ),
    ),
    owedOfOutcomes(deps, calendar, today),
    owedOfFollowUp(deps, policy, calendar, today),
    owedOfExchange(deps, calendar, today),
    owedOfRechecks(deps, calendar),
    owedOfRisks(deps, calendar),
    owedOfVoices(deps, calendar),
    policy === null ? [] : holders.then((known) => fromPolicy(policy, calendar, today, known).filter(isElsewhere)),
    owedOfBulletins(deps, policy, departments, calendar, today),
    policy === null || !lists ? [] : ofLists(deps, departments, calendar, holders),
    policy === null || !lists ? [] : owedOfPools(deps, policy, calendar, today),
  ]);
  const owed = parts.flat();
  const plans = await planned;
  const isAbove = aboutTasksFromAbove(plans.issued.map(({ plan }) => plan));
  const marked = owed.map((each): Owed => (isAbove(each.matter) ? { ...each, above: true } : each));
  const all = inOrder([...marked, ...fromCalendar(owed)]);
  const superiorFirst = policy !== null && requires(policy, 'superior-tasks-first', today) !== null;
  return {
    today,
    now,
    calendar,
    owed: superiorFirst ? aboveFirst(all) : all,
    nameOf: (code) => names.get(code) ?? code,
  };
}

/** Once its visits are handed out, a task's publication is told by what is recorded of it, and not by its plan's days. */
const isToldByNotices = (matter: Owed['matter'], carried: ReadonlySet<string>): boolean =>
  matter.kind === 'publication' && matter.tasks.every((task) => carried.has(`${matter.plan}/${task}`));

/** Summaries tell of themselves: whether each was sent is on record. */
const isElsewhere = ({ matter }: Owed): boolean => matter.kind !== 'deadline' || !isSummaryKey(matter.key);

type Holders = (party: Party) => ReturnType<typeof holdersOf>;

function partiesHere(departments: readonly Department[], issued: readonly IssuedNow[]): Holders {
  const tasks = issued.flatMap(({ plan }) => plan.tasks);
  const leads = [...new Set(tasks.map(({ lead }) => lead))];
  const partners = [...new Set(tasks.flatMap(departmentsOf))].filter((code) => !leads.includes(code));
  return (party) => holdersOf(party, departments, { leads, partners });
}

/** Of this year and the next: an old letter that nobody closed is nothing to write about. */
async function ofConsultations({ db }: Deps, calendar: Calendar, today: CivilDate): Promise<readonly Owed[]> {
  return (await heldConsultations(db))
    .filter(({ year }) => year >= yearOf(today))
    .flatMap((state) => fromConsultation(state, calendar));
}

async function ofInvitations({ db }: Deps, calendar: Calendar, today: CivilDate): Promise<readonly Owed[]> {
  const [sent, answers, above, signed] = await Promise.all([
    invitationsIn(db),
    invitationAnswersIn(db),
    superiorPlansIn(db),
    superiorAnswersIn(db),
  ]);
  // A later letter about the same task takes the place of the earlier one.
  const last = sent.filter(
    (each, i) => !sent.slice(i + 1).some((later) => later.plan === each.plan && later.task === each.task),
  );
  return [
    ...last.flatMap((invitation) => fromInvitation(invitation, answers, calendar, today)),
    ...above.flatMap((plan) => fromSuperiorPlan(plan, signed, calendar, today)),
  ];
}

async function ofLists(
  deps: Deps,
  departments: readonly Department[],
  calendar: Calendar,
  asked: Promise<Holders>,
): Promise<readonly Owed[]> {
  const [board, holders] = await Promise.all([listBoard(deps), asked]);
  if (!board.ok) return [];
  return board.value.departments.flatMap(({ department, lists }) => {
    const isOffice = departments.some(({ code, kind }) => code === department && kind === 'office');
    const standing = lists.map((each) => ({
      list: each.list,
      source: each.source,
      optional: each.optional,
      absent: each.standing.kind === 'absent',
      renewBy: each.renewal === null || each.renewal.state === 'done' ? null : each.renewal.due,
      unreceived: each.deliveries.flatMap(({ receiver, state, sent }) =>
        state === 'sent' && sent !== null ? [{ receivers: holders(partyOf(receiver)), sent }] : [],
      ),
    }));
    return fromLists(department, isOffice, standing, calendar);
  });
}

/** Safe because the board names receivers by the policy's own parties. */
const partyOf = (receiver: string): Party => receiver as Party;
