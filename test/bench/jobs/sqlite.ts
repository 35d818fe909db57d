/** What Node's own SQLite does with the same rows. In a process of its own: two SQLite libraries never share one here. */
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { clock } from '../clock.ts';
import type { Done } from '../job.ts';

/** Draws a twentieth of each tier by `order by random() limit n`, from a table in memory, by an index on the tier. */
export async function orderByRandom(given: Record<string, string>): Promise<Done> {
  const rows = Number(given.rows);
  const db = new DatabaseSync(':memory:');
  db.exec('create table subject (id integer primary key, tier integer not null) strict');
  db.prepare(
    `with recursive n (id) as (select 0 union all select id + 1 from n where id < ? - 1)
     insert into subject select id, case when id * 61 % 100 < 30 then 0 when id * 61 % 100 < 80 then 1
       when id * 61 % 100 < 95 then 2 else 3 end from n`,
  ).run(rows);
  db.exec('create index subject_tier on subject (tier)');
  const draw = db.prepare('select id from subject where tier = ? order by random() limit ?');
  const stop = clock();
  let drawn = 0;
  for (const [tier, percent] of [30, 50, 15, 5].entries())
    drawn += draw.all(tier, Math.round((rows * percent) / 2000)).length;
  const time = stop();
  db.close();
  return { time, facts: { drawn } };
}

/** Where there is no sqlite3 command: prepared inserts in one transaction, from the same CSV. */
export async function insertPrepared(given: Record<string, string>): Promise<Done> {
  const { csv = '', database = '', schema = '' } = given;
  const db = new DatabaseSync(database);
  db.exec(schema);
  const stop = clock();
  const insert = db.prepare('insert into subject (kind, number, import, profile, name) values (?, ?, ?, ?, ?)');
  db.exec('begin');
  let count = 0;
  for (const line of readFileSync(csv, 'utf8').split('\n')) {
    if (line === '') continue;
    const [kind = '', number = '', no = '', profile = '', name = ''] = line.split(',');
    insert.run(kind, number, Number(no), Number(profile), name);
    count += 1;
  }
  db.exec('commit');
  const time = stop();
  db.close();
  return { time, facts: { rows: count } };
}
