/** Evidence by reference, one a line: 名称；存放位置；SHA-256, the last where it is known. */
import { err, ok, type Result } from '../result.ts';
import type { Evidence } from './outcome.ts';

export const evidenceMost = 50;
const marks = /\s*[；;|｜\t]\s*/;
const digestLine = /^(?:sha-?256[:：\s]*)?([0-9a-f]{64})$/i;

/** @returns the number of the first line that cannot be read, from 1 */
export function readEvidence(text: string): Result<readonly Evidence[], { readonly line: number }> {
  const found: Evidence[] = [];
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  for (const [i, line] of lines.entries()) {
    const parts = line.split(marks).filter((part) => part !== '');
    const digest = digestLine.exec(parts.at(-1) ?? '')?.[1]?.toLowerCase() ?? null;
    const [name = '', place = '', ...more] = digest === null ? parts : parts.slice(0, -1);
    if (name === '' || place === '' || more.length > 0 || i >= evidenceMost) return err({ line: i + 1 });
    found.push({ name, place, digest });
  }
  return ok(found);
}

export const writeEvidence = (evidence: readonly Evidence[]): string =>
  evidence.map(({ name, place, digest }) => [name, place, ...(digest === null ? [] : [digest])].join('；')).join('\n');
