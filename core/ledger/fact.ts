/**
 * Every fact that the ledger can hold. The catalogue is closed: what is not named here cannot be recorded, and there is no
 * escape hatch. A new fact is one line here and one in `words.ts`, which does not compile without it.
 */
import type { Json } from '../canonical.ts';

/**
 * Who may read a fact's body: everybody; the office and the members concerned; nobody before the ceremony it belongs to
 * is disclosed; or whoever the matter was addressed to (a complaint about an inspector is for the discipline body alone). Digests are for everybody always, so that nobody needs to see a body to check the chain.
 */
export type Seen = 'public' | 'office' | 'sealed' | 'discipline';

export const factCatalogue = {
  // the ledger itself
  practice: 'public',
  'body-erased': 'public',
  'checkpoint-posted': 'public',
  'checkpoint-gap-resolved': 'public',
  'backup-made': 'office',
  // The last fact of a database that the office has left, and the first one where it went on.
  'office-moved': 'office',
  'office-arrived': 'office',
  'move-cancelled': 'office',

  // people
  'person-enrolled': 'office',
  'person-dismissed': 'office',

  // chat: who is who there, and where its channels are
  'person-invited': 'office',
  'chat-linked': 'office',
  'chat-unlinked': 'office',
  'channel-named': 'office',

  // policy and calendar
  'policy-in-force': 'public',
  'policy-overridden': 'public',
  'holidays-loaded': 'public',

  // registry
  'list-imported': 'office',
  'list-changed': 'office',
  'list-sent': 'office',
  'list-received': 'office',
  'list-published': 'public',
  'item-repealed': 'public',
  'pool-round-opened': 'office',
  'pool-move-proposed': 'office',
  'pool-move-confirmed': 'office',
  'pool-move-refused': 'office',

  // consult
  'consultation-opened': 'office',
  'consultation-extended': 'office',
  'consultation-closed': 'office',
  'reply-received': 'office',
  'reply-edited': 'office',
  'reply-deleted': 'office',
  'invitation-sent': 'office',
  'invitation-answered': 'office',
  'missing-item-reported': 'office',
  'missing-item-advanced': 'office',
  'superior-plan-received': 'office',
  'superior-plan-answered': 'office',
  'joining-answered': 'office',

  // plan
  'tasks-joined': 'office',
  'plan-drafted': 'office',
  'plan-revised': 'office',
  'plan-checked': 'office',
  'plan-submitted': 'office',
  'plan-approved': 'office',
  'plan-returned': 'office',
  'task-reviewed': 'office',
  'plan-seen': 'office',
  'plan-issued': 'public',
  'plan-published': 'public',
  'unplanned-check-filed': 'office',
  'filing-received': 'office',
  'finding-overridden': 'office',

  // draw
  'ceremony-frozen': 'public',
  'ceremony-cosigned': 'public',
  'secret-sealed': 'public',
  // Who has known the desk's secret, and since when.
  'slip-printed': 'public',
  'sealing-closed': 'public',
  'secret-opened': 'sealed',
  'opening-closed': 'public',
  'public-number-passed-over': 'public',
  // The second person has not read it from the first.
  'public-number-typed': 'sealed',
  'public-number-entered': 'public',
  'public-number-correction-asked': 'public',
  'public-number-corrected': 'public',
  'ceremony-opened': 'public',
  'ceremony-aborted': 'public',
  'annulment-asked': 'public',
  'ceremony-annulled': 'public',
  'ceremony-disclosed': 'public',
  'outside-draw-taken-in': 'office',

  // visit
  'visits-assigned': 'sealed',
  'recusal-declared': 'office',
  'recusal-decided': 'office',
  'inspector-unavailable': 'office',
  'inspector-substituted': 'office',
  'subject-replaced': 'office',
  'outside-number-recorded': 'office',
  'visits-approval-asked': 'office',
  'visits-approval-decided': 'office',
  'visits-noticed': 'office',
  'visit-scheme-kept': 'office',
  'agenda-proposed': 'office',
  'agenda-answered': 'office',
  'desk-reviewed': 'office',
  'visit-held': 'office',
  'opinion-given': 'office',
  'unplanned-check-held': 'office',
  'draw-media-kept': 'office',
  'form-signed': 'office',
  'visit-finished': 'office',
  'task-finished': 'office',

  // outcome
  'outcome-entered': 'office',
  'outcomes-reviewed': 'office',

  // notice
  'outcomes-published': 'public',
  'notice-acknowledged': 'office',
  'outcome-withheld': 'office',
  'objection-received': 'office',
  'objection-decided': 'office',
  'notice-ended': 'public',
  'matter-published': 'public',
  'records-reconciled': 'office',

  // follow-up
  'correction-ordered': 'office',
  'correction-checked': 'office',
  'penalty-decided': 'office',
  'guidance-given': 'office',
  'leniency-applied': 'office',
  'case-transferred': 'office',
  'transfer-received': 'office',
  'transfer-returned': 'office',
  'crime-referred': 'office',
  'crime-answered': 'office',
  'listing-reminded': 'office',
  'abnormal-listed': 'office',
  'repair-letter-sent': 'office',
  'credit-repaired': 'office',
  'joint-punishment-recorded': 'office',
  'case-closed': 'office',
  'revisit-recorded': 'office',
  'class-change-suggested': 'office',
  'class-change-answered': 'office',
  'recheck-drawn': 'office',
  'recheck-recorded': 'office',
  'recheck-answered': 'office',
  'sign-answered': 'office',
  'risk-recorded': 'office',
  'risk-handled': 'office',
  'targeted-check-proposed': 'office',

  // bulletin: what is summed up, and what people say about the work
  'number-stated': 'office',
  'summary-submitted': 'office',
  'summary-returned': 'office',
  'bulletin-issued': 'office',
  'meeting-called': 'office',
  'meeting-answered': 'office',
  'meeting-held': 'office',
  'practice-shared': 'office',
  'practice-passed-on': 'office',
  'news-sent': 'office',
  'problem-raised': 'office',
  'problem-assigned': 'office',
  'problem-solved': 'office',
  'supervision-recorded': 'office',
  'voice-received': 'discipline',
  'voice-answered': 'discipline',
  'misconduct-referred': 'discipline',
  'misconduct-answered': 'discipline',

  // paper
  'paper-issued': 'office',

  // what is owed
  'reminder-sent': 'office',
} as const satisfies Record<string, Seen>;

export type FactKind = keyof typeof factCatalogue;

/** Who did it, as `kind:id`: `person:…`, `department:…`, `desk`, `system:…`. One line. */
export type Actor = string;

export interface Fact {
  readonly kind: FactKind;
  readonly actor: Actor;
  readonly body: Json;
}

/** Own names only: `constructor` and `__proto__` are no facts. */
export const isFactKind = (kind: string): kind is FactKind => Object.hasOwn(factCatalogue, kind);

/** Who may read the bodies of this kind of fact. */
export const seenBy = (kind: FactKind): Seen => factCatalogue[kind];
