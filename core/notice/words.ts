/** What is said of publication: grounds, endings, destinations' answers. */
import type { Words } from '../words.ts';
import type { Ending, NoticePart, ReceiptState, WithholdGround } from './notice.ts';
import type { ObjectionDecision } from './objection.ts';
import type { RecordState } from './reconcile.ts';

export const groundWords = {
  'trade-secret': { zh: '商业秘密', en: 'trade secret' },
  privacy: { zh: '个人隐私', en: 'privacy' },
  law: { zh: '法律法规规定', en: 'forbidden by law' },
} as const satisfies Record<WithholdGround, Words>;

export const partWords = {
  whole: { zh: '整条结果', en: 'the whole outcome' },
  subject: { zh: '检查对象名称和号码', en: 'name and number of the subject' },
  finding: { zh: '发现问题的具体内容', en: 'what was found' },
  item: { zh: '检查事项', en: 'the item' },
} as const satisfies Record<NoticePart, Words>;

export const endingWords = {
  repaired: { zh: '信用修复', en: 'credit repaired' },
  revoked: { zh: '原决定已撤销', en: 'decision revoked' },
  expired: { zh: '公示期满', en: 'period over' },
  withdrawn: { zh: '异议成立，撤回公示', en: 'withdrawn upon an objection' },
} as const satisfies Record<Ending, Words>;

export const receiptWords = {
  sent: { zh: '已报送', en: 'sent' },
  accepted: { zh: '已接收', en: 'accepted' },
  refused: { zh: '被退回', en: 'refused' },
  differing: { zh: '不一致', en: 'differs' },
  missing: { zh: '平台没有', en: 'not on the platform' },
} as const satisfies Record<ReceiptState, Words>;

export const recordWords = {
  unregistered: { zh: '未登记', en: 'not registered' },
  sent: { zh: '已报送', en: 'sent' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  differing: { zh: '不一致', en: 'differing' },
} as const satisfies Record<RecordState, Words>;

export const decisionWords = {
  keep: { zh: '维持公示', en: 'kept' },
  correct: { zh: '予以更正', en: 'to be corrected' },
  withdraw: { zh: '撤回公示', en: 'withdrawn' },
} as const satisfies Record<ObjectionDecision, Words>;
