/** The invented county: it is the same every time, plausible, and nobody's. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodies } from '../../bot/practice/sample/bodies.ts';
import { areas, county } from '../../bot/practice/sample/county.ts';
import { makeSample } from '../../bot/practice/sample/sample.ts';
import { digestText } from '../../core/digest.ts';
import { keyText } from '../../core/registry/subject.ts';
import { classifyNumber } from '../../core/registry/uscc.ts';

const sample = makeSample({ seed: '清漪' });
const digestOf = (value: unknown): string => digestText('test/sample', JSON.stringify(value));
const codesOfAreas = join(import.meta.dirname, '../../../shared/data/gbt2260_areas.csv');

describe('the sample', () => {
  it('is the same county for the same seed, and another for another seed', () => {
    expect(digestOf(makeSample({ seed: '清漪' }))).toBe(digestOf(sample));
    expect(digestOf(makeSample({ seed: '清漪2' }))).not.toBe(digestOf(sample));
  });

  it('has what was ordered: 5,000 subjects, 30 departments besides sections and stations, 240 inspectors, 12 tasks', () => {
    const top = sample.departments.filter(({ parent }) => parent === '');
    expect([sample.subjects.length, top.length, sample.inspectors.length, sample.plan.tasks.length]).toEqual([
      5000, 30, 240, 12,
    ]);
  });

  it('refuses counts that it cannot carry, by name', () => {
    expect(() => makeSample({ seed: 'x', departments: 4 })).toThrow('departments');
    expect(() => makeSample({ seed: 'x', tasks: 99 })).toThrow('tasks');
    expect(() => makeSample({ seed: 'x', inspectors: 20 })).toThrow('inspectors');
    expect(() => makeSample({ seed: 'x', jurisdiction: 'atlantis' })).toThrow('atlantis');
  });

  it('begins with the same rows when more are ordered', () => {
    const longer = makeSample({ seed: '清漪', subjects: 6000 });
    expect(longer.subjects.slice(0, 5000)).toEqual(sample.subjects);
    expect(longer.inspectors).toEqual(sample.inspectors);
  });
});

describe('its subjects', () => {
  it('carry numbers that check, of the kind that each says it is', () => {
    const wrong = sample.subjects.filter(({ kind, number }) => {
      const known = classifyNumber(number);
      return !known.ok || known.value.kind !== kind || known.value.doubts.length > 0;
    });
    expect(wrong).toEqual([]);
  });

  it('stand once each, by number and by name', () => {
    expect(new Set(sample.subjects.map(keyText)).size).toBe(5000);
    expect(new Set(sample.subjects.map(({ name }) => name)).size).toBe(5000);
  });

  it('have about one number in eight without eighteen characters, as the real list has', () => {
    const without = sample.subjects.filter(({ kind }) => kind !== 'uscc').length;
    expect(without).toBeGreaterThan(450);
    expect(without).toBeLessThan(850);
    expect(sample.subjects.some(({ kind }) => kind === 'older')).toBe(true);
  });

  it('are not all active', () => {
    const gone = sample.subjects.filter(({ status }) => status !== 'active').length;
    expect(gone).toBeGreaterThan(150);
    expect(gone).toBeLessThan(450);
  });

  it.skipIf(!existsSync(codesOfAreas))('lie in areas that no list of areas knows (../shared/data)', () => {
    const real = readFileSync(codesOfAreas, 'utf8');
    expect(areas.filter(({ code }) => real.includes(code.slice(0, 4)))).toEqual([]);
    expect(real).not.toContain(county.name);
  });

  it('fall into A, B, C and D as 30, 50, 15 and 5 of a hundred, with some unclassed', () => {
    const credit = sample.classifications.filter(({ scheme }) => scheme === 'credit');
    const share = (label: string) => credit.filter((each) => each.class === label).length / 5000;
    expect(share('A')).toBeCloseTo(0.291, 1);
    expect(share('B')).toBeCloseTo(0.485, 1);
    expect(share('C')).toBeCloseTo(0.146, 1);
    expect(share('D')).toBeCloseTo(0.049, 1);
    expect(credit.length).toBeLessThan(5000);
  });
});

describe('its people', () => {
  it('are of three kinds, and daily supervisors may hold no certificate', () => {
    expect(new Set(sample.inspectors.map(({ kind }) => kind))).toEqual(
      new Set(['civil-servant', 'qualified', 'daily']),
    );
    const bare = sample.inspectors.filter(({ certificate }) => certificate === null);
    expect(bare.length).toBeGreaterThan(0);
    expect(bare.every(({ kind }) => kind === 'daily')).toBe(true);
  });

  it('hold some certificates that have expired', () => {
    const expired = sample.inspectors.filter(
      ({ certificate }) => certificate !== null && certificate.validUntil < sample.snapshot,
    );
    expect(expired.length).toBeGreaterThan(0);
    expect(expired.length).toBeLessThan(30);
  });

  it('have numbers and names of their own', () => {
    expect(new Set(sample.inspectors.map(({ number }) => number)).size).toBe(240);
    expect(new Set(sample.inspectors.map(({ name }) => name)).size).toBe(240);
  });

  it('inspect only for bodies that have the power to, never for the office', () => {
    const enforcing = new Set(sample.departments.filter(({ enforces }) => enforces).map(({ code }) => code));
    expect(sample.inspectors.filter(({ department }) => !enforcing.has(department))).toEqual([]);
    expect(enforcing.has('lxb')).toBe(false);
  });

  it('recuse themselves from subjects that exist', () => {
    const keys = new Set(sample.subjects.map(keyText));
    expect(sample.recusals.length).toBeGreaterThan(10);
    expect(sample.recusals.every(({ kind, number }) => keys.has(keyText({ kind, number })))).toBe(true);
  });
});

describe('its items', () => {
  it('are more than sixty, each with the nine elements of 福安 二(一)1 and a number in the list of powers', () => {
    const good = sample.items.filter(({ repealedFrom }) => repealedFrom === null);
    expect(good.length).toBeGreaterThan(60);
    for (const item of good) {
      const elements = [
        item.name,
        item.basis,
        item.body,
        item.subjects,
        item.content,
        item.ratioText,
        item.powerNumber,
      ];
      expect(elements.filter((element) => element === '')).toEqual([]);
      expect(item.points.length * item.methods.length * item.drawsPerYear).toBeGreaterThan(0);
    }
    expect(new Set(good.map(({ powerNumber }) => powerNumber)).size).toBe(good.length);
  });

  it('have codes of their own and bodies with power', () => {
    expect(new Set(sample.items.map(({ code }) => code)).size).toBe(sample.items.length);
    const powerless = new Set(bodies.filter(({ enforces }) => !enforces).map(({ code }) => code));
    expect(sample.items.filter(({ body }) => powerless.has(body))).toEqual([]);
  });

  it('state their yearly maximum where they are key', () => {
    expect(sample.items.filter(({ category, statutoryCap }) => category === 'key' && statutoryCap === null)).toEqual(
      [],
    );
  });
});
