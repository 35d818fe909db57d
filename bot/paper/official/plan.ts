/** 抽查计划: the notice with which the plan is issued, and its table across the page. */
import { type CivilDate, dateInChinese } from '../../../core/calendar.ts';
import { type Block, heading, type Imprint, led, type OfficialPaper, paperOf, text } from './official-paper.ts';

export interface PlanLine {
  readonly no: string;
  readonly name: string;
  readonly items: readonly string[];
  readonly subjects: string;
  readonly ratio: string;
  readonly draws: number;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly method: string;
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  readonly due: CivilDate;
  readonly reach: 'joint' | 'department';
  readonly kind: 'random' | 'key' | 'targeted' | 'special';
}

export interface PlanValue {
  readonly no: string;
  readonly year: number;
  readonly version: number;
  readonly area: string;
  /** Title and number of the document under which it is made, and those above it. */
  readonly basis: string;
  /** Day of the letter by which members were asked; null where none was sent. */
  readonly consulted: CivilDate | null;
  readonly addressees: readonly string[];
  /** Targets of the document, in words. */
  readonly targets: readonly string[];
  /** What is due when, in words. */
  readonly deadlines: readonly string[];
  readonly lines: readonly PlanLine[];
  readonly printedBy: string;
}

export function planNotice(plan: PlanValue, imprint: Imprint): OfficialPaper {
  const name = `${plan.year}年度“双随机、一公开”抽查工作计划`;
  return paperOf(imprint, {
    format: 'document',
    title: `关于印发${plan.area}${name}的通知`,
    to: plan.addressees,
    blocks: [
      text(
        `为规范涉企行政检查，统筹实施“双随机、一公开”抽查，${plan.basis === '' ? '' : `根据${plan.basis}，`}${plan.consulted === null ? '我办' : `我办于${dateInChinese(plan.consulted)}向各成员单位征询抽查工作计划，并在反馈意见的基础上`}汇总编制了《${plan.area}${name}》，已经审核。现印发给你们，请认真组织实施。`,
      ),
      heading('抽查任务'),
      text(taskWords(plan.lines)),
      ...(plan.targets.length === 0 ? [] : [heading('工作目标'), text(`${plan.targets.join('；')}。`)]),
      heading('组织实施'),
      led(
        '随机抽取。',
        '检查对象和执法检查人员均通过公开、可核验的程序随机抽取、随机匹配，过程全程留痕；名单确定后不得擅自变更。',
      ),
      led(
        '合并检查。',
        '同一检查对象涉及多项任务的，合并安排，进一次门、查多项事；能通过非现场方式完成的，不入企检查。',
      ),
      led(
        '规范检查。',
        '检查前报本单位负责人批准，执法人员不少于两人并出示执法证件；未列入计划的，不得以双随机抽查名义入企检查。',
      ),
      led(
        '公示处置。',
        '按照“谁检查、谁录入、谁公开”的原则，检查结果按期录入并向社会公示；发现的问题依法处置，形成闭环。',
      ),
      ...(plan.deadlines.length === 0 ? [] : [heading('时间要求'), ...plan.deadlines.map((each) => text(`${each}。`))]),
      text(
        '计划执行中确需调整的，由牵头部门提出，经原审核程序办理并重新公布。不得下达检查户数、罚没数额指标，不得以检查次数、罚款数额进行考核排名。',
      ),
    ],
    attachments: [{ title: `${plan.area}${name}表`, landscape: true, blocks: [planTable(plan)] }],
    copies: [],
    printedBy: plan.printedBy,
  });
}

function taskWords(lines: readonly PlanLine[]): string {
  const joint = lines.filter(({ reach }) => reach === 'joint').length;
  const leads = new Set(lines.map(({ lead }) => lead)).size;
  const special = lines.filter(({ kind }) => kind !== 'random').length;
  return `本年度安排抽查任务${lines.length}项，由${leads}个部门牵头，其中部门联合抽查${joint}项、部门内抽查${lines.length - joint}项${special === 0 ? '' : `；重点、定向和专项抽查${special}项`}。具体任务见附件。`;
}

/** The plan's own year stands in its title. */
const dayIn = (year: number, date: CivilDate): string => dateInChinese(date).replace(new RegExp(`^${year}年`), '');

export const planTable = (plan: Pick<PlanValue, 'lines' | 'year'>): Block => ({
  kind: 'table',
  columns: [
    { title: '序号', width: 5, align: 'center' },
    { title: '任务名称', width: 21 },
    { title: '抽查事项', width: 21 },
    { title: '检查对象', width: 12 },
    { title: '抽查比例（数量）', width: 23 },
    { title: '牵头部门', width: 12 },
    { title: '配合部门', width: 15 },
    { title: '检查方式', width: 7, align: 'center' },
    { title: '检查实施期', width: 13, align: 'center' },
    { title: '完成期限', width: 10, align: 'center' },
  ],
  rows: plan.lines.map((each, i) => [
    String(i + 1),
    `${each.name}\n（${each.no}）`,
    each.items.join('；'),
    each.subjects,
    each.draws > 1 ? `${each.ratio}\n全年${each.draws}次` : each.ratio,
    each.lead,
    each.partners.join('、'),
    each.method,
    `${dayIn(plan.year, each.window.from)}至\n${dayIn(plan.year, each.window.to)}`,
    dayIn(plan.year, each.due),
  ]),
});
