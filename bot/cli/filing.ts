/** filing …: checks outside the draw: filed, received, held. The head approves them by `visit approve`. */
import { type Command, Option } from 'commander';
import { grounds } from '../../core/policy/shape.ts';
import { groundWords } from '../../core/policy/words.ts';
import { ok } from '../../core/result.ts';
import { comings } from '../../core/visit/fact.ts';
import type { Words } from '../../core/words.ts';
import { listWords, receiverWords, sayRepeat } from '../say/visit-faults.ts';
import { fileUnplanned } from '../verbs/visit/file-unplanned.ts';
import { filingsOf, heldFiling } from '../verbs/visit/filings.ts';
import { holdUnplanned } from '../verbs/visit/hold-unplanned.ts';
import { receiveFiling } from '../verbs/visit/receive-filing.ts';
import { problemsIn, subjectIn } from '../verbs/visit/typed.ts';
import { type Door, several, WrongCall, wholeNumber } from './door.ts';
import { dayTyped } from './typed.ts';

export const filingCommands = (program: Command, door: Door): void => {
  const filing = program.command('filing').description('计划外检查备案 · checks outside the draw');

  filing
    .command('new <subject>')
    .description('报备（统一社会信用代码或注册号） · file a check')
    .requiredOption('--item <code>', '检查事项编号，可写几次 · items', several, [])
    .addOption(new Option('--ground <ground>', '检查理由 · the ground').choices(grounds).makeOptionMandatory())
    .requiredOption('--words <words>', '情况说明 · words')
    .requiredOption('--on <day>', '拟检查日期 · the day')
    .option('-d, --department <code>', '单位代码；不写为本单位 · the department', '')
    .action(
      (
        subject: string,
        o: {
          readonly item: readonly string[];
          readonly ground: string;
          readonly words: string;
          readonly on: string;
          readonly department: string;
        },
      ) =>
        door.act(
          (desk, actor) => {
            const key = subjectIn(subject);
            const ground = grounds.find((each) => each === o.ground);
            if (key === null || ground === undefined)
              throw new WrongCall({
                zh: `“${subject}”不是检查对象代码。`,
                en: `“${subject}” is no code of a subject.`,
              });
            return fileUnplanned(desk, actor, {
              department: o.department,
              subject: key,
              items: o.item,
              ground,
              words: o.words,
              on: dayTyped(o.on),
            });
          },
          ({ filing: no, receivers, repeats }) => ({
            words: [
              {
                zh: `已报备，编号 ${no}${receivers.length === 0 ? '' : `，待${listWords(receivers.map((each) => receiverWords[each])).zh}签收`}；待本单位负责人审批（visit approve ${no}）。`,
                en: `Filed as ${no}${receivers.length === 0 ? '' : `; receipts of ${listWords(receivers.map((each) => receiverWords[each])).en} are to come`}; the head approves it (visit approve ${no}).`,
              },
              ...repeats.map((repeat) => sayRepeat(repeat, (code) => code)),
            ],
          }),
        ),
    );

  for (const [name, accepted] of [
    ['receive', true],
    ['return', false],
  ] as const) {
    filing
      .command(`${name} <filing>`)
      .description(accepted ? '签收备案（联席办、司法局各一份） · give a receipt' : '退回备案 · send it back')
      .option('--words <words>', '意见 · words', '')
      .action((no: string, o: { readonly words: string }) =>
        door.act(
          (desk, actor) => receiveFiling(desk, actor, { filing: wholeNumber(no), accepted, words: o.words }),
          ({ filing: held, receiver, lacking }) => {
            const left = listWords(lacking.map((each) => receiverWords[each]));
            return {
              words: {
                zh: `备案 ${held}：${receiverWords[receiver].zh}${accepted ? '已签收' : '已退回'}${lacking.length === 0 ? '，签收齐全' : `，尚待${left.zh}`}。`,
                en: `Filing ${held}: ${accepted ? 'received' : 'sent back'} by ${receiverWords[receiver].en}${lacking.length === 0 ? '; all receipts are in' : `; lacking ${left.en}`}.`,
              },
            };
          },
        ),
      );
  }

  filing
    .command('list')
    .description('全部备案 · all filings')
    .action(() =>
      door.look(
        async (desk) => ok(await filingsOf(desk.db)),
        (all) => ({
          words:
            all.length === 0
              ? { zh: '没有计划外检查备案。', en: 'No filing.' }
              : all.map(({ seq, filed, receipts, approval, held }): Words => {
                  const got = filed.receivers.filter((each) => receipts.get(each)?.accepted === true).length;
                  const approved =
                    approval === null
                      ? { zh: '待审批', en: 'to be approved' }
                      : approval.approved
                        ? { zh: '已批准', en: 'approved' }
                        : { zh: '审批退回', en: 'returned' };
                  return {
                    zh: `${seq}：${filed.department}，${filed.subject}，${groundWords[filed.ground].zh}，${filed.on}，签收 ${got}/${filed.receivers.length}，${approved.zh}${held === null ? '' : `，${held.on} 已检查`}`,
                    en: `${seq}: ${filed.department}, ${filed.subject}, ${groundWords[filed.ground].en}, ${filed.on}, ${got} of ${filed.receivers.length} receipts, ${approved.en}${held === null ? '' : `, held on ${held.on}`}`,
                  };
                }),
        }),
      ),
    );

  filing
    .command('hold <filing>')
    .description('登记备案检查情况 · what came of it')
    .requiredOption('--on <day>', '检查日期 · the day')
    .addOption(new Option('--coming <how>', '上门情况 · how it went').choices(comings).default('inspected'))
    .option('--officer <number>', '检查人员工号，可写几次 · officers', several, [])
    .option('--shown', '已出示执法证件 · certificates were shown')
    .option('--witness <who>', '见证人 · the witness of a refusal', '')
    .option('--problem <line>', '事项编号：问题，可写几次；未列的为未发现问题 · item: problem', several, [])
    .option('--urgent <words>', '先行检查的原因 · why it could not wait', '')
    .option('--words <words>', '说明 · words', '')
    .action(
      (
        no: string,
        o: {
          readonly on: string;
          readonly coming: string;
          readonly officer: readonly string[];
          readonly shown?: boolean;
          readonly witness: string;
          readonly problem: readonly string[];
          readonly urgent: string;
          readonly words: string;
        },
      ) =>
        door.act(
          async (desk, actor) => {
            const held = await heldFiling(desk.db, wholeNumber(no));
            const problems = problemsIn(o.problem);
            const coming = comings.find((each) => each === o.coming) ?? 'inspected';
            const clean = (held?.filed.items ?? [])
              .filter((item) => !problems.some((each) => each.item === item))
              .map((item) => ({ item, problem: false, words: '' }));
            return holdUnplanned(desk, actor, {
              filing: wholeNumber(no),
              on: dayTyped(o.on),
              coming,
              officers: o.officer,
              shown: o.shown === true,
              witness: o.witness,
              found: coming === 'inspected' ? [...problems, ...clean] : problems,
              urgent: o.urgent,
              words: o.words,
            });
          },
          ({ filing: held, problems }) => ({
            words: {
              zh: `备案 ${held} 的检查情况已登记，发现问题 ${problems} 项。`,
              en: `The check of filing ${held} is on record; ${problems} problems.`,
            },
          }),
        ),
    );
};
