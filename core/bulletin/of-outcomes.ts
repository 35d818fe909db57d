/**
 * Figures over outcomes. An outcome that is not public is no check yet (未公示即未检查): it is missing from the published, and no part of what
 * was done. What was withheld by a recorded decision is not due to be public, and counts as done; what was not inspected for a stated reason is
 * neither due nor done.
 */
import type { Words } from '../words.ts';
import { type Count, type FigureRow, type Part, rateOf, row, sum } from './figure.ts';
import { type CountedOutcome, concerns, type Recorded, type Scope, within } from './recorded.ts';

const isDone = ({ state }: CountedOutcome): boolean => state === 'public' || state === 'withheld';
const of = (recorded: Recorded, scope: Scope): readonly CountedOutcome[] =>
  recorded.outcomes.filter(({ department }) => concerns(recorded, scope, department));

/** 抽查结果公示率: over what was inspected in the period, and what should have been by now. */
export const published = (recorded: Recorded, scope: Scope): Count | 'no-data' =>
  rateOf(
    of(recorded, scope)
      .filter(({ state }) => state !== 'withheld' && state !== 'excused')
      .filter(({ state, checkedOn, until }) =>
        state === 'missing' ? within(scope, until) && until < recorded.today : within(scope, checkedOn),
      )
      .map(({ id, department, state }) =>
        row('outcome', id, department, state === 'public', state === 'missing' ? 'not-inspected' : 'not-published'),
      ),
  );

/** 发现问题后续处置率: a finding counts whether it is public or not, since it has to be followed up either way. */
export const followedUp = (recorded: Recorded, scope: Scope): Count | 'no-data' =>
  rateOf(
    recorded.findings
      .filter(({ department, on }) => concerns(recorded, scope, department) && within(scope, on))
      .map(({ id, department, disposed }) => row('case', id, department, disposed, 'no-disposal')),
  );

/** Doors that are in the palm; the provincial app is told apart (甘州 2023 二(二)3). */
const mobile: readonly string[] = ['provincial-app', 'phone-page', 'chat'];
export const doorWords: Readonly<Record<string, Words>> = {
  'provincial-app': { zh: '省级执法 APP', en: 'provincial app' },
  'phone-page': { zh: '手机网页', en: 'phone page' },
  chat: { zh: '群聊', en: 'chat' },
  workbook: { zh: '电子表格', en: 'workbook' },
  'command-line': { zh: '命令行', en: 'command line' },
};

/** 掌上执法率, and its parts by door: each door over all outcomes, so that it can be read with and without our own. */
export function mobileEntry(
  recorded: Recorded,
  scope: Scope,
): { readonly count: Count | 'no-data'; readonly parts: readonly Part[] } {
  const done = of(recorded, scope).filter((each) => isDone(each) && within(scope, each.checkedOn));
  const rows = done.map(({ id, department, door }) =>
    row('outcome', id, department, mobile.includes(door ?? ''), 'not-mobile'),
  );
  const parts = Object.entries(doorWords).map(([key, name]) => ({
    key,
    name,
    n: done.filter(({ door }) => door === key).length,
    of: done.length,
  }));
  return { count: rateOf(rows), parts: done.length === 0 ? [] : parts };
}

/** 问题发现率 over finished visits, told apart by task and class and never ordered by it (石狮 三(二), 甘州 二(二)2). */
export function findingRate(
  recorded: Recorded,
  scope: Scope,
): { readonly count: Count | 'no-data'; readonly parts: readonly Part[] } {
  const visits = Map.groupBy(
    of(recorded, scope).filter(({ state }) => state !== 'excused'),
    ({ visit }) => visit,
  );
  const rows = [...visits].flatMap(([visit, all]): readonly FigureRow[] => {
    const last = all.reduce<string | null>((day, { checkedOn }) => later(day, checkedOn), null);
    if (!all.every(isDone) || !within(scope, last)) return [];
    const found = all.some(({ problem }) => problem);
    return [{ kind: 'visit', id: visit, department: scope.department ?? '', n: found ? 1 : 0, of: 1, lacking: null }];
  });
  const parts = new Map<string, { readonly name: Words; readonly rows: FigureRow[] }>();
  for (const each of rows) {
    for (const { task, name, label } of recorded.visitTasks.get(each.id) ?? []) {
      const key = `${task} ${label}`;
      const zh = label === '' ? name : `${name} · ${label}`;
      const held = parts.get(key) ?? { name: { zh, en: zh }, rows: [] };
      held.rows.push(each);
      parts.set(key, held);
    }
  }
  const told = [...parts].map(([key, { name, rows: its }]) => ({
    key,
    name,
    n: sum(its.map(({ n }) => n)),
    of: its.length,
  }));
  // By the task's number and the class, not by the rate.
  return { count: rateOf(rows), parts: told.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)) };
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

/** 检查信息归集公示率: what the platform acknowledged of what is public. */
export const outcomesCollected = (recorded: Recorded, scope: Scope): Count | 'no-data' =>
  rateOf(
    of(recorded, scope)
      .filter(({ state, checkedOn }) => state === 'public' && within(scope, checkedOn))
      .map(({ id, department }) => row('outcome', id, department, recorded.collected.has(id), 'not-collected')),
  );

/** Items with a finished check in the year: public outcomes, and checks made before the system began. */
export function itemsChecked(recorded: Recorded, scope: Pick<Scope, 'from' | 'to'>): ReadonlySet<string> {
  const here = recorded.outcomes
    .filter((each) => isDone(each) && within(scope, each.checkedOn))
    .map(({ item }) => item);
  return new Set([...here, ...(recorded.checkedBefore ?? [])]);
}
