/** Keeps a few connections open between streams, so that a stream of one request costs no opening; and puts the file into WAL. */
import Libsql from 'libsql';
import { type Connection, connect } from './connection.ts';

export interface Connections {
  take(): Connection;
  /** What was begun on it is undone. One that is spent, or was set otherwise than a new one, is closed. */
  give(connection: Connection): void;
  close(): void;
}

const idleMax = 8;
const retryMs = 20;

/** @throws what the driver throws where the file cannot be opened, or is not free within this time to be put into WAL */
export async function connectionsTo(file: string, patienceMs: number): Promise<Connections> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      keepInWal(file);
      break;
    } catch (thrown) {
      const isBusy = thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_BUSY');
      if (!isBusy || performance.now() > until) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
  const idle: Connection[] = [];
  return {
    take: () => idle.pop() ?? connect(file),
    give: (connection) => {
      if (connection.isSpent || connection.isSullied || idle.length >= idleMax) return connection.close();
      if (connection.inTransaction) connection.rollback();
      idle.push(connection);
    },
    close: () => {
      for (const connection of idle.splice(0)) connection.close();
    },
  };
}

/** Readers never wait for writers; it stays with the file. */
function keepInWal(file: string): void {
  const database = new Libsql(file, { timeout: 0 });
  try {
    database.exec('pragma journal_mode = wal');
  } finally {
    database.close();
  }
}
