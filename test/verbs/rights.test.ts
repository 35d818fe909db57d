/**
 * Who may do what, written down a second time by hand: whoever changes the table of rights has to change it here as well.
 * ● wherever, ○ in matters of one's own department, ◐ only what concerns oneself.
 */
import { describe, expect, it } from 'vitest';
import { type Actor, type Role, roles } from '../../bot/actor.ts';
import { may, rights, type Verb } from '../../bot/rights.ts';
import { roleWords, verbWords } from '../../bot/say/rights.ts';

const table = `
                     office liaison head legal inspector witness supervisor fact
enrol                ●      ·       ·    ·     ·         ·       ·          person-enrolled
dismiss              ●      ·       ·    ·     ·         ·       ·          person-dismissed
import-common        ●      ·       ·    ·     ·         ·       ·          list-imported
import-own           ●      ○       ·    ·     ·         ·       ·          list-imported
send-list            ·      ○       ·    ·     ·         ·       ·          list-sent
receive-list         ●      ·       ·    ●     ·         ·       ·          list-received
publish-list         ●      ○       ·    ·     ·         ·       ·          list-published
repeal-item          ●      ·       ·    ·     ·         ·       ·          item-repealed
open-pool-round      ●      ·       ·    ·     ·         ·       ·          pool-round-opened
propose-move         ●      ○       ·    ·     ·         ·       ·          pool-move-proposed
confirm-move         ●      ·       ·    ·     ·         ·       ·          pool-move-confirmed
refuse-move          ●      ·       ·    ·     ·         ·       ·          pool-move-refused
adopt-policy         ●      ·       ·    ·     ·         ·       ·          policy-in-force
override-policy      ●      ·       ·    ·     ·         ·       ·          policy-overridden
load-holidays        ●      ·       ·    ·     ·         ·       ·          holidays-loaded
draft-plan           ●      ○       ·    ·     ·         ·       ·          plan-drafted
check-plan           ●      ○       ·    ●     ·         ·       ●          plan-checked
approve-plan         ●      ·       ·    ●     ·         ·       ·          plan-approved
return-plan          ●      ·       ·    ●     ·         ·       ·          plan-returned
keep-finding         ●      ·       ·    ·     ·         ·       ·          finding-overridden
issue-plan           ●      ·       ·    ·     ·         ·       ·          plan-issued
publish-plan         ●      ○       ·    ·     ·         ·       ·          plan-published
freeze               ●      ○       ·    ·     ·         ·       ·          ceremony-frozen
cosign               ·      ·       ·    ·     ·         ◐       ·          ceremony-cosigned
seal                 ·      ·       ·    ·     ·         ◐       ·          secret-sealed
close-sealing        ●      ○       ·    ·     ·         ·       ·          sealing-closed
reveal               ·      ·       ·    ·     ·         ◐       ·          secret-opened
close-opening        ●      ○       ·    ·     ·         ·       ·          opening-closed
type-number          ●      ●       ·    ●     ·         ●       ·          public-number-typed
open                 ●      ○       ·    ·     ·         ·       ·          ceremony-opened
abort                ●      ○       ·    ·     ·         ·       ·          ceremony-aborted
correct-number       ●      ·       ·    ·     ·         ·       ·          public-number-corrected
annul                ·      ·       ●    ·     ·         ·       ·          ceremony-annulled
disclose             ●      ·       ·    ·     ·         ·       ·          ceremony-disclosed
take-in-draw         ●      ○       ·    ·     ·         ·       ·          outside-draw-taken-in
assign-visits        ●      ○       ·    ·     ·         ·       ·          visits-assigned
declare-recusal      ·      ·       ·    ·     ◐         ·       ·          recusal-declared
decide-recusal       ·      ·       ○    ·     ·         ·       ·          recusal-decided
report-unavailable   ·      ·       ○    ·     ·         ·       ·          inspector-unavailable
substitute           ·      ·       ○    ·     ·         ·       ·          inspector-substituted
replace-subject      ●      ·       ·    ·     ·         ·       ·          subject-replaced
post-checkpoint      ●      ·       ·    ·     ·         ·       ·          checkpoint-posted
resolve-gap          ·      ·       ●    ·     ·         ·       ·          checkpoint-gap-resolved
erase-body           ·      ·       ●    ·     ·         ·       ·          body-erased
make-backup          ●      ·       ·    ·     ·         ·       ·          backup-made
`;

const [head = '', ...lines] = table.trim().split('\n');
const columns = head.trim().split(/\s+/).slice(0, -1);
const written = lines.map((line) => {
  const [verb = '', ...cells] = line.trim().split(/\s+/);
  return { verb, reach: new Map(columns.map((role, i) => [role, cells[i]])), fact: cells.at(-1) };
});

const actorWith = (role: Role): Actor => ({
  person: 'p1',
  name: '某人',
  department: 'scjg',
  roles: [role],
  witness: role === 'witness' ? 'deputy' : null,
  inspector: '',
});

const signOf = (role: Role, verb: Verb): string => {
  const actor = actorWith(role);
  if (may(actor, verb, { department: 'wjw', person: 'p2' }).ok) return '●';
  if (may(actor, verb, { department: 'scjg', person: 'p2' }).ok) return '○';
  return may(actor, verb, { department: 'wjw', person: 'p1' }).ok ? '◐' : '·';
};

const verbs = Object.keys(rights) as Verb[];

describe('the table of rights', () => {
  it('is written down here whole', () => {
    expect(written.map(({ verb }) => verb).sort()).toEqual([...verbs].sort());
    expect(columns).toEqual([...roles]);
  });

  it.each(verbs)('%s: the roles, how far they reach, and the fact it leaves', (verb) => {
    const row = written.find((each) => each.verb === verb);
    expect(Object.fromEntries(roles.map((role) => [role, signOf(role, verb)]))).toEqual(
      Object.fromEntries(row?.reach ?? []),
    );
    expect(rights[verb].fact).toBe(row?.fact);
  });

  it('nobody without a role may do anything, whatever the matter is', () => {
    const nobody: Actor = { ...actorWith('office'), roles: [] };
    expect(verbs.filter((verb) => may(nobody, verb, { department: 'scjg', person: 'p1' }).ok)).toEqual([]);
  });

  it('of several roles the widest counts', () => {
    const both: Actor = { ...actorWith('liaison'), roles: ['liaison', 'office'] };
    expect(may(both, 'import-own', { department: 'wjw' })).toEqual({ ok: true, value: true });
  });

  it('a matter without an owner is nobody’s own', () => {
    const liaison = actorWith('liaison');
    expect(may({ ...liaison, department: '' }, 'import-own', {})).toMatchObject({ error: { reason: 'not-own' } });
    expect(may(liaison, 'import-own')).toMatchObject({ error: { reason: 'not-own', owner: '' } });
  });

  it('every role and every verb has its words in both languages', () => {
    for (const words of [...Object.values(roleWords), ...Object.values(verbWords)]) {
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(words.en).toMatch(/^[ -~]+$/);
    }
  });
});
