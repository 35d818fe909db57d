/** Figures over the item list and the roll of officers (甘州 2023 二(一)1, 二(三)1–2): counts by `registry/item-list`, row by row here. */
import { type CivilDate, yearOf } from '../calendar.ts';
import type { Item } from '../registry/item.ts';
import { incompliant, isRepealed } from '../registry/item-list.ts';
import { type Count, rateOf, row } from './figure.ts';
import { itemsChecked } from './of-outcomes.ts';
import { concerns, type Recorded, type Scope, within } from './recorded.ts';

const itemsOf = (recorded: Recorded, scope: Scope): readonly Item[] =>
  recorded.items.filter((item) => concerns(recorded, scope, item.body) && !isRepealed(item, on(recorded, scope)));

/** Lists have no history by day here: they are read as they are, for the last day of the period that has come. */
const on = ({ today }: Recorded, { to }: Scope): CivilDate => (to < today ? to : today);

const rateOfItems = (
  items: readonly Item[],
  has: (item: Item) => boolean,
  lacking: 'not-done' | 'not-planned' | 'not-inspected' = 'not-done',
): Count | 'no-data' => rateOf(items.map((item) => row('item', item.code, item.body, has(item), lacking)));

export const claimed = (recorded: Recorded, scope: Scope) =>
  rateOfItems(itemsOf(recorded, scope), (item) => item.claimed);

const claimedOf = (recorded: Recorded, scope: Scope) => itemsOf(recorded, scope).filter((item) => item.claimed);

export const implemented = (recorded: Recorded, scope: Scope) =>
  rateOfItems(claimedOf(recorded, scope), (item) => item.implemented);

export const compliant = (recorded: Recorded, scope: Scope) =>
  rateOfItems(
    claimedOf(recorded, scope).filter((item) => item.implemented),
    (item) => incompliant(item).length === 0,
  );

export const brokenDown = (recorded: Recorded, scope: Scope) =>
  rateOfItems(claimedOf(recorded, scope), ({ section }) => section !== '');

/** No plan of the year was issued: nothing can be said. */
export const itemsPlanned = (recorded: Recorded, scope: Scope): Count | 'no-data' => {
  const { planned } = recorded;
  return planned === null
    ? 'no-data'
    : rateOfItems(itemsOf(recorded, scope), ({ code }) => planned.has(code), 'not-planned');
};

/** 本年度至少完成一次检查的事项: from the first day of the year in which the period ends. */
export function itemsFinished(recorded: Recorded, scope: Scope): Count | 'no-data' {
  const first = `${yearOf(scope.to)}-01-01`;
  const checked = itemsChecked(recorded, { from: first < scope.from ? first : scope.from, to: scope.to });
  return rateOfItems(itemsOf(recorded, scope), ({ code }) => checked.has(code), 'not-inspected');
}

/** 部门抽查覆盖率: of the bodies that hold items, those that took part in a draw; the others are named. */
export function departmentsDrawing(recorded: Recorded, scope: Scope): Count | 'no-data' {
  const holding = new Set(itemsOf(recorded, scope).map(({ body }) => recorded.bodyOf(body)));
  const drawing = new Set(
    recorded.drawn.filter(({ on }) => within(scope, on)).flatMap(({ departments }) => departments.map(recorded.bodyOf)),
  );
  return rateOf(
    recorded.departments
      .filter(({ code }) => holding.has(code) && concerns(recorded, scope, code))
      .map(({ code }) => row('department', code, code, drawing.has(code), 'not-drawn')),
  );
}

export const officersActive = (recorded: Recorded, scope: Scope): Count | 'no-data' =>
  rateOf(
    recorded.officers
      .filter(({ department }) => concerns(recorded, scope, department))
      .map(({ number, department, active }) => row('inspector', number, department, active, 'no-act')),
  );
