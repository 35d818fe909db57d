/**
 * Lock 2: a participant's secret and its sealing (README §3). Runs as it is on a witness's own page: the page fills 32 bytes
 * with the browser's WebCrypto, the witness types digits, and only the commitment leaves the page until opening. The digits
 * are there so that the witness need not trust the page's chance alone; the nonce, so that nobody can try the digits.
 */
import { type Digest, digest } from '../digest.ts';
import { err, ok, type Result } from '../result.ts';
import { tag } from './protocol.ts';

export interface Secret {
  /** 32 random bytes as 64 lowercase hexadecimal digits. */
  readonly nonce: string;
  /** What the person typed: six digits or more. */
  readonly typed: string;
}

export type SecretRefusal =
  | { readonly kind: 'nonce-shape' }
  | { readonly kind: 'typed-not-digits' }
  | { readonly kind: 'typed-too-short'; readonly digits: number; readonly fewest: number };

const FEWEST_DIGITS = 6;

/** Checks the shape of a secret as it came from a page or a message; full-width digits are the keyboard's and count. */
export function parseSecret(nonce: string, typed: string): Result<Secret, SecretRefusal> {
  if (!/^[0-9a-f]{64}$/.test(nonce)) return err({ kind: 'nonce-shape' });
  const digits = typed.normalize('NFKC').trim();
  if (!/^[0-9]*$/.test(digits)) return err({ kind: 'typed-not-digits' });
  if (digits.length < FEWEST_DIGITS)
    return err({ kind: 'typed-too-short', digits: digits.length, fewest: FEWEST_DIGITS });
  return ok({ nonce, typed: digits });
}

/** r */
export const secretDigest = (secret: Secret): Digest => digest(tag('secret'), secret.nonce, secret.typed);

/** c: binds the secret to this ceremony, this manifest and this participant, so that a copied commitment opens nothing. */
export const commitmentOf = (ceremony: number, manifest: Digest, id: string, secret: Secret): Digest =>
  digest(tag('commit'), String(ceremony), manifest, id, secretDigest(secret));
