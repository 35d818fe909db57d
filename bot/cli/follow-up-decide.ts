/** follow-up penalty, letter, leniency, joint, repair: decisions about what was found, and what goes with them. */
import { type Command, Option } from 'commander';
import { leniencies, measures, repairSteps } from '../../core/follow-up/act.ts';
import { degrees } from '../../core/outcome/degree.ts';
import { applyLeniency } from '../verbs/follow-up/apply-leniency.ts';
import { decidePenalty } from '../verbs/follow-up/decide-penalty.ts';
import { recordJointPunishment } from '../verbs/follow-up/record-joint-punishment.ts';
import { recordRepair } from '../verbs/follow-up/record-repair.ts';
import { sendRepairLetter } from '../verbs/follow-up/send-repair-letter.ts';
import type { Door } from './door.ts';
import { about, degreeIn, doing, type Given } from './follow-up-about.ts';
import { namesTyped, oneOf } from './typed.ts';

export function decisionCommands(group: Command, door: Door): void {
  const degree = () => new Option('--degree <degree>', '违法行为程度 · how grave').choices(degrees);

  about(group.command('penalty <number>'))
    .description('行政处罚（强制）决定，number 为文号 · a penalty or coercion')
    .addOption(new Option('--measure <measure>', '措施 · measure').choices(measures).default('penalty'))
    .requiredOption('--on <date>', '决定日期 · day')
    .requiredOption('--subject <code>', '决定书所列检查对象代码 · enterprise on the decision')
    .requiredOption('--task <no>', '抽查任务单号 · number of the task')
    .option('--guidance <words>', '一并出具的整改辅导单 · the guidance slip that goes with it', '')
    .option('--repair-from <date>', '最早可申请信用修复的日期 · first day for a repair', '')
    .addOption(degree())
    .option('--words <words>', '说明 · words', '')
    .action((number: string, given: Given) =>
      doing(door, 'penalty-decided', given, (desk, actor, cases) =>
        decidePenalty(desk, actor, {
          cases,
          measure: oneOf(given.measure ?? '', measures),
          number,
          on: given.on ?? '',
          subject: given.subject ?? '',
          task: given.task ?? '',
          guidance: given.guidance ?? '',
          repairFrom: given.repairFrom ?? '',
          degree: degreeIn(given),
          words: given.words ?? '',
        }),
      ),
    );

  about(group.command('letter <number>'))
    .description('“一书一函”一并送达，number 为决定书文号 · notice and repair letter together')
    .requiredOption('--on <date>', '送达日期 · day')
    .requiredOption('--receipt <words>', '送达回证 · receipt')
    .action((number: string, given: Given) =>
      doing(door, 'repair-letter-sent', given, (desk, actor, cases) =>
        sendRepairLetter(desk, actor, { cases, number, on: given.on ?? '', receipt: given.receipt ?? '' }),
      ),
    );

  about(group.command('leniency <list> <entry>'))
    .description(`适用从宽清单（${leniencies.join('|')}）的条目 · apply an entry of a leniency list`)
    .requiredOption('--words <words>', '适用理由 · why it fits')
    .addOption(degree())
    .action((list: string, entry: string, given: Given) =>
      doing(door, 'leniency-applied', given, (desk, actor, cases) =>
        applyLeniency(desk, actor, {
          cases,
          list: oneOf(list, leniencies),
          entry,
          words: given.words ?? '',
          degree: degreeIn(given),
        }),
      ),
    );

  about(group.command('joint <field>'))
    .description('联合惩戒，field 为惩戒领域 · joint punishment')
    .requiredOption('--basis <words>', '法律依据 · legal basis')
    .requiredOption('--from <date>', '开始日期 · first day')
    .requiredOption('--to <date>', '结束日期 · last day')
    .requiredOption('--told <departments>', '告知的部门，可多个，用逗号隔开 · departments told', namesTyped)
    .action((field: string, given: Given) =>
      doing(door, 'joint-punishment-recorded', given, (desk, actor, cases) =>
        recordJointPunishment(desk, actor, {
          cases,
          field,
          basis: given.basis ?? '',
          from: given.from ?? '',
          to: given.to ?? '',
          told: given.told ?? [],
        }),
      ),
    );

  about(group.command('repair <step>'))
    .description(`信用修复（${repairSteps.join('|')}） · credit repair`)
    .requiredOption('--on <date>', '日期 · day')
    .option('--number <number>', '文号或申请编号 · number', '')
    .option('--online', '网上办理 · online')
    .option(
      '--told <departments>',
      '协同办理的部门，可多个，用逗号隔开 · departments that handle it together',
      namesTyped,
    )
    .option('--words <words>', '说明 · words', '')
    .action((step: string, given: Given) =>
      doing(door, 'credit-repaired', given, (desk, actor, cases) =>
        recordRepair(desk, actor, {
          cases,
          step: oneOf(step, repairSteps),
          on: given.on ?? '',
          number: given.number ?? '',
          online: given.online ?? false,
          told: given.told ?? [],
          words: given.words ?? '',
        }),
      ),
    );
}
