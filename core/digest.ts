/**
 * The one doorway to SHA-256 (FIPS 180-4, by the audited @noble/hashes, the same bytes in Node, workerd and browsers).
 * Whatever is hashed starts with a tag line, so that a digest made for one purpose never passes for another.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** 64 lowercase hexadecimal digits. */
export type Digest = string;

const utf8 = new TextEncoder();

/**
 * SHA-256 over the tag and each line, every one ended by a line feed.
 * @throws TypeError when a line holds a line feed: two different lists of lines would then share their bytes.
 */
export function digest(tag: string, ...lines: readonly string[]): Digest {
  for (const line of [tag, ...lines]) {
    if (line.includes('\n')) throw new TypeError(`digest: a line of ${tag} holds a line feed`);
  }
  return bytesToHex(sha256(utf8.encode([tag, ...lines, ''].join('\n'))));
}

/** SHA-256 over the tag line and then a whole text as it stands; for pages of many lines. */
export function digestText(tag: string, text: string): Digest {
  return bytesToHex(
    sha256
      .create()
      .update(utf8.encode(`${tag}\n`))
      .update(utf8.encode(text))
      .digest(),
  );
}

/** What `digest` says of one line, given in pieces. The caller knows that no piece holds a line feed. */
export function digestPieces(tag: string, pieces: Iterable<string>): Digest {
  const hash = sha256.create().update(utf8.encode(`${tag}\n`));
  for (const piece of pieces) hash.update(utf8.encode(piece));
  return bytesToHex(hash.update(utf8.encode('\n')).digest());
}

/** SHA-256 over raw bytes that come in parts: an uploaded file that is never held whole. */
export function digestingBytes(): { take(bytes: Uint8Array): void; digest(): Digest } {
  const hash = sha256.create();
  return { take: (bytes) => void hash.update(bytes), digest: () => bytesToHex(hash.digest()) };
}

/** SHA-256 over raw bytes; only for structures whose own specification fixes the bytes (RFC 6962 trees, uploaded files). */
export function digestBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export const utf8Bytes = (text: string): Uint8Array => utf8.encode(text);

/** Bytes as lowercase hexadecimal digits, as digests, salts and nonces are written. */
export const hexOf = (bytes: Uint8Array): string => bytesToHex(bytes);

/** @throws when the text is not hexadecimal digits. */
export const bytesOfHex = (hex: string): Uint8Array => hexToBytes(hex);
