/** The time of day of a visit, as people type it. */
import { expect, it } from 'vitest';
import { readHour } from '../../core/visit/hour.ts';

it('a time of day is read as it is typed, and what is none is refused', () => {
  const typed = ['09:30', '9:30', '９：３０', '9时30分', ' ', '23:59'];
  expect(typed.map(readHour)).toEqual(['09:30', '09:30', '09:30', '09:30', '', '23:59']);
  expect(['25:99', '24:00', '9:60', '930', '上午'].map(readHour)).toEqual([null, null, null, null, null]);
});
