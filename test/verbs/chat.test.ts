import { describe, expect, it } from 'vitest';
import { invitePerson } from '../../bot/verbs/chat/invite-person.ts';
import { linkChat, linkForPerson } from '../../bot/verbs/chat/link-chat.ts';
import { nameChannel } from '../../bot/verbs/chat/name-channel.ts';
import { actorOfSession, signIn, signInCode, signInOf, signOut } from '../../bot/verbs/chat/sign-in.ts';
import { unlinkChat } from '../../bot/verbs/chat/unlink-chat.ts';
import { actorOfChat } from '../../bot/verbs/chat/who.ts';
import { dismiss } from '../../bot/verbs/people/dismiss.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { accountsOf, channelOf, placeOf, userOf } from '../../db/chat.ts';
import { facts, freshDesk, people, refusal, type TestDesk, value } from '../desk.ts';
import { departmentsCsv } from './make.ts';

const { office, liaison, otherLiaison } = people;
const account = { platform: 'slack', user: 'U0LIAISON' };
const other = { platform: 'slack', user: 'U0OTHER' };
const noCode = { stage: 'chat', why: { reason: 'no-such-code' } };

const soon = '2025-04-01T01:09:59.000Z';
const late = '2025-04-01T01:10:00.000Z';
const codeFor = async (desk: TestDesk, person: string) => value(await invitePerson(desk, office, person)).code;
const kinds = async (desk: TestDesk) => (await facts(desk)).map(({ kind }) => kind);

