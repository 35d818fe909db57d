/**
 * The result root (README §8): one digest over all visits, posted at opening. Each leaf is salted from the seed, so that until
 * disclosure nobody can try a guess against it; afterwards one visit can be shown to belong to it without showing the others.
 * The tree is that of RFC 6962 §2.1, whose leaf and node prefixes keep an inner node from passing as a leaf.
 */
import { canonical } from '../canonical.ts';
import { bytesOfHex, type Digest, digest, digestBytes, hexOf, utf8Bytes } from '../digest.ts';
import type { Manifest } from './manifest.ts';
import { tag } from './protocol.ts';
import type { VisitResult } from './result.ts';
import type { Roster } from './roster.ts';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The text of a visit's leaf. */
export function leafOf(manifest: Manifest, roster: Roster, seed: Digest, v: number, visit: VisitResult): string {
  const { kind, number } = roster.key(visit.row);
  const tasks = visit.tasks.map((place) => manifest.tasks[place]?.no ?? '');
  const posts = visit.posts.map(({ department, need, officer }) => [department, need, officer]);
  return `${digest(tag('salt'), seed, String(v))}\n${canonical([kind, number, visit.group, tasks, posts])}`;
}

export const leafHash = (leaf: string): Uint8Array => digestBytes(LEAF, utf8Bytes(leaf));
const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => digestBytes(NODE, left, right);

/** Root over all visits, as 64 hexadecimal digits. */
export const resultRoot = (manifest: Manifest, roster: Roster, seed: Digest, visits: readonly VisitResult[]): Digest =>
  hexOf(treeHash(leavesOf(manifest, roster, seed, visits)));

function* leavesOf(
  manifest: Manifest,
  roster: Roster,
  seed: Digest,
  visits: readonly VisitResult[],
): Generator<Uint8Array> {
  for (const [v, visit] of visits.entries()) yield leafHash(leafOf(manifest, roster, seed, v, visit));
}

/**
 * MTH of RFC 6962 §2.1 over leaf hashes. Whole trees of 1, 2, 4 … leaves wait until their like has come; what is left at the end hangs
 * together from the right, which is how the specification splits.
 */
export function treeHash(leaves: Iterable<Uint8Array>): Uint8Array {
  const waiting: { readonly hash: Uint8Array; readonly size: number }[] = [];
  for (const leaf of leaves) {
    let [hash, size] = [leaf, 1];
    for (let left = waiting.at(-1); left?.size === size; left = waiting.at(-1)) {
      waiting.pop();
      hash = nodeHash(left.hash, hash);
      size *= 2;
    }
    waiting.push({ hash, size });
  }
  const last = waiting.pop();
  if (last === undefined) return digestBytes();
  return waiting.reduceRight((right, left) => nodeHash(left.hash, right), last.hash);
}

/** PATH(m, D) of RFC 6962 §2.1.1: what shows that leaf `m` belongs to the root, from the leaf upward. */
export function inclusionProof(leaves: readonly Uint8Array[], m: number): readonly Digest[] {
  if (!(m >= 0 && m < leaves.length)) throw new RangeError(`inclusionProof: no leaf ${m}`);
  if (leaves.length === 1) return [];
  const k = splitAt(leaves.length);
  return m < k
    ? [...inclusionProof(leaves.slice(0, k), m), hexOf(treeHash(leaves.slice(k)))]
    : [...inclusionProof(leaves.slice(k), m - k), hexOf(treeHash(leaves.slice(0, k)))];
}

/** Whether a leaf stands at place `m` of a tree of `size` leaves with this root (RFC 9162 §2.1.3.2). */
export function isIncluded(leaf: string, m: number, size: number, proof: readonly Digest[], root: Digest): boolean {
  if (!(m >= 0 && m < size)) return false;
  const computed = climb(leafHash(leaf), m, size, proof);
  return computed !== null && hexOf(computed) === root;
}

function climb(hash: Uint8Array, m: number, size: number, proof: readonly Digest[]): Uint8Array | null {
  if (size === 1) return proof.length === 0 ? hash : null;
  const last = proof.at(-1);
  if (last === undefined || !/^[0-9a-f]{64}$/.test(last)) return null;
  const k = splitAt(size);
  const rest = proof.slice(0, -1);
  const inner = m < k ? climb(hash, m, k, rest) : climb(hash, m - k, size - k, rest);
  if (inner === null) return null;
  return m < k ? nodeHash(inner, bytesOfHex(last)) : nodeHash(bytesOfHex(last), inner);
}

/** The largest power of two smaller than n. */
function splitAt(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
