import { expect, it } from 'vitest';
import { freeze } from '../../bot/verbs/draw/freeze.ts';
import { value } from '../desk.ts';
import { again, asked, continued, expectRefused, frozenAt, hands, planAsIs, plannedDesk } from '../drawn-desk.ts';

it('two persons who freeze the same tasks at the same moment get one ceremony, and nobody can choose between two', async () => {
  const desk = await plannedDesk();
  const second = await again(desk);
  const both = await Promise.all([desk, second].map((each) => freeze(each, hands.drafter, asked(desk))));
  second.close();
  const refused = both.filter((each) => !each.ok);
  expect(both.filter((each) => each.ok)).toHaveLength(1);
  expect(refused).toMatchObject([{ error: { stage: 'draw', why: { reason: 'task-drawn-already', ceremony: 1 } } }]);
});

it('a task that is drawn four times a year is frozen for the next time only when the last one was opened', async () => {
  const desk = await plannedDesk();
  const changes = await planAsIs(desk, () => ({ drawsPerYear: 4 }));
  const first = await frozenAt(desk, changes);
  expectRefused(await freeze(desk, hands.drafter, asked(desk, changes)), 'draw', {
    reason: 'task-waits',
    task: 'T-1',
    ceremony: first.ceremony,
  });
  await continued(desk, first, 'revealed');
  expect((await freeze(desk, hands.drafter, asked(desk, changes))).ok).toBe(false);
});

it('a task of next year that carries the same number is not taken for one that was drawn this year', async () => {
  const desk = await plannedDesk();
  await frozenAt(desk, await planAsIs(desk, () => ({})));
  const window = { from: '2026-07-01', to: '2026-08-31' };
  const next = await planAsIs(desk, () => ({ window }), { no: '明年案', year: 2026 });
  expect(value(await freeze(desk, hands.drafter, asked(desk, next))).ceremony).toBe(2);
});
