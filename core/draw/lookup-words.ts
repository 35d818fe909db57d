/** How one enterprise stands in one task of a draw, in words. */
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import { exclusionWords } from './exclusion-words.ts';
import { exclusions } from './frame.ts';
import type { Standing } from './lookup.ts';

export function sayStanding(standing: Standing): Words {
  switch (standing.kind) {
    case 'not-in-frame':
      return { zh: '不属于该任务的对象范围', en: 'not in its frame' };
    case 'excluded': {
      const known = exclusions.find(({ reason }) => reason === standing.reason);
      const words = known === undefined ? { zh: standing.reason, en: standing.reason } : exclusionWords[known.reason];
      return { zh: `不抽取：${words.zh}`, en: `excluded: ${words.en}` };
    }
    case 'drawn':
      return {
        zh: `${standing.tier}类第 ${standing.rank} 位，抽中`,
        en: `${standing.tier}, rank ${standing.rank}, drawn`,
      };
    case 'skipped':
      return {
        zh: `${standing.tier}类第 ${standing.rank} 位，本年度检查次数已满，跳过`,
        en: `${standing.tier}, rank ${standing.rank}, passed over`,
      };
    case 'reserve':
      return {
        zh: `${standing.tier}类第 ${standing.rank} 位，未抽中`,
        en: `${standing.tier}, rank ${standing.rank}, not drawn`,
      };
    default:
      return never(standing);
  }
}
