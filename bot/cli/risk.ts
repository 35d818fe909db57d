/** risk: what outcomes give reason to look at, warnings, suggested classes, proposals for the next plan. */
import { type Command, Option } from 'commander';
import { parseDate } from '../../core/calendar.ts';
import { ok } from '../../core/result.ts';
import { targetedKinds, type Verdict, verdicts } from '../../core/risk/warning.ts';
import { thresholdWords, wordsOfSign } from '../../core/risk/words.ts';
import type { Words } from '../../core/words.ts';
import { answerSign } from '../verbs/risk/answer-sign.ts';
import { proposeTargetedCheck } from '../verbs/risk/propose-targeted-check.ts';
import { handleRisk, recordRisk } from '../verbs/risk/record-risk.ts';
import { type Signals, signalsOf } from '../verbs/risk/signals.ts';
import { answerClassChange, suggestClassChange } from '../verbs/risk/suggest-class-change.ts';
import { type Door, WrongCall, wholeNumber } from './door.ts';

export const riskCommands = (program: Command, door: Door): void => {
  const group = program.command('risk').description('风险、分类和形式化迹象 · risk, classes, signs');
  looking(group, door);
  warnings(group, door);
  classes(group, door);
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

function warnings(group: Command, door: Door): void {
  group
    .command('record <from> <words> <department> <due>')
    .description('登记风险预警线索 · record a warning')
    .option('-s, --subject <number>', '企业代码 · the enterprise', '')
    .action(
      (from: string, words: string, department: string, due: string, { subject }: { readonly subject: string }) => {
        const day = parseDate(due);
        if (!day.ok) throw new WrongCall({ zh: `“${due}”应写作 2025-09-30。`, en: `“${due}” is no day.` });
        return door.act(
          (desk, actor) => recordRisk(desk, actor, { from, words, about: subject, department, due: day.value }),
          ({ no }) => ({ words: { zh: `风险预警线索第 ${no} 号。`, en: `Warning ${no}.` } }),
        );
      },
    );
  group
    .command('handle <no> <verdict> <words>')
    .description(`核实处置；结论 ${verdicts.join('|')} · handle a warning`)
    .action((no: string, typed: string, words: string) => {
      const verdict: Verdict | undefined = verdicts.find((each) => each === typed);
      if (verdict === undefined)
        throw new WrongCall({ zh: `结论应为 ${verdicts.join('、')} 之一。`, en: `One of ${verdicts.join(', ')}.` });
      return door.act(
        (desk, actor) => handleRisk(desk, actor, { risk: wholeNumber(no), verdict, words }),
        () => ({ words: { zh: '已登记。', en: 'On record.' } }),
      );
    });
  group
    .command('target <about> <year> <words>')
    .description('建议定向抽查、专项检查 · propose a targeted check')
    .addOption(new Option('-k, --kind <kind>').choices(targetedKinds).default('targeted-draw'))
    .action((about: string, year: string, words: string, { kind }: { readonly kind: (typeof targetedKinds)[number] }) =>
      door.act(
        (desk, actor) => proposeTargetedCheck(desk, actor, { kind, about, words, year: wholeNumber(year) }),
        ({ outcomes }) => ({
          words: {
            zh: `已登记，依据检查结果 ${outcomes.length} 项。`,
            en: `On record, resting on ${outcomes.length} outcomes.`,
          },
        }),
      ),
    );
}

function classes(group: Command, door: Door): void {
  group
    .command('class <subject> <scheme> <to> <words>')
    .description('建议调整分类 · suggest a class')
    .action((subject: string, scheme: string, to: string, words: string) =>
      door.act(
        (desk, actor) => suggestClassChange(desk, actor, { subject, scheme, to, words }),
        ({ no }) => ({ words: { zh: `分类调整建议第 ${no} 号。`, en: `Suggestion ${no}.` } }),
      ),
    );
  group
    .command('answer-class <no> <accept|refuse> [words]')
    .description('答复分类调整建议 · answer a suggestion')
    .action((no: string, answer: string, words?: string) => {
      if (answer !== 'accept' && answer !== 'refuse')
        throw new WrongCall({ zh: '应写 accept（同意）或 refuse（不予）。', en: 'accept or refuse.' });
      return door.act(
        (desk, actor) =>
          answerClassChange(desk, actor, {
            suggestion: wholeNumber(no),
            accepted: answer === 'accept',
            words: words ?? '',
          }),
        () => ({ words: { zh: '已答复。', en: 'Answered.' } }),
      );
    });
}
