import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestBytes, hexOf } from '../../core/digest.ts';
import { ticketOf } from '../../core/draw/lookup.ts';
import { inclusionProof, isIncluded, leafHash, leafOf, resultRoot, treeHash } from '../../core/draw/root.ts';
import { recordOf, small } from './make.ts';

describe('the result root', () => {
  it('is the Merkle tree of RFC 6962 (test data of Certificate Transparency)', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const leaves = inputs.map((hex) => digestBytes(Uint8Array.of(0), Uint8Array.from(Buffer.from(hex, 'hex'))));
    const roots = [1, 2, 3, 5, 8].map((n) => hexOf(treeHash(leaves.slice(0, n))));
    expect(roots).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]);
    expect(hexOf(treeHash([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('one visit is shown to belong to it without the others; at another place or changed it is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (size, pick) => {
        const texts = Array.from({ length: size }, (_, i) => `leaf ${i}`);
        const leaves = texts.map(leafHash);
        const root = hexOf(treeHash(leaves));
        const m = pick % size;
        const proof = inclusionProof(leaves, m);
        expect(isIncluded(`leaf ${m}`, m, size, proof, root)).toBe(true);
        expect(isIncluded('another', m, size, proof, root)).toBe(false);
        expect(isIncluded(`leaf ${m}`, m, size, [...proof, root], root)).toBe(false);
        if (size > 1) {
          expect(isIncluded(`leaf ${m}`, (m + 1) % size, size, proof, root)).toBe(false);
          expect(isIncluded(`leaf ${m}`, m, size, proof.slice(1), root)).toBe(false);
        }
      }),
    );
  });

  it('leaves are salted from the seed: the same visits under another seed have another root', () => {
    const made = small();
    const { seed, result, root } = recordOf(made);
    expect(resultRoot(made.manifest, made.roster, seed, result.visits)).toBe(root);
    expect(resultRoot(made.manifest, made.roster, root, result.visits)).not.toBe(root);
    const [visit] = result.visits;
    if (visit === undefined) throw new Error('no visit');
    expect(leafOf(made.manifest, made.roster, seed, 0, visit)).toMatch(/^[0-9a-f]{64}\n\["uscc","91990400MA/);
  });
});

describe('an enterprise looks itself up', () => {
  it('sees for each task whether it was drawn and in which place, stands in reserve, or was excluded and why', () => {
    const made = small();
    const record = recordOf(made);
    const kinds = new Map<string, number>();
    for (let row = 0; row < made.roster.rows; row++) {
      const found = ticketOf(record, made.roster, made.roster.key(row));
      expect(found?.row).toBe(row);
      for (const [place, { no, standing }] of (found?.tasks ?? []).entries()) {
        expect(no).toBe(made.manifest.tasks[place]?.no);
        kinds.set(standing.kind, (kinds.get(standing.kind) ?? 0) + 1);
        const tier = record.result.tasks[place]?.tiers.find((each) => each.drawn.includes(row));
        expect(standing.kind === 'drawn').toBe(tier !== undefined);
        if (standing.kind === 'drawn') expect(tier?.drawn[standing.rank - 1]).toBe(row);
        if (standing.kind === 'excluded') expect(['无事不扰', '无分类']).toContain(standing.reason);
      }
    }
    expect([...kinds.keys()].sort()).toEqual(['drawn', 'excluded', 'not-in-frame', 'reserve']);
    expect(ticketOf(record, made.roster, { kind: 'uscc', number: 'nobody' })).toBe(null);
  });
});
