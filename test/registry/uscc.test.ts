import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classifyNumber,
  organisationCheckCharacter,
  registrationCheckDigit,
  typeByCode,
  usccCheckCharacter,
  usccFindings,
} from '../../core/registry/uscc.ts';
import { wordsOfNumberRefusal } from '../../core/registry/words.ts';
import { codeOf } from './make.ts';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

describe('统一社会信用代码', () => {
  it.each([
    ['91350100M000100Y43', 'the example of GB 32100-2015'],
    ['91110000802100433B', 'as a company prints it'],
  ])('%s checks (%s)', (code) => {
    expect(usccFindings(code)).toEqual([]);
  });

  it('a sum divisible by 31 asks for the check character 0', () => {
    const zeros = Array.from({ length: 400 }, (_, i) => codeOf(i)).filter((code) => code.endsWith('0'));
    expect(zeros.length).toBeGreaterThan(0);
    for (const code of zeros) expect(usccFindings(code)).toEqual([]);
  });

  it('every change of a single character is found', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...alphabet),
        (serial, at, other) => {
          const code = codeOf(serial);
          fc.pre(code.charAt(at) !== other);
          const wrong = code.slice(0, at) + other + code.slice(at + 1);
          expect(classifyNumber(wrong).ok).toBe(false);
        },
      ),
    );
  });

  it('says which place is wrong and what the check character would be', () => {
    const code = codeOf(7);
    const wrong = `${code.slice(0, 17)}${code.endsWith('Q') ? 'R' : 'Q'}`;
    expect(usccFindings(wrong)).toEqual([{ kind: 'check', at: 18, is: wrong.charAt(17), expected: code.charAt(17) }]);
  });

  it('a letter O typed for a zero is named with the code that was meant, and not mended', () => {
    const code = codeOf(20);
    const read = classifyNumber(`${code.slice(0, 8)}O${code.slice(9)}`);
    expect(read.ok ? null : read.error).toMatchObject({
      findings: [{ kind: 'look-alike', at: 9, is: 'O', meant: '0' }],
      meant: code,
    });
    expect(read.ok ? '' : wordsOfNumberRefusal(read.error).zh).toContain(`第 9 位是字母 O`);
  });

  it('a small l is told as a small l, also where capitals were meant throughout', () => {
    const read = classifyNumber('91330302l19373061U');
    expect(read.ok ? null : read.error.findings).toEqual([{ kind: 'look-alike', at: 9, is: 'l', meant: '1' }]);
  });

  it('small letters of a right code are read as capitals', () => {
    const code = Array.from({ length: 99 }, (_, i) => codeOf(i)).find((each) => /[A-Z]/.test(each)) ?? '';
    expect(classifyNumber(code.toLowerCase())).toEqual({ ok: true, value: { kind: 'uscc', number: code, doubts: [] } });
  });

  it('an abolished area code is no reason to refuse', () => {
    const first = '91330621';
    const first17 = `${first}00000001${organisationCheckCharacter('00000001')}`;
    expect(classifyNumber(`${first17}${usccCheckCharacter(first17)}`).ok).toBe(true);
  });

  it.each([16, 17, 19, 20])('%i characters are refused: one was lost or doubled', (length) => {
    expect(classifyNumber('9'.repeat(length))).toMatchObject({ ok: false });
  });
});

describe('other numbers', () => {
  it('a 15-digit number checks by ISO 7064 MOD 11,10', () => {
    expect(registrationCheckDigit('11010800000001')).toBe('6');
    expect(classifyNumber('110108000000016')).toEqual({
      ok: true,
      value: { kind: 'reg15', number: '110108000000016', doubts: [] },
    });
  });

  it('a 15-digit number that does not check is kept, with a doubt', () => {
    const read = classifyNumber('110108000000010');
    expect(read).toMatchObject({
      ok: true,
      value: { kind: 'reg15', doubts: [{ kind: 'check', at: 15, expected: '6' }] },
    });
  });

  it.each(['3301002004572', '企合浙绍总字第002112号', '企独浙绍总字第002662号'])(
    '%s is kept as an older number',
    (number) => {
      expect(classifyNumber(number)).toEqual({ ok: true, value: { kind: 'older', number, doubts: [] } });
    },
  );

  it('the first two characters state the type; older numbers state none', () => {
    expect(['91', '92', '93', '12', '52'].map((start) => typeByCode(start.padEnd(18, '0')))).toEqual([
      'enterprise',
      'sole-trader',
      'cooperative',
      'institution',
      'association',
    ]);
    expect(typeByCode('330000600006546')).toBeNull();
  });
});
