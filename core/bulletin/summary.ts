/**
 * 小结、总结、工作打算: what members, county offices or sections send to the office, by the policy's days (三明 2025 五(十四), 石狮 2024
 * 末段, 福安 2018 三). One that comes late is taken and marked; one with an empty part is not taken (三明: 四部分).
 */
import { type Calendar, type CivilDate, yearOf } from '../calendar.ts';
import type { Json } from '../canonical.ts';
import { writtenAs } from '../ledger/dossier.ts';
import { owedOf, requires } from '../policy/ask.ts';
import type { Source } from '../policy/cited.ts';
import { ruling } from '../policy/cited.ts';
import { dueDays, policyYear } from '../policy/due.ts';
import type { Party, Policy } from '../policy/shape.ts';
import type { Words } from '../words.ts';

export const summaryKeys = ['half-year-report', 'year-report', 'next-year-plan', 'work-report', 'progress'] as const;
export type SummaryKey = (typeof summaryKeys)[number];
export const isSummaryKey = (text: string): text is SummaryKey => summaryKeys.some((key) => key === text);

export const summaryWords: Readonly<Record<SummaryKey, Words>> = {
  'half-year-report': { zh: '上半年工作小结', en: 'half-year summary' },
  'year-report': { zh: '全年工作总结', en: "year's summary" },
  'next-year-plan': { zh: '下一年度工作打算（含抽查计划）', en: "next year's intentions, with the plan" },
  'work-report': { zh: '监管工作情况', en: 'report of supervision work' },
  progress: { zh: '抽查工作进展情况', en: 'progress of the draws' },
};

export interface SummaryAsked {
  readonly key: SummaryKey;
  /** `half-year-report/2025`, `progress/2024-2`. */
  readonly period: string;
  readonly year: number;
  /** What its figures are counted over. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Null where the document gives no day. */
  readonly due: CivilDate | null;
  /** It fell before the policy bound and was never owed. */
  readonly isBinding: boolean;
  readonly by: readonly Party[];
  readonly source: Source;
  /** The document's parts, in its order. */
  readonly parts: readonly string[];
  /** Rows of next year's plan come with it. */
  readonly withRows: boolean;
}

/** Summaries that a policy asks for in a year, earliest first. */
export function summariesAsked(policy: Policy, year: number, calendar: Calendar): readonly SummaryAsked[] {
  const held = policyYear(policy, year);
  if (!held.ok) return [];
  const dated = dueDays(policy, held.value, calendar).flatMap(({ deadline, due, state, source }) => {
    const { key, by } = deadline;
    if (key !== 'half-year-report' && key !== 'year-report' && key !== 'next-year-plan') return [];
    const of = yearOf(due);
    const asked = { key, period: `${key}/${of}`, year: of, ...spanOf(key, of), due, by, source };
    return [{ ...asked, isBinding: state === 'binding', ...contentOf(policy, key, due) }];
  });
  const to = `${year}-12-31`;
  const undated = owedOf(policy, 'work-report', to).map(({ value, source }): SummaryAsked => {
    const key = 'work-report';
    const asked = {
      key,
      period: `${key}/${year}`,
      year,
      ...spanOf(key, year),
      due: null,
      by: value.by,
      source,
    } as const;
    return { ...asked, isBinding: to >= policy.from, ...contentOf(policy, key, to) };
  });
  return [...dated, ...undated, ...progressAsked(policy, year)];
}

/** 及时报送 without a day: once a quarter, from its last month on. */
function progressAsked(policy: Policy, year: number): readonly SummaryAsked[] {
  return [1, 2, 3, 4].flatMap((quarter): readonly SummaryAsked[] => {
    const { from, to } = quarterSpan(year, quarter);
    const asked = requires(policy, 'progress-sent', to);
    if (asked === null || to < policy.from) return [];
    const by = reportersOf(policy, to);
    return [
      {
        key: 'progress',
        period: `progress/${year}-${quarter}`,
        year,
        from,
        to,
        due: null,
        isBinding: true,
        by,
        source: asked.source,
        ...contentOf(policy, 'progress', to),
      },
    ];
  });
}

