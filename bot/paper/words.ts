/**
 * Words of official papers. Chinese only: a paper goes into a file and has one wording (DESIGN 4); what people read on a
 * screen has both languages elsewhere.
 */
import { type CivilDate, dateInChinese } from '../../core/calendar.ts';
import type { SettledShare } from '../../core/plan/quota.ts';
import { percentOf } from '../../core/plan/words.ts';
import type { Method } from '../../core/registry/item.ts';
import { never } from '../../core/result.ts';

const boundWords = { exactly: '', 'at-least': '不低于', 'at-most': '不超过' } as const;

/** A settled share as plans write it: 不抽取, 3%（至少1户）, 不低于0.5%, 40户, 10户及以下2户；超过10户不低于50%. */
export function shareWords(share: SettledShare): string {
  switch (share.kind) {
    case 'spared':
      return '不抽取';
    case 'share':
      if (share.bp === 10_000) return '100%';
      return `${boundWords[share.bound]}${percentOf(share.bp)}${share.atLeast > 0 ? `（至少${share.atLeast}户）` : ''}`;
    case 'count':
      return `${share.n}户`;
    case 'steps':
      return share.steps
        .map(({ upTo, share: its }, i) => {
          const above = share.steps[i - 1]?.upTo ?? 0;
          return `${upTo === null ? `超过${above}户` : `${upTo}户及以下`}${shareWords(its)}`;
        })
        .join('；');
    default:
      return never(share);
  }
}

export const methodWords: Record<Method, string> = { 'on-site': '实地检查', desk: '书面检查', online: '网络监测' };

/** 由本人网页封存, or kept by the desk for one that only has chat. */
export const custodyWords = { 'own-page': '本人网页封存', desk: '会务台代为封存' } as const;

/** What came of a participant's sealed number. */
export const stateWords = { opened: '已开封', absent: '未到场，未开封', unsealed: '未封存' } as const;

/** 2025年6月23日 */
export const day = dateInChinese;
export const span = (from: CivilDate, to: CivilDate): string => `${day(from)}至${day(to)}`;

/** A moment (YYYY-MM-DDTHH:mm:ss.sssZ) as Beijing time, which has kept UTC+8 without summer time since 1992. */
export function moment(time: string): string {
  const there = new Date(Date.parse(time) + 8 * 3_600_000).toISOString();
  const [date = '', clock = ''] = there.split('T');
  const [hour = '', minute = '', second = ''] = clock.split(/[:.]/);
  return `${day(date)}${Number(hour)}时${minute}分${second}秒`;
}

/** The right to challenge, in the words of 行政处罚法 第四十三条. */
export const recusalRight =
  '申请回避：执法检查人员与检查对象有直接利害关系或者有其他关系可能影响公正执法的，应当主动申请回避；检查对象认为有上述情形的，有权申请其回避。是否回避由所在行政机关负责人决定，决定作出之前不停止检查。';

/** How two officers come to a door (行政处罚法 第四十二条、第五十五条). */
export const identityDuty = '每次检查执法人员不得少于两人，应当主动出示执法证件；专家和日常监管人员不计入两人。';

/** Workbooks are mailed on: every sheet says what it is and who may have it. */
export const keepClose = '内部工作名单，仅限承办单位使用；检查实施前不得对外公开、不得向检查对象透露。';
