/** The messenger alone: what it makes of one post, its thread, its file and its place. */
import { describe, expect, it } from 'vitest';
import { sentence } from '../../bot/message/message.ts';
import type { Put } from '../../bot/message/messenger.ts';
import { lanes } from '../../bot/slack/lane.ts';
import { postIn } from '../../db/posts.ts';
import { channels, installation, users } from './installation.ts';

const post = (more: Partial<Put> = {}): Put => ({
  slot: 'test/1',
  place: 'department:scjg',
  under: null,
  message: sentence({ zh: '第一版', en: 'first' }),
  triedBefore: false,
  ...more,
});
const png = new Uint8Array([137, 80, 78, 71]);
const stands = { kind: 'stands' };

describe('a post', () => {
  it('stands once, is changed in place, and is left alone where nothing changed', async () => {
    const here = await installation();
    const { messenger } = here.door;
    expect(await messenger.put(post())).toEqual(stands);
    expect(await messenger.put(post({ message: sentence({ zh: '第二版', en: 'second' }) }))).toEqual(stands);
    expect(here.channel('市场监管局')).toEqual(['第二版']);
    here.fault({ kind: 'down', times: 9 });
    expect(await messenger.put(post({ message: sentence({ zh: '第二版', en: 'second' }) }))).toEqual(stands);
  });

  it('stands in the thread of its root, and waits where there is no root yet', async () => {
    const here = await installation();
    const { messenger } = here.door;
    const reply = post({ slot: 'test/2', under: 'test/1', message: sentence({ zh: '回执', en: 'receipt' }) });
    expect(await messenger.put(reply)).toMatchObject({ kind: 'later', code: 'no-root' });
    await messenger.put(post());
    expect(await messenger.put(reply)).toEqual(stands);
    expect(here.user('市场监管局联络员').thread('第一版')).toEqual(['第一版', '回执']);
  });

  it('to a person goes into the conversation with the bot, in the person’s language', async () => {
    const here = await installation();
    const { messenger } = here.door;
    expect(await messenger.put(post({ place: 'person:l2' }))).toEqual(stands);
    expect(here.user('卫健局联络员').in('明抽').sees()).toEqual(['first']);
    expect(await messenger.put(post({ slot: 'test/3', place: 'person:i1' }))).toEqual({
      kind: 'nowhere',
      code: 'not-linked',
    });
  });

  it('what is metadata to the whole workspace is the slot and nothing else', async () => {
    const here = await installation();
    await here.door.messenger.put(post());
    const [root] = here.workspace.ground.world.posts.get(channels.scjg) ?? [];
    expect(root).toMatchObject({ metadata: { event_type: 'mingchou_post', event_payload: { slot: 'test/1' } } });
    expect(users.liaison).toBe(here.user('市场监管局联络员').id);
  });

  it('stays in its channel, with its thread, when another channel is named', async () => {
    const here = await installation();
    const { messenger } = here.door;
    await messenger.put(post());
    await here.desk.db.write([`update chat_channel set channel = 'C0OTHER' where place = 'department:scjg'`]);
    await messenger.put(post({ message: sentence({ zh: '第二版', en: 'second' }) }));
    await messenger.put(post({ slot: 'test/2', under: 'test/1' }));
    expect(here.channel('市场监管局')).toEqual(['第二版', '第一版']);
  });
});

describe('a file', () => {
  const file = { name: '结果图.png', bytes: png, alt: '分层抽取结果' };

  it('goes with its post, once, and is found again where nobody knows how the last try ended', async () => {
    const here = await installation();
    const { messenger } = here.door;
    expect(await messenger.put(post({ file }))).toEqual(stands);
    expect(await messenger.put(post({ file, message: sentence({ zh: '第二版', en: 'second' }) }))).toEqual(stands);
    await here.desk.db.write([`delete from chat_post where slot = 'test/1#file'`]);
    expect(await messenger.put(post({ file, triedBefore: true }))).toEqual(stands);
    const posts = here.workspace.ground.world.posts.get(channels.scjg) ?? [];
    expect(posts.filter(({ files }) => files.length > 0)).toHaveLength(1);
    expect(await postIn(here.desk.db, 'slack', 'test/1#file')).not.toBeNull();
  });
});

describe('what a picture shows', () => {
  const told = async (alt: string): Promise<string> => {
    const here = await installation();
    const file = { name: '结果图.png', bytes: png, alt };
    expect(await here.door.messenger.put(post({ file }))).toEqual(stands);
    const [held] = [...here.workspace.ground.world.files.values()];
    expect(Buffer.from(held?.base64 ?? '', 'base64')).toEqual(Buffer.from(png));
    return held?.alt ?? '';
  };

  it('arrives with it, for those who do not see it', async () => {
    expect(await told('分层抽取结果：A 类 3 户，B 类 5 户')).toBe('分层抽取结果：A 类 3 户，B 类 5 户');
  });

  it('is cut to the thousand characters that Slack takes', async () => {
    expect(await told('户'.repeat(1200))).toBe('户'.repeat(1000));
  });

  it('and the post wait for a while where the bytes do not arrive, and nothing is posted twice', async () => {
    const here = await installation();
    const file = { name: '结果图.png', bytes: png, alt: '图' };
    here.fault({ kind: 'refused', method: 'files.getUploadURLExternal', error: 'internal_error' });
    expect(await here.door.messenger.put(post({ file }))).toMatchObject({ kind: 'later' });
    expect(await here.door.messenger.put(post({ file, triedBefore: true }))).toEqual(stands);
    expect(here.workspace.ground.world.posts.get(channels.scjg)).toHaveLength(2);
  });
});

describe('the queue of a channel', () => {
  it('keeps posts apart, lets changes through, and makes no other channel wait', async () => {
    const queue = lanes(60, () => performance.now());
    const at: Record<string, number[]> = { a: [], b: [], c: [] };
    const began = performance.now();
    const note = (name: string) => async () => void at[name]?.push(performance.now() - began);
    await Promise.all([
      queue.run('A', 'post', note('a')),
      queue.run('A', 'post', note('a')),
      queue.run('A', 'post', note('a')),
      queue.run('A', 'other', note('c')),
      queue.run('B', 'post', note('b')),
    ]);
    const [first = 0, second = 0, third = 0] = at.a ?? [];
    expect(second - first).toBeGreaterThanOrEqual(55);
    expect(third - second).toBeGreaterThanOrEqual(55);
    expect(at.b?.[0]).toBeLessThan(50);
    expect(at.c?.[0]).toBeGreaterThanOrEqual(third);
  });

  it('what fails does not stop what comes after it', async () => {
    const queue = lanes(0, () => performance.now());
    const failing = queue.run('A', 'post', () => Promise.reject(new Error('down')));
    await expect(failing).rejects.toThrow('down');
    expect(await queue.run('A', 'post', async () => 'posted')).toBe('posted');
  });
});
