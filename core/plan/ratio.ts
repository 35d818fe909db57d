/**
 * 抽查比例: how many of a list are drawn, as plans really write it, made into a typed rule or refused; never guessed.
 */

/** Whole basis points, 0 to 10000: 3.5 % is 350. Never a fraction, so that every language computes the same sizes. */
export type BasisPoints = number;

export type Share =
  /** 不纳入抽查、无事不扰 */
  | { readonly kind: 'spared' }
  /** `exactly` rounds half up; `at-least` (不低于) rounds up, since rounding down would break the words. `atLeast`: 至少 n 户. */
  | {
      readonly kind: 'share';
      readonly bp: BasisPoints;
      readonly bound: 'exactly' | 'at-least' | 'at-most';
      readonly atLeast: number;
    }
  | { readonly kind: 'count'; readonly n: number; readonly bound: 'exactly' | 'at-least' | 'at-most' }
  /** 10所及以下不少于2所；超过10所不低于50%: the first step whose `upTo` the list does not exceed; the last has null. */
  | { readonly kind: 'steps'; readonly steps: readonly { readonly upTo: number | null; readonly share: Share }[] }
  /** 60-70家, 10-20%: both ends; a plan must settle on a number between before it can be drawn. */
  | { readonly kind: 'range'; readonly from: Share; readonly to: Share };

/** What one ratio cell says. `stated`: a number of households written beside a percentage, to be compared and not used. */
export type Ratio =
  | {
      readonly kind: 'whole';
      readonly share: Share;
      readonly stated: number | null;
      readonly drawsPerYear: number | null;
      /** “以实际…为准”: the number is announced as provisional. */
      readonly provisional: boolean;
    }
  | {
      readonly kind: 'tiered';
      readonly tiers: readonly { readonly label: string; readonly share: Share; readonly stated: number | null }[];
      readonly drawsPerYear: number | null;
      readonly provisional: boolean;
    }
  /** 市级2% 区级10%: a share per level of government. */
  | {
      readonly kind: 'levels';
      readonly levels: readonly { readonly level: string; readonly share: Share }[];
      readonly drawsPerYear: number | null;
      readonly provisional: boolean;
    };
