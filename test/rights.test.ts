import { describe, expect, it } from 'vitest';
import { type Actor, type Role, roles } from '../bot/actor.ts';
import { may, type Owner, rights, type Verb } from '../bot/rights.ts';
import { sayRights } from '../bot/say/rights.ts';

/**
 * Who may do what, written down a second time: one column for each role in the order of `columns`. A: in any department's matter;
 * O: only in the own department's; S: only what concerns the person; a dot: not at all. Then the fact that it leaves.
 */
const columns: readonly Role[] = [
  'office',
  'liaison',
  'head',
  'legal',
  'inspector',
  'witness',
  'supervisor',
  'outcome-reviewer',
  'discipline',
  'superior',
  'county-office',
];
const table: { readonly [V in Verb]: readonly [string, (typeof rights)[V]['fact']] } = {
  enrol: ['A..........', 'person-enrolled'],
  dismiss: ['A..........', 'person-dismissed'],
  'invite-person': ['A..........', 'person-invited'],
  'link-chat': ['ASSSSSSSSSS', 'chat-linked'],
  'unlink-chat': ['ASSSSSSSSSS', 'chat-unlinked'],
  'name-channel': ['A..........', 'channel-named'],
  'import-common': ['A..........', 'list-imported'],
  'import-own': ['AO.........', 'list-imported'],
  'send-list': ['.O.........', 'list-sent'],
  'receive-list': ['A..A.......', 'list-received'],
  'publish-list': ['AO.........', 'list-published'],
  'keep-document': ['AO.........', 'list-changed'],
  'repeal-item': ['A..........', 'item-repealed'],
  'open-pool-round': ['A..........', 'pool-round-opened'],
  'propose-move': ['AO.........', 'pool-move-proposed'],
  'confirm-move': ['A..........', 'pool-move-confirmed'],
  'refuse-move': ['A..........', 'pool-move-refused'],
  'adopt-policy': ['A..........', 'policy-in-force'],
  'override-policy': ['A..........', 'policy-overridden'],
  'load-holidays': ['A..........', 'holidays-loaded'],
  'open-consultation': ['A..........', 'consultation-opened'],
  'extend-consultation': ['A..........', 'consultation-extended'],
  'close-consultation': ['A..........', 'consultation-closed'],
  'reply-to-consultation': ['.OO........', 'reply-received'],
  'send-invitation': ['AO.........', 'invitation-sent'],
  'answer-invitation': ['.OO........', 'invitation-answered'],
  'report-missing-item': ['.O.........', 'missing-item-reported'],
  'advance-missing-item': ['AO.......A.', 'missing-item-advanced'],
  'receive-superior-plan': ['A........A.', 'superior-plan-received'],
  'answer-superior-plan': ['.OO........', 'superior-plan-answered'],
  'answer-joining': ['.OO........', 'joining-answered'],
  'draft-plan': ['AO.........', 'plan-drafted'],
  'check-plan': ['AO.A..A....', 'plan-checked'],
  'submit-plan': ['A..........', 'plan-submitted'],
  'approve-plan': ['A..A.......', 'plan-approved'],
  'return-plan': ['A..A.......', 'plan-returned'],
  'review-task': ['A..A.......', 'task-reviewed'],
  'see-plan': ['SSSSSSSSSSS', 'plan-seen'],
  'keep-finding': ['A..........', 'finding-overridden'],
  'issue-plan': ['A..........', 'plan-issued'],
  'publish-plan': ['AO.........', 'plan-published'],
  freeze: ['AO.........', 'ceremony-frozen'],
  'take-in-draw': ['AO.........', 'outside-draw-taken-in'],
  cosign: ['.....S.....', 'ceremony-cosigned'],
  seal: ['.....S.....', 'secret-sealed'],
  'print-slip': ['AO.........', 'slip-printed'],
  'close-sealing': ['AO.........', 'sealing-closed'],
  reveal: ['.....S.....', 'secret-opened'],
  'close-opening': ['AO.........', 'opening-closed'],
  'type-number': ['AA.A.A.....', 'public-number-typed'],
  open: ['AO.........', 'ceremony-opened'],
  abort: ['AO.........', 'ceremony-aborted'],
  'correct-number': ['A..........', 'public-number-correction-asked'],
  'confirm-correction': ['AA.A.A.....', 'public-number-corrected'],
  annul: ['..A........', 'annulment-asked'],
  'confirm-annulment': ['..A........', 'ceremony-annulled'],
  disclose: ['A..........', 'ceremony-disclosed'],
  'assign-visits': ['AO.........', 'visits-assigned'],
  'declare-recusal': ['....S......', 'recusal-declared'],
  'decide-recusal': ['..O........', 'recusal-decided'],
  'report-unavailable': ['..O........', 'inspector-unavailable'],
  substitute: ['..O........', 'inspector-substituted'],
  'replace-subject': ['A..........', 'subject-replaced'],
  enter: ['.O..O......', 'outcome-entered'],
  'ask-approval': ['.O..O......', 'visits-approval-asked'],
  'decide-approval': ['..O........', 'visits-approval-decided'],
  'give-notice': ['.O..O......', 'visits-noticed'],
  'keep-scheme': ['.O.........', 'visit-scheme-kept'],
  'propose-agenda': ['.O..O......', 'agenda-proposed'],
  'answer-agenda': ['.O..O......', 'agenda-answered'],
  'review-at-desk': ['.O..O......', 'desk-reviewed'],
  'hold-visit': ['.O..O......', 'visit-held'],
  'give-opinion': ['.O..O......', 'opinion-given'],
  'file-unplanned': ['.O.........', 'unplanned-check-filed'],
  'receive-filing': ['A..A.......', 'filing-received'],
  'hold-unplanned': ['.O..O......', 'unplanned-check-held'],
  'record-outside-number': ['AO.........', 'outside-number-recorded'],
  'keep-media': ['AO.........', 'draw-media-kept'],
  'sign-form': ['.O..O......', 'form-signed'],
  'finish-visit': ['.O..O......', 'visit-finished'],
  'finish-task': ['.O.........', 'task-finished'],
  'review-outcomes': ['..O....O...', 'outcomes-reviewed'],
  'publish-outcomes': ['.O.........', 'outcomes-published'],
  'acknowledge-notice': ['AO.........', 'notice-acknowledged'],
  'withhold-outcome': ['..O........', 'outcome-withheld'],
  'receive-objection': ['AO.........', 'objection-received'],
  'decide-objection': ['..O........', 'objection-decided'],
  'end-notice': ['.O.........', 'notice-ended'],
  'publish-matter': ['AO.........', 'matter-published'],
  'reconcile-records': ['AO.........', 'records-reconciled'],
  'order-correction': ['.O..O......', 'correction-ordered'],
  'check-correction': ['.O..O......', 'correction-checked'],
  'decide-penalty': ['.O.........', 'penalty-decided'],
  'give-guidance': ['.O..O......', 'guidance-given'],
  'apply-leniency': ['..O........', 'leniency-applied'],
  'transfer-case': ['.O.........', 'case-transferred'],
  'receive-transfer': ['.OO........', 'transfer-received'],
  'return-transfer': ['.O.........', 'transfer-returned'],
  'refer-crime': ['..O........', 'crime-referred'],
  'answer-crime': ['.O.........', 'crime-answered'],
  'remind-before-listing': ['.O.........', 'listing-reminded'],
  'list-abnormal': ['..O........', 'abnormal-listed'],
  'send-repair-letter': ['.O.........', 'repair-letter-sent'],
  'record-repair': ['.O.........', 'credit-repaired'],
  'record-joint-punishment': ['.O.........', 'joint-punishment-recorded'],
  'close-case': ['.O.........', 'case-closed'],
  'record-revisit': ['.O..O......', 'revisit-recorded'],
  'suggest-class-change': ['AO.........', 'class-change-suggested'],
  'answer-class-change': ['AO.........', 'class-change-answered'],
  'draw-recheck': ['AO.........', 'recheck-drawn'],
  'record-recheck': ['AO.........', 'recheck-recorded'],
  'answer-recheck': ['.OO........', 'recheck-answered'],
  'answer-sign': ['.OO........', 'sign-answered'],
  'record-risk': ['AO.........', 'risk-recorded'],
  'handle-risk': ['.O.........', 'risk-handled'],
  'propose-targeted-check': ['AO.........', 'targeted-check-proposed'],
  'state-number': ['AO.........', 'number-stated'],
  'submit-summary': ['.O........O', 'summary-submitted'],
  'return-summary': ['A..........', 'summary-returned'],
  'issue-bulletin': ['AO.........', 'bulletin-issued'],
  'call-meeting': ['A..........', 'meeting-called'],
  'answer-meeting': ['.OO.......O', 'meeting-answered'],
  'hold-meeting': ['A..........', 'meeting-held'],
  'share-practice': ['AO........O', 'practice-shared'],
  'pass-on-practice': ['A..........', 'practice-passed-on'],
  'send-news': ['AO........O', 'news-sent'],
  'raise-problem': ['AO..O.....O', 'problem-raised'],
  'assign-problem': ['A..........', 'problem-assigned'],
  'solve-problem': ['AO........O', 'problem-solved'],
  'record-supervision': ['A.....A....', 'supervision-recorded'],
  'answer-voice': ['A.......A..', 'voice-answered'],
  'refer-misconduct': ['A.O........', 'misconduct-referred'],
  'answer-misconduct': ['........A..', 'misconduct-answered'],
  'issue-paper': ['AO.........', 'paper-issued'],
  remind: ['A..........', 'reminder-sent'],
  'post-checkpoint': ['A..........', 'checkpoint-posted'],
  'resolve-gap': ['..A........', 'checkpoint-gap-resolved'],
  'erase-body': ['..A........', 'body-erased'],
  'make-backup': ['A..........', 'backup-made'],
  'move-office': ['..A........', 'office-moved'],
  'cancel-move': ['..A........', 'move-cancelled'],
};

