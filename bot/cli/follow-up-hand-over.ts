/** follow-up transfer, receive, return, refer-crime, answer-crime: what goes to somebody else, and comes back. */
import type { Command } from 'commander';
import { crimeAnswers, transferResults } from '../../core/follow-up/act.ts';
import { answerCrime } from '../verbs/follow-up/answer-crime.ts';
import { receiveTransfer } from '../verbs/follow-up/receive-transfer.ts';
import { referCrime } from '../verbs/follow-up/refer-crime.ts';
import { returnTransfer } from '../verbs/follow-up/return-transfer.ts';
import { transferCase } from '../verbs/follow-up/transfer-case.ts';
import { type Door, wholeNumber } from './door.ts';
import { about, doing, evidenceIn, evidenceOption, type Given, sayDone, type Texts } from './follow-up-about.ts';
import { oneOf } from './typed.ts';

export function handOverCommands(group: Command, door: Door): void {
  about(group.command('transfer <to> <reason>'))
    .description('移交案源，to 为接收单位（移送本单位办案机构的填本单位） · transfer a case')
    .option('--unit <name>', '办案机构 · the unit there', '')
    .addOption(evidenceOption())
    .action((to: string, reason: string, given: Given) =>
      doing(door, 'case-transferred', given, async (desk, actor, cases) =>
        transferCase(desk, actor, { cases, to, reason, unit: given.unit ?? '', evidence: await evidenceIn(given) }),
      ),
    );

  group
    .command('receive <transfer>')
    .description('移交签收 · sign for a transfer')
    .action((no: string) =>
      door.act((desk, actor) => receiveTransfer(desk, actor, { transfer: wholeNumber(no) }), sayDone),
    );

  group
    .command('return <transfer> <result>')
    .description(`反馈移交办理结果（${transferResults.join('|')}） · tell the result of a transfer`)
    .requiredOption('--on <date>', '办结日期 · day')
    .option('--number <number>', '决定书文号 · number of the decision', '')
    .option('--words <words>', '说明 · words', '')
    .action((no: string, result: string, given: Texts) =>
      door.act(
        (desk, actor) =>
          returnTransfer(desk, actor, {
            transfer: wholeNumber(no),
            result: oneOf(result, transferResults),
            on: given.on ?? '',
            number: given.number ?? '',
            words: given.words ?? '',
          }),
        sayDone,
      ),
    );

  about(group.command('refer-crime <to> <words>'))
    .description('移送涉嫌犯罪，to 为接收机关 · refer a suspected crime')
    .requiredOption('--on <date>', '移送日期 · day')
    .addOption(evidenceOption())
    .action((to: string, words: string, given: Given) =>
      doing(door, 'crime-referred', given, async (desk, actor, cases) =>
        referCrime(desk, actor, { cases, to, words, on: given.on ?? '', evidence: await evidenceIn(given) }),
      ),
    );

  about(group.command('answer-crime <answer> <number>'))
    .description(`涉嫌犯罪移送结果（${crimeAnswers.join('|')}） · the answer to a referral`)
    .requiredOption('--on <date>', '答复日期 · day')
    .option('--words <words>', '说明 · words', '')
    .action((answer: string, number: string, given: Given) =>
      doing(door, 'crime-answered', given, (desk, actor, cases) =>
        answerCrime(desk, actor, {
          cases,
          answer: oneOf(answer, crimeAnswers),
          number,
          on: given.on ?? '',
          words: given.words ?? '',
        }),
      ),
    );
}
