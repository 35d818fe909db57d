/** References over the counties of the review's tests, and what is said at a cell. */
import { expect } from 'vitest';
import type { ReviewInput } from '../../../core/plan/review/desk.ts';
import { schemesOf } from '../../../core/policy/ask.ts';
import { type Checked, checkGrid, type Reference, type Weight } from '../../../core/sheet/check.ts';
import { cellAddress, type Grid } from '../../../core/sheet/grid.ts';
import { type County, county } from '../../plan/county.ts';

/** What the desk would give out for a consultation of that county's year. */
export function planReferenceOf(input: ReviewInput, own: Reference['own'] = null): Reference {
  const { plan, policy, calendar, today, departments, cells, ...review } = input;
  return {
    ref: { sheet: 'plan-tasks', book: `${plan.year}-1` },
    today,
    year: plan.year,
    own,
    departments,
    demand: [],
    plan: {
      no: plan.no,
      registry: {
        tags: [...new Set(cells.flatMap(({ tags }) => tags))],
        schemes: schemesOf(policy, `${plan.year}-12-31`).map(({ value }) => ({
          id: value.id,
          labels: value.classes.map(({ label }) => label),
        })),
      },
      policy,
      calendar,
      cells,
      review,
      doorLimit: plan.doorLimit,
    },
  };
}

export const market = { code: 'market', name: '市场监管局' };
export const referenceOf = (name: County, own: Reference['own'] = market): Reference =>
  planReferenceOf(county(name), own);

export const listReferenceOf = (sheet: Reference['ref']['sheet'], change: Partial<Reference> = {}): Reference => ({
  ref: { sheet, book: 'standing' },
  today: '2025-04-01',
  year: null,
  own: null,
  departments: county('三明').departments,
  demand: [],
  plan: null,
  ...change,
});

export function check(grid: Grid, reference: Reference): Checked {
  const checked = checkGrid(grid, reference);
  expect(checked).toMatchObject({ ok: true });
  if (!checked.ok) throw new Error(checked.error.kind);
  return checked.value;
}

/** What is said, with the address that a person sees: `C3 抽查比例 refused 无法识别…`. */
export const saidOf = ({ rows }: Checked, least: Weight = 'notice'): string[] =>
  rows.flatMap(({ row, remarks }) =>
    remarks
      .filter(({ weight }) => rank[weight] <= rank[least])
      .map(({ column, header, weight, words }) =>
        [column < 0 ? `第${row + 1}行` : cellAddress(row, column), header, weight, words.zh].join(' '),
      ),
  );
const rank = { refused: 0, 'in-principle': 1, notice: 2 } as const;

export const planHeaders =
  '抽查任务名称|抽查领域|抽查事项|抽查对象|牵头部门|配合部门|抽查比例|抽查户数|抽查频次|检查方式|抽查时间|责任股室|责任人|校验结果|行标识';
