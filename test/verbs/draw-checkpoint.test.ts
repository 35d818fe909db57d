import { describe, expect, it } from 'vitest';
import { checkpointsIn, hasCheckpoint, postCheckpointOf } from '../../bot/verbs/draw/checkpoint.ts';
import { open } from '../../bot/verbs/draw/open.ts';
import { confirmCorrection, correctNumber } from '../../bot/verbs/draw/second-person.ts';
import { facts, value } from '../desk.ts';
import { again, ceremonyUntil, expectRefused, hands, type PlannedDesk, plannedDesk, thrown } from '../drawn-desk.ts';

const posted = async (desk: PlannedDesk): Promise<number> =>
  (await facts(desk)).filter(({ kind }) => kind === 'checkpoint-posted').length;

describe('the checkpoint in the thread of a ceremony', () => {
  it('is one, though several open the draw at the very same moment, in one process and in two', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'ready');
    const other = await again(desk);
    const pressed = await Promise.all(
      [desk, other, desk, other].map(async (at, i) => {
        const actor = i < 2 ? hands.drafter : hands.reviewer;
        value(await open(at, actor, ceremony));
        return value(await postCheckpointOf(at, actor, ceremony));
      }),
    );
    expect(pressed.filter((each) => each !== null)).toHaveLength(1);
    expect(await posted(desk)).toBe(1);
    expect(await checkpointsIn(desk.db, ceremony)).toHaveLength(1);
  });

  it('is one for each record: a corrected number is opened again and gets its own, whatever was posted in between', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    expect(value(await postCheckpointOf(desk, hands.drafter, ceremony))).not.toBeNull();
    const text = thrown.replace(/^3/, '8');
    value(await correctNumber(desk, hands.drafter, { ceremony, text, second: 'j1', reason: '首位误录' }));
    value(await confirmCorrection(desk, hands.legal, ceremony));
    expect(value(await postCheckpointOf(desk, hands.drafter, ceremony))).toBeNull();
    value(await open(desk, hands.drafter, ceremony));
    expect(await hasCheckpoint(desk.db, ceremony)).toBe(false);
    expect(value(await postCheckpointOf(desk, hands.reviewer, ceremony))).not.toBeNull();
    expect(await hasCheckpoint(desk.db, ceremony)).toBe(true);
    expect(await posted(desk)).toBe(2);
  });

  it('waits for the opening', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'ready');
    expectRefused(await postCheckpointOf(desk, hands.drafter, ceremony), 'draw', { reason: 'not-opened' });
    expect(await hasCheckpoint(desk.db, ceremony)).toBe(false);
  });
});
