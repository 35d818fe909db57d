/** exchange: problems, meetings, good practice, news and supervision. */
import type { Command } from 'commander';
import { parseDate } from '../../core/calendar.ts';
import { meetingKinds } from '../../core/exchange/meeting.ts';
import { problemAbouts } from '../../core/exchange/problem.ts';
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { decisionsIn } from '../chat/exchange/decisions.ts';
import { assignProblem } from '../verbs/exchange/assign-problem.ts';
import { answerMeeting, callMeeting } from '../verbs/exchange/call-meeting.ts';
import { holdMeeting } from '../verbs/exchange/hold-meeting.ts';
import { passOnPractice, sendNews, sharePractice } from '../verbs/exchange/practices.ts';
import { problemsHeld } from '../verbs/exchange/problems.ts';
import { raiseProblem } from '../verbs/exchange/raise-problem.ts';
import { recordSupervision } from '../verbs/exchange/record-supervision.ts';
import { solveProblem } from '../verbs/exchange/solve-problem.ts';
import { type Door, WrongCall, wholeNumber } from './door.ts';

export const exchangeCommands = (program: Command, door: Door): void => {
  problems(program.command('problem').description('督办事项 · problems and what becomes of them'), door);
  meetings(program.command('meeting').description('会议 · meetings'), door);
  sent(program, door);
};

function problems(group: Command, door: Door): void {
  group
    .command('raise <title> <words>')
    .description('提出问题 · raise a problem')
    .option('-a, --about <what>', problemAbouts.join('|'), 'work')
    .action((title: string, words: string, options: { readonly about: string }) => {
      const about = oneOf(problemAbouts, options.about);
      return door.act(
        (desk, actor) => raiseProblem(desk, actor, { about, title, words }),
        ({ problem, owner }) => ({
          words: { zh: `督办事项第 ${problem} 号，承办：${owner}。`, en: `Matter ${problem}, with ${owner}.` },
        }),
      );
    });
  group
    .command('assign <no> <owner> [words]')
    .description('交办 · hand a problem on')
    .option('-d, --due <date>', '期限 · by when')
    .action((no: string, owner: string, words: string | undefined, { due }: { readonly due?: string }) =>
      door.act(
        (desk, actor) =>
          assignProblem(desk, actor, { problem: wholeNumber(no), owner, due: dayOrNull(due), words: words ?? '' }),
        (problem) => ({
          words: {
            zh: `第 ${problem.no} 号已交办：${problem.owner}。`,
            en: `Matter ${problem.no} is with ${problem.owner}.`,
          },
        }),
      ),
    );
  group
    .command('solve <no> <words>')
    .description('办结 · close a problem')
    .action((no: string, words: string) =>
      door.act(
        (desk, actor) => solveProblem(desk, actor, { problem: wholeNumber(no), words }),
        (problem) => ({ words: { zh: `第 ${problem.no} 号已办结。`, en: `Matter ${problem.no} is closed.` } }),
      ),
    );
  group
    .command('list')
    .description('全部督办事项 · all of them')
    .action(() =>
      door.look(
        async (desk) => ok(await problemsHeld(desk.db)),
        (all) => ({
          words:
            all.length === 0
              ? { zh: '没有督办事项。', en: 'None.' }
              : all.map(
                  ({ no, title, owner, due, solved }): Words => ({
                    zh: `${no} ${title}：${solved === null ? `承办 ${owner}${due === null ? '' : `，期限 ${due}`}` : `已办结（${solved.on}）`}`,
                    en: `${no} ${title}: ${solved === null ? `with ${owner}${due === null ? '' : `, by ${due}`}` : `closed (${solved.on})`}`,
                  }),
                ),
        }),
      ),
    );
}

