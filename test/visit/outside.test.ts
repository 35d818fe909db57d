/** Numbers that another platform gave. */
import { expect, it } from 'vitest';
import { recordStates } from '../../core/notice/reconcile.ts';
import { type OutsideNumber, outsideStates } from '../../core/visit/fact.ts';
import { lastOutside, outsideKey } from '../../core/visit/outside.ts';

it('the last word of a platform holds, whether it came for one outcome or in a file for many', () => {
  const said = (body: Partial<OutsideNumber>): OutsideNumber => ({
    ...{ department: 'scjg', number: '', state: 'confirmed', words: '' },
    ...body,
  });
  const held = lastOutside([
    { seq: 5, body: said({ cases: ['3/0/scjg/X1', '3/1/scjg/X1'] }) },
    { seq: 7, body: said({ case: '3/1/scjg/X1', state: 'differing', number: 'G1', words: '日期不同' }) },
    { seq: 8, body: said({ task: 'P/T1', number: '350425202507071234' }) },
  ]);
  expect(held.get(outsideKey('case', '3/0/scjg/X1'))).toMatchObject({ seq: 5, state: 'confirmed' });
  expect(held.get(outsideKey('case', '3/1/scjg/X1'))).toMatchObject({ seq: 7, state: 'differing', words: '日期不同' });
  expect(held.get(outsideKey('task', 'P/T1'))?.number).toBe('350425202507071234');
  expect(held.get(outsideKey('visit', '3/0'))).toBeUndefined();
  expect(recordStates).toBe(outsideStates);
});
