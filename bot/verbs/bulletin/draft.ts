/** 初稿: a bulletin of a period as it would be issued now, and those that were issued as they were. */
import type { Bulletin } from '../../../core/bulletin/bulletin.ts';
import { compileBulletin } from '../../../core/bulletin/compile.ts';
import { type BulletinPeriod, bulletinPeriod, inPolicyYear } from '../../../core/bulletin/period.ts';
import { isIn, type SummaryKey, summaryWords } from '../../../core/bulletin/summary.ts';
import { yearOf } from '../../../core/calendar.ts';
import { holdersOf } from '../../../core/owed/parties.ts';
import { bulletinsOf } from '../../../core/policy/measure.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { partyWords } from '../../../core/policy/words.ts';
import { ok, type Result } from '../../../core/result.ts';
import { signsIn } from '../../../core/risk/sign.ts';
import type { Db } from '../../../db/database.ts';
import { readText } from '../../../db/pages.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { practicesHeld } from '../exchange/practices.ts';
import { newsHeld } from '../exchange/send-news.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { seenOutcomes } from '../risk/seen.ts';
import { signAnswers } from '../risk/signals.ts';
import { allFigures } from './figures.ts';
import { intentionsFor } from './intentions.ts';
import { rowNames } from './names.ts';
import { askedIn, boardOf, type SummaryBoard } from './summaries.ts';

/** The fact's body; the bulletin itself lies in its pages. */
export interface BulletinIssued {
  readonly period: string;
  readonly kind: Bulletin['kind'];
  readonly title: string;
  readonly on: string;
  readonly pages: readonly string[];
  /** Codes of those to whom it is posted. */
  readonly to: readonly string[];
}

export const issuedIn = async (db: Db): Promise<readonly (BulletinIssued & { readonly seq: number })[]> =>
  (await factBodies<BulletinIssued>(db, 'bulletin-issued')).map(({ seq, body }) => ({ ...body, seq }));

/** As it was issued. */
export async function issuedBulletin(db: Db, period: string): Promise<Result<Bulletin, Refusal>> {
  const found = (await issuedIn(db)).find((each) => each.period === period);
  if (found === undefined) return refuse('bulletin', { reason: 'no-bulletin', period });
  const bulletin: Bulletin = JSON.parse(await readText(db, found.pages));
  return ok(bulletin);
}

export function periodTyped(text: string): Result<BulletinPeriod, Refusal> {
  const period = bulletinPeriod(text);
  return period === null ? refuse('bulletin', { reason: 'not-a-period', text }) : ok(period);
}

/** @param next 下一步工作 as the office writes it; what follows from the figures where it writes nothing */
export async function draftBulletin(
  deps: Deps,
  named: BulletinPeriod,
  next: readonly string[] = [],
): Promise<Result<Bulletin, Refusal>> {
  const binding = await policyInForce(deps.db, named.to);
  const period = binding === null ? named : inPolicyYear(named, binding);
  const counted = await allFigures(deps, period);
  const { policy } = counted;
  const on = counted.recorded.today;
  if (policy === null) return refuse('bulletin', { reason: 'no-policy', on });
  const names = await rowNames(deps);
  const boards = await boardsOf(deps, period);
  return ok(
    compileBulletin(period, counted, names, {
      issuers: await issuersOf(deps, policy, period),
      practice: await practiceOf(deps, period, boards, names.department),
      news: await newsOf(deps, period, names.department),
      summaries: boards.flatMap(({ units }) =>
        units.map(({ name, state, held }) => ({ unit: name, state: stateWords(state, held?.on ?? null) })),
      ),
      nextYear: period.kind !== 'year' ? [] : await nextYearOf(deps, period.year + 1, names.department),
      signs: await signsOf(deps, period),
      overdue: await missedSummaries(deps, period, on),
      next,
    }),
  );
}