function meetings(group: Command, door: Door): void {
  group
    .command('call <title> <date> <place> <agenda>')
    .description('召集会议，议程每行一项 · call a meeting')
    .option('-k, --kind <kind>', meetingKinds.join('|'), 'liaison')
    .option('-t, --time <time>', '时间 · time', '')
    .option('-i, --invite <department...>', '参会单位，不写为全体 · who; everybody if left out')
    .action(
      (
        title: string,
        date: string,
        place: string,
        agenda: string,
        options: { readonly kind: string; readonly time: string; readonly invite?: string[] },
      ) => {
        const kind = oneOf(meetingKinds, options.kind);
        const { time, invite = [] } = options;
        return door.act(
          (desk, actor) =>
            callMeeting(desk, actor, { kind, title, on: day(date), time, place, agenda, invited: invite }),
          ({ meeting }) => ({ words: { zh: `会议编号 ${meeting}。`, en: `Meeting ${meeting}.` } }),
        );
      },
    );
  group
    .command('answer <no> <come|away> [words]')
    .description('会议回执 · answer a call')
    .action((no: string, answer: string, words?: string) => {
      const coming = oneOf(['come', 'away'], answer) === 'come';
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
    .option('-x, --absent <code...>', '未到会单位代码 · who did not come')
    .action((no: string, date: string, typed: string | undefined, { absent = [] }: { readonly absent?: string[] }) => {
      const decisions = decisionsIn(typed ?? '');
      if (!decisions.ok) throw new WrongCall(decisions.error);
      return door.act(
        (desk, actor) =>
          holdMeeting(desk, actor, { meeting: wholeNumber(no), on: day(date), absent, decisions: decisions.value }),
        ({ present, problems: made }) => ({
          words: {
            zh: `到会 ${present.length} 个单位，议定事项 ${made.length} 项${made.length === 0 ? '' : `（第 ${made.join('、')} 号）`}。`,
            en: `${present.length} came; ${made.length} matters${made.length === 0 ? '' : ` (${made.join(', ')})`}.`,
          },
        }),
      );
    });
}

function sent(program: Command, door: Door): void {
  const practice = program.command('practice').description('经验做法 · good practice');
  practice
    .command('share <title> <words>')
    .description('报送经验做法 · share good practice')
    .action((title: string, words: string) =>
      door.act(
        (desk, actor) => sharePractice(desk, actor, { title, words }),
        ({ practice: no }) => ({ words: { zh: `经验做法编号 ${no}。`, en: `Practice ${no}.` } }),
      ),
    );
  practice
    .command('pass-on <no>')
    .description('通报各单位 · pass it on to all')
    .action((no: string) =>
      door.act(
        (desk, actor) => passOnPractice(desk, actor, wholeNumber(no)),
        ({ to }) => ({ words: { zh: `已通报 ${to.length} 个单位。`, en: `Passed on to ${to.length}.` } }),
      ),
    );
  program
    .command('news <date> <title> [where]')
    .description('报送工作动态 · send work news')
    .action((date: string, title: string, where?: string) =>
      door.act(
        (desk, actor) => sendNews(desk, actor, { title, on: day(date), where: where ?? '' }),
        (news) => ({ words: { zh: `工作动态“${news.title}”已报送。`, en: `News “${news.title}” is on record.` } }),
      ),
    );
  program
    .command('supervise <department> <title> <words> [demand]')
    .description('登记指导督查；有整改要求的列为督办事项 · record a supervision')
    .option('-d, --due <date>', '整改期限 · by when')
    .action(
      (
        department: string,
        title: string,
        words: string,
        demand: string | undefined,
        { due }: { readonly due?: string },
      ) =>
        door.act(
          (desk, actor) =>
            recordSupervision(desk, actor, { department, title, words, demand: demand ?? '', due: dayOrNull(due) }),
          ({ problem }) => ({
            words:
              problem === null
                ? { zh: '已登记。', en: 'On record.' }
                : {
                    zh: `已登记，整改要求为督办事项第 ${problem} 号。`,
                    en: `On record; to be mended: matter ${problem}.`,
                  },
          }),
        ),
    );
}

function day(typed: string): string {
  const date = parseDate(typed);
  if (!date.ok) throw new WrongCall({ zh: `“${typed}”应写作 2025-09-30 这样的日期。`, en: `“${typed}” is no day.` });
  return date.value;
}

const dayOrNull = (typed: string | undefined): string | null => (typed === undefined ? null : day(typed));

function oneOf<T extends string>(all: readonly T[], typed: string): T {
  const found = all.find((each) => each === typed);
  if (found === undefined)
    throw new WrongCall({
      zh: `应写 ${all.join('、')} 之一，现为“${typed}”。`,
      en: `One of ${all.join(', ')}, not “${typed}”.`,
    });
  return found;
}
