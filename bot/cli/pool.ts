/** pool: rounds of adjustment and moves between local pools. */
import { type Command, Option } from 'commander';
import { type Degree, degrees } from '../../core/outcome/degree.ts';
import type { Basis, PoolFact } from '../../core/registry/pool.ts';
import { ok } from '../../core/result.ts';
import { sayPoolBoard } from '../say/pools.ts';
import { departmentNames } from '../verbs/registry/departments.ts';
import { openPoolRound, proposePoolMove, settlePoolMove } from '../verbs/registry/move-pool.ts';
import { poolBoard } from '../verbs/registry/pool-board.ts';
import { type Door, WrongCall } from './door.ts';

export const poolCommands = (program: Command, door: Door): void => {
  const group = program.command('pool').description('监管库调整与移库 · pools and moves between them');
  const scheme = () => new Option('--scheme <id>', '分类方案 · the scheme of the pools').default('pool');

  group
    .command('board')
    .description(
      '各库户数（合计与名录库一致）、提出单位本年度检查情况 · pools in numbers, and what proposers still owe',
    )
    .action(() =>
      door.look(
        async (desk) => {
          const board = await poolBoard(desk);
          return board.ok ? ok({ board: board.value, nameOf: await departmentNames(desk.db) }) : board;
        },
        ({ board, nameOf }) => ({ words: sayPoolBoard(board, nameOf), json: board }),
      ),
    );

  group
    .command('round <no>')
    .description('开始一轮调整 · open a round of adjustment')
    .addOption(scheme())
    .option('--reason <words>', '当年超出规定次数的理由 · why one more than the policy has', '')
    .action((no: string, options: { readonly scheme: string; readonly reason: string }) =>
      door.act((desk, actor) => openPoolRound(desk, actor, { ...options, no }), sayFact),
    );

  group
    .command('propose <no> <subject> <from> <to>')
    .description('申请（推荐）移库 · propose a move')
    .addOption(scheme())
    .option('--ground <words>', '列入的情形 · ground of entry')
    .option('--ended <words>', '原情形不再存在的理由 · why the ground has ended')
    .option('--round <no>', '在哪一轮调整中 · in which round', '')
    .addOption(new Option('--violation <degree>', '检查发现违法 · a violation found').choices(degrees))
    .option('--clean', '检查未发现问题 · checked clean')
    .option('--outcome <no>', '检查结果编号 · number of the outcome', '')
    .option('--by-subject', '由企业自己申请 · the firm itself asked')
    .action((no: string, subject: string, from: string, to: string, options: ProposeOptions) =>
      door.act(
        (desk, actor) =>
          proposePoolMove(desk, actor, {
            scheme: options.scheme,
            no,
            subject,
            from,
            to,
            basis: basisOf(options),
            bySubject: options.bySubject === true,
            lastCheck: options.outcome === '' ? null : { outcome: options.outcome, clean: options.clean === true },
          }),
        sayFact,
      ),
    );

  group
    .command('confirm <no>')
    .description('核实确认移库 · confirm a move')
    .addOption(scheme())
    .action((no: string, options: { readonly scheme: string }) =>
      door.act((desk, actor) => settlePoolMove(desk, actor, { ...options, no }), sayFact),
    );

  group
    .command('refuse <no>')
    .description('不予确认 · refuse a move')
    .addOption(scheme())
    .requiredOption('--reason <words>', '理由 · the reason')
    .action((no: string, options: { readonly scheme: string; readonly reason: string }) =>
      door.act(
        (desk, actor) => settlePoolMove(desk, actor, { scheme: options.scheme, no, refusedBecause: options.reason }),
        sayFact,
      ),
    );
};

interface ProposeOptions {
  readonly scheme: string;
  readonly ground?: string;
  readonly ended?: string;
  readonly round: string;
  readonly violation?: Degree;
  readonly clean?: true;
  readonly outcome: string;
  readonly bySubject?: true;
}

/** Exactly one basis carries a move. */
function basisOf({ ground, ended, round, violation, clean, outcome }: ProposeOptions): Basis {
  const found: Basis[] = [];
  if (ground !== undefined) found.push({ kind: 'ground', ground, round });
  if (ended !== undefined) found.push({ kind: 'ended', reason: ended, round });
  if (violation !== undefined) found.push({ kind: 'violation', degree: violation, outcome });
  if (clean) found.push({ kind: 'clean', outcome });
  const [basis, another] = found;
  if (basis === undefined || another !== undefined) {
    throw new WrongCall({
      zh: '请写明且只写明一种依据：--ground、--ended、--violation 或 --clean。',
      en: 'State exactly one of --ground, --ended, --violation, --clean.',
    });
  }
  return basis;
}

function sayFact(fact: PoolFact) {
  switch (fact.kind) {
    case 'round-opened':
      return {
        words: { zh: `第 ${fact.no} 轮调整自 ${fact.on} 开始。`, en: `Round ${fact.no} is open from ${fact.on}.` },
      };
    case 'move-proposed':
      return {
        words: {
          zh: `${fact.subject} 由 ${fact.from} 库移入 ${fact.to} 库的申请 ${fact.no} 已登记，待联席办核实确认。`,
          en: `Move ${fact.no} of ${fact.subject} from ${fact.from} to ${fact.to} awaits the office.`,
        },
      };
    case 'move-confirmed':
      return { words: { zh: `移库 ${fact.no} 自 ${fact.on} 起生效。`, en: `Move ${fact.no} holds from ${fact.on}.` } };
    case 'move-refused':
      return {
        words: { zh: `移库 ${fact.no} 不予确认：${fact.reason}。`, en: `Move ${fact.no} is refused: ${fact.reason}.` },
      };
  }
}
