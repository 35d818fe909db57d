/**
 * One value, one byte string: RFC 8785 (JSON Canonicalization Scheme), narrowed to what hashes the same in every language.
 * Numbers are safe integers only, strings are well-formed, `undefined` is a bug and not an omission.
 */
import serialize from 'canonicalize';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The canonical text of a value (encode as UTF-8 before hashing).
 * @throws TypeError where the value holds anything but the above: that is a bug in the caller, never bad input.
 */
export function canonical(value: Json): string {
  const fault = faultIn(value);
  if (fault !== null) throw new TypeError(`canonical: $${fault}`);
  const text = serialize(value);
  if (text === undefined) throw new TypeError('canonical: nothing to serialize');
  return text;
}

/** Where and how a value is not plain, e.g. `.visits[3].row is not a safe integer`, or null. The path is made on the way back, if at all. */
function faultIn(value: unknown): string | null {
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? null : ' is not a safe integer';
  if (typeof value === 'string') return value.isWellFormed() ? null : ' holds a lone surrogate';
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const fault = faultIn(value[i]);
      if (fault !== null) return `[${i}]${fault}`;
    }
    return null;
  }
  if (typeof value !== 'object') return ` is ${typeof value}`;
  for (const [key, each] of Object.entries(value)) {
    const fault = faultIn(each);
    if (fault !== null) return `.${key}${fault}`;
  }
  return null;
}
