/** Values of core as plain JSON, for bodies of facts, rows and digests. */
import type { Json } from '../core/canonical.ts';

/**
 * The same value, typed as Json: the compiler grants that to type aliases only, and core's shapes are mostly interfaces. Written
 * out and read back, nothing but JSON can be left in it; what is `undefined` is left out.
 */
export const asJson = (value: object): Json => JSON.parse(JSON.stringify(value));
