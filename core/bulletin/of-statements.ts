/**
 * Figures over numbers that arise elsewhere. Whoever stated none is named, and the figure is 无数据 for it; a kind without numbers is 无数据
 * beside the other kinds. Nothing is filled in.
 */
import { type Count, type FigureRow, type Lacking, type Part, rateOf, sum } from './figure.ts';
import {
  isStock,
  kindWords,
  type NumberKey,
  type OtherKind,
  otherKinds,
  type RecordKind,
  recordKinds,
  type Stated,
  standing,
} from './number.ts';
import { concerns, type Dated, type Recorded, type Scope, within } from './recorded.ts';

interface Told {
  readonly count: Count | 'no-data';
  readonly parts: readonly Part[];
  readonly silent: readonly string[];
}

/** Statements of one number whose span lies in the period; of a stock the latest up to its end, one a department. */
export function statedIn(recorded: Recorded, scope: Scope, key: NumberKey): readonly Stated[] {
  const own = standing(recorded.stated).filter(
    (each) => each.key === key && concerns(recorded, scope, each.department),
  );
  if (!isStock(key)) return own.filter(({ from, to }) => scope.from <= from && to <= scope.to);
  const latest = new Map<string, Stated>();
  for (const each of own.filter(({ to }) => to <= scope.to)) {
    const held = latest.get(each.department);
    if (held === undefined || held.to < each.to || (held.to === each.to && held.seq < each.seq))
      latest.set(each.department, each);
  }
  return [...latest.values()];
}

const silentIn = (recorded: Recorded, scope: Scope, told: ReadonlySet<string>): readonly string[] =>
  recorded.departments
    .map(({ code }) => code)
    .filter((code) => concerns(recorded, scope, code) && recorded.bodyOf(code) === code && !told.has(code));

/** One stated number over another of the same department and span; a span with only one of the two says nothing. */
function pairs(
  recorded: Recorded,
  scope: Scope,
  over: NumberKey,
  under: NumberKey,
  lacking: Lacking,
): readonly FigureRow[] {
  const whole = new Map(statedIn(recorded, scope, under).map((each) => [spanOf(each), each.n]));
  return statedIn(recorded, scope, over).flatMap((each): readonly FigureRow[] => {
    const of = whole.get(spanOf(each));
    if (of === undefined) return [];
    const short = each.n < of ? lacking : null;
    return [{ kind: 'statement', id: String(each.seq), department: each.department, n: each.n, of, lacking: short }];
  });
}

const spanOf = ({ department, from, to }: Stated): string => `${department} ${from} ${to}`;

/** Of checks only what is on record here, where the department states no wider number of its own. */
function checksHere(recorded: Recorded, scope: Scope, stage: 'entered' | 'published'): readonly FigureRow[] {
  const due = recorded.outcomes.filter(
    ({ department, state, checkedOn, until }) =>
      concerns(recorded, scope, department) &&
      state !== 'excused' &&
      (state === 'missing' ? within(scope, until) && until < recorded.today : within(scope, checkedOn)),
  );
  const of = stage === 'entered' ? due : due.filter(({ state }) => state !== 'missing' && state !== 'withheld');
  return of.map(({ id, department, state }) => {
    const counts = stage === 'entered' ? state !== 'missing' : state === 'public';
    const lacking = counts ? null : stage === 'entered' ? 'not-inspected' : 'not-published';
    return { kind: 'outcome', id, department, n: counts ? 1 : 0, of: 1, lacking };
  });
}

/**
 * What is on record here, where nobody states a wider number: checks, and of penalties how many of those decided are public. How many penalties there
 * should be is not known here, so that nothing is said of their being entered.
 */
function recordedHere(
  recorded: Recorded,
  scope: Scope,
  kind: RecordKind | OtherKind,
  stage: 'entered' | 'published',
): readonly FigureRow[] {
  if (kind === 'check') return checksHere(recorded, scope, stage);
  return kind === 'penalty' && stage === 'published' ? penaltiesHere(recorded, scope) : [];
}

const penaltiesHere = (recorded: Recorded, scope: Scope): readonly FigureRow[] =>
  recorded.penalties
    .filter(({ department, on }) => concerns(recorded, scope, department) && within(scope, on))
    .map(({ id, department, collected }) => ({
      ...{ kind: 'statement' as const, id, department, n: collected ? 1 : 0, of: 1 },
      lacking: collected ? null : ('not-collected' as const),
    }));

