/**
 * A set of texts in few bytes, exact: the keys of a million rows in some 40 MB less than a `Set` of strings takes, so that a long list is
 * compared row by row where memory is short. Texts stand one after the other as UTF-8; an open-addressed table (Knuth 6.4, linear
 * probing) says where each begins.
 */
import { utf8Bytes } from '../digest.ts';

export interface KeySet {
  readonly size: number;
  /** @returns false where it was in already */
  add(key: string): boolean;
  has(key: string): boolean;
}

export function keySet(): KeySet {
  let bytes = new Uint8Array(1 << 16);
  let used = 0;
  // Place of a text plus one; 0 is free.
  let table = new Int32Array(1 << 12);
  let size = 0;

  // A text is its length in two bytes, then itself: numbers of subjects have tens of characters, not tens of thousands.
  const lengthAt = (place: number): number => (bytes[place] ?? 0) * 256 + (bytes[place + 1] ?? 0);
  const isAt = (place: number, key: Uint8Array): boolean => {
    if (lengthAt(place) !== key.length) return false;
    for (let i = 0; i < key.length; i++) if (bytes[place + 2 + i] !== key[i]) return false;
    return true;
  };
  const slotOf = (key: Uint8Array): number => {
    let slot = hashOf(key, 0, key.length) & (table.length - 1);
    for (let entry = table[slot]; entry; entry = table[slot]) {
      if (isAt(entry - 1, key)) return slot;
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  };
  const widen = (): void => {
    const old = table;
    table = new Int32Array(old.length * 2);
    for (const entry of old) {
      if (entry === 0) continue;
      let slot = hashOf(bytes, entry + 1, lengthAt(entry - 1)) & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = entry;
    }
  };
  return {
    get size() {
      return size;
    },
    add(text) {
      const key = utf8Bytes(text);
      if (key.length > 0xffff) throw new RangeError('keySet: a key of more than 65,535 bytes');
      const slot = slotOf(key);
      if (table[slot] !== 0) return false;
      if (used + 2 + key.length > bytes.length) {
        const wider = new Uint8Array(Math.ceil(bytes.length * 1.5) + key.length + 2);
        wider.set(bytes);
        bytes = wider;
      }
      bytes[used] = key.length >> 8;
      bytes[used + 1] = key.length & 255;
      bytes.set(key, used + 2);
      table[slot] = used + 1;
      used += 2 + key.length;
      size += 1;
      if (size * 2 > table.length) widen();
      return true;
    },
    has: (text) => table[slotOf(utf8Bytes(text))] !== 0,
  };
}

/** FNV-1a; what it does badly costs time and decides nothing. */
function hashOf(bytes: Uint8Array, from: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < from + length; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
