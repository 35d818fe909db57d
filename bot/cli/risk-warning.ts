/** risk record, handle, target: a warning that somebody answers for, and what is proposed for the next plan on the ground of outcomes. */
import { type Command, Option } from 'commander';
import { targetedKinds, verdicts } from '../../core/risk/warning.ts';
import { handleRisk } from '../verbs/risk/handle-risk.ts';
import { proposeTargetedCheck } from '../verbs/risk/propose-targeted-check.ts';
import { recordRisk } from '../verbs/risk/record-risk.ts';
import { type Door, wholeNumber } from './door.ts';
import { dayTyped, oneOf } from './typed.ts';

export const warningCommands = (group: Command, door: Door): void => {
  group
    .command('record <from> <words> <department> <due>')
    .description('登记风险预警线索 · record a warning')
    .option('-s, --subject <number>', '企业代码 · the enterprise', '')
    .action(
      (from: string, words: string, department: string, due: string, { subject }: { readonly subject: string }) => {
        const day = dayTyped(due);
        return door.act(
          (desk, actor) => recordRisk(desk, actor, { from, words, about: subject, department, due: day }),
          ({ no }) => ({ words: { zh: `风险预警线索第 ${no} 号。`, en: `Warning ${no}.` } }),
        );
      },
    );
  group
    .command('handle <no> <verdict> <words>')
    .description(`核实处置；结论 ${verdicts.join('|')} · handle a warning`)
    .action((no: string, typed: string, words: string) => {
      const verdict = oneOf(typed, verdicts);
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
};
