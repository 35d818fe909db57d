/** Approvals, agendas, receipts and schemes that somebody waits for, and approvals that are owed after an emergency. */
import type { Calendar, CivilDate } from '../../../core/calendar.ts';
import { bookOf, sourceOf, visitId, visitKeyOf } from '../../../core/outcome/key.ts';
import { fromVisits, type OpenWork } from '../../../core/owed/from-visits.ts';
import type { Debtor, Owed } from '../../../core/owed/owed.ts';
import type { Plan } from '../../../core/plan/task.ts';
import { requires } from '../../../core/policy/ask.ts';
import { national } from '../../../core/policy/national.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import type {
  AgendaAnswered,
  AgendaProposed,
  ApprovalAsked,
  ApprovalDecided,
  VisitHeld,
} from '../../../core/visit/fact.ts';
import { receiptsLacking } from '../../../core/visit/filing.ts';
import { approvalBinds } from '../../../core/visit/need.ts';
import { heldRecord } from '../../../db/draws.ts';
import { entryAt } from '../../../db/ledger.ts';
import { visitsOnSite } from '../../../db/outcomes.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { standingCeremonies } from '../draw/held.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { type Enrolled, roll } from '../people/roll.ts';
import { filingsOf } from '../visit/filings.ts';
import { tasksWithScheme } from '../visit/schemes.ts';

export async function owedOfVisits(
  deps: Pick<Deps, 'db' | 'now'>,
  plans: readonly Pick<Plan, 'no' | 'tasks'>[],
  policy: Policy | null,
  calendar: Calendar,
): Promise<readonly Owed[]> {
  const { db } = deps;
  const today = dayOf(deps.now());
  const [everybody, stands] = await Promise.all([roll(deps), sourcesNow(deps)]);
  const people = everybody.filter(({ ended }) => !ended);
  const work = await Promise.all([
    approvals(deps, people, stands),
    agendas(deps, stands, today),
    filings(deps, people),
    schemes(db, plans, policy, today),
  ]);
  return fromVisits(work.flat(), calendar);
}

/** Whether a visit belongs to a draw that stands, in its last edition; those of lists drawn elsewhere always do. */
async function sourcesNow({ db }: Pick<Deps, 'db'>): Promise<(visit: string) => boolean> {
  const standing = await standingCeremonies(db);
  const sources = new Set(
    await Promise.all(
      standing.map(async ({ state }) => sourceOf(state.no, (await heldRecord(db, state.no))?.edition ?? 0)),
    ),
  );
  return (visit) => visit.startsWith('L') || sources.has(visitKeyOf(visit)?.source ?? '');
}

async function approvals(
  { db }: Pick<Deps, 'db'>,
  people: readonly Enrolled[],
  stands: (visit: string) => boolean,
): Promise<readonly OpenWork[]> {
  const [asked, decided, held, entered] = await Promise.all([
    factBodies<ApprovalAsked>(db, 'visits-approval-asked'),
    factBodies<ApprovalDecided>(db, 'visits-approval-decided'),
    factBodies<VisitHeld>(db, 'visit-held'),
    enteredOnSite(db),
  ]);
  /** The last request of each visit of a department; undecided ones wait. */
  const last = new Map<string, number>();
  for (const { seq, body } of asked) for (const visit of body.visits) last.set(`${body.department} ${visit}`, seq);
  const done = new Set(
    decided.flatMap(({ body }) => body.visits.map((visit) => `${body.department} ${visit} ${body.request}`)),
  );
  const waiting: OpenWork[] = [];
  for (const { seq, body } of asked) {
    const open = body.visits.filter((visit) => {
      const at = `${body.department} ${visit}`;
      return stands(visit) && last.get(at) === seq && !done.has(`${at} ${seq}`);
    });
    if (open.length === 0) continue;
    const { book, department } = body;
    const matter = { step: 'approval', no: seq, book, count: open.length, name: department, due: null } as const;
    const told = await entryAt(db, seq);
    const since = dayOf(told?.row.at ?? '');
    for (const by of headsIn(people, department, told?.row.actor ?? ''))
      waiting.push({ ...matter, by, waits: `department:${department}`, since });
  }
  const returned = new Set(
    decided.flatMap(({ body }) =>
      body.approved ? [] : body.visits.map((visit) => `${body.department} ${visit} ${body.request}`),
    ),
  );
  /** Asked since, or before and not returned: then the head has it, or has said yes. */
  const isAsked = (at: string, seq: number): boolean => {
    const request = last.get(at);
    return request !== undefined && (request > seq || !returned.has(`${at} ${request}`));
  };
  const gone: readonly Gone[] = [
    ...held.flatMap(({ seq, body }) =>
      body.urgent === '' ? [] : body.visits.map((visit) => ({ ...body, visit, seq })),
    ),
    ...entered,
  ];
  return [...waiting, ...afterwards(gone, isAsked, stands)];
}

/** The day on which something was recorded; days of reminders are counted from it. */
const dayAt = async (db: Deps['db'], seq: number): Promise<CivilDate> => dayOf((await entryAt(db, seq))?.row.at ?? '');

/** The first day on which nobody goes unapproved. */
const approvalSince = national.approvalBeforeVisit.map(({ from }) => from).sort()[0];

