/** list keep, list board, item figures, plan summary: what stands in the registry and the plan, in figures and with what is missing. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { digestBytes, hexOf } from '../../core/digest.ts';
import { listWords } from '../../core/policy/words.ts';
import { sayBoard, sayFigures } from '../say/board.ts';
import { sayPlanSummary } from '../say/plan-summary.ts';
import { summarisePlan } from '../verbs/plan/summarise-plan.ts';
import { listBoard } from '../verbs/registry/board.ts';
import type { DocumentPart } from '../verbs/registry/documents.ts';
import { departmentFigures } from '../verbs/registry/figures.ts';
import { keepDocument } from '../verbs/registry/keep-document.ts';
import type { Door } from './door.ts';

/** Onto the group `list`. */
export function boardCommands(group: Command, door: Door): void {
  group
    .command('keep <list> <file>')
    .description('登记另行成文的细则、办法、计划等：只存摘要，不存文件 · register a paper by its digest')
    .option('--department <code>', '哪个单位的，不写则为本单位 · whose; your own otherwise')
    .option('--in-force <date>', '自何日起施行，不写则为草稿 · in force from; a draft otherwise')
    .option('--part <part=where>', '所含部分及其所在条款，可多次 · a part and where it stands', part)
    .option('--title <title>', '名称，不写则为文件名 · title; the file’s name otherwise')
    .action((list: string, file: string, options: KeepOptions) =>
      door.act(
        async (desk, actor) =>
          keepDocument(desk, actor, {
            list,
            department: options.department ?? actor.department,
            title: options.title ?? basename(file),
            digest: hexOf(digestBytes(await readFile(file))),
            inForce: options.inForce ?? null,
            parts: options.part ?? [],
          }),
        ({ list: key, department, version, inForce }) => ({
          words: {
            zh: `已登记 ${department} 的${listWords[key].zh}第 ${version} 版，${inForce === null ? '草稿' : `自 ${inForce} 起施行`}。`,
            en: `Version ${version} of the ${listWords[key].en} of ${department} is registered, ${inForce === null ? 'a draft' : `in force from ${inForce}`}.`,
          },
        }),
      ),
    );

  group
    .command('board')
    .description('清单看板：各单位按制度应有的清单、报送、公布与缺项 · what each department owes, has and lacks')
    .action(() =>
      door.look(
        (desk) => listBoard(desk),
        (value) => ({ words: sayBoard(value), json: value }),
      ),
    );
}

/** Onto the group `item`. */
export function figureCommands(group: Command, door: Door): void {
  group
    .command('figures')
    .description('认领、制定、合规、分解、计划和检查覆盖的比率及口径 · shares of items claimed, made, planned …')
    .option('--staff <department=file>', '单位执法人员名册（每行一个工号），可多次 · staff list, a number a line', pair)
    .action((options: { readonly staff?: readonly Pair[] }) =>
      door.look(
        async (desk) => {
          const staff = new Map<string, readonly string[]>();
          for (const { name, value } of options.staff ?? []) staff.set(name, linesOf(await readFile(value, 'utf8')));
          return departmentFigures(desk, { staff });
        },
        (value) => ({ words: sayFigures(value), json: value }),
      ),
    );
}

/** Onto the group `plan`. */
export function summaryCommands(group: Command, door: Door): void {
  group
    .command('summary <plan>')
    .description('计划的数字：任务种类、各类户次、差异化占比、覆盖面、各行业 · a plan in figures')
    .action((no: string) =>
      door.look(
        (desk) => summarisePlan(desk, no),
        (value) => {
          const { plan, summary, foreseen, coverage } = value;
          return {
            words: sayPlanSummary(value),
            json: { plan: plan.no, version: plan.version, summary, foreseen, coverage },
          };
        },
      ),
    );
}

interface KeepOptions {
  readonly department?: string;
  readonly inForce?: string;
  readonly part?: readonly DocumentPart[];
  readonly title?: string;
}

interface Pair {
  readonly name: string;
  readonly value: string;
}

function pairIn(text: string): Pair {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('应写作 名称=内容 · write name=value');
  return { name: text.slice(0, at), value: text.slice(at + 1) };
}

const pair = (text: string, before: readonly Pair[] = []): readonly Pair[] => [...before, pairIn(text)];

function part(text: string, before: readonly DocumentPart[] = []): readonly DocumentPart[] {
  const { name, value } = pairIn(text);
  return [...before, { part: name, where: value }];
}

const linesOf = (text: string): readonly string[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
