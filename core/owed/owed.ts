/**
 * What somebody owes: which matter, by when, who waits for it, and on which days it may be reminded of. Worked out from what is recorded
 * whenever it is asked; nothing of it is stored.
 */
import type { SummaryKey } from '../bulletin/summary.ts';
import type { CivilDate } from '../calendar.ts';
import type { StepKind } from '../follow-up/case.ts';
import type { Source } from '../policy/cited.ts';
import type { DeadlineKey, ListKey, PublicationRule } from '../policy/shape.ts';
import type { RecheckPurpose } from '../recheck/recheck.ts';
import type { Round } from './rounds.ts';

/** Who owes: the office, a department by its code, or a person by his number. The same words name places in a chat. */
export type Debtor = 'office' | `department:${string}` | `person:${string}`;

export type Matter =
  /** A dated deadline of the policy. Later stages carry it out; until then it stands with its day. */
  | { readonly kind: 'deadline'; readonly key: DeadlineKey }
  | { readonly kind: 'reply'; readonly consultation: string }
  /** The office's: who has not answered, before the day is over. */
  | { readonly kind: 'silent'; readonly consultation: string; readonly departments: readonly string[] }
  | { readonly kind: 'invitation'; readonly invitation: number; readonly name: string }
  | { readonly kind: 'superior-plan'; readonly no: number; readonly number: string }
  /** An offer to join tasks, to each lead. `way`: the first thing that it can say: accept, or accept with another lead. */
  | {
      readonly kind: 'joining';
      readonly plan: string;
      readonly tasks: readonly string[];
      readonly way: 'accept' | 'lead';
    }
  /** The office's: reported by a department, and not yet taken to the city. */
  | { readonly kind: 'missing-item'; readonly no: number; readonly name: string }
  | {
      readonly kind: 'plan';
      readonly step: 'submit' | 'review' | 'issue' | 'publish';
      readonly plan: string;
      readonly version: number;
    }
  | {
      readonly kind: 'ceremony';
      readonly step: 'cosign' | 'seal' | 'reveal' | 'number' | 'open' | 'confirm-correction' | 'confirm-annulment';
      readonly ceremony: number;
    }
  /** Tasks of an issued plan that no ceremony has drawn. */
  | { readonly kind: 'draw'; readonly plan: string; readonly tasks: readonly string[] }
  | {
      readonly kind: 'visits';
      readonly step: 'begin' | 'end';
      readonly plan: string;
      readonly tasks: readonly string[];
    }
  /** 录入并公示 */
  | { readonly kind: 'publication'; readonly plan: string; readonly tasks: readonly string[] }
  /** Of a draw: its tasks are finished, outcomes published, platforms' answers kept, rows ended whose credit is repaired; an objection, whose `book` also names the department. */
  | {
      readonly kind: 'notice';
      readonly step: 'finish' | 'publish' | 'acknowledge' | 'objection' | 'repaired';
      readonly book: string;
      readonly tasks: readonly string[];
      readonly count: number;
    }
  /** 抽查情况, 投诉举报电话: what the policy has made public besides outcomes, and nothing says that it is. */
  | { readonly kind: 'matter-publication'; readonly what: PublicationRule['what']; readonly number: string }
  /** Outcomes to enter: of visits that took place or whose weeks are over, and those that came back from review. */
  | { readonly kind: 'outcome-entry'; readonly book: string; readonly missing: number; readonly returned: number }
  | {
      readonly kind: 'outcome-review';
      readonly book: string;
      readonly department: string;
      readonly waiting: number;
    }
  | { readonly kind: 'recusal'; readonly case: number; readonly ceremony: number }
  /** On the way to a door: a request or filing that a head decides, an agenda to answer, a receipt to give, 补办, a scheme of a task. */
  | {
      readonly kind: 'visit-work';
      readonly step: 'approval' | 'afterwards' | 'agenda' | 'receipt' | 'filing-approval' | 'scheme';
      /** Number of the fact that asked; 0 where none did. */
      readonly no: number;
      /** The draw, or the plan of a scheme; '' of a filing. */
      readonly book: string;
      readonly count: number;
      /** The department that asked, or the task. */
      readonly name: string;
    }
  /** Findings at visits of these numbers, and what is to be done about them next. */
  | {
      readonly kind: 'follow-up';
      readonly step: StepKind;
      readonly nos: readonly string[];
      readonly findings: number;
      readonly transfer: number | null;
    }
  /** Lists and papers that the policy asks for and that are not there. */
  | { readonly kind: 'lists'; readonly lists: readonly ListKey[] }
  | { readonly kind: 'renewal'; readonly list: ListKey }
  /** Subjects that the debtor put into a pool, and that are not checked yet this year. */
  | { readonly kind: 'pool-checks'; readonly label: string; readonly count: number }
  /** The office's: a year's holiday notice, without which days are provisional. */
  | { readonly kind: 'holidays'; readonly year: number }
  | { readonly kind: 'receipt'; readonly list: ListKey; readonly from: string }
  /** 小结、总结、工作打算 that was not sent, or was sent back. */
  | { readonly kind: 'summary'; readonly period: string; readonly key: SummaryKey; readonly returned: boolean }
  /** The office's: the bulletin of a quarter that is over. */
  | { readonly kind: 'bulletin'; readonly period: string }
  /** 督导本部门: a department looks at its own open points of a quarter before the office sums it up. */
  | { readonly kind: 'own-points'; readonly period: string }
  /** 监管动态 of this month that the policy's number still asks for. */
  | { readonly kind: 'news'; readonly month: string; readonly held: number; readonly asked: number }
  /** Answers to the public. */
  | { readonly kind: 'voices'; readonly count: number }
  /** 风险预警线索 to be handled, 分类调整建议 to be answered. */
  | { readonly kind: 'risk'; readonly step: 'handle' | 'class'; readonly no: number; readonly name: string }
  /** 再检查, 回访: to be done, or its faults to be answered. */
  | {
      readonly kind: 'recheck';
      readonly step: 'record' | 'answer';
      readonly no: number;
      readonly purpose: RecheckPurpose;
      readonly count: number;
    }
  /** 督办事项 */
  | { readonly kind: 'problem'; readonly no: number; readonly title: string }
  /** Whether one comes to a meeting, and for the office its minutes. */
  | { readonly kind: 'meeting'; readonly step: 'answer' | 'minutes'; readonly no: number; readonly title: string };