/** A department was at a door. */
interface Gone {
  readonly seq: number;
  readonly department: string;
  readonly book: string;
  readonly visit: string;
  readonly on: CivilDate;
}

/** What was found there is on record: somebody went, whether 现场检查 is written down or not. */
const enteredOnSite = async (db: Deps['db']): Promise<readonly Gone[]> =>
  (await visitsOnSite(db, approvalSince ?? '')).map(({ source, visit, ...each }) => ({
    ...each,
    book: bookOf(source),
    visit: visitId(source, visit),
  }));

/** 补办: somebody went before it was asked, and it has not been asked since. */
function afterwards(
  gone: readonly Gone[],
  isAsked: (at: string, seq: number) => boolean,
  stands: (visit: string) => boolean,
): readonly OpenWork[] {
  const owing = new Map<string, { department: string; book: string; since: CivilDate; visits: Set<string> }>();
  for (const { seq, department, book, visit, on: since } of gone) {
    if (!approvalBinds(since) || !stands(visit) || isAsked(`${department} ${visit}`, seq)) continue;
    const at = `${department} ${book}`;
    const known = owing.get(at) ?? { department, book, since, visits: new Set<string>() };
    known.visits.add(visit);
    owing.set(at, known);
  }
  return [...owing.values()].map(({ department, book, since, visits }) => ({
    step: 'afterwards',
    no: 0,
    book,
    count: visits.size,
    name: department,
    by: `department:${department}`,
    waits: null,
    since,
    due: null,
  }));
}

async function agendas(
  { db }: Pick<Deps, 'db'>,
  stands: (visit: string) => boolean,
  today: CivilDate,
): Promise<readonly OpenWork[]> {
  const [proposed, answers] = await Promise.all([
    factBodies<AgendaProposed>(db, 'agenda-proposed'),
    factBodies<AgendaAnswered>(db, 'agenda-answered'),
  ]);
  const last = new Map(proposed.flatMap(({ seq, body }) => body.visits.map((visit) => [visit, seq] as const)));
  const said = new Set(answers.map(({ body }) => `${body.agenda} ${body.department}`));
  const work: OpenWork[] = [];
  for (const { seq, body } of proposed) {
    const open = body.visits.filter((visit) => stands(visit) && last.get(visit) === seq);
    const silent = body.to.filter((department) => !said.has(`${seq} ${department}`));
    if (open.length === 0 || silent.length === 0 || body.on < today) continue;
    const matter = { step: 'agenda', no: seq, book: body.book, count: open.length, name: body.department } as const;
    const since = await dayAt(db, seq);
    for (const department of silent)
      work.push({
        ...matter,
        by: `department:${department}`,
        waits: `department:${body.department}`,
        since,
        due: body.on,
      });
  }
  return work;
}

async function filings({ db }: Pick<Deps, 'db'>, people: readonly Enrolled[]): Promise<readonly OpenWork[]> {
  return (await filingsOf(db)).flatMap((filing): readonly OpenWork[] => {
    const { filed, approval, held, seq } = filing;
    // Whoever went before the receipts and the approval still owes them; what the head returned and nobody held is over.
    if (held === null ? approval?.approved === false : held.urgent === '') return [];
    const since = dayOf(filing.at);
    const matter = {
      no: seq,
      book: '',
      count: 1,
      name: filed.department,
      waits: `department:${filed.department}`,
      since,
      due: filed.on,
    } as const;
    const receivers = receiptsLacking(filing).flatMap((receiver): readonly Debtor[] =>
      receiver === 'office'
        ? ['office']
        : people.filter(({ roles }) => roles.includes(receiver)).map(({ person }): Debtor => `person:${person}`),
    );
    const heads = approval === null ? headsIn(people, filed.department, filing.by) : [];
    return [
      ...receivers.map((by) => ({ ...matter, step: 'receipt' as const, by })),
      ...heads.map((by) => ({ ...matter, step: 'filing-approval' as const, by })),
    ];
  });
}

/** Joint tasks on site whose lead has kept no scheme, where the policy asks for one. */
async function schemes(
  db: Deps['db'],
  plans: readonly Pick<Plan, 'no' | 'tasks'>[],
  policy: Policy | null,
  today: CivilDate,
): Promise<readonly OpenWork[]> {
  if (policy === null || requires(policy, 'scheme-for-on-site', today) === null) return [];
  const found: OpenWork[] = [];
  for (const { no, tasks } of plans) {
    const kept = await tasksWithScheme(db, no);
    for (const task of tasks) {
      if (task.reach !== 'joint' || task.method !== 'on-site' || kept.has(task.no) || task.window.to < today) continue;
      const by: Debtor = `department:${task.lead}`;
      found.push({
        step: 'scheme',
        no: 0,
        book: no,
        count: 1,
        name: task.no,
        by,
        waits: 'office',
        since: today,
        due: task.window.from,
      });
    }
  }
  return found;
}

/** @param asked who asked, as the ledger names him: he does not decide on his own request, and is not reminded of it */
const headsIn = (people: readonly Enrolled[], department: string, asked: string): readonly Debtor[] =>
  people
    .filter(({ roles, department: own }) => roles.includes('head') && own === department)
    .map(({ person }): Debtor => `person:${person}`)
    .filter((head) => head !== asked);
