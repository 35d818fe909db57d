import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBytes } from '../../core/draw/order.ts';
import { checkPages, pageDigest, type RosterRow, readRoster, rosterPages, rowOf } from '../../core/draw/roster.ts';
import { keyText } from '../../core/registry/subject.ts';
import { make, rowsOf, small } from './make.ts';

const good = small();
/** The manifest over other text, with the right digest: only the lines are wrong. */
const read = (text: string, rows: number) => {
  const roster = { rows, pages: [{ rows, digest: pageDigest(text) }] };
  const manifest = { ...good.manifest, roster };
  return { digests: checkPages(manifest, [text]), roster: readRoster(manifest, [text]) };
};
const line = 'uscc\t91990400MA1\t第1所\t0\t0.0.\n';

describe('the roster', () => {
  it('comes back as it was written, whatever the cuts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 90 }), (n, perPage) => {
        const rows = rowsOf(n);
        const { roster, manifest, pages } = make(rows, {}, perPage);
        expect(checkPages(manifest, pages).ok).toBe(true);
        for (const [row, written] of rows.entries()) {
          expect(roster.key(row)).toEqual({ kind: written.kind, number: written.number });
          expect(roster.place(row)).toBe(written.place);
          expect(rowOf(roster, written)).toBe(row);
        }
        expect(rowOf(roster, { kind: 'uscc', number: 'Z' })).toBe(null);
      }),
      { numRuns: 30 },
    );
  });

  it('stands in the order of bytes, where JavaScript’s own order and a locale’s differ', () => {
    const numbers = ['Z', 'a', '（', '\u{1F600}', '三', '二'];
    const byBytes = [...numbers].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect([...numbers].sort(compareBytes)).toEqual(byBytes);
    expect([...numbers].sort()).not.toEqual(byBytes);
    const rows = byBytes.map(
      (number): RosterRow => ({ kind: 'older', number, place: '', used: [0], marks: [null, null] }),
    );
    expect(make(rows).roster.rows).toBe(6);
    expect(make(rows, {}, 1).roster.key(5).number).toBe('\u{1F600}');
    expect(() => [...rosterPages([...rows].reverse(), 10)]).toThrow(TypeError);
  });

  it('order by bytes agrees with a comparison of the bytes themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(compareBytes(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
  });

  it('a changed character anywhere breaks the digest of its page', () => {
    const [page, ...others] = good.pages;
    const changed = `${page?.slice(0, -4)}1${page?.slice(-3)}`;
    const checked = checkPages(good.manifest, [changed, ...others]);
    expect(checked).toMatchObject({ ok: false, error: { at: 'roster[0]' } });
    expect(checkPages(good.manifest, others)).toMatchObject({ ok: false, error: { at: 'roster' } });
  });

  it.each<[string, string, number]>([
    ['a line too few', line, 2],
    ['a line too many', line, 0],
    ['no line feed at the end', line.trimEnd(), 1],
    ['an unknown kind of number', line.replace('uscc', 'uscd'), 1],
    ['an empty number', line.replace('91990400MA1', ''), 1],
    ['a field too few', line.replace('\t第1所', ''), 1],
    ['a field too many', line.replace('第1所', '第1所\t'), 1],
    ['the same subject twice', line + line, 2],
    ['a count of checks too many', line.replace('\t0\t', '\t0,0\t'), 1],
    ['a count of checks missing', line.replace('\t0\t', '\t\t'), 1],
    ['a count with a leading zero', line.replace('\t0\t', '\t00\t'), 1],
    ['a negative count', line.replace('\t0\t', '\t-1\t'), 1],
    ['a mark for a task that is not there', line.replace('0.0.', '0.0.0.'), 1],
    ['a tier that the task does not have', line.replace('0.0.', '3.0.'), 1],
    ['a letter that the manifest does not explain', line.replace('0.0.', '0B0.'), 1],
    ['no class and yet no reason', line.replace('0.0.', '?.0.'), 1],
    ['half a mark of absence', line.replace('0.0.', '-.0.'), 1],
  ])('%s is named', (_, text, rows) => {
    const { digests, roster } = read(text, rows);
    expect(digests.ok).toBe(true);
    expect(roster.ok).toBe(false);
  });

  it('one good line is read', () => {
    expect(read(line, 1).roster.ok).toBe(true);
    expect(keyText({ kind: 'uscc', number: '91990400MA1' })).toBe('uscc:91990400MA1');
  });

  it('a field with a TAB cannot be written', () => {
    const [row] = rowsOf(1);
    if (row === undefined) throw new Error('no row');
    expect(() => [...rosterPages([{ ...row, place: '第1\t所' }], 10)]).toThrow(TypeError);
  });
});
