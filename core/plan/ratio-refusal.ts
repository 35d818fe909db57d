/**
 * Why a ratio cell is refused: closed, each with what stands in the cell, so that the office can mend it.
 */
export type RatioRefusal =
  | { readonly kind: 'empty' }
  /** 待定 */
  | { readonly kind: 'undecided'; readonly text: string }
  /** 根据…确定, 省级计划规定比例: another paper holds the number. */
  | { readonly kind: 'decided-elsewhere'; readonly text: string }
  /** 不低于3%或按专项计划 */
  | { readonly kind: 'alternatives'; readonly text: string }
  /** 比例之和≥20%: a rule over several draws, which one draw cannot hold. */
  | { readonly kind: 'sum'; readonly text: string }
  /** 递加, 随机: a manner without a number. */
  | { readonly kind: 'no-number'; readonly text: string }
  /** 5: of a hundred, or five households? */
  | { readonly kind: 'no-unit'; readonly number: string }
  /** Finer than one basis point, or zero: 不纳入抽查 says none. */
  | { readonly kind: 'too-fine'; readonly number: string }
  | { readonly kind: 'above-whole'; readonly number: string }
  | { readonly kind: 'not-whole-number'; readonly number: string }
  | { readonly kind: 'reversed-range'; readonly from: string; readonly to: string }
  /** Steps that leave out or name twice a size of list; `upTo` is the last size that is clear. */
  | { readonly kind: 'steps-gap'; readonly upTo: number }
  | { readonly kind: 'twice'; readonly label: string }
  /** More than one rule in one cell. */
  | { readonly kind: 'mixture'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly text: string; readonly words: string };
