/** The year's tasks month by month, joint, internal and from above in one list. */
import { dateInChinese } from '../../core/calendar.ts';
import type { CalendarEntry } from '../../core/plan/task-calendar.ts';
import type { Words } from '../../core/words.ts';
import type { YearCalendar } from '../verbs/plan/task-calendar.ts';
import { stateWords } from './plan.ts';

export const calendarSummary = ({ year, counts: { above, joint, department }, papers }: YearCalendar): Words => ({
  zh: `${year} 年抽查任务：上级任务 ${above} 项，本级部门联合 ${joint} 项，部门内部 ${department} 项；另有登记成文的部门计划 ${papers.length} 份。`,
  en: `Tasks of ${year}: ${above} from above, ${joint} joint, ${department} of one department; ${papers.length} plans registered as papers.`,
});

export const calendarLines = (
  { months, papers }: YearCalendar,
  nameOf: (department: string) => string,
): readonly Words[] => [
  ...months.flatMap(({ month, entries }) => [
    {
      zh: `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月（${entries.length} 项）`,
      en: `${month} (${entries.length})`,
    },
    ...entries.map((entry) => entryWords(entry, nameOf)),
  ]),
  ...papers.map(({ department, title, inForce }) => ({
    zh: `部门计划：${nameOf(department)}《${title}》，${inForce === null ? '草稿' : `自 ${inForce} 起施行`}`,
    en: `A plan of ${nameOf(department)}: ${title}, ${inForce === null ? 'a draft' : `from ${inForce}`}`,
  })),
];

function entryWords(entry: CalendarEntry, nameOf: (department: string) => string): Words {
  const { name, task, plan, state, reach, origin, departments, window } = entry;
  const kind =
    origin === 'own'
      ? reach === 'joint'
        ? { zh: '部门联合', en: 'joint' }
        : { zh: '部门内部', en: 'one department' }
      : { zh: '上级任务', en: 'from above' };
  const stands = state === 'above' ? { zh: '未列入本级计划', en: 'in no plan of ours' } : stateWords[state];
  const who = departments.map(nameOf);
  return {
    zh: `  ${dateInChinese(window.from)}至${dateInChinese(window.to)}【${kind.zh}】${name}（${task}，${plan}，${stands.zh}）：${who.join('、')}`,
    en: `  ${window.from} to ${window.to} [${kind.en}] ${name} (${task}, ${plan}, ${stands.en}): ${who.join(', ')}`,
  };
}
