/**
 * A program that writes until it is killed, for tests with several processes: `node child.ts append <url> <count>` or
 * `node child.ts work <url>`. It says on standard output what was acknowledged, one line each.
 */
import { writeSync } from 'node:fs';
import type { Subject } from '../../core/registry/subject.ts';
import { err, ok } from '../../core/result.ts';
import { commit, type Means } from '../../db/commit.ts';
import type { Db } from '../../db/database.ts';
import { beginImport, type ImportRefusal, importRow, stillHolds } from '../../db/imports.ts';
import { open } from '../../db/open.ts';
import { stageSubjects } from '../../db/subjects.ts';

/** Long names make few rows fill several chunks, so that there are moments between chunks to be killed in. */
export const workRows = 2500;
const filling = '长'.repeat(400);

const means: Means = {
  now: () => new Date().toISOString(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

// Unbuffered: what was said before the kill is what the parent reads.
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

async function append(db: Db, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const facts = [{ kind: 'plan-drafted' as const, actor: `process:${process.pid}`, body: { i } }];
    const committed = await commit(db, means, async () => ok({ facts, value: null }));
    if (committed.ok) say(`fact ${committed.value.seq}`);
  }
}

/** Imports the whole list again and again, each time under names that hold the import's number, with facts in between. */
async function work(db: Db): Promise<void> {
  for (;;) {
    const staging = await beginImport(db, 'subject', means.now());
    const rows = list(staging.no);
    await stageSubjects(db, staging, rows.slice(0, workRows / 2));
    say(`half ${staging.no}`);
    await stageSubjects(db, staging, rows.slice(workRows / 2));
    const committed = await commit<null, ImportRefusal>(db, means, async (at) => {
      if (!(await stillHolds(db, staging))) return err({ reason: 'import-overtaken', list: staging.list });
      const row = importRow(staging, { fileDigest: String(staging.no), report: '', rows: workRows }, at);
      return ok({
        facts: [{ kind: 'list-imported', actor: 'desk', body: { no: staging.no } }],
        rows: [row],
        value: null,
      });
    });
    if (committed.ok) say(`import ${staging.no}`);
    await append(db, 3);
  }
}

const list = (no: number): Subject[] =>
  Array.from({ length: workRows }, (_, i) => ({
    kind: 'reg15',
    number: String(i).padStart(15, '0'),
    name: `${no} ${filling}`,
    type: 'enterprise',
    tags: [],
    authority: '',
    place: '',
    status: 'active',
  }));

if (import.meta.main) {
  const [what, url = '', count] = process.argv.slice(2);
  const db = await open({ url }, means.now());
  say('ready');
  if (what === 'append') await append(db, Number(count));
  else await work(db);
  db.close();
}
