/**
 * 公开为常态、不公开为例外 (福安 二(二)3): what is kept back needs one of three grounds, and words that name what is protected. “不宜公开” names nothing
 * and is refused.
 */
import type { WithholdGround } from './notice.ts';

export type GroundRefusal =
  | { readonly reason: 'reason-missing' }
  /** Only what everything could be kept back with. */
  | { readonly reason: 'reason-general'; readonly words: string }
  /** A law is named with its title or its article. */
  | { readonly reason: 'law-not-named'; readonly words: string };

/** What stands for a reason and is none; a reason that holds more than these is read by people. */
const general: readonly string[] = [
  '不宜公开 不便公开 暂不公开 不予公开 不公开 无需公开 没有必要 内部掌握 内部资料',
  '内部信息 比较敏感 敏感信息 敏感 影响不好 影响形象 影响营商环境 影响稳定 维稳',
  '社会稳定 上级要求 领导要求 领导指示 企业要求 企业申请 应企业要求 工作需要 其他原因',
  '特殊原因 特殊情况 涉及商业秘密 商业秘密 涉及个人隐私 个人隐私 涉密 保密 依法 依规',
  '按规定 有关 相关 涉及 因为 由于 该 的 等 企业 信息 内容 结果 检查 情况 单位',
  '比较 非常 十分 可能 我局 本局',
].flatMap((line) => line.split(' '));

/** Characters that must be left once those are taken out: less than that names nothing. */
const leastLeft = 4;

export function checkGround(ground: WithholdGround, words: string): GroundRefusal | null {
  const plain = words.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
  if (plain === '') return { reason: 'reason-missing' };
  const left = general.reduce((text, each) => text.replaceAll(each, ''), plain);
  if ([...left].length < leastLeft) return { reason: 'reason-general', words };
  const namesLaw = /《.+》/.test(words) || /第.+条/.test(words);
  return ground === 'law' && !namesLaw ? { reason: 'law-not-named', words } : null;
}
