/**
 * What each jurisdiction asks of a sample: a year that its policy binds, months in which visits are allowed, the scheme of
 * its classes and how much of each is drawn. A plan made by these passes that jurisdiction's own review.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Share } from '../../../core/plan/ratio.ts';
import type { TierQuota } from '../../../core/plan/task.ts';
import type { Scheme } from './classes.ts';

export interface Term {
  readonly year: number;
  readonly draftedOn: CivilDate;
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  readonly due: CivilDate;
  /** The scheme that classes all subjects there, and the tiers of a task: in general, from C up, D alone. */
  readonly scheme: Exclude<Scheme, 'own'>;
  readonly tiers: Readonly<Record<'classes' | 'upper' | 'top', readonly TierQuota[]>>;
  /** Some tasks follow a department's own classes, a full list or a stated number; elsewhere every task follows the scheme. */
  readonly mixed: boolean;
  /** Draws of each task in the year. */
  readonly draws: number;
  /** Its policy lets no item of the lists go without a task. */
  readonly everyItem: boolean;
}

const spared: Share = { kind: 'spared' };
const share = (bp: number, atLeast = 0): Share => ({ kind: 'share', bp, bound: 'exactly', atLeast });
const tiers = (shares: Readonly<Record<string, Share>>): TierQuota[] =>
  Object.entries(shares).map(([label, its]) => ({ label, share: its }));
const always = (list: readonly TierQuota[]) => ({ classes: list, upper: list, top: list });

const mayAndJune = (year: number) => ({
  year,
  draftedOn: `${year}-04-27`,
  window: { from: `${year}-05-06`, to: `${year}-06-30` },
  due: `${year}-07-31`,
  scheme: 'credit' as const,
  mixed: true,
  draws: 1,
  everyItem: false,
});

/** 三明 一(二): A left alone, B below the usual 5 % and in fewer draws, C above it, D far above it and in most draws. */
const rising = {
  classes: tiers({ A: spared, B: share(300), C: share(800, 1), D: share(2000, 1) }),
  upper: tiers({ A: spared, B: spared, C: share(800, 1), D: share(2000, 1) }),
  top: tiers({ D: share(5000, 1) }),
};

const terms: Record<string, Term> = {
  // In force from 23 June of the year that it plans.
  'sanming-2025': {
    ...mayAndJune(2025),
    draftedOn: '2025-06-24',
    window: { from: '2025-07-07', to: '2025-08-29' },
    due: '2025-10-31',
    tiers: rising,
  },
  // 三(二): a ratio of its own for each of the four classes, in 85 % of all that is drawn.
  'shishi-2024': {
    ...mayAndJune(2024),
    tiers: always(tiers({ A: share(500), B: share(800), C: share(1500, 1), D: share(3000, 1) })),
    mixed: false,
  },
  // 二(一)2: two draws a year; the list's ratio, and more of 重点抽查名录库.
  'fuan-2018': {
    ...mayAndJune(2026),
    scheme: 'key-directory',
    tiers: {
      classes: tiers({ 一般: share(500), 重点: share(1500) }),
      upper: tiers({ 重点: share(1500, 1) }),
      top: tiers({ 重点: share(3000, 1) }),
    },
    draws: 2,
    everyItem: true,
  },
  // 三(一)1, 三(二)1: A at most 10 % and in June, B in June and September, C every one.
  'wannian-2022': {
    ...mayAndJune(2026),
    draftedOn: '2026-03-10',
    window: { from: '2026-06-01', to: '2026-06-30' },
    scheme: 'pool',
    tiers: always(tiers({ A: share(500), B: share(800), C: share(10_000) })),
    everyItem: true,
  },
  // 二(二)2: classes applied in nine tasks of ten.
  'ganzhou-2023': { ...mayAndJune(2023), tiers: always(rising.classes), mixed: false, everyItem: true },
};

/** @throws RangeError for a policy that the sample knows no term of. */
export function termOf(policy: string): Term {
  const term = terms[policy];
  if (term === undefined) throw new RangeError(`a sample knows no term of ${policy}`);
  return term;
}
