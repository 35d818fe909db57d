/** Values of core as plain JSON, for bodies of facts, rows and digests. */
import type { Json } from '../core/canonical.ts';

/**
 * The same value, typed as Json: the compiler grants that to type aliases only, and core's shapes are mostly interfaces. Written
 * out and read back, nothing but JSON can be left in it; what is `undefined` is left out, and half a character becomes the sign for
 * one that cannot be read, since the ledger takes whole ones only.
 */
export function asJson(value: object): Json {
  const text = JSON.stringify(value);
  // Only a lone surrogate is written so; a backslash before ud may be somebody's own, and is left as it is.
  return text.includes('\\ud') ? JSON.parse(text, wellFormed) : JSON.parse(text);
}

const wellFormed = (_: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value);
