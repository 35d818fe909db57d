/** figures, number: figures with the rows behind them, and numbers from elsewhere. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { figureNamed } from '../../core/bulletin/count.ts';
import type { FigureValue } from '../../core/bulletin/figure.ts';
import { numberKeys, numberNamed, numberWords } from '../../core/bulletin/number.ts';
import { lackingWords } from '../../core/bulletin/words.ts';
import { yearOf } from '../../core/calendar.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { lineOf } from '../chat/bulletin/figures.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { sayRefusal } from '../say/refusal.ts';
import { dayOf } from '../today.ts';
import { figuresShown, type RowShown, rowsBehind } from '../verbs/bulletin/shown.ts';
import { stateNumbers, stateNumbersFrom } from '../verbs/bulletin/state-numbers.ts';
import { actorOf } from '../verbs/people/roll.ts';
import { type Door, WrongCall } from './door.ts';
import { dayIfTyped } from './typed.ts';

export const figureLookCommands = (program: Command, door: Door): void => {
  figures(program, door);
  numbers(program.command('number').description('申报其他系统产生的数据 · numbers that arise elsewhere'), door);
};

interface Asked {
  readonly from?: string;
  readonly to?: string;
  readonly department?: string;
  readonly figure?: string;
  readonly rows?: true;
}

interface FiguresAnswer {
  readonly from: string;
  readonly to: string;
  readonly figures: readonly FigureValue[];
  /** Null where they were not asked for. */
  readonly rows: readonly RowShown[] | null;
  /** Rows of other departments, which are counted only. */
  readonly hidden: number;
}

function figures(program: Command, door: Door): void {
  program
    .command('figures')
    .description('各项指标，附口径、目标和明细 · figures with definition, goal and rows')
    .option('--from <date>', '起始日期，默认本年 1 月 1 日 · from')
    .option('--to <date>', '截止日期，默认今天 · to')
    .option('-d, --department <code>', '一个单位的 · of one department')
    .option('-f, --figure <name>', '一个指标，如 on-time 或其中文名 · one figure')
    .option('-r, --rows', '列出该指标的全部明细 · the rows behind it')
    .action((asked: Asked) =>
      door.look(
        async (desk): Promise<Result<FiguresAnswer, Refusal>> => {
          const { as } = program.opts<{ readonly as?: string }>();
          const actor = as === undefined ? null : await actorOf(desk, as);
          if (as !== undefined && actor === null) return refuse('people', { reason: 'no-such-person', person: as });
          const today = dayOf(desk.now());
          const [from, to] = [dayIfTyped(asked.from) ?? `${yearOf(today)}-01-01`, dayIfTyped(asked.to) ?? today];
          const department = asked.department ?? null;
          if (asked.figure === undefined) {
            const shown = await figuresShown(desk, actor, { from, to, department });
            return shown.ok ? ok({ from, to, figures: shown.value.figures, rows: null, hidden: 0 }) : shown;
          }
          const figure = figureNamed(asked.figure);
          if (figure === null) throw noFigure(asked.figure);
          const behind = await rowsBehind(desk, actor, { figure, from, to, department });
          if (!behind.ok) return behind;
          const { value, rows, hidden } = behind.value;
          return ok({ from, to, figures: [value], rows: asked.rows === true ? rows : null, hidden });
        },
        ({ from, to, figures: shown, rows, hidden }) => ({
          words: [
            {
              zh: `统计期间 ${from} 至 ${to}（另选期间请用 --from、--to，如 --from 2025-01-01 --to 2025-12-31）`,
              en: `${from} to ${to} (choose by --from and --to, such as --from 2025-01-01 --to 2025-12-31)`,
            },
            ...shown.map(lineOf),
            ...(rows ?? []).map(({ name, who, lacking, n, of }): Words => {
              const why = lacking === null ? { zh: '计入', en: 'counts' } : lackingWords[lacking];
              const weight = of > 1 ? `（${n}÷${of}）` : '';
              return { zh: `  ${who}　${name}　${why.zh}${weight}`, en: `  ${who} ${name}: ${why.en}${weight}` };
            }),
            ...(hidden === 0
              ? []
              : [{ zh: `另有 ${hidden} 项属于其他单位，不列出。`, en: `${hidden} more are of others.` }]),
          ],
        }),
      ),
    );
}

function numbers(group: Command, door: Door): void {
  group
    .command('state <numbers...>')
    .description('逐项写“数据项=数值” · name=number, several')
    .requiredOption('--from <date>', '起始日期 · from')
    .requiredOption('--to <date>', '截止日期 · to')
    .requiredOption('-s, --source <words>', '数据来源 · where they come from')
    .option('-d, --department <code>', '单位，默认本人单位 · whose numbers')
    .action((typed: readonly string[], options: { from: string; to: string; source: string; department?: string }) =>
      door.act(
        (desk, actor) =>
          stateNumbers(desk, actor, {
            department: options.department ?? actor.department,
            from: options.from,
            to: options.to,
            source: options.source,
            numbers: typed.map(numberIn),
          }),
        ({ count, corrected }) => ({
          words: {
            zh: `${count} 个数已${corrected ? '更正' : '登记'}。`,
            en: `${count} numbers ${corrected ? 'corrected' : 'on record'}.`,
          },
        }),
      ),
    );
  group
    .command('import <file>')
    .description('申报数据表（.xlsx 或 CSV）：单位、数据项、起始日期、截止日期、数值、数据来源 · a sheet of numbers')
    .action((file: string) =>
      door.act(
        async (desk, actor) => stateNumbersFrom(desk, actor, { bytes: await readFile(file), file: basename(file) }),
        ({ taken, refused, rejected }) => ({
          words: [
            ...taken.map(({ department, from, to, count, corrected }) => ({
              zh: `${department} ${from} 至 ${to}：${count} 个数已${corrected ? '更正' : '登记'}。`,
              en: `${department} ${from} to ${to}: ${count} numbers ${corrected ? 'corrected' : 'on record'}.`,
            })),
            ...refused.map(sayRefusal),
            ...(rejected.length === 0
              ? []
              : [
                  {
                    zh: `${rejected.length} 行未能读取：第 ${rejected.map(({ row }) => row + 1).join('、')} 行。`,
                    en: `${rejected.length} rows could not be read: ${rejected.map(({ row }) => row + 1).join(', ')}.`,
                  },
                ]),
          ],
        }),
      ),
    );
  group
    .command('keys')
    .description('可以申报的数据项 · what can be stated')
    .action(() =>
      door.apart(
        async () => ok(numberKeys),
        (keys) => ({
          words: keys.map((key) => ({ zh: `${key}　${numberWords(key).zh}`, en: `${key}  ${numberWords(key).en}` })),
        }),
      ),
    );
}

const noFigure = (text: string): WrongCall =>
  new WrongCall({ zh: `没有“${text}”这个指标，请用 figures 查看。`, en: `There is no figure “${text}”; see figures.` });

/** `news=3`, or by its Chinese name. */
function numberIn(text: string): { readonly key: string; readonly n: number } {
  const at = text.lastIndexOf('=');
  const key = at < 0 ? null : numberNamed(text.slice(0, at));
  const n = text.slice(at + 1);
  if (key === null || !/^\d{1,9}$/.test(n))
    throw new WrongCall({
      zh: `应写“数据项=整数”，如 news=3，现为“${text}”；数据项见 number keys。`,
      en: `Write name=number, such as news=3, not “${text}”; names are in number keys.`,
    });
  return { key, n: Number(n) };
}
