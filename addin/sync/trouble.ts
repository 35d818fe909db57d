/** What went wrong, as a value with words: whatever a host throws and an interface answers becomes one here, so that nothing reaches a person raw. */
import type { Words } from '../../core/words.ts';
import { HostTrouble } from '../host/sheet-host.ts';
import type { ApiTrouble } from './api-port.ts';
import type { Done, Trouble } from './filling.ts';
import { noTable, unknownTrouble, wordsOfHost } from './words.ts';

export const done = <T>(value: T): Done<T> => ({ ok: true, value });
export const refused = (words: Words): Done<never> => ({ ok: false, trouble: { kind: 'refused', words } });

export function ofApi({ kind, status, words }: ApiTrouble): Trouble {
  if (kind !== 'problem') return { kind, words };
  return { kind: status < 400 || status >= 500 || status === 429 ? 'unknown' : 'refused', words };
}

/**
 * Whether the same request may still be answered later: then it stays in the outbox. An answer that could not be read (a success all the same)
 * is one of these, since the desk may have taken the rows.
 */
export const mayPass = ({ kind, status }: ApiTrouble): boolean =>
  kind !== 'problem' || status < 400 || status >= 500 || status === 429 || status === 408;

/** Thrown where a worksheet is to be written whose table is gone. */
export class TableGone extends Error {
  readonly words: Words;
  constructor(worksheet: string) {
    super(`no header row in ${worksheet}`);
    this.name = 'TableGone';
    this.words = noTable(worksheet);
  }
}

export async function attempt<T>(act: () => Promise<Done<T>>): Promise<Done<T>> {
  try {
    return await act();
  } catch (thrown) {
    if (thrown instanceof HostTrouble)
      return { ok: false, trouble: { kind: 'host', words: wordsOfHost(thrown.refusal) } };
    if (thrown instanceof TableGone) return refused(thrown.words);
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { ok: false, trouble: { kind: 'unknown', words: unknownTrouble(message) } };
  }
}
