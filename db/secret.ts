/**
 * Values that nobody may read before their time, in the database: AES-256-GCM by WebCrypto (NIST SP 800-38D), under a key
 * that the caller holds elsewhere. What a value is for is authenticated with it, so that none passes for another.
 */
import { bytesOfHex } from '../core/digest.ts';
import { err, ok, type Result } from '../core/result.ts';

// As the platform itself gives it: Node, workerd and browsers each have types of their own for it.
export type SecretKey = Awaited<ReturnType<typeof importKey>>;

/** `v1.` nonce `.` ciphertext, both base64url. */
export type Sealed = string;

export type SecretRefusal = { readonly reason: 'cannot-unseal'; readonly purpose: string };

/** @param hex 64 hexadecimal digits, from the office's own safe place, never from the database */
export function secretKey(hex: string): Promise<SecretKey> {
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new TypeError('secretKey: a key is 64 hexadecimal digits');
  return importKey(Uint8Array.from(bytesOfHex(hex)));
}

const importKey = (raw: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

/**
 * @param purpose what the value is, e.g. `ceremony:3:participant:0`; needed again to open it
 * @param nonce 12 random bytes, never used before with this key
 */
export async function seal(
  key: SecretKey,
  purpose: string,
  text: string,
  nonce: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  if (nonce.length !== 12) throw new TypeError('seal: a nonce is 12 bytes');
  const sealed = await crypto.subtle.encrypt(parameters(nonce, purpose), key, new TextEncoder().encode(text));
  return `v1.${base64url(nonce)}.${base64url(new Uint8Array(sealed))}`;
}

/** Refused where the key is another one, the value was altered, or it was sealed for another purpose. */
export async function unseal(key: SecretKey, purpose: string, sealed: Sealed): Promise<Result<string, SecretRefusal>> {
  const [version, nonce = '', body = ''] = sealed.split('.');
  if (version !== 'v1') return err({ reason: 'cannot-unseal', purpose });
  try {
    const text = await crypto.subtle.decrypt(parameters(bytesOf(nonce), purpose), key, bytesOf(body));
    return ok(new TextDecoder().decode(text));
  } catch {
    return err({ reason: 'cannot-unseal', purpose });
  }
}

const parameters = (iv: Uint8Array<ArrayBuffer>, purpose: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`mingchou/secret/1\n${purpose}`),
});

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (unit) => unit.charCodeAt(0));
}
