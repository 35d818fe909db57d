/**
 * `node test/edge/year.ts fuan-2018`: a year as `npm run year` tells it, with the product as a Worker in workerd over a libSQL test server on
 * this machine; then the same year at the desk, and whether both ledgers end in the same row. What comes out lies in `out/edge-year/`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runYear } from '../../bot/practice/year/run.ts';
import { NotSo } from '../../bot/practice/year/told.ts';
import { years } from '../../bot/practice/year/years.ts';
import { atEdge } from './at-edge.ts';
import { differences } from './compared.ts';
import { actsCounted, sumUp } from './counted.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'out/edge-year' }, 'edge-only': { type: 'boolean', default: false } },
});
const chosen = years.filter(({ id }) => positionals.includes(id));
const unknown = positionals.filter((name) => !years.some(({ id }) => id === name));
if (chosen.length === 0 || unknown.length > 0) {
  console.error(`请写一年或几年 · name a year or several: ${years.map(({ id }) => id).join(' ')}`);
  process.exit(2);
}
for (const script of chosen) {
  console.log(`\n${'═'.repeat(60)}\n${script.title}（${script.id}）`);
  console.log(
    '在边缘运行：workerd 中的 Worker，数据库为本机 libSQL 测试服务器。 At the edge: a Worker in workerd, over a test server.',
  );
  const edge = atEdge();
  const told = actsCounted(edge.counts, console.log);
  try {
    const { year, seconds } = await runYear(script, join(values.out, 'edge'), told.watched, undefined, edge.install);
    const head = await year.head();
    const { worker, database } = edge.counts();
    await year.close();
    console.log(
      `\n边缘：用时 ${seconds.toFixed(1)} 秒，Worker 请求 ${worker} 次，数据库请求 ${database} 次，材料在 ${year.out}/`,
    );
    console.log(`  台账末行：第 ${head.seq} 行，${head.hash}`);
    console.log(`  每件事的 Worker 请求 · per act: ${sumUp(told.acts, 'worker')}`);
    console.log(`  每件事的数据库请求 · per act: ${sumUp(told.acts, 'database')}`);
    if (values['edge-only']) continue;
    const desk = await runYear(script, join(values.out, 'desk'), () => {});
    const deskHead = await desk.year.head();
    await desk.year.close();
    console.log(`会务台：用时 ${desk.seconds.toFixed(1)} 秒，材料在 ${desk.year.out}/`);
    console.log(`  台账末行：第 ${deskHead.seq} 行，${deskHead.hash}`);
    const same = head.hash === deskHead.hash;
    console.log(same ? '两处台账完全相同。 Both ledgers are the same.' : '两处台账不同！ The ledgers differ.');
    const differing = differences(desk.year.out, year.out);
    for (const line of differing) console.log(`  ${line}`);
    if (!same || differing.length > 0) process.exitCode = 1;
  } catch (thrown) {
    for (const line of edge.logs()) console.error(line);
    if (!(thrown instanceof NotSo)) throw thrown;
    console.error(`\n${script.title}：停在这里——${thrown.message}`);
    process.exit(1);
  }
}
