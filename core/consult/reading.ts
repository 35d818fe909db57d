/**
 * How a clerk's plain reply under a 征询函 is understood. The first rule: never a false consent. Whatever is not beyond doubt is asked
 * back with buttons, and nothing is recorded until then. The second: few needless questions.
 */
import type { Amendment } from './reading-changes.ts';

export type { Amendment } from './reading-changes.ts';

/** The answers that a department can give; those of `perhaps` are offered as buttons. */
export type AnswerKind = 'agrees' | 'joins' | 'comments' | 'declines';

/** Why a reply is asked back. */
export type Doubt =
  /** 收到、已阅、好的、👍: the letter arrived, which is no consent. */
  | 'receipt-only'
  /** 原则同意；待领导审定后再定 */
  | 'conditional'
  /** 稍后反馈；正在研究；暂无意见 */
  | 'postponed'
  | 'question'
  /** Two answers that do not go together: 同意，不参加 */
  | 'mixed'
  /** Words of somebody else: a quotation, the letter forwarded. */
  | 'quoted'
  /** 不是没有意见；不同意 without saying why; an answer taken back */
  | 'negated'
  | 'for-another-department'
  /** For some of the items only: 前两项无意见 */
  | 'partial'
  /** The answer stands in another place: 见附件；已通过公文系统报送；同上；参照去年 */
  | 'elsewhere'
  | 'too-long'
  /** Words that nobody has told us the meaning of. */
  | 'unclear';

export type Reading =
  /** 无意见、同意, without any reservation */
  | { readonly kind: 'agrees' }
  /** 参加, in so many words */
  | { readonly kind: 'joins' }
  /** Remarks or changes; `words` as written, `changes` where they could be read beyond doubt. */
  | { readonly kind: 'comments'; readonly words: string; readonly changes: readonly Amendment[] }
  /** 不参加; `reason` as written, '' where none is given. */
  | { readonly kind: 'declines'; readonly reason: string }
  | { readonly kind: 'doubtful'; readonly why: Doubt; readonly perhaps: readonly AnswerKind[] }
  /** No answer at all: 谢谢；请问联系电话是多少 */
  | { readonly kind: 'aside' };

/** `own`: names that the writer's department goes by, so that 县应急管理局无意见 is its own word and not about another one. */
export function readReply(text: string, own: readonly string[] = []): Reading {
  const words = text.trim();
  if (words === '') return { kind: 'aside' };
  if (/^(?:我局|我单位|本单位|本局)?(?:无意见|没有意见|无异议|同意)[。！]?$/.test(words)) return { kind: 'agrees' };
  return {
    kind: 'doubtful',
    why: own.length > 99 ? 'too-long' : 'unclear',
    perhaps: ['agrees', 'comments', 'declines'],
  };
}
