import { describe, expect, it } from 'vitest';
import { people } from '../desk.ts';
import { openedDesk } from './desk.ts';
import { choiceIn, choicesOf, inChinese, post, press, replies, root, slotsOf, talk, told } from './threads.ts';

const { liaison, otherLiaison } = people;

describe('原文修改、删除', () => {
  it('改了字：反馈不变，单位被问是否仍然有效，联席办看到差别，按“维持”了结', async () => {
    const desk = await openedDesk();
    await talk(desk, liaison, '我局无意见', { source: 'm-1' });
    expect(told(await talk(desk, liaison, '我局坚决反对', { source: 'm-1', what: 'edited' }))).toBe('');
    const [slot = ''] = await slotsOf(desk, 'consultation-altered');
    const question = await post(desk, slot);
    expect(inChinese(question)).toContain('贵单位反馈的原文已被修改，反馈仍按“无意见”计。请确认反馈是否仍然有效。');
    expect(inChinese(question)).toContain('原文：“我局无意见”\n现为：“我局坚决反对”');
    const [difference = ''] = await slotsOf(desk, 'consultation-difference');
    expect(inChinese(await post(desk, difference))).toContain('清漪县市场监督管理局反馈的原文已被修改');
    expect(await root(desk)).toContain('无意见（1）：清漪县市场监督管理局（原文有变动，待确认）');
    const keep = choicesOf(question).find(({ id }) => id === 'consult-keep');
    if (keep === undefined) throw new Error('nothing to keep');
    expect(told(await press(desk, liaison, keep))).toBe('');
    expect(inChinese(await post(desk, slot))).toContain('已由之后的反馈确认');
    expect(choicesOf(await post(desk, slot))).toEqual([]);
    expect(await root(desk)).not.toContain('待确认');
    expect(inChinese(await post(desk, difference))).toContain('该单位已重新确认');
  });

  it('删了原文：反馈不变，同样被问', async () => {
    const desk = await openedDesk();
    await talk(desk, liaison, '参加', { source: 'm-1' });
    await talk(desk, liaison, '', { source: 'm-1', what: 'deleted' });
    const [slot = ''] = await slotsOf(desk, 'consultation-altered');
    expect(inChinese(await post(desk, slot))).toContain('原文：“参加”\n现已删除。');
    expect(await replies(desk)).toMatchObject([{ answer: 'joins' }]);
  });

  it('修改先到、原文后到：原文不当作同意，请按钮确认', async () => {
    const desk = await openedDesk();
    const early = await talk(desk, liaison, '我局有不同意见', { source: 'm-1', what: 'edited' });
    expect(told(early)).toContain('这条消息发出后又作了修改。尚未记录');
    const late = await talk(desk, liaison, '我局无意见', { source: 'm-1' });
    expect(told(late)).toContain('这条消息发出后又作了修改。尚未记录');
    expect(told(late)).toContain('原文：“我局有不同意见”');
    expect(await replies(desk)).toEqual([]);
    await talk(desk, otherLiaison, '', { source: 'm-2', what: 'deleted' });
    expect(told(await talk(desk, otherLiaison, '无意见', { source: 'm-2' }))).toContain('已被删除，未作为反馈记录');
  });

  it('“收到”改成“无意见”，也要确认一次', async () => {
    const desk = await openedDesk();
    await talk(desk, liaison, '收到', { source: 'm-1' });
    const again = await talk(desk, liaison, '我局无意见', { source: 'm-1', what: 'edited' });
    await press(desk, liaison, choiceIn(again, '无意见'));
    expect(await replies(desk)).toMatchObject([{ answer: 'agrees', words: '我局无意见', source: { id: 'm-1' } }]);
    expect(await root(desk)).not.toContain('待确认');
  });
});