const actor = (...held: readonly Role[]): Actor => ({
  person: 'p1',
  name: '某人',
  department: 'scjg',
  roles: held,
  witness: null,
  inspector: '',
});

const owners = {
  nothing: {},
  'the own department': { department: 'scjg' },
  'another department': { department: 'wj' },
  'the person': { person: 'p1' },
  'another person': { person: 'p2' },
} as const satisfies Record<string, Owner>;

/** Whose matters each letter reaches. */
const reached: Readonly<Record<string, readonly (keyof typeof owners)[]>> = {
  A: ['nothing', 'the own department', 'another department', 'the person', 'another person'],
  O: ['the own department'],
  S: ['the person'],
  '.': [],
};

/** What everybody on the roll does for himself alone. */
const ofOneself: readonly Verb[] = ['link-chat', 'unlink-chat', 'see-plan'];

const isVerb = (name: string): name is Verb => name in rights;
const verbs = Object.keys(rights).filter(isVerb);

describe('who may do what', () => {
  it('the table names every role, and every verb once', () => {
    expect(columns).toEqual(roles);
    expect(Object.keys(table)).toEqual(verbs);
  });

  it.each(verbs)('“%s” is for the roles of the table, as far as they reach, and leaves its fact', (verb) => {
    const [row, fact] = table[verb];
    expect(rights[verb].fact).toBe(fact);
    columns.forEach((role, i) => {
      for (const [whose, owner] of Object.entries(owners)) {
        const expected = (reached[row[i] ?? '.'] ?? []).some((each) => each === whose);
        expect([role, whose, may(actor(role), verb, owner).ok]).toEqual([role, whose, expected]);
      }
    });
  });

  it.each(verbs)('“%s”: whoever may not is told in both languages who may', (verb) => {
    const [row] = table[verb];
    const none = may(actor(), verb);
    const needs = columns.filter((_, i) => row[i] !== '.');
    expect(none).toEqual({ ok: false, error: { reason: 'no-role', verb, person: 'p1', needs: expect.anything() } });
    if (none.ok || none.error.reason !== 'no-role') throw new Error('refused otherwise');
    expect([...none.error.needs].sort()).toEqual([...needs].sort());
    expect(sayRights(none.error).zh).toMatch(/^p1 无权.+，须由.+办理。$/);
    expect(sayRights(none.error).en).toMatch(/^p1 may not .+; that is for .+\.$/);
  });

  it('the widest of several roles counts', () => {
    expect(may(actor('liaison', 'office'), 'freeze', owners['another department']).ok).toBe(true);
    expect(may(actor('liaison', 'head'), 'freeze', owners['another department']).ok).toBe(false);
  });

  it('whoever reaches only the own matters is told whose this one is', () => {
    const refused = may(actor('liaison'), 'freeze', owners['another department']);
    expect(refused).toEqual({
      ok: false,
      error: { reason: 'not-own', verb: 'freeze', person: 'p1', department: 'scjg', owner: 'wj' },
    });
    const other = may(actor('witness'), 'seal', owners['another person']);
    expect(other).toMatchObject({ ok: false, error: { reason: 'not-own', owner: 'p2' } });
    if (refused.ok) return;
    expect(sayRights(refused.error)).toEqual({
      zh: 'p1（scjg）只能就本单位或本人的事项锁定名单，这件事属于 wj。',
      en: 'p1 (scjg) may freeze a roster only in matters of their own; this one belongs to wj.',
    });
  });

  it('a matter of no department is not the own one of a person without a department', () => {
    const outsider = { ...actor('liaison'), department: '' };
    expect(may(outsider, 'freeze', {}).ok).toBe(false);
    expect(may({ ...actor('witness'), person: '' }, 'seal', {}).ok).toBe(false);
  });

  it('S2-38, S3-65: the office neither witnesses nor inspects; a witness only watches and types', () => {
    expect(verbs.filter((verb) => may(actor('witness'), verb, { person: 'p1' }).ok)).toEqual([
      ...ofOneself,
      'cosign',
      'seal',
      'reveal',
      'type-number',
      'confirm-correction',
    ]);
    for (const verb of ['cosign', 'seal', 'reveal', 'declare-recusal', 'decide-recusal'] as const) {
      expect(may(actor('office'), verb, { person: 'p1', department: 'scjg' }).ok).toBe(false);
    }
  });

  it('S2-92: the supervising body looks, and records what it saw', () => {
    const done = verbs.filter((verb) => may(actor('supervisor'), verb, { department: 'scjg', person: 'p1' }).ok);
    expect([...done].sort()).toEqual(['check-plan', 'record-supervision', ...ofOneself].sort());
  });
});
