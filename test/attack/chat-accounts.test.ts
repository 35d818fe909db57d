/** Somebody else's account: codes that two redeem at once, that are guessed, and what is left to whoever held an account before. */
import { describe, expect, it } from 'vitest';
import { invitePerson } from '../../bot/verbs/chat/invite-person.ts';
import { linkChat, linkForPerson } from '../../bot/verbs/chat/link-chat.ts';
import { actorOfSession, signIn, signInCode } from '../../bot/verbs/chat/sign-in.ts';
import { unlinkChat } from '../../bot/verbs/chat/unlink-chat.ts';
import { actorOfChat } from '../../bot/verbs/chat/who.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { facts, freshDesk, people, refusal, type TestDesk, value } from '../desk.ts';

const account = (user: string) => ({ platform: 'slack', user });
const { office, liaison } = people;

const signedIn = async (desk: TestDesk): Promise<string> =>
  value(await signIn(desk, await signInCode(desk, liaison))).session;

describe('a code', () => {
  it('that two redeem at once is one account’s; the other is told no more than of a wrong one', async () => {
    const desk = await freshDesk();
    const { code } = value(await invitePerson(desk, office, 'l1'));
    const both = await Promise.all(['U1', 'U2'].map((user) => linkChat(desk, account(user), code)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = both.find(({ ok }) => !ok);
    expect(lost).toMatchObject({ error: { why: { reason: 'no-such-code' } } });
    expect((await facts(desk)).filter(({ kind }) => kind === 'chat-linked')).toHaveLength(1);
  });

  it('cannot be guessed by trying: after ten tries in an hour not even the right one is looked at', async () => {
    const desk = await freshDesk();
    const { code } = value(await invitePerson(desk, office, 'l1'));
    for (let n = 0; n < 10; n += 1) await linkChat(desk, account('U1'), `AAAA-AAAA-AAAA-AAA${n}`);
    expect(refusal(await linkChat(desk, account('U1'), code))).toMatchObject({ why: { reason: 'too-many-tries' } });
    expect((await linkChat(desk, account('U2'), code)).ok).toBe(true);
  });

  it('stands in no fact and no outgoing message', async () => {
    const desk = await freshDesk();
    const { code } = value(await invitePerson(desk, office, 'l1'));
    value(await linkChat(desk, account('U1'), code));
    const session = await signedIn(desk);
    const rows = [
      ...(await facts(desk)),
      ...(await desk.db.read('select * from outbox')),
      ...(await desk.db.read('select * from chat_code')),
    ];
    for (const secret of [code, code.replaceAll('-', ''), session]) expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

describe('whoever held an account before', () => {
  it('unlinked, is signed in nowhere any more, and a private link got before is good for nothing', async () => {
    const desk = await freshDesk();
    value(await linkForPerson(desk, office, account('U1'), 'l1'));
    const session = await signedIn(desk);
    const link = await signInCode(desk, liaison);
    value(await unlinkChat(desk, office, account('U1')));
    expect(await actorOfChat(desk, account('U1'))).toBeNull();
    expect(await actorOfSession(desk, session)).toBeNull();
    expect(refusal(await signIn(desk, link))).toMatchObject({ why: { reason: 'no-such-link' } });
  });

  it('is out of the pages likewise where another account takes the place of the first', async () => {
    const desk = await freshDesk();
    value(await linkForPerson(desk, office, account('U1'), 'l1'));
    const session = await signedIn(desk);
    value(await linkForPerson(desk, office, account('U2'), 'l1'));
    expect(await actorOfChat(desk, account('U1'))).toBeNull();
    expect(await actorOfSession(desk, session)).toBeNull();
  });
});

describe('a name', () => {
  it.each(['黄\u200b清', '黄\u202e清', '黄\u00ad清', '\ufeff黄清'])(
    '%j, which looks like another, is not enrolled',
    async (name) => {
      const desk = await freshDesk();
      expect(refusal(await enrol(desk, office, { ...liaison, person: 'l9', name }))).toMatchObject({
        why: { reason: 'bad-person', field: 'name' },
      });
    },
  );
});
