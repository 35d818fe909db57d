/**
 * Words of the plan stage: shares and ratios as people write them, refused cells, refused rows, offers to join tasks.
 */
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import type { DraftRefusal } from './draft.ts';
import type { FrequencyRefusal } from './frequency.ts';
import type { ProposedLead, Suggestion } from './overlap.ts';
import type { Ratio, Share } from './ratio.ts';
import type { RatioRefusal } from './ratio-refusal.ts';

/** 350 → 3.5%. Exact: no binary fraction is shown. */
export const percentOf = (bp: number): string => {
  const rest = bp % 100;
  const places = rest === 0 ? '' : rest % 10 === 0 ? `.${rest / 10}` : `.${String(rest).padStart(2, '0')}`;
  return `${Math.floor(bp / 100)}${places}%`;
};

/** Codes into the names that people know them by; a code without a name stands as it is. */
export interface Names {
  readonly department: (code: string) => string;
  readonly item: (code: string) => string;
  readonly task: (no: string) => string;
}

const boundZh = { exactly: '', 'at-least': '不低于', 'at-most': '不超过' } as const;
const boundEn = { exactly: '', 'at-least': 'at least ', 'at-most': 'at most ' } as const;

export function wordsOfShare(share: Share): Words {
  switch (share.kind) {
    case 'spared':
      return { zh: '不纳入抽查', en: 'left alone' };
    case 'share': {
      const [zh, en] = [boundZh[share.bound], boundEn[share.bound]].map((bound) => `${bound}${percentOf(share.bp)}`);
      return share.atLeast === 0
        ? { zh: `${zh}`, en: `${en}` }
        : { zh: `${zh}，至少${share.atLeast}户`, en: `${en}, no fewer than ${share.atLeast}` };
    }
    case 'count':
      return { zh: `${boundZh[share.bound]}${share.n}户`, en: `${boundEn[share.bound]}${share.n} subjects` };
    case 'steps': {
      const parts = share.steps.map(({ upTo, share: of }) => ({ upTo, of: wordsOfShare(of) }));
      return {
        zh: parts.map(({ upTo, of }) => `${upTo === null ? '超过上述户数的' : `${upTo}户及以下的`}${of.zh}`).join('；'),
        en: parts.map(({ upTo, of }) => `${upTo === null ? 'above' : `up to ${upTo}`}: ${of.en}`).join('; '),
      };
    }
    case 'range': {
      const [from, to] = [wordsOfShare(share.from), wordsOfShare(share.to)];
      return { zh: `${from.zh}至${to.zh}`, en: `${from.en} to ${to.en}` };
    }
    default:
      return never(share);
  }
}

/** A cell as it was understood, shown beside what was written. */
export function wordsOfRatio(ratio: Ratio): Words {
  const parts =
    ratio.kind === 'whole'
      ? [wordsOfShare(ratio.share)]
      : ratio.kind === 'tiered'
        ? ratio.tiers.map(({ label, share }) => labelled(label, wordsOfShare(share)))
        : ratio.levels.map(({ level, share }) => labelled(level, wordsOfShare(share)));
  const often =
    ratio.drawsPerYear === null ? [] : [{ zh: `每年${ratio.drawsPerYear}次`, en: `${ratio.drawsPerYear} a year` }];
  const open = ratio.provisional ? [{ zh: '以实际为准', en: 'not final' }] : [];
  const all = [...parts, ...often, ...open];
  return { zh: all.map(({ zh }) => zh).join('，'), en: all.map(({ en }) => en).join(', ') };
}

const labelled = (label: string, { zh, en }: Words): Words => ({ zh: `${label}：${zh}`, en: `${label}: ${en}` });

export function wordsOfRatioRefusal(refusal: RatioRefusal): Words {
  switch (refusal.kind) {
    case 'empty':
      return { zh: '抽查比例未填写', en: 'the ratio is empty' };
    case 'undecided':
      return {
        zh: `“${refusal.text}”尚未确定，请填写比例或户数`,
        en: `“${refusal.text}” is not decided yet: give a share or a number`,
      };
    case 'decided-elsewhere':
      return {
        zh: `“${refusal.text}”须由其他文件或单位确定，请填写确定后的比例或户数`,
        en: `“${refusal.text}” leaves the number to another paper: give the number itself`,
      };
    case 'alternatives':
      return { zh: `“${refusal.text}”有两种写法，请只保留一种`, en: `“${refusal.text}” gives alternatives: keep one` };
    case 'sum':
      return {
        zh: `“${refusal.text}”是多次抽查之和，请写明本次抽查的比例`,
        en: `“${refusal.text}” is a sum over several draws: give the share of this draw`,
      };
    case 'no-number':
      return {
        zh: `“${refusal.text}”没有数字，请填写如 5% 或 20户`,
        en: `“${refusal.text}” has no number: write 5% or 20户`,
      };
    case 'no-unit':
      return {
        zh: `“${refusal.number}”没有单位，请写明是 % 还是 户`,
        en: `“${refusal.number}” has no unit: % or households?`,
      };
    case 'too-fine':
      return {
        zh: `“${refusal.number}”不是万分之一的整数倍；不抽查的请写“不纳入抽查”`,
        en: `“${refusal.number}” is not a whole number of basis points; for none write 不纳入抽查`,
      };
    case 'above-whole':
      return { zh: `“${refusal.number}”超过100%`, en: `“${refusal.number}” is more than the whole list` };
    case 'not-whole-number':
      return { zh: `“${refusal.number}”不是整数户数`, en: `“${refusal.number}” is not a whole number of subjects` };
    case 'reversed-range':
      return {
        zh: `“${refusal.from}”至“${refusal.to}”不是由低到高的同一种数`,
        en: `“${refusal.from}” to “${refusal.to}” does not rise, or mixes units`,
      };
    case 'steps-gap':
      return {
        zh: `分档在${refusal.upTo}户之后不连续，请逐档衔接，末档写“超过…户”`,
        en: `the steps do not join after ${refusal.upTo}: each must begin where the one before ends`,
      };
    case 'twice':
      return { zh: `“${refusal.label}”写了两次`, en: `“${refusal.label}” stands twice` };
    case 'mixture':
      return {
        zh: `“${refusal.text}”一格内有多种规则，请分开填写`,
        en: `“${refusal.text}” holds more than one rule: write them apart`,
      };
    case 'unreadable':
      return {
        zh: `“${refusal.text}”中的“${refusal.words}”无法识别`,
        en: `“${refusal.words}” in “${refusal.text}” is not understood`,
      };
    default:
      return never(refusal);
  }
}

