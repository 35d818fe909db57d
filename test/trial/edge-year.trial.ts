/**
 * Whole years in workerd over the libSQL server: chat, the workbook's requests, phones, public pages and the minute's trigger. The ledger
 * ends in the same row as at the desk. `EDGE_YEARS=all` runs all five (half an hour); one, with every door, unless told otherwise.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runYear } from '../../bot/practice/year/run.ts';
import { years } from '../../bot/practice/year/years.ts';
import { atEdge } from '../edge/at-edge.ts';
import { differences } from '../edge/compared.ts';
import { actsCounted, sumUp } from '../edge/counted.ts';

const usual = 'fuan-2018';
const asked = process.env.EDGE_YEARS ?? usual;
const chosen = years.filter(({ id }) => asked === 'all' || asked.split(',').includes(id));
const yearMs = 1_200_000;

const folder = mkdtempSync(join(tmpdir(), 'mingchou-edge-year-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nothing = (): void => {};

describe.each(chosen)('$title', (script) => {
  it(
    'twice at the desk and once as a Worker: the ledgers end in the same row, and the same comes out',
    async () => {
      const desks = [];
      for (const name of ['desk', 'again']) {
        const { year, seconds } = await runYear(script, join(folder, name), nothing);
        desks.push({ head: await year.head(), out: year.out, seconds });
        await year.close();
      }
      const [desk, again] = desks;
      expect(again?.head).toEqual(desk?.head);

      const edge = atEdge();
      const told = actsCounted(edge.counts, nothing);
      const { year, seconds } = await runYear(script, join(folder, 'edge'), told.watched, undefined, edge.install);
      try {
        const verified = await year.mingchou('o1', 'ledger', 'verify');
        expect([verified.exit, verified.err]).toEqual([0, '']);
        expect(year.driver.deliveries().filter(({ failure }) => failure !== 'none')).toEqual([]);
        expect(await year.head()).toEqual(desk?.head);
        const { worker, database } = edge.counts();
        console.log(
          [
            `${script.id}: row ${desk?.head.seq} ${desk?.head.hash}`,
            `desk ${desk?.seconds.toFixed(0)} s, edge ${seconds.toFixed(0)} s; ${told.acts.length} acts`,
            `requests to the Worker ${worker}: ${sumUp(told.acts, 'worker')}`,
            `requests to the database ${database}: ${sumUp(told.acts, 'database')}`,
          ].join('\n'),
        );
      } finally {
        await year.close();
      }
      expect(differences(desk?.out ?? '', again?.out ?? '')).toEqual([]);
      expect(differences(desk?.out ?? '', year.out)).toEqual([]);
    },
    yearMs,
  );
});
