/** meeting: called, answered, and put on record with what was decided. */
import type { Command } from 'commander';
import { meetingKinds } from '../../core/exchange/meeting.ts';
import { decisionsIn } from '../chat/exchange/decisions.ts';
import { answerMeeting } from '../verbs/exchange/answer-meeting.ts';
import { callMeeting } from '../verbs/exchange/call-meeting.ts';
import { holdMeeting } from '../verbs/exchange/hold-meeting.ts';
import { type Door, WrongCall, wholeNumber } from './door.ts';
import { dayTyped, namesTyped, oneOf } from './typed.ts';

export const meetingCommands = (program: Command, door: Door): void => {
  const group = program.command('meeting').description('会议 · meetings');
  group
    .command('call <title> <date> <place> <agenda>')
    .description('召集会议，议程每行一项 · call a meeting')
    .option('-k, --kind <kind>', meetingKinds.join('|'), 'liaison')
    .option('-t, --time <time>', '时间 · time', '')
    .option(
      '-i, --invite <departments>',
      '参会单位，可多个，用逗号隔开；不写为全体 · who; everybody if left out',
      namesTyped,
    )
    .action(
      (
        title: string,
        date: string,
        place: string,
        agenda: string,
        options: { readonly kind: string; readonly time: string; readonly invite?: readonly string[] },
      ) => {
        const kind = oneOf(options.kind, meetingKinds);
        const { time, invite = [] } = options;
        return door.act(
          (desk, actor) =>
            callMeeting(desk, actor, { kind, title, on: dayTyped(date), time, place, agenda, invited: invite }),
          ({ meeting }) => ({ words: { zh: `会议编号 ${meeting}。`, en: `Meeting ${meeting}.` } }),
        );
      },
    );
  group
    .command('answer <no> <come|away> [words]')
    .description('会议回执 · answer a call')
    .action((no: string, answer: string, words?: string) => {
      const coming = oneOf(answer, ['come', 'away']) === 'come';
      return door.act(
        (desk, actor) => answerMeeting(desk, actor, { meeting: wholeNumber(no), coming, words: words ?? '' }),
        () => ({
          words: coming ? { zh: '已答复：参加。', en: 'Coming.' } : { zh: '已答复：请假。', en: 'Not coming.' },
        }),
      );
    });
  group
    .command('held <no> <date> [decisions]')
    .description('会议记录；议定事项每行“事项；承办单位；期限” · minutes')
    .option('-x, --absent <codes>', '未到会单位代码，可多个，用逗号隔开 · who did not come', namesTyped)
    .action(
      (
        no: string,
        date: string,
        typed: string | undefined,
        { absent = [] }: { readonly absent?: readonly string[] },
      ) => {
        const decisions = decisionsIn(typed ?? '');
        if (!decisions.ok) throw new WrongCall(decisions.error);
        return door.act(
          (desk, actor) =>
            holdMeeting(desk, actor, {
              meeting: wholeNumber(no),
              on: dayTyped(date),
              absent,
              decisions: decisions.value,
            }),
          ({ present, problems: made }) => ({
            words: {
              zh: `到会 ${present.length} 个单位，议定事项 ${made.length} 项${made.length === 0 ? '' : `（第 ${made.join('、')} 号）`}。`,
              en: `${present.length} came; ${made.length} matters${made.length === 0 ? '' : ` (${made.join(', ')})`}.`,
            },
          }),
        );
      },
    );
};
