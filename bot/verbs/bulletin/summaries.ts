/** Summaries that the policy in force asks for, who owes each, and who has sent what. */
import type { PrintedFigure } from '../../../core/bulletin/bulletin.ts';
import {
  isIn,
  type SummaryAsked,
  type SummaryHeld,
  summariesAsked,
  summariesHeld,
} from '../../../core/bulletin/summary.ts';
import { type CivilDate, yearOf } from '../../../core/calendar.ts';
import { holdersOf } from '../../../core/owed/parties.ts';
import type { Department } from '../../../core/registry/department.ts';
import { ok, type Result } from '../../../core/result.ts';
import { dossierOf } from '../../../db/dossier.ts';
import { readText } from '../../../db/pages.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { calendarInForce } from '../registry/calendar-in-force.ts';
import { departmentsAsHeld, stillIn } from '../registry/departments.ts';
import { policyInForce } from '../registry/policy-in-force.ts';

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly held: SummaryHeld | null;
  readonly state: 'missing' | 'in' | 'late' | 'returned';
}

export interface SummaryBoard {
  readonly asked: SummaryAsked;
  readonly today: CivilDate;
  /** Those who owe it, in the order of the register; then whoever sent one unasked. */
  readonly units: readonly Unit[];
}

/** Summaries of a year, as the policy in force now asks for them. */
export async function askedIn(
  { db }: Pick<Deps, 'db'>,
  year: number,
  today: CivilDate,
): Promise<readonly SummaryAsked[]> {
  const policy = await policyInForce(db, today);
  return policy === null ? [] : summariesAsked(policy, year, await calendarInForce(db));
}

/** @param period `half-year-report/2025` */
export async function askedPeriod(deps: Deps, period: string): Promise<Result<SummaryAsked, Refusal>> {
  const today = dayOf(deps.now());
  const year = Number(/\/(\d{4})(?:-\d)?$/.exec(period)?.[1] ?? yearOf(today));
  const all = await askedIn(deps, year, today);
  const asked = all.find((each) => each.period === period);
  if (asked === undefined)
    return refuse('bulletin', { reason: 'no-period', period, asked: all.map((each) => each.period) });
  return asked.isBinding
    ? ok(asked)
    : refuse('bulletin', { reason: 'before-effect', period, due: asked.due ?? asked.to });
}

export async function summaryBoard(deps: Deps, period: string): Promise<Result<SummaryBoard, Refusal>> {
  const asked = await askedPeriod(deps, period);
  return asked.ok ? ok(await boardOf(deps, asked.value)) : asked;
}

export async function boardOf(deps: Deps, asked: SummaryAsked): Promise<SummaryBoard> {
  const today = dayOf(deps.now());
  const [listed, dossier] = await Promise.all([
    departmentsAsHeld(deps.db),
    dossierOf(deps.db, { matter: 'period', id: asked.period }),
  ]);
  const departments = listed.filter((each) => stillIn(each, today));
  const held = summariesHeld(dossier);
  const owing = unitsOwing(asked, departments);
  const others = [...held.keys()].filter((code) => !owing.includes(code));
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  const units = [...owing, ...others].map((code): Unit => {
    const own = held.get(code);
    const state = own === undefined ? 'missing' : !isIn(own) ? 'returned' : own.late ? 'late' : 'in';
    return { code, name: names.get(code) ?? code, held: own ?? null, state };
  });
  return { asked, today, units };
}

/** Codes of those who owe it, in the order of the register. */
export function unitsOwing({ by }: SummaryAsked, departments: readonly Department[]): readonly string[] {
  const owing = new Set(by.flatMap((party) => holdersOf(party, departments, { leads: [], partners: [] })));
  return departments.map(({ code }) => code).filter((code) => owing.has(`department:${code}`));
}

/** A unit's figures as they were when it sent its summary. */
export async function figuresSent(deps: Pick<Deps, 'db'>, { figures }: SummaryHeld): Promise<readonly PrintedFigure[]> {
  if (figures.length === 0) return [];
  const printed: readonly PrintedFigure[] = JSON.parse(await readText(deps.db, figures));
  return printed;
}