export function wordsOfFrequencyRefusal(refusal: FrequencyRefusal): Words {
  switch (refusal.kind) {
    case 'empty':
      return { zh: '抽查频次未填写', en: 'the frequency is empty' };
    case 'undecided':
    case 'decided-elsewhere':
    case 'no-number':
      return {
        zh: `“${refusal.text}”没有写明每年几次，请填写如“每年1次”`,
        en: `“${refusal.text}” does not say how often a year: write 每年1次`,
      };
    case 'alternatives':
    case 'several':
      return { zh: `“${refusal.text}”有多种写法，请只保留一种`, en: `“${refusal.text}” says several things: keep one` };
    case 'not-whole':
      return { zh: `“${refusal.number}”不是整数次数`, en: `“${refusal.number}” is not a whole number of times` };
    case 'unreadable':
      return {
        zh: `“${refusal.text}”中的“${refusal.words}”无法识别`,
        en: `“${refusal.words}” in “${refusal.text}” is not understood`,
      };
    default:
      return never(refusal);
  }
}

export function wordsOfDraftRefusal(refusal: DraftRefusal, names: Names): Words {
  const { row, task } = refusal;
  switch (refusal.kind) {
    case 'no-reply':
      return {
        zh: `第${row}行任务${task}没有对应的部门反馈，不列入计划`,
        en: `row ${row}, task ${task}: no department's reply stands behind it`,
      };
    case 'unknown-reply':
      return {
        zh: `第${row}行任务${task}：反馈${refusal.reply}不存在`,
        en: `row ${row}, task ${task}: there is no reply ${refusal.reply}`,
      };
    case 'not-a-party':
      return {
        zh: `第${row}行任务${task}：反馈单位${names.department(refusal.department)}不是牵头或配合部门（${refusal.parties.map(names.department).join('、')}）`,
        en: `row ${row}, task ${task}: ${names.department(refusal.department)} replied and has no part in it (${refusal.parties.map(names.department).join(', ')})`,
      };
    case 'number-twice':
      return {
        zh: `第${row}行任务编号${task}与第${refusal.first}行重复`,
        en: `row ${row}: task number ${task} stands in row ${refusal.first} already`,
      };
    default:
      return never(refusal);
  }
}

export function wordsOfSuggestion(suggestion: Suggestion, names: Names): Words {
  const { tasks, overlaps, departments } = suggestion;
  const named = tasks.map(names.task);
  const least = overlaps.reduce((low, { shareBp }) => Math.min(low, shareBp), 10_000);
  const common = Math.max(0, ...overlaps.map((each) => each.common));
  const lead =
    suggestion.lead === null
      ? { zh: '牵头部门待商定', en: 'the lead is to be agreed' }
      : wordsOfLead(suggestion.lead, names);
  const zh = `任务${named.join('、')}的检查对象${least === 10_000 ? '完全' : `${percentOf(least)}以上`}相同（共同对象${common}户）`;
  const en = `tasks ${named.join(', ')} mean the same subjects${least === 10_000 ? '' : ` to ${percentOf(least)} or more`} (${common} in common)`;
  switch (suggestion.kind) {
    case 'join':
      return {
        zh: `${zh}，建议由${departments.map(names.department).join('、')}合并为一项联合抽查，${lead.zh}`,
        en: `${en}: one joint task of ${departments.map(names.department).join(', ')} is proposed; ${lead.en}`,
      };
    case 'combine':
      return { zh: `${zh}，建议部门内合并为一项任务`, en: `${en}: one task inside the department is proposed` };
    case 'follow-superior':
      return {
        zh: `${zh}，建议并入上级任务${names.task(suggestion.superior)}一并实施，${lead.zh}`,
        en: `${en}: carry it out with ${names.task(suggestion.superior)} from above; ${lead.en}`,
      };
    default:
      return never(suggestion);
  }
}

function wordsOfLead(lead: ProposedLead, names: Names): Words {
  const who = names.department(lead.department);
  switch (lead.because) {
    case 'joint-matter':
      return {
        zh: `由${who}牵头（监管责任事项清单${lead.matter}）`,
        en: `${who} leads (responsibility list, ${lead.matter})`,
      };
    case 'competent':
      return {
        zh: `由行业主管部门${who}牵头（主管${lead.items.map(names.item).join('、')}）`,
        en: `${who} leads, being competent for ${lead.items.map(names.item).join(', ')}`,
      };
    case 'superior':
      return {
        zh: `由上级任务${names.task(lead.task)}的牵头部门${who}牵头`,
        en: `${who} leads, as in ${names.task(lead.task)} from above`,
      };
    default:
      return never(lead);
  }
}
