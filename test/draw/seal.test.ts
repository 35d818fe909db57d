import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifestDigest } from '../../core/draw/manifest.ts';
import { seedOfCourse } from '../../core/draw/record.ts';
import { commitmentOf, parseSecret } from '../../core/draw/seal.ts';
import { streamOf, ticketsOf } from '../../core/draw/stream.ts';
import { offsetOf, TICKETS, turn } from '../../core/draw/ticket.ts';
import { courseOf, secretOf, seedFor, small } from './make.ts';

describe('sealing', () => {
  it('a commitment copied from another participant, ceremony or manifest opens nothing', () => {
    const secret = secretOf('1');
    const M = seedFor(1);
    const own = commitmentOf(7, M, '1', secret);
    expect(commitmentOf(7, M, '2', secret)).not.toBe(own);
    expect(commitmentOf(8, M, '1', secret)).not.toBe(own);
    expect(commitmentOf(7, seedFor(2), '1', secret)).not.toBe(own);
  });

  it('digits typed on a Chinese keyboard count; fewer than six, letters and a broken nonce are refused by name', () => {
    const { nonce } = secretOf('1');
    expect(parseSecret(nonce, ' １２３４５６ ')).toEqual({ ok: true, value: { nonce, typed: '123456' } });
    expect(parseSecret(nonce, '12345')).toMatchObject({ ok: false, error: { kind: 'typed-too-short', digits: 5 } });
    expect(parseSecret(nonce, '12345六')).toMatchObject({ ok: false, error: { kind: 'typed-not-digits' } });
    expect(parseSecret(nonce.toUpperCase(), '123456')).toMatchObject({ ok: false, error: { kind: 'nonce-shape' } });
  });
});

describe('the seed', () => {
  it('one changed character of any participant’s secret changes it, the desk’s included', () => {
    const { manifest } = small();
    const seed = seedOfCourse(courseOf(manifest));
    for (const { id } of manifest.participants)
      expect(seedOfCourse(courseOf(manifest, { salts: { [id]: 'x' } }))).not.toBe(seed);
  });

  it('one changed ball changes it, and so does which of the named numbers it was', () => {
    const course = courseOf(small().manifest);
    const seed = seedOfCourse(course);
    const number = course.public.number.replace(/39$/, '40');
    expect(number).not.toBe(course.public.number);
    expect(seedOfCourse({ ...course, public: { ...course.public, number } })).not.toBe(seed);
    expect(seedOfCourse({ ...course, public: { ...course.public, place: 1 } })).not.toBe(seed);
  });

  it('a witness that stays silent is written as absent, and the draw goes on to another seed', () => {
    const { manifest } = small();
    expect(seedOfCourse(courseOf(manifest, { absent: ['2'] }))).not.toBe(seedOfCourse(courseOf(manifest)));
  });

  it('a changed manifest changes every commitment and the seed', () => {
    const { manifest } = small();
    const changed = { ...manifest, discloseFrom: '2025-06-04' };
    expect(manifestDigest(changed)).not.toBe(manifestDigest(manifest));
    expect(seedOfCourse(courseOf(changed))).not.toBe(seedOfCourse(courseOf(manifest)));
  });
});

describe('streams', () => {
  it('refuse a seed that is not 64 lowercase hexadecimal digits, since others would share a key', () => {
    for (const bad of ['', seedFor(1).toUpperCase(), seedFor(1).slice(1), `${seedFor(1)}0`, '三明市'])
      expect(() => streamOf(bad, 'tickets')).toThrow(TypeError);
  });

  it('differ by name', () => {
    expect(streamOf(seedFor(1), 'a').ticket()).not.toBe(streamOf(seedFor(1), 'b').ticket());
  });

  it('give tickets below 2^53, those of a longer roster beginning with those of a shorter one', () => {
    const long = ticketsOf(seedFor(3), 1000);
    expect(ticketsOf(seedFor(3), 10)).toEqual(long.slice(0, 10));
    expect(long.every((ticket) => Number.isSafeInteger(ticket) && ticket >= 0)).toBe(true);
    expect(new Set(long).size).toBe(1000);
  });

  it('give numbers below n without favour: those beyond the last whole multiple are thrown away', () => {
    const stream = streamOf(seedFor(4), 'x');
    const counts = [0, 0, 0];
    for (let i = 0; i < 30_000; i++) {
      const k = stream.below(3);
      counts[k] = (counts[k] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400); // five standard deviations
    expect(() => stream.below(0)).toThrow(RangeError);
  });

  it('turning a ticket is exact and a permutation of the circle', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: TICKETS - 1 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(11),
        (ticket, K, g) => {
          const o = offsetOf(g % K, K);
          const exact = (BigInt(ticket) + (BigInt(g % K) * 2n ** 53n) / BigInt(K)) % 2n ** 53n;
          expect(BigInt(turn(ticket, o))).toBe(exact);
        },
      ),
    );
  });
});

describe('the witness’s own page', () => {
  it('seal.ts needs nothing of a server: it imports digest, result and protocol only', () => {
    const source = readFileSync(new URL('../../core/draw/seal.ts', import.meta.url), 'utf8');
    expect([...source.matchAll(/from '([^']+)'/g)].map((match) => match[1])).toEqual([
      '../digest.ts',
      '../result.ts',
      './protocol.ts',
    ]);
  });

  it('only stream.ts imports seedrandom, and only wire.ts imports zod', () => {
    const core = new URL('../../core/', import.meta.url).pathname;
    const whoImports = (name: string): string =>
      execFileSync('grep', ['-rl', `from '${name}'`, core], { encoding: 'utf8' }).trim();
    expect(whoImports('seedrandom')).toBe(`${core}draw/stream.ts`);
    expect(whoImports('zod/mini')).toBe(`${core}wire.ts`);
  });
});
