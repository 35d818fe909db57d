import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyValue, extend, genesis, type LedgerRow } from '../../core/ledger/chain.ts';
import { type Fact, factCatalogue, isFactKind, seenBy } from '../../core/ledger/fact.ts';
import { type LedgerEntry, start, verifyEnd, verifyPage } from '../../core/ledger/verify.ts';
import { breakWords, factWords } from '../../core/ledger/words.ts';

const at = '2025-06-02T04:00:00.000Z';
const salt = (n: number): string => n.toString(16).padStart(32, '0');

describe('the chain', () => {
  it('has the bytes that its description says', () => {
    const fact: Fact = { kind: 'plan-drafted', actor: 'person:07', body: { b: '计划', a: 1 } };
    const [link] = extend(genesis, at, [fact], [salt(255)]);
    const sha256 = (...lines: string[]) =>
      createHash('sha256')
        .update(lines.map((line) => `${line}\n`).join(''))
        .digest('hex');
    const body = sha256('mingchou/ledger/1/body', salt(255), '{"a":1,"b":"计划"}');
    const hash = sha256('mingchou/ledger/1/row', '1', '0'.repeat(64), at, 'plan-drafted', 'person:07', body);
    expect(link?.row).toMatchObject({ seq: 1, prev: '0'.repeat(64), bodyDigest: body, hash });
    expect(link && bodyValue(link.body)).toEqual({ a: 1, b: '计划' });
  });

  it('takes no fact without a salt of its own, no line feed in an actor, no fraction in a body', () => {
    const fact: Fact = { kind: 'practice', actor: 'desk', body: {} };
    expect(() => extend(genesis, at, [fact], [])).toThrow('salt');
    expect(() => extend(genesis, at, [fact], ['0'])).toThrow('salt');
    expect(() => extend(genesis, at, [{ ...fact, actor: 'a\nb' }], [salt(1)])).toThrow('line feed');
    expect(() => extend(genesis, at, [{ ...fact, body: { share: 0.5 } }], [salt(1)])).toThrow('safe integer');
  });
});

describe('verifying', () => {
  it('a whole ledger verifies to its head, in pages of any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }), (rows, size) => {
        const entries = ledgerOf(rows);
        const last = entries.at(-1)?.row ?? genesis;
        expect(verify(entries, size)).toEqual({
          ok: true,
          value: { head: { seq: last.seq, hash: last.hash }, erased: [], withheld: 0 },
        });
      }),
    );
  });

  it('any change of any part of any row is found, and at that row', () => {
    const entries = ledgerOf(8);
    const parts = ['at', 'kind', 'actor', 'bodyDigest', 'prev', 'hash'] as const;
    fc.assert(
      fc.property(fc.nat(7), fc.constantFrom(...parts), fc.string({ minLength: 1 }), (place, part, other) => {
        const entry = entryAt(entries, place);
        fc.pre(entry.row[part] !== other);
        const row: LedgerRow = { ...entry.row, [part]: other };
        const verified = verify(entries.with(place, { ...entry, row }));
        expect(verified).toMatchObject({
          ok: false,
          error: { reason: part === 'prev' ? 'link' : 'row', seq: place + 1 },
        });
      }),
    );
  });

  it('a changed body, another salt, a body that is gone, a missing and a doubled row are each named', () => {
    const entries = ledgerOf(5);
    const third = entryAt(entries, 2);
    const bodied = (change: object) =>
      verify(entries.with(2, { ...third, body: { seq: 3, salt: salt(3), text: '{"i":2}', ...change } }));
    expect(bodied({})).toMatchObject({ ok: true });
    expect(bodied({ text: '{"i":3}' })).toMatchObject({ error: { reason: 'body', seq: 3 } });
    expect(bodied({ salt: salt(9) })).toMatchObject({ error: { reason: 'body', seq: 3 } });
    expect(bodied({ salt: `${salt(3)}\n` })).toMatchObject({ error: { reason: 'body', seq: 3 } });
    expect(bodied({ text: null, salt: null })).toMatchObject({ error: { reason: 'body-missing', seq: 3 } });
    expect(verify(entries.toSpliced(2, 1))).toMatchObject({ error: { reason: 'number', seq: 3, found: 4 } });
    expect(verify(entries.toSpliced(2, 0, third))).toMatchObject({ error: { reason: 'number', seq: 4, found: 3 } });
  });

  it('a ledger cut off at its end is found by whoever kept its head', () => {
    const entries = ledgerOf(5);
    const head = entryAt(entries, 4).row;
    const cut = verify(entries.slice(0, 3), 2, { seq: head.seq, hash: head.hash });
    expect(cut).toMatchObject({ ok: false, error: { reason: 'head', expected: { seq: 5 }, found: { seq: 3 } } });
  });

  it('a body erased on record is told and is no break; what the reader may not see is counted', () => {
    const entries = ledgerOf(3, { kind: 'body-erased', actor: 'person:head', body: { rows: [2], ground: '' } });
    const second = entryAt(entries, 1);
    const erased = entries.with(1, { ...second, body: { seq: 2, salt: null, text: null } });
    expect(verify(erased)).toMatchObject({ ok: true, value: { erased: [2], withheld: 0 } });
    const first = entryAt(entries, 0);
    expect(verify(entries.with(0, { ...first, body: null }))).toMatchObject({
      ok: true,
      value: { erased: [], withheld: 1 },
    });
    expect(verify(erased.slice(0, 3))).toMatchObject({ error: { reason: 'body-missing', seq: 2 } });
  });

  it('says in Chinese and in English where it broke and how', () => {
    const verified = verify(ledgerOf(5).toSpliced(2, 1));
    if (verified.ok) throw new Error('verified');
    expect(breakWords(verified.error)).toEqual({
      zh: '台账第 3 行缺失或错位（此处为第 4 行）',
      en: 'row 3 of the ledger is missing or out of place (row 4 stands there)',
    });
  });
});

describe('the catalogue of facts', () => {
  it('every fact has its words, each its own, and nothing else has', () => {
    expect(Object.keys(factWords).sort()).toEqual(Object.keys(factCatalogue).sort());
    for (const language of ['zh', 'en'] as const) {
      const words = Object.values(factWords).map((each) => each[language]);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('a fact that it does not name is none', () => {
    expect(isFactKind('ceremony-opened')).toBe(true);
    expect(isFactKind('toString')).toBe(false);
  });

  it('openings of secrets and who was assigned are seen by nobody before disclosure', () => {
    expect([seenBy('secret-opened'), seenBy('visits-assigned')]).toEqual(['sealed', 'sealed']);
  });
});

function ledgerOf(rows: number, last?: Fact): readonly LedgerEntry[] {
  const facts: Fact[] = Array.from({ length: rows }, (_, i) => ({
    kind: 'plan-drafted',
    actor: 'person:a',
    body: { i },
  }));
  if (last) facts.push(last);
  return extend(
    genesis,
    at,
    facts,
    facts.map((_, i) => salt(i + 1)),
  );
}

function verify(entries: readonly LedgerEntry[], size = 3, expected?: { seq: number; hash: string }) {
  let progress = start;
  for (let from = 0; from < entries.length; from += size) {
    const checked = verifyPage(progress, entries.slice(from, from + size));
    if (!checked.ok) return checked;
    progress = checked.value;
  }
  return verifyEnd(progress, expected);
}

function entryAt(entries: readonly LedgerEntry[], place: number): LedgerEntry {
  const entry = entries[place];
  if (entry === undefined) throw new Error(`no entry at ${place}`);
  return entry;
}
