/** 经验做法 and 工作动态 (三明 2025 五(十四)): sent by a member, passed on to all by the office, offered again when the year is summed up. */
import type { CivilDate } from '../calendar.ts';
import { type Filed, writtenAs } from '../ledger/dossier.ts';

/** Body of `practice-shared`. */
export interface PracticeShared {
  readonly title: string;
  readonly words: string;
  /** Who shares it: a department's code, or `office`. */
  readonly department: string;
  readonly on: CivilDate;
}

/** Body of `practice-passed-on`. */
export interface PracticePassedOn {
  readonly practice: number;
  /** Codes of the departments that got it. */
  readonly to: readonly string[];
}

export interface Practice extends PracticeShared {
  readonly no: number;
  readonly passedOn: boolean;
}

/** Body of `news-sent`. */
export interface NewsSent {
  readonly title: string;
  /** Where it was published, or ''. */
  readonly where: string;
  readonly department: string;
  readonly on: CivilDate;
}

export function practiceOf(entries: readonly Filed[]): Practice | null {
  const shared = entries.find(({ kind }) => kind === 'practice-shared');
  if (shared === undefined || shared.body === null) return null;
  const passedOn = entries.some(({ kind }) => kind === 'practice-passed-on');
  return { ...writtenAs<PracticeShared>(shared.body), no: shared.seq, passedOn };
}
