/** What a draw is refused for before or beside the ceremony itself: the plan, the lists, the people, the database. */
import type { Stage } from '../../../core/draw/ceremony/state.ts';
import type { ManifestRefusal } from '../../../core/draw/check-manifest.ts';
import type { CompileRefusal } from '../../../core/draw/compile.ts';
import type { Shortage } from '../../../core/draw/shortage.ts';
import type { Plan } from '../../../core/plan/task.ts';
import type { CheckpointGap } from '../../../db/standing.ts';
import type { TooLong } from '../too-long.ts';
import type { RecordedPart } from './on-record.ts';

export type DrawRefusal =
  /** Outcomes drawn to be looked at again: nobody is sent anywhere. */
  | { readonly reason: 'sample-only'; readonly ceremony: number }
  | { readonly reason: 'no-policy'; readonly on: string }
  | { readonly reason: 'no-plan'; readonly plan: string }
  /** 提前向社会公布 (福安 2018 二(一)3): issued is not enough. */
  | { readonly reason: 'plan-not-published'; readonly plan: string; readonly state: Plan['state'] }
  /** 严格按照年度抽查计划组织实施 (石狮 2024 末段). */
  | { readonly reason: 'task-not-in-plan'; readonly plan: string; readonly task: string }
  | { readonly reason: 'no-tasks' }
  | TooLong
  /** 清单之外无检查 (万年 2022 三(二)3). */
  | { readonly reason: 'item-not-listed'; readonly task: string; readonly item: string }
  | { readonly reason: 'item-repealed'; readonly task: string; readonly item: string; readonly from: string }
  | {
      readonly reason: 'task-drawn-already';
      readonly task: string;
      readonly ceremony: number;
      readonly drawsPerYear: number;
    }
  /** Another platform has drawn it, and its list was taken in. */
  | {
      readonly reason: 'task-listed-already';
      readonly task: string;
      readonly list: number;
      readonly platform: string;
      readonly drawsPerYear: number;
    }
  /** Frozen in a ceremony that has not been opened yet. */
  | { readonly reason: 'task-waits'; readonly task: string; readonly ceremony: number }
  /** A class whose draws the office organises (万年 2022 A 类库). */
  | { readonly reason: 'office-organises'; readonly task: string; readonly scheme: string; readonly label: string }
  | { readonly reason: 'compile'; readonly why: CompileRefusal }
  /** Nobody has asked for it, or somebody else was named as the second person. */
  | { readonly reason: 'nothing-to-confirm'; readonly ceremony: number; readonly person: string }
  /** Its visits will count toward the same yearly allowances, and nobody knows yet whose they are. */
  | { readonly reason: 'allowances-waiting'; readonly ceremony: number; readonly counters: readonly string[] }
  | { readonly reason: 'empty-roster' }
  /** Visits that would lie in the past, or a deadline that has already gone by: most likely a slip of the pen. */
  | { readonly reason: 'window-over'; readonly to: string; readonly today: string }
  | { readonly reason: 'deadline-past'; readonly deadline: string; readonly now: string }
  | { readonly reason: 'manifest'; readonly why: readonly ManifestRefusal[] }
  | { readonly reason: 'shortage'; readonly shortages: readonly Shortage[] }
  | { readonly reason: 'behind-checkpoint'; readonly gap: CheckpointGap }
  | { readonly reason: 'no-ceremony'; readonly ceremony: number }
  | { readonly reason: 'not-opened'; readonly ceremony: number }
  /** The ceremony's row says something else than the ledger: the database was altered by hand. */
  | { readonly reason: 'not-as-recorded'; readonly ceremony: number; readonly part: RecordedPart }
  | { readonly reason: 'not-participant'; readonly ceremony: number; readonly person: string }
  /** Whoever watches a draw makes the secret; with the desk's custody the desk makes the nonce, never both. */
  | {
      readonly reason: 'custody';
      readonly ceremony: number;
      readonly participant: string;
      readonly custody: 'own-page' | 'desk';
    }
  /** The desk has opened, or never will: nothing is left for a slip to keep. */
  | { readonly reason: 'slip-useless'; readonly ceremony: number; readonly stage: Stage }
  /** There is one; another takes a reason. */
  | {
      readonly reason: 'slip-printed';
      readonly ceremony: number;
      readonly by: string;
      readonly copies: number;
      readonly at: string;
    }
  /** Neither a witness of this ceremony nor of a supervising body, or the one who prints it. */
  | { readonly reason: 'takes-no-slip'; readonly ceremony: number; readonly person: string }
  | { readonly reason: 'no-secret'; readonly ceremony: number; readonly participant: string }
  | { readonly reason: 'before-disclosure'; readonly ceremony: number; readonly from: string; readonly today: string };
