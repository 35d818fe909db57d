import { describe, expect, it } from 'vitest';
import { type KeepingRefusal, keepingWords } from '../../db/words.ts';

const posted = { origin: 'o', size: 12, head: 'h' };
const refusals: readonly KeepingRefusal[] = [
  { reason: 'target-exists', path: '/a' },
  { reason: 'no-such-backup', path: '/a' },
  { reason: 'ledger-broken', path: '/a', broken: { reason: 'row', seq: 3 } },
  { reason: 'no-such-row', seq: 3 },
  { reason: 'erasure-stays', seq: 3 },
  { reason: 'cannot-unseal', purpose: 'ceremony:1:participant:0' },
  { reason: 'behind', posted, held: 3 },
  { reason: 'forked', posted, held: 30 },
  { reason: 'import-overtaken', list: 'subject' },
];

describe('what is said when the keeping of data is refused', () => {
  it('each refusal has its own words, and names the file or row that it is about', () => {
    const words = refusals.map(keepingWords);
    expect(new Set(words.map((each) => each.zh)).size).toBe(refusals.length);
    expect(new Set(words.map((each) => each.en)).size).toBe(refusals.length);
    for (const [i, refusal] of refusals.entries()) {
      if ('path' in refusal && refusal.reason !== 'ledger-broken') expect(words[i]?.zh).toContain(refusal.path);
      if ('seq' in refusal) expect(words[i]?.zh).toContain(`第 ${refusal.seq} 条`);
    }
  });
});
