/** One department goes on answering: it is told to ring up, and everybody else is as quick as before. */
import { expect, it } from 'vitest';
import { repliesMost } from '../../bot/verbs/consult/reply.ts';
import { ok } from '../../core/result.ts';
import { commit } from '../../db/commit.ts';
import { liaison, openedDesk, otherLiaison, reply, stateOf } from '../consult/desk.ts';
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
