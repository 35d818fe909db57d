#!/usr/bin/env node
/**
 * `npm run year -- sanming-2025`: one whole year of a jurisdiction, from its own beginning to its yearly summaries, through the doors that people
 * use; without a name, all five. `--go-on` says what a door refused and goes on with the next act. What comes out lies in `out/<name>/`. Nothing leaves this machine.
 */
import { parseArgs } from 'node:util';
import { runYear } from './run.ts';
import { NotSo } from './told.ts';
import { years } from './years.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'out' }, 'go-on': { type: 'boolean', default: false } },
});
const known = years.map(({ id }) => id);
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`没有这样的一年：${unknown.join('、')}。可写 · one of: ${known.join(' ')}`);
  process.exit(2);
}
const told = ({ message }: Error): void => {
  process.exitCode = 1;
  console.log(`  ✗ ${message}`);
};
for (const script of years) {
  if (positionals.length > 0 && !positionals.includes(script.id)) continue;
  console.log(`\n${'═'.repeat(60)}\n${script.title}（${script.id}）`);
  try {
    const { year, seconds } = await runYear(script, values.out, console.log, values['go-on'] ? told : undefined);
    const { seq, hash } = await year.head();
    await year.close();
    console.log(`\n台账末行：第 ${seq} 行，${hash}`);
    console.log(`${script.title}：走完，用时 ${seconds.toFixed(1)} 秒，材料在 ${year.out}/`);
  } catch (thrown) {
    if (!(thrown instanceof NotSo)) throw thrown;
    console.error(`\n${script.title}：停在这里——${thrown.message}`);
    process.exit(1);
  }
}