/** Whoever owes the summaries owes news of the work, too. */
const reportersOf = (policy: Policy, on: CivilDate): readonly Party[] => {
  const reports = policy.deadlines.map((each) => ruling(each, on).value).filter(({ key }) => key === 'year-report');
  return reports.length === 0 ? ['member'] : [...new Set(reports.flatMap(({ by }) => by))];
};

export function quarterSpan(year: number, quarter: number): { readonly from: CivilDate; readonly to: CivilDate } {
  const month = (n: number): string => String(n).padStart(2, '0');
  const last = quarter * 3;
  return { from: `${year}-${month(last - 2)}-01`, to: `${year}-${month(last)}-${last === 3 || last === 12 ? 31 : 30}` };
}

const spanOf = (key: SummaryKey, year: number) =>
  key === 'half-year-report'
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-01-01`, to: `${year}-12-31` };

function contentOf(policy: Policy, key: SummaryKey, on: CivilDate): Pick<SummaryAsked, 'parts' | 'withRows'> {
  const own = policy.reportParts === null ? null : ruling(policy.reportParts, on).value;
  switch (key) {
    case 'half-year-report':
    case 'year-report':
      return { parts: own ?? ['抽查工作开展情况'], withRows: false };
    case 'next-year-plan':
      return { parts: ['工作打算'], withRows: true };
    case 'work-report':
      return { parts: ['监管工作情况'], withRows: false };
    case 'progress':
      return { parts: ['进展情况'], withRows: false };
  }
}

/** The fact's body: its figures and its file lie in pages. */
export interface SummarySubmitted {
  readonly period: string;
  readonly department: string;
  readonly parts: readonly { readonly name: string; readonly words: string }[];
  readonly late: boolean;
  readonly on: CivilDate;
  /** The unit's figures as they were that day. */
  readonly figures: readonly string[];
  readonly file: {
    readonly name: string;
    readonly bytes: number;
    readonly pages: readonly string[];
    readonly taken: number;
    readonly left: number;
  } | null;
  /** The unit says that it leads no task next year, so that no sheet comes with it. */
  readonly leadsNothing: boolean;
}

export interface SummaryReturned {
  readonly period: string;
  readonly department: string;
  /** The fact that submitted it. */
  readonly summary: number;
  readonly words: string;
}

export interface SummaryHeld extends SummarySubmitted {
  readonly seq: number;
  readonly at: string;
  /** `person:…` */
  readonly by: string;
  /** Why the office sent it back; null while it stands. */
  readonly returned: string | null;
  /** Versions of it that came before. */
  readonly before: number;
}

interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  /** Null once it was erased on record. */
  readonly body: Json | null;
}

/** The last version of each unit. @param entries the period's dossier, oldest first */
export function summariesHeld(entries: readonly Entry[]): ReadonlyMap<string, SummaryHeld> {
  const held = new Map<string, SummaryHeld>();
  for (const { seq, at, kind, actor, body } of entries) {
    if (body === null) continue;
    if (kind === 'summary-submitted') {
      const told = writtenAs<SummarySubmitted>(body);
      const before = held.get(told.department);
      held.set(told.department, {
        ...told,
        seq,
        at,
        by: actor,
        returned: null,
        before: before === undefined ? 0 : before.before + 1,
      });
    } else if (kind === 'summary-returned') {
      const told = writtenAs<SummaryReturned>(body);
      const before = held.get(told.department);
      if (before?.seq === told.summary) held.set(told.department, { ...before, returned: told.words });
    }
  }
  return held;
}

export const isIn = (held: SummaryHeld | undefined): boolean => held !== undefined && held.returned === null;
