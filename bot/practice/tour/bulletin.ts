/** The end: the quarter's bulletin from what is on record, and the draw and the ledger computed again by anybody. */
import { verify } from '../../../core/draw/verify.ts';
import { verifyLedger } from '../../../db/ledger.ts';
import { anonymous } from '../browser.ts';
import { lookedSince } from '../looked.ts';
import { office } from './consult.ts';
import { NotDoneForMe, type Step, type Tour } from './ground.ts';

/** After the third quarter, and after the record of a draw whose visits end in August is disclosed. */
const afterQuarter = '2025-10-09';
const quarter = '2025-3';

export const bulletinSteps: readonly Step[] = [
  {
    id: 'bulletin',
    title: { zh: '发布季度通报', en: 'The quarter’s bulletin' },
    lines: [
      {
        zh: '点演练时间，走到 2025-10-09（三季度已过）。',
        en: 'Go on to 2025-10-09 by the practice time: the third quarter is over.',
      },
      {
        zh: '联席办综合组输入 /bulletin 发布 2025-3。数据已从台账算好（只走完了一户，所以多数是 0、逾期很多），不用填；看过点“发布”。',
        en: 'As the office type /bulletin issue 2025-3. Its figures are counted from the ledger (one enterprise was visited: most are 0, much is overdue). Read and issue it.',
      },
      {
        zh: '通报帖的回复里有带图表的 .xlsx；要 .docx 的，输入 /paper 制作 通报 2025-3，点“制作”“下载文书”。',
        en: 'The reply under its post has an .xlsx with charts; for the .docx type /paper make 通报 2025-3, press 制作 and fetch it by the link.',
      },
    ],
    as: office,
    where: '联席办',
    done: async ({ count }) => (await count('bulletin-issued')) > 0,
    forMe: issue,
  },
  {
    id: 'verify',
    title: { zh: '人人都能核验', en: 'Anybody can check it' },
    lines: [
      {
        zh: '检查期满，抽取的完整记录已自动公开。打开核验网页，点“下载记录并核验”：浏览器从名单、封签和公共数重算整个抽取。',
        en: 'The visits are over and the whole record of the draw is public. Open the page and fetch it: the browser computes the draw again from roster, seals and public number.',
      },
      {
        zh: '在“历次抽取”的这一页，企业可以查自己的号签：排第几、为什么抽中或没有抽中。',
        en: 'On the page of the draw an enterprise looks up its own ticket: its rank, and why it was drawn or not.',
      },
      {
        zh: '台账逐行核对，在终端运行：npx mingchou ledger verify --practice --db file:out/演练群.db',
        en: 'The ledger, row by row, in a terminal: npx mingchou ledger verify --practice --db file:out/演练群.db',
      },
    ],
    as: office,
    where: '联席办',
    done: async ({ count, workspace: { ground } }) =>
      (await count('ceremony-disclosed')) > 0 && lookedSince(ground.store, 'record'),
    forMe: checkAll,
    link: ({ deps }) => ({
      label: { zh: '打开核验网页', en: 'The page that checks' },
      url: `${deps.site}/verify?draw=1`,
    }),
  },
];

async function issue(tour: Tour): Promise<void> {
  await untilQuarterIsOver(tour);
  const person = tour.driver.user(office).in('联席办');
  await person.command('/bulletin', `发布 ${quarter}`);
  await person.submit();
  await person.close();
}

async function untilQuarterIsOver({ clock, moved, driver }: Tour): Promise<void> {
  clock.moveTo(`${afterQuarter}T09:00`);
  await moved();
  await driver.settle();
}

/** What is shown to the reader as done holds: the record is computed again, and every row of the ledger. */
async function checkAll(tour: Tour): Promise<void> {
  await untilQuarterIsOver(tour);
  const record: unknown = JSON.parse(
    await anonymous({ site: tour.deps.site, driver: tour.driver }).get('/draws/1/record.json'),
  );
  const draw = verify(record);
  const ledger = await verifyLedger(tour.deps.db);
  if (!draw.ok || !ledger.ok)
    throw new NotDoneForMe({
      zh: `${draw.ok ? '台账' : '抽取记录'}核对不符，请保留现状并告知联席办。`,
      en: `The ${draw.ok ? 'ledger' : 'record'} does not hold; leave everything as it is and tell the office.`,
    });
}
