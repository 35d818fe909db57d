/** What inspectors found: one item in a workbook, the other on the phone at the door, where the inspected reads and signs; then a second look. */
import { addDays } from '../../../core/calendar.ts';
import type { VisitFinished } from '../../../core/visit/fact.ts';
import { minuteOf } from '../../today.ts';
import type { OutcomeEntered } from '../../verbs/outcome/enter.ts';
import type { OutcomesReviewed } from '../../verbs/outcome/reviewed.ts';
import type { FormSigned } from '../../verbs/outcome/sign.ts';
import { browserOf, valuesOf } from '../browser.ts';
import type { Person } from '../workspace/driver-person.ts';
import { pressed } from './draw.ts';
import { ofFiller } from './filler-facts.ts';
import { NotDoneForMe, type Step, type Tour } from './ground.ts';
import { visitDay } from './visit.ts';
import { changeOf, workbookOf } from './workbook.ts';
import { filler } from './workbook-reply.ts';

const officer = '县农业农村局执法人员';
const reviewer = '县农业农村局结果审核员';
/** From the visit to the day by which it is put right. */
const daysToCorrect = 14;

export const outcomeSteps: readonly Step[] = [
  {
    id: 'outcome',
    title: { zh: '录入检查结果：电子表格', en: 'What was found, in a workbook' },
    lines: [
      {
        zh: '点上方的演练时间，走到 2025-07-08（通知的检查日期）。',
        en: 'Press the practice time above and go on to 2025-07-08, the day of the visit.',
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
        zh: '只填一行，另一行留到手机上：“检查结果”（如 未发现问题）、“检查日期”、检查方式和“实际检查人员”（与派出的相同，写“同派出”）。',
        en: 'Fill in one row and leave the other for the phone: 检查结果 (e.g. 未发现问题), 检查日期, how it was checked, and 实际检查人员 (同派出 if those who were sent went).',
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
  {
    id: 'phone',
    title: { zh: '在门店用手机录入，请被检查人签章', en: 'At the door: entered on the phone, read and signed' },
    lines: [
      {
        zh: '换成县农业农村局执法人员，在私聊的检查任务下点“手机检查表”，打开链接、登录，点开这一户。',
        en: 'Become the bureau’s inspector, press 手机检查表 (form on the phone) in the private conversation, open the link, sign in and open the visit.',
      },
      {
        zh: '点“录入本单位”。检查结果选“发现问题待后续处理”，勾上到场的两人；展开“发现问题的，填写这里”：写明问题，处置选“责令改正”，整改期限 2025-07-22。录入。',
        en: 'Press 录入本单位. Choose 发现问题待后续处理 (a problem), tick both officers; below describe it, order a correction (责令改正) by 2025-07-22, and enter.',
      },
      {
        zh: '点“交被检查人阅核签章”，把手机交给被检查人：写姓名、职务，勾上“检查人员已出示执法证件”，确认。现场检查随之登记，本单位这一户随之办结。',
        en: 'Press 交被检查人阅核签章 and hand the phone over: name and position, certificates shown, confirm. The visit is recorded and finished along with it.',
      },
      {
        zh: '没有勾的，再回私聊点“现场检查”登记，然后点“办结”。',
        en: 'Without the tick, press 现场检查 (at the door) in the private conversation, then 办结 (finish).',
      },
    ],
    as: officer,
    where: '私聊',
    done: async (tour) => (await hasSigned(tour)) && (await ofFiller<VisitFinished>(tour, 'visit-finished')).length > 0,
    forMe: enterByPhone,
  },
  {
    id: 'review',
    title: { zh: '换一个人审核结果', en: 'Somebody else reviews it' },
    lines: [
      {
        zh: '录入的、到场的都不能审核：换成县农业农村局结果审核员，在私聊里看待审核的结果。',
        en: 'Neither who entered it nor who was there may: become the bureau’s reviewer and read what waits in the private conversation.',
      },
      {
        zh: '点“全部通过”；也可以“退回”一条，写明原因，由录入人改了再审。',
        en: 'Press 全部通过 (pass all), or return one with a reason and pass it once it is mended.',
      },
    ],
    as: reviewer,
    where: '私聊',
    done: async (tour) => (await ofFiller<OutcomesReviewed>(tour, 'outcomes-reviewed')).some(({ body }) => body.passed),
    forMe: (tour) => pressed(tour, reviewer, '全部通过'),
  },
];

/** On to the day of the visit, at whatever hour it was said last. */
async function onVisitDay(tour: Tour, hour: string): Promise<string> {
  tour.clock.moveTo(`${visitDay}T${hour}`);
  await tour.moved();
  await tour.driver.settle();
  return minuteOf(tour.deps.now()).slice(0, 10);
}

/** One clean item of the visit. */
async function enterOne(tour: Tour): Promise<void> {
  const on = await onVisitDay(tour, '15:00');
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

/** A form of which something was entered on the phone was read, whatever came of that. */
async function hasSigned(tour: Tour): Promise<boolean> {
  const entered = await ofFiller<OutcomeEntered>(tour, 'outcome-entered');
  const byPhone = new Set(entered.filter(({ body }) => body.door === 'phone-page').map(({ seq }) => seq));
  if (byPhone.size === 0) return false;
  const signed = await ofFiller<FormSigned>(tour, 'form-signed');
  return signed.some(({ body }) => body.versions.some(({ outcome }) => byPhone.has(outcome)));
}

async function enterByPhone(tour: Tour): Promise<void> {
  const on = await onVisitDay(tour, '15:30');
  const person = officerSent(tour);
  const pages = { site: tour.deps.site, driver: tour.driver };
  const phone = await browserOf(pages, person, () => person.press('手机检查表'));
  const list = await phone.get('/visits');
  const visit = /href="(\/visits\/L?\d+\/\d+)"/.exec(list)?.[1];
  if (visit === undefined) throw new Error('no visit on the phone');
  const item = await itemLeft(await phone.get(visit), async (path) => phone.get(path));
  const shown = await phone.get(item);
  await phone.post(`${visit}/enter`, [
    ['seen', valuesOf(shown, 'seen')[0] ?? '0'],
    ['items', ticked(shown)[0] ?? ''],
    ...Object.entries({ ...found, checkedOn: on, correctBy: addDays(on, daysToCorrect) }),
    ...valuesOf(shown, 'inspectors').map((number): readonly [string, string] => ['inspectors', number]),
  ]);
  const read = await phone.get(`${visit}/sign`);
  await phone.post(`${visit}/sign`, [
    ['digest', valuesOf(read, 'digest')[0] ?? ''],
    ['way', 'signed'],
    ['signer', '店长 毛小禾'],
    ['words', '无异议，按期改正。'],
    ['shown', 'yes'],
  ]);
}

const found = {
  code: 'pending',
  methods: 'on-site',
  finding: '进货台账有三笔未登记供货者名称。',
  handling: 'order-correction',
} as const;

/** The page on which what is left is entered; where nothing is, one item is corrected. */
async function itemLeft(form: string, get: (path: string) => Promise<string>): Promise<string> {
  const ways = [...form.matchAll(/href="(\/visits\/[^"]*\/enter[^"]*)"/g)].map(([, to = '']) =>
    to.replaceAll('&amp;', '&'),
  );
  for (const to of ways) if (ticked(await get(to)).length > 0) return to;
  throw new Error('nothing to enter on the phone');
}

const ticked = (page: string): readonly string[] =>
  [...page.matchAll(/name="items" value="([^"]*)" checked/g)].map(([, value = '']) => value);

function officerSent({ driver }: Tour): Person {
  const { ground } = driver.workspace;
  for (const { realName, title } of ground.world.members.values()) {
    if (title !== officer) continue;
    const person = driver.user(realName).in(ground.app.botName);
    if (person.buttons().includes('手机检查表')) return person;
  }
  throw new NotDoneForMe({
    zh: `${officer}面前还没有检查任务。请稍候再点一次“代我做”。`,
    en: 'No inspector of the bureau has his visits yet. Press again in a moment.',
  });
}
