/** What is refused about the plan: its sheet, its state, who may review it, what still stands against it. */
import type { DraftRefusal } from '../../../core/plan/draft.ts';
import type { RatioRefusal } from '../../../core/plan/ratio-refusal.ts';
import type { Finding } from '../../../core/plan/review/finding.ts';
import type { Plan } from '../../../core/plan/task.ts';
import type { Party, ReviewPoint } from '../../../core/policy/shape.ts';
import type { OpenRefusal } from '../../../core/sheet/open.ts';
import type { RecogniseRefusal } from '../../../core/sheet/recognise.ts';
import type { TooLong } from '../too-long.ts';

export type PlanRefusal =
  | { readonly reason: 'file'; readonly file: string; readonly why: OpenRefusal }
  | { readonly reason: 'header'; readonly file: string; readonly why: RecogniseRefusal }
  | { readonly reason: 'no-policy'; readonly on: string }
  | { readonly reason: 'no-plan'; readonly plan: string }
  | { readonly reason: 'bad-number'; readonly plan: string }
  /** The plan stands already; another version needs a reason (调整留有版本和理由). */
  | {
      readonly reason: 'stands-already';
      readonly plan: string;
      readonly version: number;
      readonly state: Plan['state'];
    }
  | { readonly reason: 'nothing-stands'; readonly refused: readonly DraftRefusal[]; readonly rejected: number }
  | {
      readonly reason: 'wrong-state';
      readonly plan: string;
      readonly state: Plan['state'];
      readonly needs: readonly Plan['state'][];
    }
  /** Whoever drafts does not review. */
  | { readonly reason: 'drafter-reviews'; readonly plan: string; readonly person: string }
  | {
      readonly reason: 'not-reviewer';
      readonly party: Party;
      readonly point: ReviewPoint | null;
      readonly right: readonly Party[];
    }
  | { readonly reason: 'findings-stand'; readonly plan: string; readonly findings: readonly Finding[] }
  | { readonly reason: 'no-reason-given' }
  | TooLong
  | {
      readonly reason: 'no-such-finding';
      readonly plan: string;
      readonly finding: string;
      readonly task: string | null;
      /** What of this plan binds in principle, and so may be kept. */
      readonly known: readonly Pick<Finding, 'kind' | 'task'>[];
    }
  /** What was not issued cannot have been published. */
  | { readonly reason: 'before-issue'; readonly on: string; readonly issued: string }
  | { readonly reason: 'binds-firmly'; readonly plan: string; readonly finding: string; readonly task: string | null }
  | {
      readonly reason: 'review-missing';
      readonly plan: string;
      readonly missing: readonly { readonly by: Party; readonly point: ReviewPoint }[];
    }
  /** The act was about a version that is not the present one. */
  | { readonly reason: 'version-passed'; readonly plan: string; readonly version: number; readonly now: number }
  | { readonly reason: 'no-such-task'; readonly plan: string; readonly task: string }
  /** A reviewer approves all, and has returned some of it before. */
  | { readonly reason: 'tasks-returned'; readonly plan: string; readonly tasks: readonly string[] }
  /** Nobody on the roll can review for that party: the drafter alone, or nobody at all. */
  | { readonly reason: 'no-reviewer'; readonly plan: string; readonly party: Party }
  | { readonly reason: 'not-issued'; readonly plan: string }
  | { readonly reason: 'no-change'; readonly plan: string; readonly task: string }
  | { readonly reason: 'ratio'; readonly why: RatioRefusal }
  /** The classes named belong to no scheme of the policy, or the ratio differs by level of government. */
  | { readonly reason: 'ratio-unfit'; readonly labels: readonly string[]; readonly by: 'class' | 'level' }
  | { readonly reason: 'window-reversed'; readonly from: string; readonly to: string }
  | { readonly reason: 'not-a-channel'; readonly channel: string; readonly channels: readonly string[] }
  | { readonly reason: 'not-a-date'; readonly text: string }
  | { readonly reason: 'in-future'; readonly on: string; readonly today: string }
  | { readonly reason: 'no-address' };
