/**
 * The outbox of a workbook: what is sent is written here first, word for word, and taken out when its answer stands in the worksheet. So a
 * crash, a lost network, a second click or another author's pane sends the same again, under the same name, and the desk answers as before.
 */

import { rowsPerRequest } from '../../../core/sheet/book.ts';
import type { RowChange } from '../../../core/sheet/row.ts';
import { type Batch, batchLine, doneLine, readOutbox } from '../kept/outbox-log.ts';
import type { Work } from '../work.ts';

export const pending = async ({ host }: Work): Promise<readonly Batch[]> => readOutbox(await host.readKept('outbox'));

export const put = ({ host }: Work, batches: readonly Batch[]): Promise<void> =>
  host.appendKept('outbox', batches.map(batchLine));

/**
 * When nothing waits any more, the part is emptied, so that the workbook does not grow.
 * @param more others are known to wait, so that it need not be looked through: twenty thousand rows are sixteen megabytes of it
 */
export async function takeOut(work: Work, batches: readonly Batch[], more = false): Promise<void> {
  const answered = batches.map(({ request }) => doneLine(request.batch));
  // A co-author may have put something in since.
  const waits = more || readOutbox([...(await work.host.keptNow('outbox')), ...answered]).length > 0;
  await (waits ? work.host.appendKept('outbox', answered) : work.host.writeKept('outbox', []));
}

/** A request is at most one megabyte; some room is left for what is around the rows. */
const bytesPerRequest = 900_000;
const encoder = new TextEncoder();

/** Rows in portions that one request carries. A row that is too large for itself goes alone, and the desk says so. */
export function portions(rows: readonly RowChange[]): readonly RowChange[][] {
  const all: RowChange[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = encoder.encode(JSON.stringify(row)).length + 1;
    const last = all.at(-1);
    if (last === undefined || last.length >= rowsPerRequest || bytes + size > bytesPerRequest) {
      all.push([row]);
      bytes = size;
    } else {
      last.push(row);
      bytes += size;
    }
  }
  return all;
}
