import { describe, expect, it } from 'vitest';
import { printSlip } from '../../bot/verbs/draw/print-slip.ts';
import { value } from '../desk.ts';
import { ceremonyUntil, frozenAt, hands, plannedDesk } from '../drawn-desk.ts';
import { heard, room, textOf } from './draw-room.ts';

describe('密封条 in the chat', () => {
  it('is a private way to the page that prints it, for whoever holds the draw; no post ever holds the slip', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await frozenAt(desk);
    const chat = room(desk);
    const office = chat.seat(hands.drafter);
    expect(await chat.buttonsOf('ceremony/1')).toContain('密封条');
    for (const answer of [await office.presses('draw-slip', 1), await office.types('/draw 密封条')])
      expect(heard(answer)).toMatch(/https:\/\/mingchou\.invalid\/in\/\S+\?to=\/slip\/1/);
    for (const actor of [hands.liaison, hands.discipline])
      expect(heard(await chat.seat(actor).presses('draw-slip', 1))).not.toContain('/in/');

    const slip = value(await printSlip(desk, hands.drafter, { ceremony, supervisor: 'w2', reason: '' }));
    expect(await chat.buttonsOf('ceremony/1')).toEqual(['中止']);
    expect(await chat.reads('ceremony/1')).toContain('会务台，密封条已打印');
    for (const { said } of (await chat.posts()).values()) {
      expect(textOf(said, true)).not.toContain(slip.nonce.slice(0, 8));
      expect(textOf(said, true)).not.toContain(slip.typed);
    }
    // Another one is asked for by typing, and takes a reason on the page.
    expect(heard(await office.types('/draw slip 1'))).toContain('/slip/1');
  });

  it('is no use once the draw is opened', async () => {
    const desk = await plannedDesk();
    await ceremonyUntil(desk, 'opened');
    expect(heard(await room(desk).seat(hands.drafter).types('/draw 密封条'))).toContain('不再需要密封条');
  });
});
