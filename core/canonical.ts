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

/**
 * The same text in pieces, so that a record of fifty thousand visits need never stand in memory as one: members are told apart down to
 * a depth, and what lies below is one piece.
 */
export function* canonicalPieces(value: Json, depth = 4): Generator<string> {
  if (depth === 0 || value === null || typeof value !== 'object') {
    yield canonical(value);
    return;
  }
  const [open, close] = isList(value) ? '[]' : '{}';
  let before = open;
  for (const [name, member] of membersOf(value)) {
    yield `${before}${name}`;
    yield* canonicalPieces(member, depth - 1);
    before = ',';
  }
  yield before === ',' ? `${close}` : `${open}${close}`;
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

/** What stands before each member, and the member; by RFC 8785 §3.2.3 in the order of UTF-16 code units, as JavaScript compares texts. */
function membersOf(value: readonly Json[] | { readonly [key: string]: Json }): (readonly [string, Json])[] {
  if (isList(value)) return value.map((member) => ['', member]);
  const named = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return named.map(([name, member]) => [`${canonical(name)}:`, member]);
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
