/** outcome list, enter, review, sign, import, totals: what was found at the doors, from the command line. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { outcomeCodes } from '../../core/outcome/code.ts';
import { signWays, signWayWords } from '../../core/outcome/sign.ts';
import { totalsOf } from '../../core/outcome/totals.ts';
import { faultOfSeveral, readTyped } from '../../core/outcome/typed.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Actor } from '../actor.ts';
import type { Desk } from '../desk/desk.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { sayReviewed } from '../say/reviewed.ts';
import { dayOf } from '../today.ts';
import { readBook } from '../verbs/outcome/books.ts';
import { enter } from '../verbs/outcome/enter.ts';
import { entryOf } from '../verbs/outcome/entry.ts';
import { importOutcomes } from '../verbs/outcome/import-outcomes.ts';
import { reviewOutcomes } from '../verbs/outcome/review.ts';
import { inState, reviewDesk } from '../verbs/outcome/review-desk.ts';
import { signForm } from '../verbs/outcome/sign.ts';
import { type Door, several, WrongCall } from './door.ts';
import { booksListed, listed, ownDesk, reviewedEverywhere, sayTotals } from './outcome-desk.ts';

export const outcomeCommands = (program: Command, door: Door): void => {
  const outcome = program
    .command('outcome')
    .description('检查结果：录入、审核、阅核签章 · what was found at the doors');

  outcome
    .command('list [book]')
    .description('检查结果的录入和审核情况（3，外部名单 L3；不写则列出全部名单） · how far entry and review are')
    .option('-s, --state <state>', '只列：missing 未录、waiting 待审核、passed 已通过、returned 已退回 · only those')
    .action((book: string | undefined, { state }: { readonly state?: string }) =>
      door.act(
        (desk, actor) => (book === undefined ? booksListed(desk, actor) : listed(desk, actor, book, state)),
        (words) => ({ words }),
      ),
    );

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

  outcome
    .command('review <book> <pass|return> [words]')
    .description(
      '审核本单位检查结果：不写检查编号的，全部待审核的一并通过；book 写 all 的，各次名单一并通过 · pass or return what was entered; “all” passes what waits of every draw',
    )
    .option('-v, --visit <no>', '检查编号，可多个 · visits', several)
    .option('-i, --item <code>', '事项编码，可多个 · items', several)
    .action((book: string, decision: string, words: string | undefined, options: ReviewOptions) => {
      if (decision !== 'pass' && decision !== 'return') {
        throw new WrongCall({
          zh: `应写 pass（通过）或 return（退回），现为“${decision}”。`,
          en: `pass or return, not “${decision}”.`,
        });
      }
      if (book === 'all') {
        if (decision === 'return' || options.visit !== undefined || options.item !== undefined)
          throw new WrongCall({
            zh: '各次名单一并审核只能通过全部待审核的；退回或者只审核部分的，请写明名单。',
            en: 'Of all draws, everything that waits is passed; name the draw to return, or to pass some.',
          });
        return door.act(
          (desk, actor) => reviewedEverywhere(desk, actor, words ?? ''),
          (each) => ({ words: each }),
        );
      }
      return door.act(
        (desk, actor) => reviewed(desk, actor, book, { passed: decision === 'pass', words: words ?? '', ...options }),
        (done) => ({ words: sayReviewed(done), json: done }),
      );
    });

  outcome
    .command('sign <visit> <signed|refused|absent> [words]')
    .description(
      '记录被检查人阅核签章：签章、拒绝（须见证人和照片录像）、不在场（须说明） · what became of the joint form',
    )
    .option('--signer <name>', '签章人 · who signed', '')
    .option('--witness <name>', '见证人 · who saw the refusal', '')
    .option('--record <lines>', '照片、录像：名称；存放位置 · pictures of the refusal', '')
    .action((no: string, way: string, words: string | undefined, options: SignOptions) => {
      const known = signWays.find((each) => each === way);
      if (known === undefined) {
        throw new WrongCall({
          zh: `应写 signed、refused 或 absent，现为“${way}”。`,
          en: `signed, refused or absent, not “${way}”.`,
        });
      }
      return door.act(
        async (desk, actor) => {
          const found = await visitOf(desk, actor, no);
          if (!found.ok) return found;
          const { book, visit } = found.value;
          return signForm(desk, actor, { book, visit, way: known, words: words ?? '', digest: null, ...options });
        },
        ({ way: done, no: of, unfilled }) => ({
          words: {
            zh: `${of}：${signWayWords[done].zh}，已记录。${unfilled === 0 ? '' : `尚有 ${unfilled} 项未填，填写后须再次阅核。`}`,
            en: `${of}: ${signWayWords[done].en}, on record.${unfilled === 0 ? '' : ` ${unfilled} items are not filled in; it is to be read again then.`}`,
          },
        }),
      );
    });

  outcome
    .command('import <book> <file>')
    .description('导入在省平台、移动监管 APP 录入的检查结果（.xlsx 或 CSV） · take in what was entered elsewhere')
    .action((book: string, file: string) =>
      door.act(
        async (desk, actor) => importOutcomes(desk, actor, { book, bytes: await readFile(file), file: basename(file) }),
        ({ entered: taken, unchanged, refused }) => ({
          words: [
            {
              zh: `已导入 ${taken} 项（录入渠道：省平台），未改动 ${unchanged} 项，未受理 ${refused.length} 行。`,
              en: `${taken} taken in (entered on the provincial platform), ${unchanged} unchanged, ${refused.length} rows refused.`,
            },
            ...refused.map(({ row, words }) => ({
              zh: `  第 ${row} 行：${words.zh}`,
              en: `  row ${row}: ${words.en}`,
            })),
          ],
        }),
      ),
    );

  outcome
    .command('totals <book>')
    .description('本单位检查结果按结果分类的合计 · totals by outcome')
    .action((book: string) =>
      door.act(
        async (desk, actor) => {
          const held = await ownDesk(desk, actor, book);
          return held.ok
            ? ok({
                totals: totalsOf(held.value.rows.map(({ entered: each }) => entryOf(each))),
                items: held.value.items,
              })
            : held;
        },
        ({ totals, items }) => ({ words: sayTotals(totals, items), json: totals }),
      ),
    );
};

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

interface ReviewOptions {
  readonly visit?: readonly string[];
  readonly item?: readonly string[];
}

interface SignOptions {
  readonly signer: string;
  readonly witness: string;
  readonly record: string;
}

/** The draw or list stands before the line: `3-0001`, `L3-0001`. */
const bookIn = (no: string): string => no.split('-')[0] ?? '';

