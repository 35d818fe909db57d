/**
 * 形式化迹象 (石狮 2024 四(五): 杜绝抽查检查走形式、随意录入检查结果; 三明 2025 四(十二): 形式主义检查): what careless work looks like in the record. A
 * sign is shown to the unit itself and to the office, with its rows; the unit says how it came. It accuses nobody and counts for nothing.
 */
import { isProblem, type SeenOutcome } from './seen.ts';

export const signKinds = ['entered-at-once', 'same-words', 'never-finds'] as const;
export type SignKind = (typeof signKinds)[number];

export interface Sign {
  /** Names the sign for ever: kind, department, and what it is about. */
  readonly id: string;
  readonly kind: SignKind;
  readonly department: string;
  /** Minutes, the words, or the pair. */
  readonly about: string;
  readonly outcomes: readonly string[];
}

/** Our reading, printed with every sign. */
export const signThresholds = {
  /** Outcomes of so many visits, entered by one person within so many minutes, one after the other. */
  atOnce: { visits: 8, minutes: 5 },
  /** The same words about so many enterprises. */
  sameWords: { subjects: 5, length: 6 },
  /** A pair that was at so many doors and never found anything, where others of the department did. */
  neverFinds: { visits: 10 },
} as const;

export const signsIn = (outcomes: readonly SeenOutcome[]): readonly Sign[] => [
  ...enteredAtOnce(outcomes),
  ...sameWords(outcomes),
  ...neverFinds(outcomes),
];

const signOf = (
  kind: SignKind,
  department: string,
  name: string,
  about: string,
  own: readonly SeenOutcome[],
): Sign => ({
  id: `${kind}/${department}/${name}`,
  kind,
  department,
  about,
  outcomes: own.map(({ id }) => id),
});

/** One fact may carry many rows (a workbook sent at once): that is no sign. Different acts close together are. */
function enteredAtOnce(outcomes: readonly SeenOutcome[]): readonly Sign[] {
  const { visits, minutes } = signThresholds.atOnce;
  const byPerson = Map.groupBy(outcomes, ({ department, person }) => `${department}\n${person}`);
  return [...byPerson].flatMap(([name, own]) => {
    const [department = '', person = ''] = name.split('\n');
    const byAct = [...Map.groupBy(own, ({ seq }) => seq).values()].sort((a, b) => seqOf(a) - seqOf(b));
    return runsWithin(byAct, minutes * 60_000, visits).map((run) =>
      signOf('entered-at-once', department, `${person}/${seqOf(run[0] ?? [])}`, person, run.flat()),
    );
  });
}

const seqOf = (act: readonly SeenOutcome[]): number => act[0]?.seq ?? 0;
const timeOf = (act: readonly SeenOutcome[]): number => Date.parse(act[0]?.at ?? '');

/** Runs of acts at so many visits or more that begin and end within a span, none of them in two. Wherever a run begins it is found. */
function runsWithin(
  acts: readonly (readonly SeenOutcome[])[],
  span: number,
  visits: number,
): readonly (readonly SeenOutcome[])[][] {
  const runs: (readonly SeenOutcome[])[][] = [];
  for (let from = 0; from < acts.length; ) {
    const begun = timeOf(acts[from] ?? []);
    const over = acts.findIndex((act, i) => i > from && timeOf(act) - begun > span);
    const run = acts.slice(from, over < 0 ? acts.length : over);
    const isRun = new Set(run.flat().map(({ visit }) => visit)).size >= visits && run.length >= visits;
    if (isRun) runs.push(run);
    from += isRun ? run.length : 1;
  }
  return runs;
}

function sameWords(outcomes: readonly SeenOutcome[]): readonly Sign[] {
  const { subjects, length } = signThresholds.sameWords;
  const words = outcomes.filter(({ finding }) => [...finding.trim()].length >= length);
  const byWords = Map.groupBy(words, ({ department, finding }) => `${department}\n${finding.trim()}`);
  return [...byWords].flatMap(([name, own]) => {
    const [department = '', ...said] = name.split('\n');
    if (new Set(own.map(({ subject }) => subject)).size < subjects) return [];
    const about = said.join('\n');
    return [signOf('same-words', department, own[0]?.id ?? '', about, own)];
  });
}

function neverFinds(outcomes: readonly SeenOutcome[]): readonly Sign[] {
  const byDepartment = Map.groupBy(outcomes, ({ department }) => department);
  return [...byDepartment].flatMap(([department, own]) => {
    if (!own.some(isProblem)) return [];
    const paired = own.flatMap((outcome) =>
      outcome.inspectors.length < 2 ? [] : [[pairOf(outcome), outcome] as const],
    );
    return [...Map.groupBy(paired, ([pair]) => pair)].flatMap(([pair, of]) => {
      const theirs = of.map(([, outcome]) => outcome);
      const visits = new Set(theirs.map(({ visit }) => visit)).size;
      return visits < signThresholds.neverFinds.visits || theirs.some(isProblem)
        ? []
        : [signOf('never-finds', department, pair, pair, theirs)];
    });
  });
}

const pairOf = ({ inspectors }: SeenOutcome): string => [...inspectors].sort().join('、');
