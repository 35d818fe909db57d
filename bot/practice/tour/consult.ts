/** The tour begins: asking the departments, their answers, the plan. */
import { sheets } from '../../../core/sheet/sheets.ts';
import { sheetToWrite } from '../../../core/sheet/template.ts';
import { workbook } from '../../paper/workbook.ts';
import { dayOf } from '../../today.ts';
import { factBodies } from '../../verbs/ledger/fact-bodies.ts';
import { short } from '../roster.ts';
import { planRows } from '../sample/plan-rows.ts';
import { contextOfSample } from '../sample/sheets.ts';
import type { Step, Tour } from './ground.ts';
import { exampleRow, filler, replyByWorkbook } from './workbook-reply.ts';

export const office = '联席办综合组';
const members = ({ sample }: Tour) => sample.departments.filter(({ kind }) => kind === 'member');

export const consultSteps: readonly Step[] = [
  {
    id: 'consult',
    title: { zh: '联席办发起征询', en: 'The office asks the departments' },
    lines: [
      {
        zh: '在“联席办”频道输入 /consult 新建。',
        en: 'In the office’s channel type /consult new.',
      },
      {
        zh: '反馈期限填 5 个工作日，其余不改，点“发出”。各单位的频道随即收到征询函。',
        en: 'Give 5 working days, leave the rest and send. Each department’s channel gets the letter.',
      },
    ],
    as: office,
    where: '联席办',
    done: async ({ count }) => (await count('consultation-opened')) > 0,
    forMe: async ({ driver }) => {
      const person = driver.user(office).in('联席办');
      await person.command('/consult', '新建');
      await person.fill({ 反馈期限: 5 }).submit();
      await person.close();
    },
  },
  {
    id: 'reply-words',
    title: { zh: '第一个单位：直接写一句话', en: 'First department: a sentence in the thread' },
    lines: [
      {
        zh: '换成县财政局联络员，在征询函上点“回复”。',
        en: 'Become the liaison of the finance bureau and press 回复 (Reply) on the letter.',
      },
      {
        zh: '写“我局无意见”，发送。普通的话明抽看得懂。',
        en: 'Write 我局无意见 (no objection) and send. Plain words are understood.',
      },
    ],
    as: '县财政局联络员',
    where: '县财政局',
    done: (tour) => answered(tour, 'czj'),
  },
  {
    id: 'reply-button',
    title: { zh: '第二个单位：点按钮', en: 'Second department: a button' },
    lines: [
      {
        zh: '换成县消防救援大队联络员，在征询函上点“参加”。',
        en: 'Become the liaison of the fire brigade and press 参加 (take part) on the letter.',
      },
    ],
    as: '县消防救援大队联络员',
    where: '县消防救援大队',
    done: (tour) => answered(tour, 'xf'),
  },
  {
    id: 'reply-doubt',
    title: { zh: '第三个单位：只回“收到”', en: 'Third department: only “received”' },
    lines: [
      {
        zh: '换成县卫生健康局联络员，在征询函上点“回复”，只写“收到”。明抽不当作同意，会追问。',
        en: 'Become the liaison of the health bureau and reply only 收到 (received). That is no consent: Mingchou asks back.',
      },
      {
        zh: '点追问下面的按钮反馈，如“无意见”。',
        en: 'Answer by the buttons of its question, e.g. 无意见 (no objection).',
      },
    ],
    as: '县卫生健康局联络员',
    where: '县卫生健康局',
    done: (tour) => answered(tour, 'wj'),
  },
  {
    id: 'reply-workbook',
    title: { zh: '第四个单位：在电子表格里填报', en: 'Fourth department: in a spreadsheet' },
    lines: [
      {
        zh: '换成县农业农村局联络员，在频道里输入 /mingchou 填报，领取填报码。',
        en: 'Become the liaison of the agriculture bureau and type /mingchou excel for a code.',
      },
      {
        zh: '打开电子表格，在填报窗格里粘贴填报码登录（没有窗格的，点功能区“打开填报窗格”）。',
        en: 'Open the spreadsheet and sign in with the code in the pane (open it by 打开填报窗格 in the ribbon where there is none).',
      },
      {
        zh: '在窗格的“可打开的表”里打开征询反馈。',
        en: 'Open the consultation’s sheet from the pane’s list.',
      },
      {
        zh: '复制示例行，选中表头下面第一行的第一格，粘贴。',
        en: 'Copy the example row, choose the first cell under the header and paste.',
      },
      {
        zh: '点窗格里的“校验”。示例行故意留了两处错：照“校验结果”改正。',
        en: 'Press 校验 (check). Two mistakes are in the row on purpose: mend them as 校验结果 says.',
      },
      {
        zh: '点“提交前预览”，再提交；回到群里看反馈情况。',
        en: 'Preview, submit, and watch the tally in the channel.',
      },
    ],
    as: filler.title,
    where: filler.channel,
    done: async ({ deps }) => {
      const replies = await factBodies<{ department?: unknown; source?: { kind?: unknown } }>(
        deps.db,
        'reply-received',
      );
      return replies.some(({ body }) => body.department === filler.department && body.source?.kind === 'sheet');
    },
    forMe: replyByWorkbook,
    inSpreadsheet: exampleRow,
  },
  {
    id: 'reply-rest',
    title: { zh: '其余单位反馈', en: 'The other departments answer' },
    lines: [
      {
        zh: '还有二十几家：有的上传年度抽查计划表，有的无意见。点“代我做”。',
        en: 'Some twenty are left: some send their sheet, some have no objection. Let it be done for you.',
      },
      {
        zh: '回“联席办”看反馈情况逐家更新。',
        en: 'Watch the tally in the office’s channel.',
      },
    ],
    as: office,
    where: '联席办',
    done: async (tour) => (await answers(tour)).size >= members(tour).length,
    forMe: answerForTheRest,
  },
  {
    id: 'compile',
    title: { zh: '汇总成年度计划', en: 'The plan from the answers' },
    lines: [
      {
        zh: '在“联席办”的征询帖上点“汇总计划”，再点“汇总”。',
        en: 'Press 汇总计划 (compile) under the office’s consultation and confirm.',
      },
      {
        zh: '计划随即按制度文件逐条核对，意见列在计划帖里：看一看。',
        en: 'The plan is checked against the policy at once: read the findings in its post.',
      },
    ],
    as: office,
    where: '联席办',
    done: async ({ count }) => (await count('plan-drafted')) > 0,
    forMe: async ({ driver }) => {
      const person = driver.user(office).in('联席办');
      await person.press('汇总计划');
      await person.submit();
      await person.close();
    },
  },
  {
    id: 'reasons',
    title: { zh: '说明理由，送审', en: 'Reasons, then to review' },
    lines: [
      {
        zh: '有几条“须修改或说明理由”。在计划帖点“说明理由”，勾选各条、写明理由（理由相同的可以一并选）。',
        en: 'Some findings bind in principle. Press 说明理由 (reasons), tick them and say why (those with the same reason together).',
      },
      {
        zh: '点“送审”。',
        en: 'Press 送审 (to review).',
      },
    ],
    as: office,
    where: '联席办',
    done: async ({ count }) => (await count('plan-submitted')) > 0,
    forMe: sendToReview,
  },
  {
    id: 'approve',
    title: { zh: '换一个人审核', en: 'Somebody else approves' },
    lines: [
      {
        zh: '起草人不能自己审核：换成联席办审核组，看与明抽的私聊。',
        en: 'Who drafts does not approve: become the office’s reviewer and look at the private conversation with Mingchou.',
      },
      {
        zh: '可以“逐项审核”，也可以点“全部通过”。',
        en: 'Review task by task, or press 全部通过 (approve all).',
      },
    ],
    as: '联席办审核组',
    where: '私聊',
    done: async ({ count }) => (await count('plan-approved')) > 0,
    forMe: async ({ driver }) => {
      const person = driver.user('联席办审核组');
      await person.press('全部通过');
      await person.close();
    },
  },
  {
    id: 'publish',
    title: { zh: '印发、公示', en: 'Issued and published' },
    lines: [
      {
        zh: '换回联席办综合组，在计划帖点“印发”。',
        en: 'Be the office again and press 印发 (issue) in the plan’s post.',
      },
      {
        zh: '点“登记公示”，选渠道、填网址和日期。公示以后才能抽取。',
        en: 'Press 登记公示 (publish) with channel, address and date. Nothing is drawn before that.',
      },
    ],
    as: office,
    where: '联席办',
    done: async ({ count }) => (await count('plan-published')) > 0,
    forMe: publish,
  },
];

