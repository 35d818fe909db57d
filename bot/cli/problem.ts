/** problem: 督办事项 raised, handed on, closed and listed. */
import type { Command } from 'commander';
import { problemAbouts } from '../../core/exchange/problem.ts';
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { assignProblem } from '../verbs/exchange/assign-problem.ts';
import { problemsHeld } from '../verbs/exchange/problems.ts';
import { raiseProblem } from '../verbs/exchange/raise-problem.ts';
import { solveProblem } from '../verbs/exchange/solve-problem.ts';
import { type Door, wholeNumber } from './door.ts';
import { dayIfTyped, oneOf } from './typed.ts';

export const problemCommands = (program: Command, door: Door): void => {
  const group = program.command('problem').description('督办事项 · problems and what becomes of them');
  group
    .command('raise <title> <words>')
    .description('提出问题 · raise a problem')
    .option('-a, --about <what>', problemAbouts.join('|'), 'work')
    .action((title: string, words: string, options: { readonly about: string }) => {
      const about = oneOf(options.about, problemAbouts);
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
          assignProblem(desk, actor, { problem: wholeNumber(no), owner, due: dayIfTyped(due), words: words ?? '' }),
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
};
