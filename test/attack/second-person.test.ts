/** What two persons must do is confirmed by the very person who was asked, for somebody who still may: numbers and roles change hands. */
import { expect, it } from 'vitest';
import { annul, confirmAnnulment, confirmCorrection, correctNumber } from '../../bot/verbs/draw/second-person.ts';
import { dismiss } from '../../bot/verbs/people/dismiss.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { facts, value } from '../desk.ts';
import { ceremonyUntil, expectRefused, hands, plannedDesk, thrown } from '../drawn-desk.ts';

const asked = async () => {
  const desk = await plannedDesk();
  const { ceremony } = await ceremonyUntil(desk, 'opened');
  const text = thrown.replace(/^3/, '8');
  const ask = () => correctNumber(desk, hands.drafter, { ceremony, text, second: 'j1', reason: '首位误录，照片为8' });
  value(await ask());
  return { desk, ceremony, ask };
};

it('a number of the roll that was given to somebody else after the asking confirms nothing; asked anew, it does', async () => {
  const { desk, ceremony, ask } = await asked();
  const other = { ...hands.legal, name: '接任的司法局人员' };
  value(await enrol(desk, hands.drafter, other));
  expectRefused(await confirmCorrection(desk, other, ceremony), 'draw', { reason: 'nothing-to-confirm' });
  const before = (await facts(desk)).length;
  value(await ask());
  value(await ask());
  // The second time nothing is new.
  expect((await facts(desk)).length).toBe(before + 1);
  expect(value(await confirmCorrection(desk, other, ceremony)).stage).toBe('ready');
});

it('who asked and has left, has lost the right, or whose number is another’s now, carries nothing', async () => {
  const { desk, ceremony } = await asked();
  value(await enrol(desk, hands.drafter, { ...hands.drafter, person: 'o3', name: '联席办另一人' }));
  const third = { ...hands.drafter, person: 'o3', name: '联席办另一人' };
  value(await enrol(desk, third, { ...hands.drafter, roles: ['liaison'] }));
  expectRefused(await confirmCorrection(desk, hands.legal, ceremony), 'rights', { reason: 'no-role', person: 'o1' });
  value(await enrol(desk, third, { ...hands.drafter, name: '接任的联席办人员' }));
  expectRefused(await confirmCorrection(desk, hands.legal, ceremony), 'draw', { reason: 'nothing-to-confirm' });
  value(await annul(desk, hands.head, { ceremony, order: '市〔2025〕3号', second: 'h2' }));
  value(await dismiss(desk, third, 'h1'));
  expectRefused(await confirmAnnulment(desk, hands.otherHead, ceremony), 'draw', { reason: 'nothing-to-confirm' });
});
