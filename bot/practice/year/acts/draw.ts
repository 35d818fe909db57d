/** 随机抽取: three locks and the opening with everybody there, the record verified from its file, the visits handed out, the file of the draw. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../../workspace/driver-person.ts';
import { done, must, NotSo, told } from '../told.ts';
import { type Act, office, type Year } from '../year.ts';
import { type WitnessPage, witnessPage } from './witness-page.ts';

export interface Ceremony {
  /** Number that the desk gives it. */
  readonly no: number;
  /** Witnesses that seal on their own pages, and at the desk: by their titles. */
  readonly own: readonly Witness[];
  readonly desk: readonly Witness[];
  /** Words that every task to be drawn has in its option; all tasks otherwise. */
  readonly tasks?: readonly string[] | undefined;
  /** Tasks whose options have these words are left out. */
  readonly without?: string | readonly string[];
  /** What else is filled in. */
  readonly more?: Readonly<Record<string, string | readonly string[]>>;
  /** Pressed instead of the command, where people alone are drawn. */
  readonly press?: string;
  /** Typed instead, where outcomes are drawn. */
  readonly typed?: readonly [command: string, text: string];
  /** A witness of `own` who does not come to open. */
  readonly absent?: Witness;
}

const witnesses = {
  人大代表监督员: '何秋（人大代表）',
  政协委员监督员: '孟知秋（政协委员）',
  纪检监察监督员: '苏宁远（纪检监察）',
  社会第三方监督员: '叶舟（社会第三方）',
} as const;
export type Witness = keyof typeof witnesses;

export const hold =
  (ceremony: Ceremony): Act =>
  async (year) => {
    const { no, own, desk } = ceremony;
    const begun = year.now();
    await freeze(year, ceremony);
    const code = codeOf(office(year), no);
    const pages: (readonly [Witness, WitnessPage])[] = [];
    for (const title of own) {
      const witness = year.driver.user(title).in('明抽');
      await cosign(year, witness, title, code);
      const page = await witnessPage(year, witness, no);
      await page.seal(digits(year, 8));
      year.say.did(year.now(), title, '在本人网页封签（网页）', '随机串和数字留在本人手里，会务台只收到承诺值');
      pages.push([title, page]);
    }
    for (const title of desk) {
      const witness = year.driver.user(title).in('明抽');
      await cosign(year, witness, title, code);
      await witness.press('封签');
      const shown = await witness.fill({ '数字（6 位以上）': digits(year, 8) }).submit();
      await witness.close();
      year.say.did(year.now(), title, '封签（私聊）', must('封签', shown, '已封签'));
    }
    for (const [title, page] of pages) {
      if (title === ceremony.absent) continue;
      await page.open();
      year.say.did(year.now(), title, '在本人网页启封（网页）');
    }
    for (const title of desk) {
      const shown = await year.driver.user(title).in('明抽').press('启封');
      year.say.did(year.now(), title, '启封（私聊）', must('启封', shown, '已启封'));
    }
    await year.until(later(begun, 130));
    await publicNumber(year);
    const opener = office(year);
    const opened = await opener.press('开签');
    await opener.close();
    year.say.did(year.now(), opener.name, '开签（群）', told(opened));
    const line = opener
      .thread(`第 ${no} 次抽取`)
      .join('\n')
      .split('\n')
      .find((each) => each.includes('上门'));
    year.say.note(`［抽取结果］${line ?? '见群'}`);
    const [first] = pages;
    if (first !== undefined) await keepRecord(year, no, first[1]);
  };

async function freeze(
  year: Year,
  { no, own, desk, tasks, without, more = {}, press, typed = ['/draw', '新建'] }: Ceremony,
): Promise<void> {
  const person = office(year);
  const opened = press === undefined ? await person.command(...typed) : await person.press(press);
  if (opened.form === null) throw new NotSo('锁定名单', told(opened));
  const options = opened.form.fields.find(({ label }) => label.startsWith('任务'))?.options ?? [];
  const isMeant = (option: string): boolean =>
    (tasks === undefined || tasks.some((words) => option.includes(words))) &&
    [without ?? []].flat().every((words) => !option.includes(words));
  const chosen = options.filter(isMeant);
  person.fill({
    '监督人员（本人网页封签）': own.map((title) => witnesses[title]),
    '监督人员（会务台代为封存）': desk.map((title) => witnesses[title]),
    ...more,
    ...(chosen.length === options.length || chosen.length === 0 ? {} : { 任务: chosen }),
  });
  const looked = await person.submit();
  // A roster is looked at once before it is frozen; people for given visits are frozen at once.
  const frozen = looked.form?.submit === '确认锁定' ? await person.submit() : looked;
  await person.close();
  year.say.did(
    year.now(),
    person.name,
    '第一锁：锁定名单（群内表单）',
    must('锁定名单', frozen, `第 ${no} 次抽取已锁定`),
  );
}

/** The digits that witnesses compare, as the ceremony's post shows them to everybody in the room. */
function codeOf(person: Person, ceremony: number): string {
  const root = person.sees().findLast((post) => post.startsWith(`第 ${ceremony} 次抽取 · `)) ?? '';
  return /会签码 ([0-9a-f]{8})/.exec(root)?.[1] ?? '';
}

async function cosign(year: Year, witness: Person, title: string, code: string): Promise<void> {
  await witness.press('会签');
  const shown = await witness.fill({ '摘要前 8 位': code }).submit();
  await witness.close();
  year.say.did(year.now(), title, `会签 ${code}（私聊）`, must('会签', shown, '已会签'));
}

async function publicNumber(year: Year): Promise<void> {
  const thrown = Array.from({ length: 20 }, () => year.below(10)).join(' ');
  year.say.note(`［公共数］二十枚十面骰：${thrown}`);
  const typists = [office(year), year.driver.user('县司法局合法性审核员').in('联席办')];
  for (const [i, typist] of typists.entries()) {
    await typist.press('录入公共数');
    const shown = await typist.fill({ '20 个号码': thrown }).submit();
    await typist.close();
    const words = i === 0 ? '等待另一部门一人录入' : '公共数已确定';
    year.say.did(year.now(), typist.name, '第三锁：录入公共数（群）', must('公共数', shown, words));
  }
}

/** The witness's copy is verified without database or network, as he would at home. */
async function keepRecord(year: Year, no: number, page: WitnessPage): Promise<void> {
  const folder = join(year.out, `第${no}次抽取`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, '监督人员所持记录.json');
  writeFileSync(file, await page.record());
  const verified = await done(year, 'w1', 'verify', file);
  year.say.did(year.now(), '监督人员', '用自己手里的记录核验（命令行）', verified.split('\n')[0] ?? '');
}

export const assign =
  (no: number): Act =>
  async (year) => {
    const person = office(year);
    const shown = await person.press('派发检查任务');
    await person.close();
    year.say.did(year.now(), person.name, '派发检查任务（群）', must('派发', shown, '已派发'));
    const folder = join(year.out, `第${no}次抽取`);
    const filed = await done(year, 'o1', 'draw', 'export', String(no), '--out', folder);
    year.say.did(year.now(), person.name, '导出整套归档材料（命令行）', filed.split('\n').at(-1) ?? '');
  };

const digits = (year: Year, count: number): string => Array.from({ length: count }, () => year.below(10)).join('');

const later = (civil: string, minutes: number): string =>
  new Date(Date.parse(`${civil}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
