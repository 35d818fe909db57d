import { describe, expect, it } from 'vitest';
import type { CeremonyRefusal } from '../../core/draw/ceremony/state.ts';
import { step } from '../../core/draw/ceremony/step.ts';
import { sayCeremony } from '../../core/draw/ceremony/words.ts';
import { manifest, stateAt } from './ceremony.ts';
import { refusedNumbers } from './refused-numbers.ts';
import { type Refused, refusedSecrets } from './refused-secrets.ts';

/** Every reason that a ceremony has to refuse; the compiler asks for those that are not here. */
const refusals: { readonly [R in CeremonyRefusal['reason']]: readonly Refused[] } = {
  ...refusedSecrets,
  ...refusedNumbers,
};

describe('what a ceremony refuses', () => {
  const rows: readonly Refused[] = Object.values(refusals).flat();
  it.each(rows)('$why: $told.reason', ({ from, by = manifest, act, now, told }) => {
    const before = typeof from === 'string' ? stateAt(from) : from;
    const taken = step(by, before, act, now);
    expect(taken).toEqual({ ok: false, error: told });
  });

  it.each(rows)('$why: the words are there in both languages, and say the reason', ({ told }) => {
    const { zh, en } = sayCeremony(told);
    expect(zh).toMatch(/^[^\s].*[。]$/u);
    expect(en).toMatch(/^.+[.;].*$/u);
    expect(zh).not.toMatch(/undefined|\bnull\b|\[object/);
    expect(en).not.toMatch(/undefined|\bnull\b|\[object|[。，]/);
  });

  it('each reason has words of its own', () => {
    const said = Object.values(refusals).map(([first]) => (first === undefined ? '' : sayCeremony(first.told).zh));
    expect(new Set(said).size).toBe(Object.keys(refusals).length);
  });
});