/** Those whose outcomes are of checks in the period. */
async function signsOf(deps: Deps, { from, to }: BulletinPeriod) {
  const seen = (await seenOutcomes(deps, yearOf(to))).filter(({ checkedOn }) => from <= checkedOn && checkedOn <= to);
  const answered = new Set((await signAnswers(deps.db)).map(({ sign }) => sign));
  return signsIn(seen).map(({ id, kind, outcomes }) => ({
    kind,
    outcomes: outcomes.length,
    answered: answered.has(id),
  }));
}

const stateWords = (state: SummaryBoard['units'][number]['state'], on: string | null): string => {
  switch (state) {
    case 'missing':
      return '未报送';
    case 'returned':
      return '已退回，待重新报送';
    case 'late':
      return `${on} 报送（逾期）`;
    case 'in':
      return `${on} 报送`;
  }
};

export const reportOf = { 'half-year': 'half-year-report', year: 'year-report' } as const satisfies Partial<
  Record<BulletinPeriod['kind'], SummaryKey>
>;

/** The office's own summary is compiled from those that it was sent. */
async function boardsOf(deps: Deps, period: BulletinPeriod): Promise<readonly SummaryBoard[]> {
  if (period.kind !== 'half-year' && period.kind !== 'year') return [];
  const key = reportOf[period.kind];
  const asked = (await askedIn(deps, period.year, dayOf(deps.now()))).filter(
    (each) => each.key === key && each.isBinding,
  );
  return Promise.all(asked.map((each) => boardOf(deps, each)));
}

async function missedSummaries(deps: Deps, { year, to }: BulletinPeriod, today: string) {
  const asked = (await askedIn(deps, year, today)).filter(
    ({ due, isBinding }) => isBinding && due !== null && due < today && due <= to,
  );
  const boards = await Promise.all(asked.map((each) => boardOf(deps, each)));
  return boards.flatMap(({ asked: { key, due, source, year: of }, units }) =>
    units
      .filter(({ state }) => state === 'missing' || state === 'returned')
      .map(({ name }) => ({
        department: name,
        what: `未按期报送${of} 年${summaryWords[key].zh}（${source.clause}）`,
        due: due ?? today,
      })),
  );
}

/** Of the summaries all parts after the first, which is about results and figures; and what was shared in the period. */
async function practiceOf(
  { db }: Deps,
  { from, to }: BulletinPeriod,
  boards: readonly SummaryBoard[],
  nameOf: (code: string) => string,
): Promise<Bulletin['practice']> {
  const told = boards.flatMap(({ units }) =>
    units.flatMap(({ name, held }) =>
      held === null || !isIn(held) ? [] : held.parts.map(({ name: part, words }) => ({ unit: name, part, words })),
    ),
  );
  const shared = (await practicesHeld(db))
    .filter(({ on }) => from <= on && on <= to)
    .map(({ department, title, words }) => ({ unit: nameOf(department), part: title, words }));
  return [...told, ...shared];
}

/** 工作动态 of the period goes in by itself: what is counted there is what is read there. */
async function newsOf(
  { db, office }: Deps,
  { from, to }: BulletinPeriod,
  nameOf: (code: string) => string,
): Promise<Bulletin['news']> {
  return (await newsHeld(db))
    .filter(({ on }) => from <= on && on <= to)
    .map(({ department, title, on, where }) => ({
      unit: department === 'office' ? office : nameOf(department),
      title,
      on,
      where,
    }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

const nextYearOf = async (deps: Deps, year: number, nameOf: (code: string) => string): Promise<Bulletin['nextYear']> =>
  (await intentionsFor(deps, year)).map(({ department, tasks, words }) => ({ unit: nameOf(department), tasks, words }));

/** Those whom the document names; a summary is the office's own. */
async function issuersOf(deps: Deps, policy: Policy, { kind, to }: BulletinPeriod): Promise<readonly string[]> {
  const ruled = bulletinsOf(policy, to).find(({ value }) => value.every === kind);
  if (ruled === undefined) return [deps.office];
  const departments = await departmentsAsHeld(deps.db);
  return ruled.value.by.map((party) => {
    if (party === 'office') return deps.office;
    const [holder = ''] = holdersOf(party, departments, { leads: [], partners: [] });
    return departments.find(({ code }) => holder === `department:${code}`)?.name ?? partyWords[party].zh;
  });
}