export interface Owed {
  /** The debt's name for ever; a later day is another debt. */
  readonly key: string;
  readonly matter: Matter;
  readonly by: Debtor;
  readonly waits: Debtor | null;
  /** The last day; null where nothing sets one. A rest day is not moved. */
  readonly due: CivilDate | null;
  /** Server time, where hours count. */
  readonly until: string | null;
  /** Years without a holiday notice that the day was counted over (暂定); a day that a document names is certain. */
  readonly missing: readonly number[];
  /** Years without one that the days of its reminders rest on. */
  readonly unsure: readonly number[];
  /** Where it is written. */
  readonly rule: Source | null;
  readonly rounds: readonly Round[];
  /** Of a task from the city or the province. */
  readonly above?: true;
}

/** @param name what tells it from other debts of this kind */
export const keyOf = (
  kind: Matter['kind'],
  name: readonly (string | number)[],
  by: Debtor,
  due: string | null,
): string => [kind, ...name, by, due ?? '-'].join('/');

export const isProvisional = ({ missing }: Pick<Owed, 'missing'>): boolean => missing.length > 0;

/** Earliest first; what has no day comes last. */
export const inOrder = (owed: readonly Owed[]): readonly Owed[] =>
  [...owed].sort((a, b) => {
    const [day, other] = [dayFor(a), dayFor(b)];
    return day < other ? -1 : day > other ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  });

/** Tasks from above come before all local ones (石狮 2024 二: 在完成省、市统一任务的基础上); otherwise the order stays. */
export const aboveFirst = (owed: readonly Owed[]): readonly Owed[] => [
  ...owed.filter(({ above }) => above === true),
  ...owed.filter(({ above }) => above !== true),
];

const dayFor = ({ until, due }: Owed): string => until ?? due ?? '9999';

/** What is said about inspectors is known to the discipline body's own persons alone, and that it is there is part of it. */
export const isSecret = ({ matter, by }: Pick<Owed, 'matter' | 'by'>): boolean =>
  matter.kind === 'voices' && by !== 'office';

/** Whether it is to be acted on: no day is set, or the day is within the next two weeks or over. What is further off is only announced. */
export const isNear = ({ due, matter, rounds }: Owed, today: CivilDate, soon: CivilDate): boolean => {
  if (matter.kind === 'visits' && matter.step === 'begin') return due !== null && due >= today && due <= soon;
  if (matter.kind === 'reply' || matter.kind === 'invitation' || matter.kind === 'superior-plan') return true;
  if (matter.kind === 'holidays') return rounds.some(({ from }) => from <= today);
  return due === null || due <= soon;
};
