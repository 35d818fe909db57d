/** Whether a figure meets what the policy asks of it. Where part of what it counts was not entered, it is not said to be met. */
import { type CivilDate, lastOfMonth, monthOf, yearOf } from '../calendar.ts';
import type { Ruling } from '../policy/cited.ts';
import type { Figure } from '../policy/figure.ts';
import type { Target } from '../policy/shape.ts';
import { never } from '../result.ts';
import { type FigureValue, type Goal, shareOf } from './figure.ts';
import { publicity, statedIn } from './of-statements.ts';
import type { Recorded, Scope } from './recorded.ts';

export function goalOf(
  value: Omit<FigureValue, 'goals'>,
  { value: { goal }, source }: Ruling<Target>,
  recorded: Recorded,
  scope: Scope,
): Goal {
  return { goal, source, met: isMet(value, goal, recorded, scope) };
}

function isMet(
  value: Omit<FigureValue, 'goals'>,
  goal: Target['goal'],
  recorded: Recorded,
  scope: Scope,
): boolean | null {
  switch (goal.kind) {
    case 'rise':
      return null;
    case 'all':
      return reaches(value, 10000);
    case 'share':
      return reaches(value, goal.bp);
    case 'count':
      return countMet(value.figure, goal, recorded, scope);
    default:
      return never(goal);
  }
}

function reaches(value: Omit<FigureValue, 'goals'>, bp: number): boolean | null {
  const share = shareOf(value);
  const shares = value.parts.flatMap(({ n, of }) => (n === null || of === null || of === 0 ? [] : [(n * 10000) / of]));
  const isByKind = value.parts.some(({ n }) => n === null) || ofKinds.includes(value.figure);
  if (share === null) return null;
  // Each kind for itself: many permits do not make up for penalties that were not published.
  if (isByKind && shares.some((each) => each < bp)) return false;
  if (share < bp) return false;
  return value.parts.some(({ n }) => n === null) || value.silent.length > 0 ? null : true;
}

const ofKinds: readonly Figure[] = ['records-entered', 'records-published', 'other-records'];

/** Each department for itself: every month that is over, or the year. */
function countMet(
  figure: Figure,
  { n, per }: Extract<Target['goal'], { kind: 'count' }>,
  recorded: Recorded,
  scope: Scope,
): boolean | null {
  if (figure !== 'news' && figure !== 'exposures') return null;
  const bodies = recorded.departments
    .map(({ code }) => code)
    .filter((code) => recorded.bodyOf(code) === code && (scope.department === null || code === scope.department));
  const spans = per === 'month' ? monthsIn(scope) : [scope];
  const answers = bodies.flatMap((department) =>
    spans.map((span): boolean | null => {
      const { count } = publicity(recorded, { ...span, department }, figure);
      if (count !== 'no-data' && count.n >= n) return true;
      // A year's number that was stated as a whole says nothing of its months.
      const isTold = count !== 'no-data' || statedIn(recorded, { ...span, department }, figure).length > 0;
      const isOver = span.to < recorded.today && (per === 'month' || isWholeYear(span));
      return isOver && isTold ? false : null;
    }),
  );
  if (answers.includes(false)) return false;
  return answers.length === 0 || answers.includes(null) ? null : true;
}

type Span = Pick<Scope, 'from' | 'to'>;

const isWholeYear = ({ from, to }: Span): boolean => from <= `${yearOf(to)}-01-01` && to === `${yearOf(to)}-12-31`;

/** Months that lie in the span as a whole. */
export function monthsIn({ from, to }: Span): readonly Span[] {
  const months: Span[] = [];
  for (let [year, month] = [yearOf(from), monthOf(from)]; first(year, month) <= to; ) {
    const span = { from: first(year, month), to: lastOfMonth(year, month) };
    if (from <= span.from && span.to <= to) months.push(span);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
}

const first = (year: number, month: number): CivilDate => `${year}-${String(month).padStart(2, '0')}-01`;
