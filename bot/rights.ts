/**
 * Who may do what: one table, read by every verb through `may`. A row names the verb, the roles, and whether they reach any
 * department's matters or only those of their own. What is not in the table cannot be done by anybody.
 */
import type { FactKind } from '../core/ledger/fact.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Actor, roles as allRoles, type Role } from './actor.ts';

/** `own`: only where the matter belongs to the actor's department; `any`: wherever; `self`: only what concerns the person. */
export type Reach = 'any' | 'own' | 'self';

export interface Right {
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
  /** The fact that the verb leaves in the ledger. */
  readonly fact: FactKind;
}

/** What concerns a person alone is open to everybody on the roll. */
const everybody = {
  office: 'self',
  liaison: 'self',
  head: 'self',
  legal: 'self',
  inspector: 'self',
  witness: 'self',
  supervisor: 'self',
  'outcome-reviewer': 'self',
  discipline: 'self',
  superior: 'self',
  'county-office': 'self',
} as const satisfies Record<Role, Reach>;

export const rights = {
  // people
  enrol: { roles: { office: 'any' }, fact: 'person-enrolled' },
  dismiss: { roles: { office: 'any' }, fact: 'person-dismissed' },

  // chat: an invitation is for one person on the roll; who has it links his own account, or the office names it
  'invite-person': { roles: { office: 'any' }, fact: 'person-invited' },
  'link-chat': { roles: { ...everybody, office: 'any' }, fact: 'chat-linked' },
  'unlink-chat': { roles: { ...everybody, office: 'any' }, fact: 'chat-unlinked' },
  'name-channel': { roles: { office: 'any' }, fact: 'channel-named' },

  // registry: the office keeps the common lists, a department its own
  'import-common': { roles: { office: 'any' }, fact: 'list-imported' },
  'import-own': { roles: { office: 'any', liaison: 'own' }, fact: 'list-imported' },
  'send-list': { roles: { liaison: 'own' }, fact: 'list-sent' },
  'receive-list': { roles: { office: 'any', legal: 'any' }, fact: 'list-received' },
  'publish-list': { roles: { office: 'any', liaison: 'own' }, fact: 'list-published' },
  'keep-document': { roles: { office: 'any', liaison: 'own' }, fact: 'list-changed' },
  'repeal-item': { roles: { office: 'any' }, fact: 'item-repealed' },
  'open-pool-round': { roles: { office: 'any' }, fact: 'pool-round-opened' },
  'propose-move': { roles: { office: 'any', liaison: 'own' }, fact: 'pool-move-proposed' },
  'confirm-move': { roles: { office: 'any' }, fact: 'pool-move-confirmed' },
  'refuse-move': { roles: { office: 'any' }, fact: 'pool-move-refused' },
  'adopt-policy': { roles: { office: 'any' }, fact: 'policy-in-force' },
  'override-policy': { roles: { office: 'any' }, fact: 'policy-overridden' },
  'load-holidays': { roles: { office: 'any' }, fact: 'holidays-loaded' },

  // consult: the office asks, departments answer for themselves
  'open-consultation': { roles: { office: 'any' }, fact: 'consultation-opened' },
  'extend-consultation': { roles: { office: 'any' }, fact: 'consultation-extended' },
  'close-consultation': { roles: { office: 'any' }, fact: 'consultation-closed' },
  'reply-to-consultation': { roles: { liaison: 'own', head: 'own' }, fact: 'reply-received' },
  'send-invitation': { roles: { office: 'any', liaison: 'own' }, fact: 'invitation-sent' },
  'answer-invitation': { roles: { liaison: 'own', head: 'own' }, fact: 'invitation-answered' },
  'report-missing-item': { roles: { liaison: 'own' }, fact: 'missing-item-reported' },
  'advance-missing-item': { roles: { office: 'any', liaison: 'own', superior: 'any' }, fact: 'missing-item-advanced' },
  'receive-superior-plan': { roles: { office: 'any', superior: 'any' }, fact: 'superior-plan-received' },
  'answer-superior-plan': { roles: { liaison: 'own', head: 'own' }, fact: 'superior-plan-answered' },
  'answer-joining': { roles: { liaison: 'own', head: 'own' }, fact: 'joining-answered' },

  // plan: who drafts does not review, which the verb sees to
  'draft-plan': { roles: { office: 'any', liaison: 'own' }, fact: 'plan-drafted' },
  'check-plan': { roles: { office: 'any', legal: 'any', liaison: 'own', supervisor: 'any' }, fact: 'plan-checked' },
  'submit-plan': { roles: { office: 'any' }, fact: 'plan-submitted' },
  'approve-plan': { roles: { office: 'any', legal: 'any' }, fact: 'plan-approved' },
  'return-plan': { roles: { office: 'any', legal: 'any' }, fact: 'plan-returned' },
  'review-task': { roles: { office: 'any', legal: 'any' }, fact: 'task-reviewed' },
  'see-plan': { roles: everybody, fact: 'plan-seen' },
  'keep-finding': { roles: { office: 'any' }, fact: 'finding-overridden' },
  'issue-plan': { roles: { office: 'any' }, fact: 'plan-issued' },
  'publish-plan': { roles: { office: 'any', liaison: 'own' }, fact: 'plan-published' },

  // draw: a department draws its own tasks by itself where the policy leaves them to it
  freeze: { roles: { office: 'any', liaison: 'own' }, fact: 'ceremony-frozen' },
  'take-in-draw': { roles: { office: 'any', liaison: 'own' }, fact: 'outside-draw-taken-in' },
  cosign: { roles: { witness: 'self' }, fact: 'ceremony-cosigned' },
  seal: { roles: { witness: 'self' }, fact: 'secret-sealed' },
  'print-slip': { roles: { office: 'any', liaison: 'own' }, fact: 'slip-printed' },
  'close-sealing': { roles: { office: 'any', liaison: 'own' }, fact: 'sealing-closed' },
  reveal: { roles: { witness: 'self' }, fact: 'secret-opened' },
  'close-opening': { roles: { office: 'any', liaison: 'own' }, fact: 'opening-closed' },
  'type-number': {
    roles: { office: 'any', liaison: 'any', witness: 'any', legal: 'any' },
    fact: 'public-number-typed',
  },
  open: { roles: { office: 'any', liaison: 'own' }, fact: 'ceremony-opened' },
  abort: { roles: { office: 'any', liaison: 'own' }, fact: 'ceremony-aborted' },
  'correct-number': { roles: { office: 'any' }, fact: 'public-number-correction-asked' },
  'confirm-correction': {
    roles: { office: 'any', liaison: 'any', witness: 'any', legal: 'any' },
    fact: 'public-number-corrected',
  },
  annul: { roles: { head: 'any' }, fact: 'annulment-asked' },
  'confirm-annulment': { roles: { head: 'any' }, fact: 'ceremony-annulled' },
  disclose: { roles: { office: 'any' }, fact: 'ceremony-disclosed' },

  // after the draw
  'assign-visits': { roles: { office: 'any', liaison: 'own' }, fact: 'visits-assigned' },
  'declare-recusal': { roles: { inspector: 'self' }, fact: 'recusal-declared' },
  'decide-recusal': { roles: { head: 'own' }, fact: 'recusal-decided' },
  'report-unavailable': { roles: { head: 'own' }, fact: 'inspector-unavailable' },
  substitute: { roles: { head: 'own' }, fact: 'inspector-substituted' },
  'replace-subject': { roles: { office: 'any' }, fact: 'subject-replaced' },

  // outcome: 谁检查、谁录入; the office coordinates, and enters for nobody
  enter: { roles: { liaison: 'own', inspector: 'own' }, fact: 'outcome-entered' },

  // before the door and at it: a department for its own part, the head before anybody goes
  'ask-approval': { roles: { liaison: 'own', inspector: 'own' }, fact: 'visits-approval-asked' },
  'decide-approval': { roles: { head: 'own' }, fact: 'visits-approval-decided' },
  'give-notice': { roles: { liaison: 'own', inspector: 'own' }, fact: 'visits-noticed' },
  'keep-scheme': { roles: { liaison: 'own' }, fact: 'visit-scheme-kept' },
  'propose-agenda': { roles: { liaison: 'own', inspector: 'own' }, fact: 'agenda-proposed' },
  'answer-agenda': { roles: { liaison: 'own', inspector: 'own' }, fact: 'agenda-answered' },
  'review-at-desk': { roles: { liaison: 'own', inspector: 'own' }, fact: 'desk-reviewed' },
  'hold-visit': { roles: { liaison: 'own', inspector: 'own' }, fact: 'visit-held' },
  'give-opinion': { roles: { liaison: 'own', inspector: 'own' }, fact: 'opinion-given' },
  'file-unplanned': { roles: { liaison: 'own' }, fact: 'unplanned-check-filed' },
  'receive-filing': { roles: { office: 'any', legal: 'any' }, fact: 'filing-received' },
  'hold-unplanned': { roles: { liaison: 'own', inspector: 'own' }, fact: 'unplanned-check-held' },
  'record-outside-number': { roles: { office: 'any', liaison: 'own' }, fact: 'outside-number-recorded' },
  'keep-media': { roles: { office: 'any', liaison: 'own' }, fact: 'draw-media-kept' },
  'sign-form': { roles: { liaison: 'own', inspector: 'own' }, fact: 'form-signed' },
  'finish-visit': { roles: { liaison: 'own', inspector: 'own' }, fact: 'visit-finished' },
  'finish-task': { roles: { liaison: 'own' }, fact: 'task-finished' },

  // a second person reads what was entered
  // A department without a reviewer of its own has its head.
  'review-outcomes': { roles: { 'outcome-reviewer': 'own', head: 'own' }, fact: 'outcomes-reviewed' },

  // notice: 谁检查、谁录入、谁公开; the office publishes for nobody
  'publish-outcomes': { roles: { liaison: 'own' }, fact: 'outcomes-published' },
  'acknowledge-notice': { roles: { office: 'any', liaison: 'own' }, fact: 'notice-acknowledged' },
  'withhold-outcome': { roles: { head: 'own' }, fact: 'outcome-withheld' },
  'receive-objection': { roles: { office: 'any', liaison: 'own' }, fact: 'objection-received' },
  'decide-objection': { roles: { head: 'own' }, fact: 'objection-decided' },
  'end-notice': { roles: { liaison: 'own' }, fact: 'notice-ended' },
  'publish-matter': { roles: { office: 'any', liaison: 'own' }, fact: 'matter-published' },
  'reconcile-records': { roles: { office: 'any', liaison: 'own' }, fact: 'records-reconciled' },

  // follow-up: the department that found it answers for it until it is disposed of
  'order-correction': { roles: { liaison: 'own', inspector: 'own' }, fact: 'correction-ordered' },
  'check-correction': { roles: { liaison: 'own', inspector: 'own' }, fact: 'correction-checked' },
  'decide-penalty': { roles: { liaison: 'own' }, fact: 'penalty-decided' },
  'give-guidance': { roles: { liaison: 'own', inspector: 'own' }, fact: 'guidance-given' },
  'apply-leniency': { roles: { head: 'own' }, fact: 'leniency-applied' },
  'transfer-case': { roles: { liaison: 'own' }, fact: 'case-transferred' },
  'receive-transfer': { roles: { liaison: 'own', head: 'own' }, fact: 'transfer-received' },
  'return-transfer': { roles: { liaison: 'own' }, fact: 'transfer-returned' },
  'refer-crime': { roles: { head: 'own' }, fact: 'crime-referred' },
  'answer-crime': { roles: { liaison: 'own' }, fact: 'crime-answered' },
  'remind-before-listing': { roles: { liaison: 'own' }, fact: 'listing-reminded' },
  'list-abnormal': { roles: { head: 'own' }, fact: 'abnormal-listed' },
  'send-repair-letter': { roles: { liaison: 'own' }, fact: 'repair-letter-sent' },
  'record-repair': { roles: { liaison: 'own' }, fact: 'credit-repaired' },
  'record-joint-punishment': { roles: { liaison: 'own' }, fact: 'joint-punishment-recorded' },
  'close-case': { roles: { liaison: 'own' }, fact: 'case-closed' },
  'record-revisit': { roles: { liaison: 'own', inspector: 'own' }, fact: 'revisit-recorded' },
  'suggest-class-change': { roles: { office: 'any', liaison: 'own' }, fact: 'class-change-suggested' },
  'answer-class-change': { roles: { office: 'any', liaison: 'own' }, fact: 'class-change-answered' },
  'draw-recheck': { roles: { office: 'any', liaison: 'own' }, fact: 'recheck-drawn' },
  'record-recheck': { roles: { office: 'any', liaison: 'own' }, fact: 'recheck-recorded' },
  'answer-recheck': { roles: { liaison: 'own', head: 'own' }, fact: 'recheck-answered' },
  'answer-sign': { roles: { liaison: 'own', head: 'own' }, fact: 'sign-answered' },
  'record-risk': { roles: { office: 'any', liaison: 'own' }, fact: 'risk-recorded' },
  'handle-risk': { roles: { liaison: 'own' }, fact: 'risk-handled' },
  'propose-targeted-check': { roles: { office: 'any', liaison: 'own' }, fact: 'targeted-check-proposed' },

  // bulletin: each member sums up its own year, the office all of them
  'state-number': { roles: { office: 'any', liaison: 'own' }, fact: 'number-stated' },
  'submit-summary': { roles: { liaison: 'own', 'county-office': 'own' }, fact: 'summary-submitted' },
  'return-summary': { roles: { office: 'any' }, fact: 'summary-returned' },
  'issue-bulletin': { roles: { office: 'any', liaison: 'own' }, fact: 'bulletin-issued' },
  'call-meeting': { roles: { office: 'any' }, fact: 'meeting-called' },
  'answer-meeting': { roles: { liaison: 'own', head: 'own', 'county-office': 'own' }, fact: 'meeting-answered' },
  'hold-meeting': { roles: { office: 'any' }, fact: 'meeting-held' },
  'share-practice': { roles: { office: 'any', liaison: 'own', 'county-office': 'own' }, fact: 'practice-shared' },
  'pass-on-practice': { roles: { office: 'any' }, fact: 'practice-passed-on' },
  'send-news': { roles: { office: 'any', liaison: 'own', 'county-office': 'own' }, fact: 'news-sent' },
  'raise-problem': {
    roles: { office: 'any', liaison: 'own', inspector: 'own', 'county-office': 'own' },
    fact: 'problem-raised',
  },
  'assign-problem': { roles: { office: 'any' }, fact: 'problem-assigned' },
  'solve-problem': { roles: { office: 'any', liaison: 'own', 'county-office': 'own' }, fact: 'problem-solved' },
  'record-supervision': { roles: { office: 'any', supervisor: 'any' }, fact: 'supervision-recorded' },
  'answer-voice': { roles: { office: 'any', discipline: 'any' }, fact: 'voice-answered' },
  'refer-misconduct': { roles: { office: 'any', head: 'own' }, fact: 'misconduct-referred' },
  'answer-misconduct': { roles: { discipline: 'any' }, fact: 'misconduct-answered' },

  // papers get their number from the series of whoever issues them
  'issue-paper': { roles: { office: 'any', liaison: 'own' }, fact: 'paper-issued' },

  // what is owed
  remind: { roles: { office: 'any' }, fact: 'reminder-sent' },

  // the ledger
  'post-checkpoint': { roles: { office: 'any' }, fact: 'checkpoint-posted' },
  'resolve-gap': { roles: { head: 'any' }, fact: 'checkpoint-gap-resolved' },
  'erase-body': { roles: { head: 'any' }, fact: 'body-erased' },
  'make-backup': { roles: { office: 'any' }, fact: 'backup-made' },
  // Where the one true database is, the head answers for.
  'move-office': { roles: { head: 'any' }, fact: 'office-moved' },
  'cancel-move': { roles: { head: 'any' }, fact: 'move-cancelled' },
} as const satisfies Record<string, Right>;

