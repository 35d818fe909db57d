/**
 * What a witness keeps until the opening: on this device, and as a file besides. A seal belongs to one manifest and one person; one
 * made for another is never shown in its place.
 */
import { commitmentOf, parseSecret, type Secret } from '../../../core/draw/seal.ts';

export interface Whose {
  readonly ceremony: number;
  readonly manifest: string;
  readonly person: string;
}

export interface Kept extends Secret {
  readonly commitment: string;
}

const keyOf = ({ manifest, person }: Whose): string => `mingchou/seal/1/${manifest}/${person}`;

export const madeOf = (whose: Whose, secret: Secret): Kept => ({
  ...secret,
  commitment: commitmentOf(whose.ceremony, whose.manifest, whose.person, secret),
});

/** @returns whether this device could keep it: a browser may be told to keep nothing */
export function keep(whose: Whose, kept: Kept): boolean {
  try {
    localStorage.setItem(keyOf(whose), textOf(whose, kept));
    return recall(whose)?.commitment === kept.commitment;
  } catch {
    return false;
  }
}

export function recall(whose: Whose): Kept | null {
  try {
    const text = localStorage.getItem(keyOf(whose));
    return text === null ? null : readKept(whose, text);
  } catch {
    return null;
  }
}

/** As it is kept here and in the file. */
export const textOf = ({ ceremony, manifest, person }: Whose, { nonce, typed, commitment }: Kept): string =>
  JSON.stringify({ kind: 'mingchou/seal/1', ceremony, manifest, person, nonce, typed, commitment }, null, 2);

/** Null where it is no seal, or one of another ceremony or person; the commitment is computed, never believed. */
export function readKept(whose: Whose, text: string): Kept | null {
  const value = objectIn(text);
  if (value === null || value.manifest !== whose.manifest || value.person !== whose.person) return null;
  const { nonce, typed } = value;
  if (typeof nonce !== 'string' || typeof typed !== 'string') return null;
  const secret = parseSecret(nonce, typed);
  return secret.ok ? madeOf(whose, secret.value) : null;
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
