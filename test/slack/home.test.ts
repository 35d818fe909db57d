/** The Home tab is right when one comes back to it, also after what others did. */
import { describe, expect, it } from 'vitest';
import { homeText } from '../../bot/practice/workspace/driver-sight.ts';
import { replyToConsultation } from '../../bot/verbs/consult/reply.ts';
import { people, value } from '../desk.ts';
import { consult, type Installation, installation, users } from './installation.ts';

/** What stands there, without opening it again. */
const stands = ({ workspace }: Installation, user: string): string => homeText(workspace.ground, user);

/** How often the tabs were published meanwhile. */
async function published(here: Installation, doing: () => Promise<unknown>): Promise<number> {
  const most = 50;
  here.fault({ method: 'views.publish', kind: 'slow', ms: 0, times: most });
  await doing();
  let left = 0;
  while (here.workspace.faults.meet('views.publish') !== null) left += 1;
  return most - left;
}

const joins = (here: Installation, consultation: string) =>
  replyToConsultation(here.desk, people.liaison, {
    consultation,
    department: 'scjg',
    answer: 'joins',
    reason: '',
    source: { kind: 'form', id: 'm1' },
    key: 'r1',
  });

describe('a Home tab that was opened', () => {
  it('shows a consultation that the office opens afterwards, and the office sees that a department has answered', async () => {
    const here = await installation();
    expect(await here.user('市场监管局联络员').home()).toContain('目前没有要办的事项');
    expect(await here.user('联席办').home()).toContain('目前没有等待他人办理的事项');
    const consultation = await consult(here);
    await here.outbox.deliverDue();
    expect(stands(here, users.liaison)).toContain('我要办的（1）');
    expect(stands(here, users.office)).toContain('市场监督管理局');
    expect(stands(here, users.otherLiaison)).toBe('');
    value(await joins(here, consultation));
    await here.outbox.deliverDue();
    expect(stands(here, users.liaison)).toContain('目前没有要办的事项');
    expect(stands(here, users.office)).not.toContain('市场监督管理局');
  });

  it('is published once for each person in a round, and not at all where nothing in it has changed', async () => {
    const here = await installation();
    await here.user('市场监管局联络员').home();
    await here.user('联席办').home();
    const round = () => here.outbox.deliverDue();
    for (const key of ['k1', 'k2', 'k3']) await consult(here, key);
    expect(await published(here, round)).toBe(2);
    expect(await published(here, round)).toBe(0);
    // The same posts once more say nothing new.
    await here.desk.db.write(['update outbox set sent = null']);
    expect(await published(here, round)).toBe(0);
  });

  it('opened again after a restart is published, whatever stands there', async () => {
    const here = await installation();
    const liaison = here.user('市场监管局联络员');
    await liaison.home();
    expect(await published(here, () => liaison.home())).toBe(1);
  });

  it('that cannot be published holds up no post', async () => {
    const here = await installation();
    await here.user('市场监管局联络员').home();
    await consult(here);
    here.fault({ method: 'views.publish', kind: 'down', times: 9 });
    expect(await here.outbox.deliverDue()).toMatchObject({ sent: 3, later: 0, blocked: 0 });
    expect(here.channel('市场监管局')).toHaveLength(1);
    here.workspace.faults.clear();
    expect(await here.user('市场监管局联络员').home()).toContain('我要办的（1）');
  });
});

describe('a person who sets another language in Slack', () => {
  it('is answered in it at once, and reads the Home tab in it; his status is noted nowhere', async () => {
    const here = await installation();
    const liaison = here.user('市场监管局联络员');
    expect(await liaison.home()).toContain('我要办的');
    await here.workspace.setLocale('en-US');
    await here.settle();
    expect(stands(here, users.liaison)).toContain('What I owe');
    expect((await liaison.command('/mingchou', 'help')).said.join()).toContain('what you can type');
    // The only events that are noted are those whose second delivery would matter.
    const noted = await here.desk.db.read('select key from chat_delivery');
    await here.workspace.setLocale('zh-CN');
    await here.settle();
    expect(await here.desk.db.read('select key from chat_delivery')).toEqual(noted);
    expect(stands(here, users.liaison)).toContain('我要办的');
  });
});