function byKinds(
  recorded: Recorded,
  scope: Scope,
  kinds: readonly (RecordKind | OtherKind)[],
  [over, under]: readonly ['entered' | 'published', 'produced' | 'entered'],
): Told {
  const rows: FigureRow[] = [];
  const told = new Set<string>();
  const parts = kinds.map((kind): Part => {
    const lacking = over === 'entered' ? 'not-done' : 'not-published';
    const stated = pairs(recorded, scope, `${kind}-${over}`, `${kind}-${under}`, lacking);
    const own = stated.length > 0 ? stated : recordedHere(recorded, scope, kind, over);
    rows.push(...own);
    for (const { department } of stated) told.add(recorded.bodyOf(department)).add(department);
    const of = sum(own.map((each) => each.of));
    return own.length === 0
      ? { key: kind, name: kindWords[kind], n: null, of: null }
      : { key: kind, name: kindWords[kind], n: sum(own.map((each) => each.n)), of };
  });
  return { count: rateOf(rows), parts, silent: silentIn(recorded, scope, told) };
}

export const recordsEntered = (recorded: Recorded, scope: Scope): Told =>
  byKinds(recorded, scope, recordKinds, ['entered', 'produced']);
export const recordsPublished = (recorded: Recorded, scope: Scope): Told =>
  byKinds(recorded, scope, recordKinds, ['published', 'entered']);
export const otherRecords = (recorded: Recorded, scope: Scope): Told =>
  byKinds(recorded, scope, otherKinds, ['published', 'produced']);

/** 执法人员录入率: officers on the roll over the department's own list; without that list nobody can say who is missing. */
export function officersEntered(recorded: Recorded, scope: Scope): Told {
  const rows = statedIn(recorded, scope, 'officers-listed').map(({ seq, department, n: of }): FigureRow => {
    const on = recorded.officers.filter(
      (each) => each.department === department || recorded.bodyOf(each.department) === department,
    ).length;
    const n = Math.min(on, of);
    return { kind: 'statement', id: String(seq), department, n, of, lacking: n < of ? 'not-on-roll' : null };
  });
  const told = new Set(rows.map(({ department }) => department));
  return { count: rateOf(rows), parts: [], silent: silentIn(recorded, scope, told) };
}

/**
 * 行政处罚信息归集率: decisions taken in over those that are linked to a task here: as a department states it for a span, and else one by one as it
 * is on record that they were made public.
 */
export function penaltiesCollected(recorded: Recorded, scope: Scope): Told {
  const stated = statedIn(recorded, scope, 'penalties-collected');
  const rows = stated.flatMap(({ seq, department, from, to, n }): readonly FigureRow[] => {
    const of = recorded.penalties.filter(
      (each) => each.department === department && from <= each.on && each.on <= to,
    ).length;
    if (of === 0) return [];
    const lacking = n < of ? 'not-collected' : null;
    return [{ kind: 'statement', id: String(seq), department, n: Math.min(n, of), of, lacking }];
  });
  const single = penaltiesHere(
    { ...recorded, penalties: recorded.penalties.filter((each) => !covered(stated, each)) },
    scope,
  );
  // Every decision that counts is on record here: a department without one has nothing to state.
  return { count: rateOf([...rows, ...single]), parts: [], silent: [] };
}

/**
 * 监管动态、曝光台: stated numbers, and what is on record here one by one on days that no statement covers.
 * A department of which neither is there is silent, and not at nought.
 */
export function publicity(recorded: Recorded, scope: Scope, key: 'news' | 'exposures'): Told {
  const stated = statedIn(recorded, scope, key);
  const single = recorded[key].filter(
    (each) => concerns(recorded, scope, each.department) && within(scope, each.on) && !covered(stated, each),
  );
  const rows: readonly FigureRow[] = [
    ...stated.map(({ seq, department, n }) => rowOf('statement', String(seq), department, n)),
    ...single.map(({ id, department }) => rowOf(key === 'news' ? 'statement' : 'case', id, department, 1)),
  ];
  const told = new Set(rows.map(({ department }) => department));
  const count = rows.length === 0 ? 'no-data' : { n: sum(rows.map(({ n }) => n)), of: null, rows };
  return { count, parts: [], silent: silentIn(recorded, scope, told) };
}

const rowOf = (kind: FigureRow['kind'], id: string, department: string, n: number): FigureRow => ({
  kind,
  id,
  department,
  n,
  of: n,
  lacking: null,
});

export const covered = (stated: readonly Stated[], { department, on }: Dated): boolean =>
  stated.some((each) => each.department === department && each.from <= on && on <= each.to);