/** Departments that have answered, by code. */
async function answers({ deps }: Tour): Promise<ReadonlySet<string>> {
  const replies = await factBodies<{ readonly department?: unknown }>(deps.db, 'reply-received');
  return new Set(replies.map(({ body }) => String(body.department ?? '')));
}
const answered = async (tour: Tour, department: string): Promise<boolean> => (await answers(tour)).has(department);

async function answerForTheRest(tour: Tour): Promise<void> {
  const { driver, sample } = tour;
  const done = await answers(tour);
  const context = contextOfSample(sample);
  const rows = planRows(sample);
  for (const { code, name } of members(tour)) {
    if (done.has(code)) continue;
    const person = driver.user(`${short(name)}联络员`);
    const own = rows.filter(({ lead }) => lead === code);
    if (own.length === 0) {
      await person.reply('我局无意见');
      continue;
    }
    const bytes = await workbook([sheetToWrite(sheets['plan-tasks'], own, context)], sample.snapshot);
    await person.upload({ name: `${short(name)}年度抽查计划表.xlsx`, bytes }, { text: '参加' });
  }
}

/** More findings than this bind in principle nowhere. */
const findingsMost = 30;

async function sendToReview({ driver }: Tour): Promise<void> {
  const person = driver.user(office).in('联席办');
  for (let i = 0; i < findingsMost; i += 1) {
    const { form } = await person.press('说明理由');
    const [field, why] = form?.fields ?? [];
    const [finding] = field?.options ?? [];
    if (field === undefined || why === undefined || finding === undefined) break;
    await person
      .fill({ [field.label]: finding, [why.label]: '本县此类对象数量少、情况特殊，经联席会议研究后保留。' })
      .submit();
    await person.close();
  }
  await person.close();
  await person.press('送审');
  await person.close();
}

async function publish({ driver, count, deps }: Tour): Promise<void> {
  const person = driver.user(office).in('联席办');
  if ((await count('plan-issued')) === 0) {
    const { form } = await person.press('印发');
    if (form !== null && form.submit !== '') await person.submit();
    await person.close();
  }
  await person.press('登记公示');
  const where = 'https://example.invalid/plan';
  await person.fill({ 公示渠道: '本部门官网', 网址或张贴处: where, 公示日期: dayOf(deps.now()) }).submit();
  await person.close();
}
