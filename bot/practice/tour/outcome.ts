/** What inspectors found, entered in a workbook: the last step, and the one that only makes sense once somebody has been there. */
import { minuteOf } from '../../today.ts';
import type { Step, Tour } from './ground.ts';
import { changeOf, workbookOf } from './workbook.ts';
import { filler } from './workbook-reply.ts';

export const outcomeSteps: readonly Step[] = [
  {
    id: 'outcome',
    title: { zh: '录入检查结果', en: 'What was found is entered' },
    text: {
      zh: '先把演练时间走到检查期内：点上方的时间，选 2025-07-08。换成县农业农村局联络员，重新领一个填报码（登录只管八小时），在电子表格里登录，打开“检查结果录入”。灰色列是抽取给出的；挑一行派出两名检查人员的，填“检查结果”（如 未发现问题）、“检查日期”、“核查方式”，校验、提交。一行一项，填好几行交几行。',
      en: 'First move the practice time into the weeks of visits: press the time above and choose 2025-07-08. Become the liaison of the agriculture bureau, get a new code (one is signed in for eight hours), sign in within the spreadsheet and open 检查结果录入. Grey columns come from the draw. In a row with two inspectors fill in 检查结果 (e.g. 未发现问题), 检查日期 and 核查方式, check and submit. Each row goes for itself.',
    },
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
  const cells = { code: '未发现问题', checkedOn: on, methods: row.cells.planned ?? '实地检查' };
  await workbook.submit({ sheet: 'outcomes', book: line.book, rows: [changeOf(row.id, row, cells)] }, line.year);
  await tour.driver.settle();
}
