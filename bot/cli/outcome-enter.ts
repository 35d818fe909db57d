/** outcome enter: outcomes of one visit, with the fields of the form. */
import type { Command } from 'commander';
import { outcomeCodes } from '../../core/outcome/code.ts';
import { faultOfSeveral, readTyped } from '../../core/outcome/typed.ts';
import type { Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Actor } from '../actor.ts';
import type { Desk } from '../desk/desk.ts';
import type { Refusal } from '../refusal.ts';
import { dayOf } from '../today.ts';
import { enter } from '../verbs/outcome/enter.ts';
import { reviewDesk } from '../verbs/outcome/review-desk.ts';
import { type Door, several, WrongCall } from './door.ts';
import { visitTyped } from './visit-typed.ts';

export function enterCommand(outcome: Command, door: Door): void {
  outcome
    .command('enter <visit> <code>')
    .description('录入一户的检查结果，如 outcome enter 3-0001 no-problem · enter outcomes of one visit')
    .option(
      '-i, --item <code>',
      '事项编码，可多个；不写则为本单位未录的全部事项 · items; all that are missing otherwise',
      several,
    )
    .option('--on <date>', '检查日期，不写则为今天 · day of the check')
    .option(
      '-m, --method <method>',
      '核查方式，可多个：on-site desk official-result testing online entrusted · how',
      several,
    )
    .option('-p, --inspectors <numbers>', '到场人员，用“、”隔开；全部到场写“同派出” · who was there', '')
    .option('--finding <words>', '发现问题情况 · what was found', '')
    .option('--degree <degree>', '违法程度：minor ordinary major · degree', '')
    .option('--handling <handling>', '后续处置：nothing to-daily order-correction to-case to-department other', '')
    .option('--handling-words <words>', '处置说明 · more on it', '')
    .option('--correct-by <date>', '整改期限 · to be corrected by', '')
    .option('--evidence <lines>', '证据：名称；存放位置；SHA-256，多件用换行隔开 · evidence', '')
    .option('--statement <words>', '被检查单位意见 · statement of the inspected', '')
    .option('--remark <words>', '备注 · remark', '')
    .action((no: string, code: string, options: EnterOptions) =>
      door.act(
        (desk, actor) => entered(desk, actor, no, code, options),
        ({ count }) => ({
          words: {
            zh: `已录入 ${count} 项检查结果，待审核。`,
            en: `${count} outcomes are entered and wait for review.`,
          },
        }),
      ),
    );
}

interface EnterOptions {
  readonly item?: readonly string[];
  readonly on?: string;
  readonly method?: readonly string[];
  readonly inspectors: string;
  readonly finding: string;
  readonly degree: string;
  readonly handling: string;
  readonly handlingWords: string;
  readonly correctBy: string;
  readonly evidence: string;
  readonly statement: string;
  readonly remark: string;
}

async function entered(
  desk: Desk,
  actor: Actor,
  no: string,
  code: string,
  options: EnterOptions,
): Promise<Result<{ readonly count: number }, Refusal>> {
  const found = await visitTyped(desk, actor, no);
  if (!found.ok) return found;
  const { book, visit, read } = found.value;
  const department = found.value.department ?? '';
  const held = await reviewDesk(desk, { book, department });
  if (!held.ok) return held;
  const missing = held.value.missing.filter((each) => each.visit.visit === visit).map(({ item }) => item);
  const items = options.item ?? missing;
  const typed: Readonly<Record<string, string>> = {
    ...{ code, checkedOn: options.on ?? dayOf(desk.now()), finding: options.finding, degree: options.degree },
    ...{ handling: options.handling, handlingWords: options.handlingWords, correctBy: options.correctBy },
    ...{ inspectors: options.inspectors, evidence: options.evidence, statement: options.statement },
    remark: options.remark,
  };
  const entry = readTyped({
    one: (field) => typed[field] ?? '',
    some: () => options.method ?? [read.visit.planned],
  });
  if (!entry.ok) throw new WrongCall(joined(Object.values(entry.error)));
  const fault = faultOfSeveral(entry.value, items.length);
  if (fault !== null) throw new WrongCall(fault);
  if (items.length === 0) {
    throw new WrongCall({
      zh: `${no} 的检查结果已全部录入；要更正的请用 --item 写明事项编码。`,
      en: `All of ${no} is entered; name the item by --item to correct it.`,
    });
  }
  const entries = items.map((item) => ({ visit, item, entry: entry.value }));
  // Typed twice is entered twice: a command has no name by which to know it again.
  const key = `cli/${crypto.randomUUID()}`;
  return enter(desk, actor, { book, department, door: 'command-line', key, entries });
}

const joined = (all: readonly Words[]): Words => ({
  zh: `${all.map(({ zh }) => zh).join('；')}。（检查结果代码：${outcomeCodes.join('、')}）`,
  en: `${all.map(({ en }) => en).join('; ')}. Codes: ${outcomeCodes.join(', ')}.`,
});