describe('a chat account is linked by a code', () => {
  it('whoever has the code is the person it was issued for, and the ledger shows both acts without the code', async () => {
    const desk = await freshDesk([liaison]);
    const invited = value(await invitePerson(desk, office, liaison.person));
    expect(invited).toMatchObject({ person: 'l1', name: '黄清', until: late });
    expect(invited.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await actorOfChat(desk, account)).toBeNull();
    expect(value(await linkChat(desk, account, invited.code))).toEqual({ ...account, person: 'l1', name: '黄清' });
    expect(await actorOfChat(desk, account)).toEqual(liaison);
    expect(await userOf(desk.db, 'slack', 'l1')).toBe('U0LIAISON');
    expect((await facts(desk)).slice(-2)).toEqual([
      { kind: 'person-invited', actor: 'person:o1', body: { person: 'l1', until: late } },
      { kind: 'chat-linked', actor: 'person:l1', body: { person: 'l1', ...account, replaced: null } },
    ]);
    const written = JSON.stringify([await desk.db.read('select * from chat_code'), await facts(desk)]);
    expect(written).not.toContain(invited.code);
    expect(written).not.toContain(invited.code.replaceAll('-', ''));
  });

  it('a code is read however it was typed: small letters, full width, blanks, O for 0', async () => {
    const desk = await freshDesk([liaison]);
    const code = await codeFor(desk, 'l1');
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const wide = [...typed].map((sign) => (sign === ' ' ? sign : String.fromCharCode(sign.charCodeAt(0) + 0xfee0)));
    expect((await linkChat(desk, account, wide.join(''))).ok).toBe(true);
  });

  it('a wrong code, a used one, an old one, a superseded one and no code at all get one and the same answer', async () => {
    const desk = await freshDesk([liaison, otherLiaison]);
    const superseded = await codeFor(desk, 'l1');
    const used = await codeFor(desk, 'l1');
    value(await linkChat(desk, account, used));
    const old = await codeFor(desk, 'l2');
    desk.setNow(late);
    for (const typed of [superseded, used, old, 'ABCD-ABCD-ABCD-ABCD', '', '绑定', 'x'.repeat(5000)]) {
      expect(refusal(await linkChat(desk, other, typed))).toEqual(noCode);
    }
    expect(await actorOfChat(desk, other)).toBeNull();
  });

  it('a code holds to its last second', async () => {
    const desk = await freshDesk([liaison]);
    const code = await codeFor(desk, 'l1');
    desk.setNow(soon);
    expect((await linkChat(desk, account, code)).ok).toBe(true);
  });

  it('the same code from the same account again (a retry of the platform) is what it was, and nothing is written', async () => {
    const desk = await freshDesk([liaison]);
    const code = await codeFor(desk, 'l1');
    const first = value(await linkChat(desk, account, code));
    const before = (await kinds(desk)).length;
    expect(value(await linkChat(desk, account, code))).toEqual(first);
    expect(await kinds(desk)).toHaveLength(before);
  });

  it('of two accounts that show one code at once, one is linked', async () => {
    const desk = await freshDesk([liaison]);
    const code = await codeFor(desk, 'l1');
    const both = await Promise.all([linkChat(desk, account, code), linkChat(desk, other, code)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await accountsOf(desk.db, 'l1')).toHaveLength(1);
  });

  it('who guesses is stopped after ten tries in an hour, even with the right code then; others are not', async () => {
    const desk = await freshDesk([liaison]);
    const guesses = await Promise.all(
      Array.from({ length: 25 }, (_, i) => linkChat(desk, account, `ABCD-ABCD-ABCD-AB${String(i).padStart(2, '0')}`)),
    );
    expect(guesses.filter((each) => refusal(each).why.reason === 'no-such-code')).toHaveLength(10);
    const code = await codeFor(desk, 'l1');
    expect(refusal(await linkChat(desk, account, code))).toMatchObject({ why: { reason: 'too-many-tries', most: 10 } });
    desk.setNow('2025-04-01T02:00:01.000Z');
    const fresh = await codeFor(desk, 'l1');
    expect((await linkChat(desk, account, fresh)).ok).toBe(true);
  });

  it('only the office invites, and only who is on the roll', async () => {
    const desk = await freshDesk([liaison]);
    expect(refusal(await invitePerson(desk, liaison, 'l1'))).toMatchObject({ stage: 'rights' });
    expect(refusal(await invitePerson(desk, office, 'nobody'))).toMatchObject({ why: { reason: 'no-such-person' } });
  });
});

describe('who is behind an account', () => {
  it('a person has one account on a platform: another one takes its place, on record', async () => {
    const desk = await freshDesk([liaison]);
    value(await linkChat(desk, account, await codeFor(desk, 'l1')));
    value(await linkChat(desk, other, await codeFor(desk, 'l1')));
    expect(await actorOfChat(desk, account)).toBeNull();
    expect(await actorOfChat(desk, other)).toMatchObject({ person: 'l1' });
    expect((await facts(desk)).at(-1)?.body).toMatchObject({ user: 'U0OTHER', replaced: 'U0LIAISON' });
    value(await linkForPerson(desk, office, { platform: 'feishu', user: 'ou_1' }, 'l1'));
    expect(await accountsOf(desk.db, 'l1')).toHaveLength(2);
  });

  it('an account that is somebody’s is not taken over, not even by the office', async () => {
    const desk = await freshDesk([liaison, otherLiaison]);
    value(await linkForPerson(desk, office, account, 'l1'));
    const taken = { stage: 'chat', why: { reason: 'linked-already', person: 'l1' } };
    expect(refusal(await linkChat(desk, account, await codeFor(desk, 'l2')))).toEqual(taken);
    expect(refusal(await linkForPerson(desk, office, account, 'l2'))).toEqual(taken);
    expect(await actorOfChat(desk, account)).toMatchObject({ person: 'l1' });
  });

  it('nobody but the office links without a code, not even to himself', async () => {
    const desk = await freshDesk([liaison]);
    expect(refusal(await linkForPerson(desk, liaison, account, 'l1'))).toMatchObject({ stage: 'rights' });
  });

  it('one unlinks the own account, the office anybody’s, nobody else another’s', async () => {
    const desk = await freshDesk([liaison, otherLiaison]);
    value(await linkForPerson(desk, office, account, 'l1'));
    value(await linkForPerson(desk, office, other, 'l2'));
    expect(refusal(await unlinkChat(desk, otherLiaison, account))).toMatchObject({ stage: 'rights' });
    value(await unlinkChat(desk, liaison, account));
    value(await unlinkChat(desk, office, other));
    expect(await actorOfChat(desk, account)).toBeNull();
    expect(refusal(await unlinkChat(desk, office, account))).toMatchObject({ why: { reason: 'not-linked' } });
  });

  it('who is dismissed is nobody, at once; enrolled again, he links anew', async () => {
    const desk = await freshDesk([liaison]);
    value(await linkForPerson(desk, office, account, 'l1'));
    const code = await codeFor(desk, 'l1');
    const { session } = value(await signIn(desk, await signInCode(desk, liaison)));
    value(await dismiss(desk, office, 'l1'));
    for (const _ of [1, 2]) {
      expect(await actorOfChat(desk, account)).toBeNull();
      expect(await actorOfSession(desk, session)).toBeNull();
      expect(refusal(await linkChat(desk, account, code))).toEqual(noCode);
      value(await enrol(desk, office, liaison));
    }
  });

  it.each([
    { platform: 'Slack', user: 'U1' },
    { platform: 'slack', user: '<@U1>' },
    { platform: 'slack', user: 'U1\nU2' },
    { platform: '', user: 'x'.repeat(81) },
  ])('an account written as $platform / $user is refused', async (bad) => {
    const desk = await freshDesk([liaison]);
    expect(refusal(await linkForPerson(desk, office, bad, 'l1'))).toMatchObject({ why: { reason: 'bad-account' } });
    expect(refusal(await linkChat(desk, bad, 'ABCD'))).toMatchObject({ why: { reason: 'bad-account' } });
  });
});

describe('a channel is named for a place', () => {
  const withDepartments = async () => {
    const desk = await freshDesk([liaison]);
    value(await importList(desk, office, { bytes: departmentsCsv, file: '成员单位.csv' }));
    return desk;
  };
  const name = (desk: TestDesk, typed: string, channel: string, actor = office as typeof liaison | typeof office) =>
    nameChannel(desk, actor, { platform: 'slack', typed, channel });

  it('by code or by name, and its posts go there', async () => {
    const desk = await withDepartments();
    value(await name(desk, '联席办', 'C0OFFICE'));
    value(await name(desk, '清漪县市场监督管理局', 'C0SCJG'));
    value(await name(desk, 'WJW', 'C0WJW'));
    expect(await channelOf(desk.db, 'slack', 'office')).toBe('C0OFFICE');
    expect(await placeOf(desk.db, 'slack', 'C0SCJG')).toBe('department:scjg');
    expect(await placeOf(desk.db, 'slack', 'C0WJW')).toBe('department:wjw');
    expect(await placeOf(desk.db, 'feishu', 'C0WJW')).toBeNull();
  });

  it('a channel stands for one place: naming it anew says what it was, and naming it again writes nothing', async () => {
    const desk = await withDepartments();
    value(await name(desk, 'scjg', 'C0ONE'));
    expect(value(await name(desk, 'wjw', 'C0ONE'))).toMatchObject({
      place: 'department:wjw',
      before: 'department:scjg',
    });
    expect(await channelOf(desk.db, 'slack', 'department:scjg')).toBeNull();
    const before = (await kinds(desk)).length;
    value(await name(desk, 'wjw', 'C0ONE'));
    expect(await kinds(desk)).toHaveLength(before);
  });

  it('not for what is no place of ours, not by others than the office, not with an id that is none', async () => {
    const desk = await withDepartments();
    expect(refusal(await name(desk, '气象局', 'C1'))).toEqual({
      stage: 'chat',
      why: { reason: 'not-a-place', place: '气象局' },
    });
    expect(refusal(await name(desk, 'scjg', 'C1', liaison))).toMatchObject({ stage: 'rights' });
    expect(refusal(await name(desk, 'scjg', '<#C1|x>'))).toMatchObject({ why: { reason: 'bad-channel' } });
  });
});

describe('signing in to the pages', () => {
  it('looking at a link spends nothing, using it once does, and the session is the person with today’s rights', async () => {
    const desk = await freshDesk([liaison]);
    const code = await signInCode(desk, liaison);
    expect(value(await signInOf(desk, code))).toEqual(liaison);
    const { session } = value(await signIn(desk, code));
    expect(refusal(await signIn(desk, code))).toMatchObject({ why: { reason: 'no-such-link' } });
    expect(refusal(await signInOf(desk, code))).toMatchObject({ why: { reason: 'no-such-link' } });
    value(await enrol(desk, office, { ...liaison, roles: ['head'] }));
    expect(await actorOfSession(desk, session)).toMatchObject({ person: 'l1', roles: ['head'] });
    await signOut(desk, session);
    expect(await actorOfSession(desk, session)).toBeNull();
  });

  it('of two browsers that use a link at once, one is signed in', async () => {
    const desk = await freshDesk([liaison]);
    const code = await signInCode(desk, liaison);
    const both = await Promise.all([signIn(desk, code), signIn(desk, code)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('a link is worth nothing after ten minutes, a session after eight hours, and neither passes for the other', async () => {
    const desk = await freshDesk([liaison]);
    const code = await signInCode(desk, liaison);
    const { session } = value(await signIn(desk, await signInCode(desk, liaison)));
    expect(refusal(await linkChat(desk, account, code))).toEqual(noCode);
    expect(refusal(await signIn(desk, await codeFor(desk, 'l1')))).toMatchObject({ why: { reason: 'no-such-link' } });
    expect(await actorOfSession(desk, code)).toBeNull();
    expect(await actorOfSession(desk, 'f'.repeat(64))).toBeNull();
    desk.setNow(late);
    expect(refusal(await signIn(desk, code))).toMatchObject({ why: { reason: 'no-such-link' } });
    desk.setNow('2025-04-01T08:59:59.000Z');
    expect(await actorOfSession(desk, session)).toMatchObject({ person: 'l1' });
    desk.setNow('2025-04-01T09:00:00.000Z');
    expect(await actorOfSession(desk, session)).toBeNull();
  });
});
