/** A rule of drawing written as a ratio cell that `ratio-parse.ts` reads as the same rule, so that a plan that is given out can be given in. */
import { never } from '../result.ts';
import type { Share } from './ratio.ts';
import type { Quota } from './task.ts';

export function ratioText(quota: Quota): string {
  if (quota.kind === 'total') return `${quota.n}户`;
  const [only, ...more] = quota.tiers;
  if (only !== undefined && more.length === 0 && only.label === '全部') return shareText(only.share);
  return quota.tiers.map(({ label, share }) => `${label}类${shareText(share)}`).join('；');
}

function shareText(share: Share): string {
  switch (share.kind) {
    case 'spared':
      return '不纳入抽查';
    case 'share': {
      const fewest = share.atLeast > 0 ? `（至少${share.atLeast}户）` : '';
      return `${shareBounds[share.bound]}${percent(share.bp)}${fewest}`;
    }
    case 'count':
      return `${countBounds[share.bound]}${share.n}户`;
    case 'steps':
      return share.steps
        .map(({ upTo, share: its }, i) => {
          const above = share.steps[i - 1]?.upTo ?? 0;
          return `${upTo === null ? `超过${above}户` : `${upTo}户及以下`}${shareText(its)}`;
        })
        .join('；');
    case 'range':
      return `${shareText(share.from)}至${shareText(share.to)}`;
    default:
      return never(share);
  }
}

const shareBounds = { exactly: '', 'at-least': '不低于', 'at-most': '不超过' } as const;
const countBounds = { exactly: '', 'at-least': '不少于', 'at-most': '不超过' } as const;

/** Hundredths without floating point: 350 is 3.5%. */
function percent(bp: number): string {
  const hundredths = String(bp % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(bp / 100)}${hundredths === '' ? '' : `.${hundredths}`}%`;
}
