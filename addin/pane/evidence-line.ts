/** Evidence by reference: the digest of a file as an outcome's column 证据材料 takes it; the file itself goes nowhere. */
import { writeEvidence } from '../../core/outcome/evidence.ts';

/** WebCrypto takes a file as a whole. */
export const evidenceMostMb = 500;

/** @param place where the file is kept, as the department calls it */
export async function evidenceLine(name: string, place: string, bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return writeEvidence([{ name: bare(name), place: bare(place), digest: hex }]);
}

/** Signs that part one field of a line from the next. */
const bare = (text: string): string => text.replace(/[;；|｜\s]+/g, ' ').trim();
