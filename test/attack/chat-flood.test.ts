/** One department goes on answering, or changing what it wrote: it is told so, and everybody else is as quick as before. */
import { expect, it } from 'vitest';
import { differencePost } from '../../bot/post/say/consult/thread.ts';
import { editsMost, recordDeletedReply, recordEditedReply } from '../../bot/verbs/consult/altered.ts';
import { repliesMost } from '../../bot/verbs/consult/reply.ts';
import { ok } from '../../core/result.ts';
import { commit } from '../../db/commit.ts';
import { count, liaison, openedDesk, otherLiaison, reply, stateOf } from '../consult/desk.ts';
import { chatDeps } from '../consult/threads.ts';
import { refusal, value } from '../desk.ts';

it('beyond a thousand answers of one department nothing more is recorded of it, and others answer', async () => {
  const desk = await openedDesk();
  value(await reply(desk, liaison));
  const [first] = (await stateOf(desk)).replies.get('scjg')?.history ?? [];
  if (first === undefined) throw new Error('no reply');
  const { seq: _, ...body } = first;
  await commit(desk.db, desk, async () =>
    ok({
      facts: Array.from({ length: repliesMost - 1 }, (_, n) => ({
        kind: 'reply-received' as const,
        actor: 'person:l1',
        body: JSON.parse(JSON.stringify({ ...body, consultation: '2025-1', source: { kind: 'thread', id: `f${n}` } })),
      })),
      value: null,
    }),
  );
  expect(refusal(await reply(desk, liaison, { answer: 'joins' }))).toMatchObject({
    why: { reason: 'too-many-replies' },
  });
  const began = performance.now();
  value(await reply(desk, otherLiaison));
  expect(performance.now() - began).toBeLessThan(1000);
});

it('a message that is changed again and again is recorded fifty times; the office is told that it may go on, and a deletion is still heard', async () => {
  const desk = await openedDesk();
  value(await reply(desk, liaison, { source: { kind: 'thread', id: 'm1' } }));
  const of = { consultation: '2025-1', department: 'scjg' };
  const change = (n: number) =>
    recordEditedReply(desk, liaison, { ...of, source: 'm1', key: `e${n}`, text: `第 ${n} 稿` });
  for (let n = 1; n <= editsMost; n++) value(await change(n));
  expect(refusal(await change(editsMost + 1))).toMatchObject({ why: { reason: 'too-many-edits', most: editsMost } });
  expect(await count(desk, 'reply-edited')).toBe(editsMost);
  const { changes } = await stateOf(desk);
  const told = async (seq: number) => JSON.stringify(await differencePost.say(chatDeps(desk), { ...of, seq }));
  expect(await told(changes.at(-1)?.seq ?? 0)).toContain('已修改 50 次，此后如再修改不再登记');
  expect(await told(changes.at(-2)?.seq ?? 0)).not.toContain('不再登记');
  expect(value(await recordDeletedReply(desk, liaison, { ...of, source: 'm1', key: 'd' })).standing).toBe(true);
  value(await reply(desk, liaison, { source: { kind: 'thread', id: 'm2' }, key: 'm2' }));
});
