/** What inspectors found, entered in a workbook: the last step, and the one that only makes sense once somebody has been there. */
import { minuteOf } from '../../today.ts';
import type { Step, Tour } from './ground.ts';
import { changeOf, workbookOf } from './workbook.ts';
import { filler } from './workbook-reply.ts';

export const outcomeSteps: readonly Step[] = [
  {
    id: 'outcome',
    title: { zh: '录入检查结果', en: 'What was found is entered' },
    lines: [
      {
        zh: '点上方的演练时间，走到 2025-07-08（检查实施期内）。',
        en: 'Press the practice time above and go on to 2025-07-08, within the weeks of visits.',
      },
      {
        zh: '换成县农业农村局联络员，输入 /mingchou 填报，重新领一个填报码（登录只管八小时）。',
        en: 'Become the liaison of the agriculture bureau and type /mingchou excel for a new code (one is signed in for eight hours).',
      },
      {
        zh: '在电子表格的填报窗格里登录，打开“检查结果录入”。灰色列由抽取给出，不用填。',
        en: 'Sign in within the spreadsheet and open 检查结果录入. Grey columns come from the draw and are not filled in.',
      },
      {
        zh: '挑一行派出两名检查人员的，填“检查结果”（如 未发现问题）、“检查日期”、检查方式和“实际检查人员”（与派出的相同，写“同派出”）。',
        en: 'In a row with two inspectors fill in 检查结果 (e.g. 未发现问题), 检查日期, how it was checked, and 实际检查人员 (同派出 if those who were sent went).',
      },
      {
        zh: '校验、提交。一行一项，填好几行交几行。',
        en: 'Check and submit. Each row goes for itself.',
      },
    ],
    as: filler.title,
    where: filler.channel,
    done: async ({ count }) => (await count('outcome-entered')) > 0,
    forMe: enterOne,
    inSpreadsheet: async () => null,
  },
];

/** One clean visit of two officers, on its first day. */
async function enterOne(tour: Tour): Promise<void> {
  const first = tour.sample.plan.tasks.find(({ lead }) => lead === filler.department)?.window.from ?? '';
  tour.clock.moveTo(`${first}T16:00`);
  await tour.moved();
  await tour.driver.settle();
  const on = minuteOf(tour.deps.now()).slice(0, 10);
  const workbook = await workbookOf(tour, filler.title);
  const line = (await workbook.books()).find(({ sheet }) => sheet === 'outcomes');
  if (line === undefined) return;
  const { rows } = await workbook.rows({ sheet: 'outcomes', book: line.book });
  const row = rows.find(({ cells }) => (cells.sent ?? '').includes('、'));
  if (row === undefined) return;
  const cells = {
    ...{ code: '未发现问题', checkedOn: on, methods: row.cells.planned ?? '实地检查' },
    inspectors: '同派出',
  };
  await workbook.submit({ sheet: 'outcomes', book: line.book, rows: [changeOf(row.id, row, cells)] }, line.year);
  await tour.driver.settle();
}
