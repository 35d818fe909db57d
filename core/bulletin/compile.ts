/** A bulletin made of what was counted: its figures with goals, what is late, what was found, what to look at next. Pure; nothing is ranked. */
import type { CivilDate } from '../calendar.ts';
import { kindOf, outcomeKinds } from '../outcome/code.ts';
import { ruling } from '../policy/cited.ts';
import type { Figure } from '../policy/figure.ts';
import type { Policy } from '../policy/shape.ts';
import { type SignKind, signKinds } from '../risk/sign.ts';
import { signKindWords } from '../risk/words.ts';
import type { Bulletin, OverdueLine, PrintedDepartment, PrintedFigure, TradeLine } from './bulletin.ts';
import { definitionOf, type FigureValue, isReported } from './figure.ts';
import { awaitedOf, isDone, isFinished } from './of-tasks.ts';
import { type BulletinPeriod, periodName } from './period.ts';
import { type Names, printed } from './print.ts';
import type { CountedOutcome, Recorded, TaskPart } from './recorded.ts';
import { type Analysed, analysed } from './trade.ts';

export interface CountedPeriod {
  readonly policy: Policy | null;
  readonly recorded: Recorded;
  readonly area: readonly FigureValue[];
  readonly departments: readonly {
    readonly department: string;
    readonly name: string;
    readonly figures: readonly FigureValue[];
  }[];
}

/** What people add. */
export interface Added {
  readonly issuers: readonly string[];
  readonly practice: Bulletin['practice'];
  readonly news: Bulletin['news'];
  readonly summaries: Bulletin['summaries'];
  readonly nextYear: Bulletin['nextYear'];
  /** Signs of work for form's sake in the period, each with whether its unit has said how it came (三明 四(十二), 石狮 四(五)). */
  readonly signs: readonly { readonly kind: SignKind; readonly outcomes: number; readonly answered: boolean }[];
  /** Missed deadlines that are no tasks. */
  readonly overdue: readonly OverdueLine[];
  /** Empty: what follows from the figures. */
  readonly next: readonly string[];
}

export function compileBulletin(period: BulletinPeriod, counted: CountedPeriod, names: Names, added: Added): Bulletin {
  const { recorded, policy } = counted;
  const reported = counted.area.filter(isReported);
  const area = reported.map((value) => printed(value, names));
  const columns = reported.map(({ figure }) => figure).filter((figure) => ofDepartments.includes(figure));
  const departments = counted.departments.flatMap(({ department, name, figures }): readonly PrintedDepartment[] => {
    // The same columns for everybody, in the order of the catalogue.
    const own = figures.filter(({ figure }) => columns.includes(figure));
    return own.every(({ count }) => count === 'no-data')
      ? []
      : [{ code: department, name, figures: own.map((value) => printed(value, names)) }];
  });
  const overdue = [...lateTasks(recorded, names), ...added.overdue];
  const year = recorded.outcomes.filter((each) => isPublic(each) && isIn(each, `${period.year}-01-01`, period.to));
  const items = new Map(recorded.items.map((item) => [item.code, item]));
  const trades = analysed(year, recorded.findings, (code) => items.get(code)?.field || null);
  const found = analysed(year, recorded.findings, (code) => code).filter((each) => each.found.length > 0);
  const inPeriod = recorded.outcomes.filter((each) => isPublic(each) && isIn(each, period.from, period.to));
  return {
    kind: period.kind,
    period: period.period,
    title: titleOf(period),
    issuers: added.issuers,
    on: recorded.today,
    from: period.from,
    to: period.to,
    opening: openingOf(period, recorded, inPeriod),
    figures: area,
    departments,
    origins: originsOf(recorded),
    overdue,
    outcomes: outcomeKinds.map(({ code, label }) => ({
      name: label,
      n: inPeriod.filter((each) => each.code === code).length,
    })),
    trades: trades.map((each) => lineOf(each, each.key)),
    items: found.map((each) => lineOf(each, items.get(each.key)?.name ?? each.key)),
    practice: added.practice,
    news: added.news,
    badChecks: badChecksOf(policy, recorded, period, added.signs),
    summaries: added.summaries,
    next: added.next.length > 0 ? added.next : nextSteps(area, overdue),
    nextYear: added.nextYear,
  };
}

/** Rates of being in time and complete. How many were checked or found is no measure of a department (54号 严禁). */
const ofDepartments: readonly Figure[] = [
  'on-time',
  'published',
  'followed-up',
  'plan-finished',
  'items-finished',
  'mobile-entry',
  'outcomes-collected',
];

const titleOf = (period: BulletinPeriod): string => {
  const name = periodName(period);
  switch (period.kind) {
    case 'quarter':
      return `关于${name}“双随机、一公开”监管工作开展情况的通报`;
    case 'regular':
      return `关于${name}“双随机、一公开”抽查计划执行情况的通报`;
    case 'half-year':
      return `${name}“双随机、一公开”监管工作小结`;
    case 'year':
      return `${name}“双随机、一公开”监管工作总结`;
  }
};

const isPublic = ({ state }: CountedOutcome): boolean => state === 'public';
const isIn = ({ checkedOn }: CountedOutcome, from: CivilDate, to: CivilDate): boolean =>
  checkedOn !== null && from <= checkedOn && checkedOn <= to;

