/**
 * What outcomes say together: findings that come again, subjects that stay clean, areas and trades where more is found than elsewhere (甘州 2023
 * 二(二)5, 福安 2018 二(三)2, 万年 2022 三(三)4). Everything here is a reason for people to look, with its rows and its threshold; nothing is decided by it.
 */
import type { CivilDate } from '../calendar.ts';
import { kindOf, type OutcomeCode } from '../outcome/code.ts';
import type { Degree } from '../outcome/degree.ts';

/** An outcome with what it is about, as signs and risks are read from it. */
export interface SeenOutcome {
  /** `source/visit/department/item` */
  readonly id: string;
  /** `source/visit` */
  readonly visit: string;
  readonly department: string;
  readonly item: string;
  readonly code: OutcomeCode;
  readonly degree: Degree | null;
  readonly finding: string;
  readonly checkedOn: CivilDate;
  readonly inspectors: readonly string[];
  /** Who entered it, by which fact, when (server time). */
  readonly person: string;
  readonly seq: number;
  readonly at: string;
  /** `kind:number` */
  readonly subject: string;
  readonly place: string;
  readonly trades: readonly string[];
}

export const isProblem = ({ code }: Pick<SeenOutcome, 'code'>): boolean => kindOf(code).problem;

/** Nobody was found there, so that nothing was found out either. */
export const wasSeen = ({ code }: Pick<SeenOutcome, 'code'>): boolean =>
  isProblem({ code }) || code === 'no-problem' || code === 'no-business';

/** A subject with the outcomes that say so. */
export interface OfSubject {
  readonly subject: string;
  readonly outcomes: readonly string[];
}

/** Problems at two visits or more. */
export function repeatedFindings(outcomes: readonly SeenOutcome[]): readonly OfSubject[] {
  const found = Map.groupBy(outcomes.filter(isProblem), ({ subject }) => subject);
  return [...found].flatMap(([subject, own]) =>
    new Set(own.map(({ visit }) => visit)).size < 2 ? [] : [{ subject, outcomes: own.map(({ id }) => id) }],
  );
}

/** Seen, and nothing found in all of the period. */
export function cleanSubjects(outcomes: readonly SeenOutcome[]): readonly OfSubject[] {
  const bySubject = Map.groupBy(outcomes, ({ subject }) => subject);
  return [...bySubject].flatMap(([subject, own]) =>
    own.some(isProblem) || !own.some(({ code }) => code === 'no-problem')
      ? []
      : [{ subject, outcomes: own.map(({ id }) => id) }],
  );
}

/** Our reading; printed beside every warning: fewer visits say nothing, and twice the usual is worth a look. */
export const riskThreshold = { visits: 5, findings: 2, times: 2 } as const;

export interface Group {
  readonly name: string;
  readonly visits: number;
  /** Visits with a problem. */
  readonly withFindings: number;
  readonly outcomes: readonly string[];
  /** More is found here than the threshold takes for usual. */
  readonly stands: boolean;
}

export interface Grouped {
  /** Visits of all groups together, each once, and those with a problem. */
  readonly visits: number;
  readonly withFindings: number;
  /** By name, so that nothing is ranked. */
  readonly groups: readonly Group[];
}

/** Visits and findings by area or by trade. A subject of two trades counts in both. */
export function grouped(outcomes: readonly SeenOutcome[], of: (outcome: SeenOutcome) => readonly string[]): Grouped {
  const seen = outcomes.filter(wasSeen);
  const all = countOf(seen);
  const names = [...new Set(seen.flatMap(of))].filter((name) => name !== '').sort();
  const groups = names.map((name): Group => {
    const own = seen.filter((outcome) => of(outcome).includes(name));
    const { visits, withFindings } = countOf(own);
    const { visits: least, findings, times } = riskThreshold;
    // As whole numbers: found/visits ≥ times × all found/all visits.
    const stands =
      visits >= least && withFindings >= findings && withFindings * all.visits >= times * all.withFindings * visits;
    return { name, visits, withFindings, outcomes: own.filter(isProblem).map(({ id }) => id), stands };
  });
  return { ...all, groups };
}

function countOf(outcomes: readonly SeenOutcome[]): { readonly visits: number; readonly withFindings: number } {
  return {
    visits: new Set(outcomes.map(({ visit }) => visit)).size,
    withFindings: new Set(outcomes.filter(isProblem).map(({ visit }) => visit)).size,
  };
}
