/** What makes a rehearsed year the same each time, wherever it is run: names and chance that follow from a seed. */
import { expect, it } from 'vitest';
import { chanceAt } from '../../bot/practice/installation/chance-at.ts';
import { randomIds, seededIds } from '../../bot/practice/workspace/ids.ts';

it('chance of a year follows from seed, process and instant alone: two processes that begin at different instants agree', () => {
  const [one, other] = [chanceAt('一年', 'server'), chanceAt('一年', 'server')];
  const bytes = [...one('2025-01-01T00:00:00.000Z', 8), ...one('2025-01-01T00:00:00.000Z', 8)];
  expect(bytes.slice(0, 8)).not.toEqual(bytes.slice(8));
  const later = one('2025-01-02T00:00:00.000Z', 16);
  expect(other('2025-01-02T00:00:00.000Z', 16)).toEqual(later);
  expect(chanceAt('一年', 'command-line')('2025-01-02T00:00:00.000Z', 16)).not.toEqual(later);
  expect(chanceAt('另一年', 'server')('2025-01-02T00:00:00.000Z', 16)).not.toEqual(later);
});

it('views and files have the same names where a seed is given, each kind counted by itself, and never the same ones otherwise', () => {
  const [one, other] = [seededIds('一年'), seededIds('一年')];
  const views = [one.fresh('V'), one.fresh('V')];
  other.fresh('F');
  other.fresh('V', 'U0HOME');
  expect([other.fresh('V'), other.fresh('V')]).toEqual(views);
  expect(new Set([...views, one.fresh('V', 'U0HOME'), randomIds.fresh('V'), randomIds.fresh('V')]).size).toBe(5);
  expect(views.every((id) => /^V[0-9A-F]{10}$/.test(id))).toBe(true);
});
