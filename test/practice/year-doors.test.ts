/** The practice years go through the doors alone: what they import says so. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { years } from '../../bot/practice/year/years.ts';
import { policies } from '../../core/policy/index.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'bot/practice/year');

it('a year calls no verb and reads or writes no row: it imports neither verbs nor the database', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const imported = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, specifier = '']) =>
      relative(root, resolve(folder, dirname(name), specifier)),
    ),
  );
  expect(imported.length).toBeGreaterThan(30);
  expect(imported.filter((target) => target.startsWith('bot/verbs/') || target.startsWith('db/'))).toEqual([]);
});

it('each of the five documents has its year, in order of time and within the document’s own', () => {
  expect(years.map(({ id }) => id).sort()).toEqual(policies.map(({ id }) => id).sort());
  for (const { id, begins, days } of years) {
    const dates = days.map(({ on }) => on);
    expect([id, dates]).toEqual([id, [...dates].sort()]);
    expect(dates[0]?.slice(0, 10).localeCompare(begins.slice(0, 10))).toBeGreaterThanOrEqual(0);
  }
});