function openingOf(period: BulletinPeriod, recorded: Recorded, outcomes: readonly CountedOutcome[]): string {
  const tasks = byTask(recorded.parts);
  const finished = tasks.filter(isFinished).length;
  const problems = outcomes.filter(({ code }) => code !== null && kindOf(code).problem).length;
  const findings = recorded.findings.filter(({ on }) => period.from <= on && on <= period.to);
  const disposed = findings.filter((each) => each.disposed).length;
  return [
    `${period.year}年度计划抽查任务 ${tasks.length} 项，截至${chinese(recorded.today)}已完成并公示 ${finished} 项。`,
    `本期（${chinese(period.from)}至${chinese(period.to)}）公示检查结果 ${outcomes.length} 项，其中发现问题 ${problems} 项；`,
    `本期发现的问题 ${findings.length} 项，已处置 ${disposed} 项。`,
  ].join('');
}

const chinese = (day: CivilDate): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

const byTask = (parts: readonly TaskPart[]): readonly (readonly TaskPart[])[] => [
  ...Map.groupBy(
    parts.filter(({ withdrawn }) => !withdrawn),
    ({ task }) => task,
  ).values(),
];

const originNames = [
  { origin: 'province', name: '省级统一任务' },
  { origin: 'city', name: '市级统一任务' },
  { origin: 'own', name: '本级任务' },
] as const;

/** Tasks from above stand before our own (石狮 2024 二: 在完成省、市统一任务的基础上). */
function originsOf({ parts }: Recorded): Bulletin['origins'] {
  const tasks = byTask(parts);
  return originNames.flatMap(({ origin, name }) => {
    const own = tasks.filter(([first]) => first?.origin === origin);
    return own.length === 0 ? [] : [{ name, tasks: own.length, finished: own.filter(isFinished).length }];
  });
}

/** Parts whose day has passed and that are not done; unfinished tasks from above first, then by their day. */
function lateTasks({ parts, today }: Recorded, names: Names): readonly OverdueLine[] {
  const order = originNames.map(({ origin }) => origin);
  return byTask(parts)
    .flatMap(awaitedOf)
    .filter((part) => !isDone(part) && (lastDay(part) ?? '9999') < today)
    .map((part) => ({ part, rank: part.origin === 'own' ? order.length : 0, day: lastDay(part) ?? part.due }))
    .sort((a, b) => a.rank - b.rank || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ part: { task, department, ended, left }, day }) => ({
      department: names.department(department),
      what: `${names.row({ kind: 'task', id: task, department, n: 0, of: 1, lacking: 'late' })}：${ended === null ? '检查未完成' : left ? '全部事项说明理由未检查，计划尚未相应调整' : '检查结果未全部公示'}`,
      due: day,
    }));
}

const lastDay = ({ ended, due, publishBy }: TaskPart): CivilDate | null => (ended === null ? due : publishBy);

const lineOf = ({ checked, found, repeated, open }: Analysed, name: string): TradeLine => ({
  name,
  checked: checked.length,
  found: found.length,
  repeated: repeated.length,
  open: open.length,
});

/** The document's own list, each with what the ledger shows of it; of the others people know better. */
function badChecksOf(
  policy: Policy | null,
  recorded: Recorded,
  period: BulletinPeriod,
  signs: Added['signs'],
): Bulletin['badChecks'] {
  if (policy === null || policy.badChecks === null) return [];
  const again = visitedAgain(recorded, period);
  return ruling(policy.badChecks, period.to).value.map((name) => ({
    name,
    signs: [
      ...(name.includes('重复') && again > 0
        ? [`本期有 ${again} 户在不同日期被上门检查 2 次以上，请核对能否合并`]
        : []),
      ...signKinds.flatMap((kind) => (namesSign(name, kind) ? signWords(kind, signs) : [])),
    ],
  }));
}

/** Which of a document's words a sign speaks to: 随意录入 is about how outcomes were entered, 形式 about all of it. */
const namesSign = (name: string, kind: SignKind): boolean =>
  name.includes('形式') || (name.includes('录入') && kind !== 'never-finds');

/** No unit is named where everybody reads: each has its own before it, and is asked how it came. */
function signWords(kind: SignKind, all: Added['signs']): readonly string[] {
  const own = all.filter((each) => each.kind === kind);
  if (own.length === 0) return [];
  const outcomes = own.reduce((sum, each) => sum + each.outcomes, 0);
  const answered = own.filter((each) => each.answered).length;
  return [`${signKindWords[kind].zh} ${own.length} 处，涉及检查结果 ${outcomes} 项，有关单位已说明 ${answered} 处`];
}

function visitedAgain({ outcomes }: Recorded, { from, to }: BulletinPeriod): number {
  const days = new Map<string, Set<string>>();
  for (const each of outcomes)
    if (each.checkedOn !== null && isIn(each, from, to))
      days.set(each.subject, (days.get(each.subject) ?? new Set()).add(each.checkedOn));
  return [...days.values()].filter((own) => own.size > 1).length;
}

function nextSteps(figures: readonly PrintedFigure[], overdue: readonly OverdueLine[]): readonly string[] {
  const missed = figures.filter(({ goals }) => goals.some(({ met }) => met === false)).map(({ figure }) => figure);
  const silent = figures.filter((each) => each.value === '无数据' && definitionOf(each.figure).arises === 'elsewhere');
  return [
    ...(overdue.length === 0
      ? []
      : [`抓紧办理逾期事项。有关单位要对照逾期事项清单（共 ${overdue.length} 项）逐项办结，并及时公示检查结果。`]),
    ...(missed.length === 0
      ? []
      : [
          `补齐未达到目标的指标。各单位要对照${[...new Set(missed)].map((key) => `“${definitionOf(key).name.zh}”`).join('、')}查找原因、逐项整改。`,
        ]),
    ...(silent.length === 0
      ? []
      : [`报送统计数据。${silent.map(({ name }) => `“${name}”`).join('、')}所需数据由有关单位填报并注明来源。`]),
    '严格按计划实施检查，做到未列入清单的事项不检查、能合并的不重复上门。',
  ];
}
