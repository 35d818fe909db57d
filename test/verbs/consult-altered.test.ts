import { describe, expect, it } from 'vitest';
import { recordDeletedReply, recordEditedReply } from '../../bot/verbs/consult/altered.ts';
import { tallyOf } from '../../core/consult/tally.ts';
import { count, openedDesk, reply, slots, stateOf } from '../consult/desk.ts';
import { people, refusal, value } from '../desk.ts';

const { office, liaison, otherLiaison } = people;
const no = '2025-1';

describe('原文修改、删除', () => {
  const message = { kind: 'thread', id: 'm-edit' } as const;
  const alter = { consultation: no, department: 'scjg', source: 'm-edit', key: 'd1' };

  it('修改后反馈不变，联席办看到差别，单位被问一次', async () => {
    const desk = await openedDesk();
    value(await reply(desk, liaison, { source: message }));
    const answer = value(await recordEditedReply(desk, liaison, { ...alter, text: '我局不同意' }));
    expect(answer).toEqual({ known: true, standing: true, same: false });
    value(await recordEditedReply(desk, liaison, { ...alter, text: '我局不同意' }));
    const state = await stateOf(desk);
    expect(tallyOf(state)).toMatchObject({ by: { agrees: ['scjg'] }, altered: ['scjg'] });
    expect(state.changes).toMatchObject([{ was: '我局无意见', text: '我局不同意' }]);
    const seq = state.changes[0]?.seq;
    expect(await slots(desk)).toEqual(
      expect.arrayContaining([`consultation-altered/2025-1/scjg/${seq}`, `consultation-difference/2025-1/scjg/${seq}`]),
    );
  });

  it('删除也一样；之后再改无可改', async () => {
    const desk = await openedDesk();
    value(await reply(desk, liaison, { source: message }));
    expect(value(await recordDeletedReply(desk, liaison, alter))).toMatchObject({ known: true, standing: true });
    expect(value(await recordEditedReply(desk, liaison, { ...alter, key: 'd2', text: '又改' }))).toMatchObject({
      same: true,
    });
    expect(tallyOf(await stateOf(desk))).toMatchObject({ by: { agrees: ['scjg'] }, altered: ['scjg'] });
  });

  it('内容没有变的“修改”不记；别的单位和没有权限的人不能改', async () => {
    const desk = await openedDesk();
    value(await reply(desk, liaison, { source: message }));
    expect(value(await recordEditedReply(desk, liaison, { ...alter, text: '我局无意见 ' }))).toMatchObject({
      same: true,
    });
    expect(refusal(await recordEditedReply(desk, otherLiaison, { ...alter, text: '改' }))).toMatchObject({
      stage: 'rights',
    });
    expect(refusal(await recordDeletedReply(desk, office, alter))).toMatchObject({ stage: 'rights' });
    expect(await count(desk, 'reply-edited')).toBe(0);
  });

  it('修改先于原文到达，原文到达时不当作同意；经按钮确认后才记录', async () => {
    const desk = await openedDesk();
    expect(value(await recordEditedReply(desk, liaison, { ...alter, text: '我局有不同意见' }))).toMatchObject({
      known: false,
    });
    expect(refusal(await reply(desk, liaison, { source: message }))).toMatchObject({
      why: { reason: 'source-changed', kind: 'edited', text: '我局有不同意见' },
    });
    expect(tallyOf(await stateOf(desk)).answered).toBe(0);
    const source = { kind: 'asked-back', id: 'm-edit' } as const;
    value(await reply(desk, liaison, { answer: 'comments', words: '我局有不同意见', source, key: 'press-1' }));
    expect(tallyOf(await stateOf(desk))).toMatchObject({ by: { comments: ['scjg'] }, altered: [] });
  });

  it('删除先于原文到达，原文不记录', async () => {
    const desk = await openedDesk();
    value(await recordDeletedReply(desk, liaison, alter));
    expect(refusal(await reply(desk, liaison, { source: message }))).toMatchObject({ why: { kind: 'deleted' } });
    expect((await slots(desk)).filter((slot) => slot.startsWith('consultation-difference'))).toEqual([]);
  });

  it('单位重新反馈后，变动了结，问过的那一条随之更新', async () => {
    const desk = await openedDesk();
    value(await reply(desk, liaison, { source: message }));
    value(await recordEditedReply(desk, liaison, { ...alter, text: '我局不同意' }));
    const press = { source: { kind: 'button', id: 'b1' }, key: 'b1', words: '' } as const;
    const kept = value(await reply(desk, liaison, press));
    const [change] = (await stateOf(desk)).changes;
    expect(kept).toMatchObject({ known: false, reply: { answer: 'agrees', settles: [change?.seq] } });
    expect(tallyOf(await stateOf(desk)).altered).toEqual([]);
    expect((await slots(desk)).filter((slot) => slot.startsWith('consultation-altered'))).toHaveLength(2);
    expect(value(await reply(desk, liaison, { ...press, key: 'b2' }))).toMatchObject({ known: true });
  });
});
