/**
 * 督办事项: what is to be done by somebody until a day, with a closing line. It comes from whoever meets a problem (石狮 2024 四(五)), from a
 * meeting's decision (三明 2025 五(十三)) or from supervision (福安 2018 三、四(三)); whatever its origin it has an owner from the first moment.
 */
import type { CivilDate } from '../calendar.ts';
import { type Filed, writtenAs } from '../ledger/dossier.ts';
import type { Debtor } from '../owed/owed.ts';

/** 涉及企业、涉及其他组织 and so on: documents route them to different bodies (`contactRoutes`); `work` is the office's. */
export const problemAbouts = ['work', 'company', 'other-organisation', 'platform-or-practice'] as const;
export type ProblemAbout = (typeof problemAbouts)[number];

/** Body of `problem-raised`. */
export interface ProblemRaised {
  readonly title: string;
  readonly words: string;
  readonly about: ProblemAbout;
  /** Who raised it: a department's code, or `office`. */
  readonly department: string;
  readonly origin: 'raised' | 'meeting' | 'supervision';
  readonly owner: Debtor;
  readonly due: CivilDate | null;
  readonly on: CivilDate;
  /** The meeting that decided it. */
  readonly meeting?: number;
}

/** Body of `problem-assigned`. */
export interface ProblemAssigned {
  readonly problem: number;
  /** Whose it was until then. */
  readonly from: Debtor;
  readonly owner: Debtor;
  readonly due: CivilDate | null;
  readonly words: string;
}

/** Body of `problem-solved`. */
export interface ProblemSolved {
  readonly problem: number;
  readonly owner: Debtor;
  /** Who had raised it. */
  readonly department: string;
  readonly words: string;
  readonly on: CivilDate;
}

export interface Problem extends ProblemRaised {
  /** Number of the fact that raised it. */
  readonly no: number;
  /** What was said when it was handed on, oldest first. */
  readonly handedOn: readonly { readonly owner: Debtor; readonly words: string }[];
  readonly solved: Pick<ProblemSolved, 'words' | 'on'> | null;
}

/** Null where the raising itself was erased on record. */
export function problemOf(entries: readonly Filed[]): Problem | null {
  const raised = entries.find(({ kind }) => kind === 'problem-raised');
  if (raised === undefined || raised.body === null) return null;
  const first: Problem = { ...writtenAs<ProblemRaised>(raised.body), no: raised.seq, handedOn: [], solved: null };
  return entries.reduce(after, first);
}

function after(problem: Problem, { kind, body }: Filed): Problem {
  if (body === null) return problem;
  if (kind === 'problem-assigned') return handed(problem, writtenAs<ProblemAssigned>(body));
  if (kind === 'problem-solved') return { ...problem, solved: writtenAs<ProblemSolved>(body) };
  return problem;
}

const handed = (problem: Problem, { owner, due, words }: ProblemAssigned): Problem => ({
  ...problem,
  owner,
  due,
  handedOn: [...problem.handedOn, { owner, words }],
});
