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
  assertPlain(value, '$');
  const text = serialize(value);
  if (text === undefined) throw new TypeError('canonical: nothing to serialize');
  return text;
}

function assertPlain(value: unknown, at: string): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0))
      throw new TypeError(`canonical: ${at} is not a safe integer`);
    return;
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError(`canonical: ${at} holds a lone surrogate`);
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((each, i) => {
      assertPlain(each, `${at}[${i}]`);
    });
    return;
  }
  if (typeof value !== 'object') throw new TypeError(`canonical: ${at} is ${typeof value}`);
  for (const [key, each] of Object.entries(value)) assertPlain(each, `${at}.${key}`);
}
