/** Rows of the outbox that nobody can deliver, and a storm of them: the others arrive all the same. */
import { describe, expect, it } from 'vitest';
import type { Messenger } from '../../bot/message/messenger.ts';
import { deliverDue } from '../../bot/post/outbox.ts';
import { consult, installation } from '../slack/installation.ts';

const poison = [
  'null',
  '[]',
  '{',
  '""',
  '{"kind":"consultation","about":null}',
  '{"kind":"consultation-letter","about":{}}',
  '{"kind":"__proto__","about":{}}',
  '{"kind":"draw","about":{"ceremony":"x"}}',
  '{"kind":"remind","about":[1]}',
];

describe('a row that cannot be delivered', () => {
  it.each(poison)('%s holds up no other post', async (message) => {
    const here = await installation();
    await here.desk.db.write([
      {
        sql: `insert into outbox (seq, destination, message, due) values (1, 'poison', ?, ?)`,
        args: [message, here.desk.now()],
      },
    ]);
    await consult(here);
    await here.outbox.deliverDue();
    expect(['联席办', '市场监管局', '卫健局'].map((channel) => here.channel(channel).length)).toEqual([1, 1, 1]);
  });
});

describe('a storm', () => {
  it('of 3,000 rows for one post is one post and few calls', async () => {
    const here = await installation();
    await consult(here);
    await here.outbox.deliverDue();
    const [row] = await here.desk.db.read(
      `select seq, destination, message from outbox where destination like 'consultation/%' limit 1`,
    );
    await here.desk.db.write(
      Array.from({ length: 3000 }, () => ({
        sql: 'insert into outbox (seq, destination, message, due) values (?, ?, ?, ?)',
        args: [row?.seq ?? 0, row?.destination ?? '', row?.message ?? '', here.desk.now()],
      })),
    );
    await here.outbox.deliverDue();
    expect(await here.desk.db.read('select count(*) as n from outbox where sent is null')).toMatchObject([{ n: 0 }]);
    expect(here.channel('联席办')).toHaveLength(1);
  });

  it('of 500 posts to one channel holds up what comes later to another by one round at most', async () => {
    const here = await installation();
    const consultation = await consult(here);
    await here.outbox.deliverDue();
    await here.desk.db.write(
      Array.from({ length: 500 }, (_, n) => {
        const post = { kind: 'consultation-letter', about: { consultation, department: 'scjg' } };
        return {
          sql: 'insert into outbox (seq, destination, message, due) values (1, ?, ?, ?)',
          args: [`flood/${n}`, JSON.stringify(post), here.desk.now()],
        };
      }),
    );
    await consult(here, 'k2');
    const put: string[] = [];
    const messenger: Messenger = {
      put: async ({ place }) => {
        put.push(place);
        return { kind: 'stands' };
      },
    };
    await deliverDue({ ...here.desk, site: 'http://127.0.0.1:8787' }, messenger);
    expect(put.filter((place) => place === 'department:scjg').length).toBeGreaterThan(500);
    expect(put.slice(0, 70)).toContain('department:wjw');
    const [{ n: waiting } = { n: 0 }] = await here.desk.db.read('select count(*) as n from outbox where sent is null');
    expect(waiting).toBe(0);
  });
});