export type Verb = keyof typeof rights;

/**
 * What time alone brings about, signed `system:clock`: nobody decides it on the day, since the manifest that everybody has co-signed
 * says when. So that no late act slips in, and no office forgets or delays to publish. Reminders follow from the policy's days.
 */
export const byClock = ['close-sealing', 'close-opening', 'disclose', 'remind'] as const satisfies readonly Verb[];
/** How the ledger names the clock. */
export const clock = 'system:clock';

export type RightsRefusal =
  | { readonly reason: 'no-role'; readonly verb: Verb; readonly person: string; readonly needs: readonly Role[] }
  | {
      readonly reason: 'not-own';
      readonly verb: Verb;
      readonly person: string;
      readonly department: string;
      readonly owner: string;
    };

/** What the matter at hand belongs to: a department's code, or the person it concerns. */
export interface Owner {
  readonly department?: string;
  readonly person?: string;
}

/**
 * Whether the actor may do this to a matter of that owner; the widest of the actor's roles counts.
 * A verb with reach `own` must name the department, one with reach `self` the person.
 */
export function may(actor: Actor, verb: Verb, owner: Owner = {}): Result<true, RightsRefusal> {
  const { roles }: Right = rights[verb];
  const reaches = actor.roles.flatMap((role) => roles[role] ?? []);
  if (reaches.length === 0) {
    const needs = allRoles.filter((role) => roles[role] !== undefined);
    return err({ reason: 'no-role', verb, person: actor.person, needs });
  }
  if (reaches.includes('any')) return ok(true);
  if (reaches.includes('own') && owner.department !== undefined && owner.department === actor.department)
    return ok(true);
  if (reaches.includes('self') && owner.person !== undefined && owner.person === actor.person) return ok(true);
  return err({
    reason: 'not-own',
    verb,
    person: actor.person,
    department: actor.department,
    owner: owner.department ?? owner.person ?? '',
  });
}
