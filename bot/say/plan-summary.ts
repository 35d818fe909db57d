/** A plan in figures as people read it: tasks by kind, visits by class, what is foreseen against targets, trades to join first. */
import type { Trade } from '../../core/plan/overlap.ts';
import { wordsOfFinding } from '../../core/plan/review/words.ts';
import type { PlanSummary } from '../../core/plan/summary.ts';
import { figures } from '../../core/policy/figure.ts';
import { sayScheme, wordsOfTarget } from '../../core/policy/words.ts';
import { wordsOfFigure } from '../../core/registry/words.ts';
import type { Words } from '../../core/words.ts';
import type { SummarisedPlan } from '../verbs/plan/summarise-plan.ts';
import { wordsOfDefinition } from './board.ts';
import { sayPlanState } from './plan-page.ts';

/** Trades shown: where items are many and checks frequent (三明 2025 二(四)). */
const tradesShown = 10;

export function sayPlanSummary({ plan, summary, foreseen, coverage, names }: SummarisedPlan): readonly Words[] {
  return [
    sayPlanState(plan),
    ...sayTasks(summary),
    ...summary.classes.map(({ scheme, label, subjects, selections }) => ({
      zh: `  ${label}类（${sayScheme(scheme).zh}）：在册 ${subjects} 户，全年抽取 ${selections} 户次`,
      en: `  class ${label} (${sayScheme(scheme).en}): ${subjects} subjects, ${selections} selections in the year`,
    })),
    {
      zh: `合并检查：抽取 ${summary.selections} 户次，合并后预计入户 ${summary.doors} 户次`,
      en: `Merging: ${summary.selections} selections come to ${summary.doors} doors, as expected`,
    },
    ...foreseen.map(({ figure, part, all, targets }) => {
      const { name } = figures[figure];
      const definition = wordsOfDefinition(figure);
      const { zh, en } = wordsOfFigure({ n: part, of: all, missing: [] });
      const asked = targets.map(({ value }) => wordsOfTarget(value));
      return {
        zh: `${name.zh}（预计）${zh}，口径：${definition.zh}${asked.map((each) => `；要求：${each.zh}`).join('')}`,
        en: `${name.en}, foreseen: ${en}, being ${definition.en}${asked.map((each) => `; asked: ${each.en}`).join('')}`,
      };
    }),
    ...coverage.map((each) => wordsOfFinding(each, names)),
    {
      zh: '各行业（事项数 × 部门数 × 抽取户次，由高到低）：',
      en: 'Trades by items × departments × selections, highest first:',
    },
    ...summary.trades.slice(0, tradesShown).map(sayTrade),
  ];
}

function sayTasks({ kinds, reach, origin, items, keyTasks }: PlanSummary): readonly Words[] {
  return [
    {
      zh: `任务：随机抽查 ${kinds.random}，重点监管 ${kinds.key}，定向（信用风险） ${kinds.targeted}，专项 ${kinds.special}`,
      en: `Tasks: random ${kinds.random}, key ${kinds.key}, targeted by risk ${kinds.targeted}, special ${kinds.special}`,
    },
    {
      zh: `  部门联合 ${reach.joint}，部门内部 ${reach.department}；本级 ${origin.own}，市级 ${origin.city}，省级 ${origin.province}`,
      en: `  joint ${reach.joint}, internal ${reach.department}; own ${origin.own}, city ${origin.city}, province ${origin.province}`,
    },
    {
      zh: `  涉及事项 ${items} 项，含重点领域事项的任务 ${keyTasks} 项`,
      en: `  ${items} items, ${keyTasks} tasks with an item of a key area`,
    },
  ];
}

/** A busy trade without a joint task is where joining should begin. */
function sayTrade({ trade, items, departments, checks, jointTasks }: Trade): Words {
  const isBusy = items * departments * checks > 0;
  const joint =
    jointTasks.length > 0
      ? { zh: `联合任务 ${jointTasks.join('、')}`, en: `joint tasks ${jointTasks.join(', ')}` }
      : isBusy
        ? { zh: '★ 尚无联合任务，优先联合', en: '★ no joint task yet: join these first' }
        : { zh: '尚无联合任务', en: 'no joint task' };
  return {
    zh: `  ${trade || '未写行业'}：事项 ${items}，部门 ${departments}，抽取 ${checks} 户次；${joint.zh}`,
    en: `  ${trade || 'no trade named'}: ${items} items, ${departments} departments, ${checks} selections; ${joint.en}`,
  };
}
