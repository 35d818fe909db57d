/** risk: what outcomes give reason to look at, signs of formalism answered; warnings and suggested classes have files of their own. */
import type { Command } from 'commander';
import { ok } from '../../core/result.ts';
import { thresholdWords, wordsOfSign } from '../../core/risk/words.ts';
import type { Words } from '../../core/words.ts';
import { answerSign } from '../verbs/risk/answer-sign.ts';
import { type Signals, signalsOf } from '../verbs/risk/signals.ts';
import { type Door, wholeNumber } from './door.ts';
import { classCommands } from './risk-class.ts';
import { warningCommands } from './risk-warning.ts';

export const riskCommands = (program: Command, door: Door): void => {
  const group = program.command('risk').description('风险、分类和形式化迹象 · risk, classes, signs');
  looking(group, door);
  warningCommands(group, door);
  classCommands(group, door);
};

function looking(group: Command, door: Door): void {
  group
    .command('signals <year>')
    .description('检查结果反映的风险和迹象 · what outcomes give reason to look at')
    .option('-d, --department <code>', '只看一个单位 · of one department')
    .action((year: string, { department }: { readonly department?: string }) =>
      door.look(
        async (desk) => ok(await signalsOf(desk, wholeNumber(year), department ?? null)),
        (signals) => ({ words: [...linesOf(signals), thresholdWords], json: signals }),
      ),
    );
  group
    .command('sign <sign> <words>')
    .description('说明形式化迹象 · answer a sign')
    .action((sign: string, words: string) =>
      door.act(
        (desk, actor) => answerSign(desk, actor, { sign, words }),
        () => ({ words: { zh: '说明已登记。', en: 'On record.' } }),
      ),
    );
}

function linesOf({ repeated, clean, areas, trades, moves, signs }: Signals): readonly Words[] {
  const groups = [...areas.groups, ...trades.groups].filter(({ stands }) => stands);
  return [
    { zh: `重复发现问题 ${repeated.length} 户`, en: `findings repeated: ${repeated.length}` },
    { zh: `全年未发现问题 ${clean.length} 户`, en: `clean all year: ${clean.length}` },
    ...groups.map(({ name, visits, withFindings }) => ({
      zh: `${name}：检查 ${visits} 户次，发现问题 ${withFindings} 户次`,
      en: `${name}: ${withFindings} of ${visits} visits with findings`,
    })),
    ...moves.map(({ subject, from, to, why, outcomes }) => ({
      zh: `${subject} ${from}→${to}（${why === 'violation' ? '发现违法行为' : '未发现问题，可申请'}）：${outcomes.join('、')}`,
      en: `${subject} ${from}→${to} (${why}): ${outcomes.join(', ')}`,
    })),
    ...signs.map((sign) => {
      const said = wordsOfSign(sign);
      return { zh: `${sign.id}：${said.zh}`, en: `${sign.id}: ${said.en}` };
    }),
  ];
}
