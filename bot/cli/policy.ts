/** policy: which document is in force; holidays: which days are worked. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { forceOn } from '../../core/policy/due.ts';
import type { NoticeRow } from '../../core/policy/holidays.ts';
import type { Override } from '../../core/policy/override.ts';
import { wordsOfForce } from '../../core/policy/words.ts';
import { ok } from '../../core/result.ts';
import { textOf } from '../../core/sheet/grid.ts';
import { openFile } from '../../core/sheet/open.ts';
import { refuse } from '../refusal.ts';
import { headOf, rulesOf } from '../say/policy.ts';
import { dayOf } from '../today.ts';
import { adoptPolicy } from '../verbs/registry/adopt-policy.ts';
import { loadHolidays } from '../verbs/registry/load-holidays.ts';
import { overridePolicy } from '../verbs/registry/override-policy.ts';
import { policyInForce } from '../verbs/registry/policy-in-force.ts';
import { type Door, WrongCall, wholeNumber } from './door.ts';

export const policyCommands = (program: Command, door: Door): void => {
  const group = program.command('policy').description('制度文件 · policies');

  group
    .command('list')
    .description('随系统提供的制度文件 · the documents that come with the product')
    .action(() =>
      door.look(
        async (desk) => {
          const on = dayOf(desk.now());
          const inForce = await policyInForce(desk.db, on);
          return ok(
            desk.policies.map((policy) => ({ policy, adopted: inForce?.id === policy.id, force: forceOn(policy, on) })),
          );
        },
        (all) => ({
          words: all.map(({ policy, adopted, force }) => {
            const state = wordsOfForce(force);
            return {
              zh: `${adopted ? '● ' : '  '}${policy.id}  ${policy.name.zh}（${state.zh}）${adopted ? ' 已启用' : ''}`,
              en: `${adopted ? '● ' : '  '}${policy.id}  ${policy.name.en} (${state.en})${adopted ? ', adopted' : ''}`,
            };
          }),
          json: all.map(({ policy, adopted, force }) => ({
            id: policy.id,
            name: policy.name,
            from: policy.from,
            adopted,
            force,
          })),
        }),
      ),
    );

  group
    .command('adopt <id>')
    .description('启用制度文件 · put a policy in force')
    .action((id: string) =>
      door.act(
        (desk, actor) => adoptPolicy(desk, actor, id),
        ({ policy, from }) => ({
          words: { zh: `已启用 ${policy}，自 ${from} 起适用。`, en: `${policy} is in force from ${from}.` },
        }),
      ),
    );

  group
    .command('show [id]')
    .description('逐条列出规定及其条款；不写编号则为现行的 · every rule with document and clause')
    .option('--on <date>', '哪一天的规定 · as on that day')
    .action((id: string | undefined, options: { readonly on?: string }) =>
      door.look(
        async (desk) => {
          const on = options.on ?? dayOf(desk.now());
          const policy =
            id === undefined
              ? await policyInForce(desk.db, on)
              : (desk.policies.find((each) => each.id === id) ?? null);
          if (policy !== null) return ok({ policy, rules: rulesOf(policy, on) });
          return id === undefined
            ? refuse('registry', { reason: 'no-policy', on })
            : refuse('registry', { reason: 'unknown-policy', policy: id, known: desk.policies.map((each) => each.id) });
        },
        ({ policy, rules }) => ({
          words: [
            ...headOf(policy),
            ...rules.map(({ words, source }) => ({
              zh: `· ${words.zh}\n    ${source.zh}`,
              en: `· ${words.en}\n    ${source.en}`,
            })),
          ],
          json: { id: policy.id, name: policy.name, from: policy.from, rules },
        }),
      ),
    );

  group
    .command('override <file>')
    .description('录入上位规定（JSON）· enter a higher rule, as JSON')
    .action((file: string) =>
      door.act(
        async (desk, actor) => overridePolicy(desk, actor, overrideIn(await readFile(file, 'utf8'), file)),
        ({ policy }) => ({
          words: { zh: `已录入 ${policy} 的上位规定。`, en: `The higher rule stands over ${policy}.` },
        }),
      ),
    );

  program
    .command('holidays')
    .description('放假安排 · holiday notices')
    .command('load <year> <file>')
    .description('录入一年的放假安排：两列，日期与“休”或“调休上班” · load a year from date and type')
    .requiredOption('--source <document>', '通知文号 · number of the notice')
    .action((year: string, file: string, options: { readonly source: string }) =>
      door.act(
        async (desk, actor) => {
          const opened = await openFile(await readFile(file));
          if (!opened.ok) return refuse('registry', { reason: 'file', file: basename(file), why: opened.error });
          const grid = opened.value[0]?.rows ?? [];
          const rows = noticeRows(
            grid.map((row) => row.map(textOf)),
            wholeNumber(year),
          );
          return loadHolidays(desk, actor, { year: wholeNumber(year), source: options.source, rows });
        },
        (notice) => ({
          words: {
            zh: `已录入 ${notice.year} 年放假安排：休息 ${notice.rest.length} 天，调休上班 ${notice.makeUp.length} 天。`,
            en: `${notice.year}: ${notice.rest.length} rest days, ${notice.makeUp.length} make-up days.`,
          },
        }),
      ),
    );
};

/** Rows with a date in the first column; a table of several years gives the rows of the year asked for. */
function noticeRows(table: readonly (readonly string[])[], year: number): readonly NoticeRow[] {
  return table
    .filter(([first = '']) => /^\d/.test(first.trim()))
    .map(([date = '', type = '']) => ({ date: date.trim(), type: type.trim() }))
    .filter(({ date }) => !/^\d{4}-/.test(date) || date.startsWith(`${year}-`) || date >= `${year - 1}-12-28`)
    .filter(({ date }) => !/^\d{4}-/.test(date) || date <= `${year}-12-31`);
}

/** Its shape is the program's own; `withOverride` judges what it says. */
function overrideIn(text: string, file: string): Override {
  const wrong = () =>
    new WrongCall({
      zh: `${file} 应为 JSON：{ from, items, source: { document, clause, quote }, change }。`,
      en: `${file} must be JSON: { from, items, source: { document, clause, quote }, change }.`,
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong();
  }
  if (!isOverride(value)) throw wrong();
  return value;
}

const kinds = ['cap', 'coverage', 'draws-per-year', 'window', 'deadline', 'target'];

function isOverride(value: unknown): value is Override {
  if (!isObject(value) || !isObject(value.source) || !isObject(value.change)) return false;
  const { from, items, source, change } = value;
  const words = [source.document, source.clause, source.quote];
  return (
    typeof from === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(from) &&
    Array.isArray(items) &&
    items.every((each) => typeof each === 'string') &&
    words.every((each) => typeof each === 'string') &&
    kinds.includes(String(change.kind))
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
