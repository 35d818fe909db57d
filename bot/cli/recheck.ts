/** recheck: outcomes drawn to be looked at again, what was found, what was answered. */

import { type Command, Option } from 'commander';
import { outcomeTyped } from '../../core/outcome/key.ts';
import { grades, recheckPurposes, recheckWays } from '../../core/recheck/recheck.ts';
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { refuse } from '../refusal.ts';
import { answerRecheck } from '../verbs/recheck/answer-recheck.ts';
import { freezeRecheck } from '../verbs/recheck/freeze-recheck.ts';
import { outcomeName } from '../verbs/recheck/outcome-name.ts';
import { drawnOf, recheckHeld } from '../verbs/recheck/rechecks.ts';
import { recordRecheck } from '../verbs/recheck/record-recheck.ts';
import { type Door, wholeNumber } from './door.ts';
import { asCeremony, type CeremonyOptions, ceremonyOf, sayFrozen } from './draw-freeze.ts';
import { dayTyped } from './typed.ts';

interface Freezing extends CeremonyOptions {
  readonly purpose: (typeof recheckPurposes)[number];
  readonly department: string;
  readonly percent: number;
  readonly until: string;
}

interface Recording {
  readonly compliance: (typeof grades)[number];
  readonly completeness: (typeof grades)[number];
  readonly precision: (typeof grades)[number];
  readonly missed?: true;
  readonly way: (typeof recheckWays)[number];
  readonly filing?: number;
}

export const recheckCommands = (program: Command, door: Door): void => {
  const group = program.command('recheck').description('再检查、回访 · outcomes looked at again');
  asCeremony(
    group
      .command('freeze <plan>')
      .description('从已公示的检查结果中抽取（之后同 draw） · freeze a ceremony over published outcomes')
      .addOption(new Option('--purpose <purpose>', '用途 · for').choices(recheckPurposes).default('recheck'))
      .option('-d, --department <code>', '只在一个单位的结果中抽 · of one department', '')
      .option('--percent <n>', '抽取比例 % · share', wholeNumber, 5)
      .requiredOption('--until <date>', '完成期限 · to be done by'),
  ).action((plan: string, options: Freezing) => {
    const until = dayTyped(options.until);
    const { purpose, department, percent } = options;
    const { byPlace: _, ...ceremony } = ceremonyOf(options);
    return door.act(
      (desk, actor) => freezeRecheck(desk, actor, { ...ceremony, plan, purpose, department, bp: percent * 100, until }),
      sayFrozen,
    );
  });

  group
    .command('list <no>')
    .description('抽中的检查结果和情况 · its sample')
    .action((no: string) =>
      door.look(
        async (desk) => {
          const recheck = await recheckHeld(desk.db, wholeNumber(no));
          if (recheck === null) return refuse('recheck', { reason: 'no-recheck', no: wholeNumber(no) });
          const drawn = await drawnOf(desk.db, recheck);
          const { ceremony } = recheck;
          if (drawn === null) return refuse('recheck', { reason: 'not-drawn-yet', no: recheck.no, ceremony });
          return ok(
            drawn.flatMap(({ name, outcomes }) =>
              outcomes.map((outcome) => ({ name, outcome, record: recheck.records.get(outcome) ?? null })),
            ),
          );
        },
        (rows) => ({
          words: rows.map(({ name, outcome, record }): Words => {
            const called = outcomeName(outcome);
            const state = record === null ? '未办' : record.words || '符合';
            return {
              zh: `${outcome}  ${name}  ${called.zh}  ${state}`,
              en: `${outcome}  ${name}  ${called.en}  ${state}`,
            };
          }),
        }),
      ),
    );

  const graded = (name: string, zh: string): Option =>
    new Option(`--${name} <grade>`, zh).choices(grades).default('met');
  group
    .command('record <no> <outcome> [words]')
    .description('登记再检查情况，检查结果写作 3-0012/单位代码/事项编码 · what was found')
    .addOption(graded('compliance', '合规性 · compliance'))
    .addOption(graded('completeness', '完整性 · completeness'))
    .addOption(graded('precision', '精准性 · precision'))
    .option('--missed', '存在问题未发现 · a problem was missed')
    .addOption(new Option('--way <way>', '方式 · way').choices(recheckWays).default('file'))
    .option('--filing <no>', '上门的备案号 · number of the filing', wholeNumber)
    .action((no: string, outcome: string, words: string | undefined, options: Recording) => {
      const { compliance, completeness, precision, missed = false, way, filing = null } = options;
      return door.act(
        (desk, actor) =>
          recordRecheck(desk, actor, {
            recheck: wholeNumber(no),
            outcome: outcomeTyped(outcome),
            grades: { compliance, completeness, precision },
            missed,
            words: words ?? '',
            way,
            underFiling: filing,
          }),
        () => ({ words: { zh: '已登记。', en: 'On record.' } }),
      );
    });

  group
    .command('answer <no> <outcome> <words>')
    .description('答复再检查问题 · answer a fault')
    .action((no: string, outcome: string, words: string) =>
      door.act(
        (desk, actor) =>
          answerRecheck(desk, actor, { recheck: wholeNumber(no), outcome: outcomeTyped(outcome), words }),
        () => ({ words: { zh: '答复已登记。', en: 'Your answer is on record.' } }),
      ),
    );
};
