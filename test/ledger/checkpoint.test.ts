import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkpointOf, formatCheckpoint, parseCheckpoint, standingTo } from '../../core/ledger/checkpoint.ts';
import { checkpointWords } from '../../core/ledger/words.ts';

const office = '示范县双随机联席会议办公室';
const hash = 'ab'.repeat(32);
const checkpoint = checkpointOf(office, { seq: 12, hash });

describe('a checkpoint', () => {
  it('is three lines that fit on paper', () => {
    expect(formatCheckpoint(checkpoint)).toBe(`mingchou/ledger/1 ${office}\n12\n${hash}\n`);
  });

  it('is read back as it was written, also as a thread or a person alters it', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
        (size, head) => {
          const made = checkpointOf(office, { seq: size, hash: head });
          expect(parseCheckpoint(formatCheckpoint(made), office)).toEqual({ ok: true, value: made });
          const pasted = `\n  ${formatCheckpoint(made).toUpperCase().replace('MINGCHOU/LEDGER/1', 'mingchou/ledger/1').replaceAll('\n', ' \r\n')}`;
          expect(parseCheckpoint(pasted)).toMatchObject({ ok: true, value: { size, head } });
        },
      ),
    );
  });

  it.each([
    ['', 1],
    ['hello\n12\n', 1],
    [`mingchou/ledger/1 ${office}\n012\n${hash}`, 2],
    [`mingchou/ledger/1 ${office}\n-1\n${hash}`, 2],
    [`mingchou/ledger/1 ${office}\n9999999999999999\n${hash}`, 2],
    [`mingchou/ledger/1 ${office}\n12\n${hash.slice(1)}`, 3],
    [`mingchou/ledger/1 ${office}\n12\n${hash}\nmore`, 4],
  ])('%j is none, and line %i is named', (text, line) => {
    const parsed = parseCheckpoint(text);
    expect(parsed).toEqual({ ok: false, error: { reason: 'not-a-checkpoint', line } });
    if (!parsed.ok) expect(checkpointWords(parsed.error).zh).toContain(`第 ${line} 行`);
  });

  it('of another office is refused', () => {
    expect(parseCheckpoint(formatCheckpoint(checkpoint), '别的办公室')).toEqual({
      ok: false,
      error: { reason: 'foreign-ledger', origin: checkpoint.origin },
    });
  });
});

describe('how a ledger stands to a posted checkpoint', () => {
  it('continues it, is behind it, or has forked from it', () => {
    expect(standingTo(checkpoint, { seq: 12, hash }, hash)).toBe('holds');
    expect(standingTo(checkpoint, { seq: 20, hash: 'other' }, hash)).toBe('holds');
    expect(standingTo(checkpoint, { seq: 11, hash }, null)).toBe('behind');
    expect(standingTo(checkpoint, { seq: 20, hash }, 'other')).toBe('forked');
    expect(standingTo(checkpointOf(office, { seq: 0, hash: '0'.repeat(64) }), { seq: 5, hash }, null)).toBe('holds');
  });
});