async function visitOf(desk: Desk, actor: Actor, no: string) {
  const read = await readBook(desk, actor, bookIn(no));
  if (!read.ok) return read;
  const found = read.value.visits.find(({ visit }) => visit.no === no);
  if (found === undefined) return refuse('outcome', { reason: 'no-such-no', book: bookIn(no), no });
  const { department } = read.value.reach;
  return ok({ book: read.value.book.book, visit: found.visit.visit, department, read: found });
}

async function entered(
  desk: Desk,
  actor: Actor,
  no: string,
  code: string,
  options: EnterOptions,
): Promise<Result<{ readonly count: number }, Refusal>> {
  const found = await visitOf(desk, actor, no);
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

async function reviewed(
  desk: Desk,
  actor: Actor,
  book: string,
  { passed, words, visit, item }: ReviewOptions & { readonly passed: boolean; readonly words: string },
) {
  const held = await ownDesk(desk, actor, book);
  if (!held.ok) return held;
  const { department } = held.value;
  if (visit === undefined && item === undefined && passed) {
    const upTo = Math.max(0, ...inState(held.value, 'waiting').map((row) => row.entered.seq));
    return reviewOutcomes(desk, actor, { book, department, rows: { kind: 'waiting', upTo }, passed, words });
  }
  const rows = held.value.rows
    .filter((row) => visit === undefined || visit.includes(row.visit.no))
    .filter((row) => item === undefined || item.includes(row.item))
    .filter((row) => visit !== undefined || item !== undefined || row.state === 'waiting')
    .map((row) => ({ visit: row.visit.visit, item: row.item, outcome: row.entered.seq }));
  return reviewOutcomes(desk, actor, { book, department, rows: { kind: 'rows', rows }, passed, words });
}

const joined = (all: readonly Words[]): Words => ({
  zh: `${all.map(({ zh }) => zh).join('；')}。（检查结果代码：${outcomeCodes.join('、')}）`,
  en: `${all.map(({ en }) => en).join('; ')}. Codes: ${outcomeCodes.join(', ')}.`,
});
