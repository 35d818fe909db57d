/**
 * A desk over a line on which every second write of facts meets a fault, in turn: with MINGCHOU_FAULTS every test that takes a fresh desk is
 * run so, and what it expects is what it expects without (`npm run trial`, faults-verbs). The file beneath is the same.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, type DeskOptions, openDesk } from '../../bot/desk/desk.ts';
import { isFactKind } from '../../core/ledger/fact.ts';
import { keepCheckpoint, keptCheckpoints } from '../../db/checkpoint-file.ts';
import type { Fault } from '../hrana/faults.ts';
import { serveHrana } from '../hrana/server.ts';

/** A file to which the kinds of fact are written that met a fault; unset: no faults. */
export const faultsAsked = process.env.MINGCHOU_FAULTS;

export const quickFaults = [
  ...(['answer-lost', 'request-lost', 'late', 'cut', 'status-500', 'stream-expired'] as const),
  ...(['transaction-timeout', 'busy'] as const),
] satisfies readonly Fault[];

/** Goes on from desk to desk, so that a short test meets another one each time. */
let turn = Number(process.env.MINGCHOU_FAULTS_FROM ?? 0);

export async function openUnderFaults(
  folder: string,
  options: Omit<DeskOptions, 'database'>,
  finished: (cleanUp: () => void) => void,
): Promise<Desk> {
  const server = await serveHrana({ file: join(folder, 'desk.db') });
  finished(() => void server.close());
  let spared = true;
  server.faults.choose(({ sql, args }) => {
    if (!sql.some((text) => text.startsWith('insert into ledger ('))) return null;
    spared = !spared;
    if (spared) return null;
    turn += 1;
    const fault = quickFaults[turn % quickFaults.length] ?? null;
    const lines = args.filter(isFactKind).map((kind) => `${kind} ${String(fault)}\n`);
    if (faultsAsked !== undefined) appendFileSync(faultsAsked, lines.join(''));
    return fault;
  });
  const posted = join(folder, 'desk.db.checkpoints');
  return {
    ...(await openDesk({ ...options, database: server.url, keyFile: join(folder, 'desk.db.key') })),
    postedOutside: () => keptCheckpoints(posted),
    keepOutside: (checkpoint) => keepCheckpoint(posted, checkpoint),
  };
}
