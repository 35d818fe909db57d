/** practice, news, supervise: what members and the supervising body tell each other of the work. */
import type { Command } from 'commander';
import { passOnPractice } from '../verbs/exchange/pass-on-practice.ts';
import { recordSupervision } from '../verbs/exchange/record-supervision.ts';
import { sendNews } from '../verbs/exchange/send-news.ts';
import { sharePractice } from '../verbs/exchange/share-practice.ts';
import { type Door, wholeNumber } from './door.ts';
import { dayIfTyped, dayTyped } from './typed.ts';

export const exchangeCommands = (program: Command, door: Door): void => {
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
        (desk, actor) => sendNews(desk, actor, { title, on: dayTyped(date), where: where ?? '' }),
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
            recordSupervision(desk, actor, { department, title, words, demand: demand ?? '', due: dayIfTyped(due) }),
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
};
