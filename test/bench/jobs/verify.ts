/** Verifies a record from its file alone, as anybody would at home. */
import { readFileSync } from 'node:fs';
import { verify } from '../../../core/draw/verify.ts';
import { clock } from '../clock.ts';
import type { Done } from '../job.ts';

export async function verifyRun(given: Record<string, string>): Promise<Done> {
  const stop = clock();
  const verdict = verify(JSON.parse(readFileSync(given.file ?? '', 'utf8')));
  const time = stop();
  if (!verdict.ok) throw new Error(`not verified: ${verdict.step} ${verdict.at}`);
  const { result, manifest } = verdict.record;
  return { time, facts: { rows: manifest.roster.rows, visits: result.visits.length } };
}
