/**
 * The page looks anew when something in the workspace has changed. What is done elsewhere (an outcome submitted from a workbook) may leave no
 * post there, but it does leave a row in the ledger, and the tour's steps are ticked by those.
 */
import type { Db } from '../../db/database.ts';
import { readHead } from '../../db/ledger.ts';

/** Often enough to seem at once: a person waits for his tick. */
const everyMs = 1000;

/** @returns how to stop */
export function watchLedger(db: Db, grown: () => void): () => void {
  let seen: number | null = null;
  let asking = false;
  const look = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      const { seq } = await readHead(db);
      if (seen !== null && seq !== seen) grown();
      seen = seq;
    } catch {
      // The next look asks again.
    } finally {
      asking = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), everyMs);
  return () => clearInterval(timer);
}
