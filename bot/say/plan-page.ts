/** A plan, its tasks and its sheets as people read them. */
import { dateInChinese } from '../../core/calendar.ts';
import type { Plan, Task } from '../../core/plan/task.ts';
import type { RowRefusal } from '../../core/plan/task-of-row.ts';
import { type Names, wordsOfShare } from '../../core/plan/words.ts';
import { never } from '../../core/result.ts';
import { wordsOfFaulty } from '../../core/sheet/words.ts';
import type { Words } from '../../core/words.ts';
import type { PlanSheet } from '../verbs/plan/read-plan-sheet.ts';
import { stateWords } from './plan.ts';

export function sayPlanState({ no, version, year, state, tasks, published }: Plan): Words {
  const at = (day: (on: string) => string): readonly string[] =>
    published.map(({ channel, where, on }) => `${channel} ${where} ${day(on)}`);
  const where =
    published.length === 0
      ? { zh: '', en: '' }
      : { zh: `，公示于 ${at(dateInChinese).join('；')}`, en: `; published at ${at((on) => on).join('; ')}` };
  return {
    zh: `计划 ${no}（${year} 年度）第 ${version} 版，${tasks.length} 项任务，${stateWords[state].zh}${where.zh}。`,
    en: `Plan ${no} for ${year}, version ${version}, ${tasks.length} tasks: ${stateWords[state].en}${where.en}.`,
  };
}

export function sayTask(task: Task, names: Names): Words {
  const { department } = names;
  const partners = task.partners.map(department);
  const frame = [...task.frame.tags, ...task.frame.types, ...task.frame.places].join('、');
  const drawn = quotaWords(task);
  return {
    zh: `  ${task.no} ${task.name}：牵头 ${department(task.lead)}${partners.length === 0 ? '' : `，配合 ${partners.join('、')}`}；对象 ${frame || '全部'}；${drawn.zh}；${dateInChinese(task.window.from)}至${dateInChinese(task.window.to)}`,
    en: `  ${task.no} ${task.name}: led by ${department(task.lead)}${partners.length === 0 ? '' : ` with ${partners.join(', ')}`}; ${frame || 'everybody'}; ${drawn.en}; ${task.window.from} to ${task.window.to}`,
  };
}

/** How many a task draws, class by class. */
export function quotaWords({ quota, scheme }: Task): Words {
  if (quota.kind === 'total') return { zh: `共 ${quota.n} 户`, en: `${quota.n} in all` };
  const tiers = quota.tiers.map(({ label, share }) => ({ label, words: wordsOfShare(share) }));
  if (scheme === '') return tiers[0]?.words ?? { zh: '', en: '' };
  return {
    zh: tiers.map(({ label, words }) => `${label}类${words.zh}`).join('、'),
    en: tiers.map(({ label, words }) => `${label} ${words.en}`).join(', '),
  };
}

/** What a department's sheet came to: rows taken, rows that could not be read, and what people must look at. */
export function sayPlanSheet(file: string, { rows, rejected, unusable, doubts }: PlanSheet): readonly Words[] {
  return [
    {
      zh: `${file}：编入 ${rows.length} 行，未能读取 ${rejected.length + unusable.length} 行。`,
      en: `${file}: ${rows.length} rows taken, ${rejected.length + unusable.length} could not be read.`,
    },
    ...rejected
      .flatMap(({ faults }) => faults.map(wordsOfFaulty))
      .map(({ zh, en }) => ({ zh: `  ${zh}`, en: `  ${en}` })),
    ...unusable.map(({ row, name, why }) => {
      const words = rowRefusalWords(why);
      return { zh: `  第 ${row} 行“${name}”：${words.zh}。`, en: `  row ${row}, “${name}”: ${words.en}.` };
    }),
    ...doubts.flatMap(({ row, task, unlistedItems, unknownSubjects }) => [
      ...unlistedItems.map((item) => ({
        zh: `  第 ${row} 行任务 ${task}：事项“${item}”不在抽查事项清单内，请核对名称。`,
        en: `  row ${row}, task ${task}: the item list has no “${item}”; look at its name.`,
      })),
      ...(unknownSubjects === null
        ? []
        : [
            {
              zh: `  第 ${row} 行任务 ${task}：“${unknownSubjects}”对应不到名录库的监管标签，请写明标签。`,
              en: `  row ${row}, task ${task}: no tag of the register occurs in “${unknownSubjects}”; name the tags.`,
            },
          ]),
    ]),
  ];
}

function rowRefusalWords(why: RowRefusal): Words {
  switch (why.kind) {
    case 'no-window':
      return {
        zh: `“${why.text}”没有写明检查的起止日期；请补上，或用 --window 写明`,
        en: `“${why.text}” names no first and last day; add them or state --window`,
      };
    case 'level-not-chosen':
      return {
        zh: `比例按层级分别规定（${why.levels.join('、')}）；请用 --level 写明取哪一级`,
        en: `its ratio differs by level (${why.levels.join(', ')}); say which by --level`,
      };
    case 'no-such-scheme':
      return {
        zh: `没有一种分类方案有 ${why.labels.join('、')} 各类；请用 --scheme 写明`,
        en: `no scheme has the classes ${why.labels.join(', ')}; say which by --scheme`,
      };
    default:
      return never(why);
  }
}
