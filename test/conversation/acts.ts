/** What every office does alike, whatever its document: sending a sheet, giving reasons, publishing, holding a draw, proving it. */
import { expect } from 'vitest';
import { workbook } from '../../bot/paper/workbook.ts';
import { short } from '../../bot/practice/roster.ts';
import { planRows } from '../../bot/practice/sample/plan-rows.ts';
import type { Sample } from '../../bot/practice/sample/sample.ts';
import { contextOfSample } from '../../bot/practice/sample/sheets.ts';
import type { Shown } from '../../bot/practice/workspace/driver.ts';
import type { Person, Upload } from '../../bot/practice/workspace/driver-person.ts';
import type { DrawRecord } from '../../core/draw/record.ts';
import { verify } from '../../core/draw/verify.ts';
import type { PlanRow } from '../../core/sheet/plan-tasks.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { sheetToWrite } from '../../core/sheet/template.ts';
import { verifyLedger } from '../../db/ledger.ts';
import { breachesOf, unmerged } from '../scenario/county.ts';
import { ownPage } from './own-page.ts';
import type { Town } from './town.ts';

/** What stands in the window that an answer opened; what was said where there is none. */
export const told = ({ said, form }: Shown): string => form?.text ?? said.at(-1) ?? '';

/** 《年度抽查计划表》 with these rows. */
export async function planSheet({ sample }: Town, name: string, rows: readonly PlanRow[]): Promise<Upload> {
  const sheet = sheetToWrite(sheets['plan-tasks'], rows, contextOfSample(sample));
  return { name: `${name}年度抽查计划表.xlsx`, bytes: await workbook([sheet], sample.snapshot) };
}

/** The department's own sheet: the tasks that it leads. */
export function ownSheet(town: Town, code: string): Promise<Upload> {
  return planSheet(
    town,
    short(nameOf(town.sample, code)),
    planRows(town.sample).filter(({ lead }) => lead === code),
  );
}

/** A row of the sheet as it is filled in the form. */
export const asForm = ({ sample }: Town, row: PlanRow): Readonly<Record<string, string>> => ({
  任务名称: row.name,
  '抽查事项（每行一项）': row.items.join('\n'),
  抽查对象范围: row.subjects,
  牵头部门: nameOf(sample, row.lead),
  配合部门: row.partners.map((code) => nameOf(sample, code)).join('、'),
  抽查比例或户数: row.ratioText,
  检查起止时间: row.windowText,
  抽查频次: row.drawsPerYear === 0 ? '' : `${row.drawsPerYear}次/年`,
  检查依据: '投诉举报多发',
  责任股室: row.section,
});

export const nameOf = (sample: Sample, code: string): string =>
  sample.departments.find((each) => each.code === code)?.name ?? code;

/** Where no letter was sent, every lead proposes its own tasks: the first by form, the others in a sheet under the receipt. */
export async function proposeAll(town: Town): Promise<void> {
  const rows = Map.groupBy(planRows(town.sample), ({ lead }) => lead);
  for (const [code, [first, ...others]] of rows) {
    const name = short(nameOf(town.sample, code));
    const liaison = town.user(`${name}联络员`).in(name);
    await liaison.command('/consult', `申报 ${town.sample.plan.year}`);
    if (first === undefined) continue;
    const said = (await liaison.fill({ ...asForm(town, first), 责任人: first.responsible }).submit()).said.at(-1);
    expect(said).toContain('报送计划 1 行');
    await liaison.close();
    if (others.length === 0) continue;
    const sent = await liaison.upload(await planSheet(town, name, others), { to: '还有其他任务的' });
    expect(sent.said.at(-1)).toContain('全部可用');
  }
}

/** Gives each finding that binds in principle its reason, until none is left; how many there were. */
export async function giveReasons(office: Person, words: string): Promise<number> {
  for (let given = 0; ; given += 1) {
    const { form } = await office.press('说明理由');
    const [finding, why] = form?.fields ?? [];
    const [first] = finding?.options ?? [];
    if (finding === undefined || why === undefined || first === undefined) {
      await office.close();
      return given;
    }
    await office.fill({ [finding.label]: first, [why.label]: words }).submit();
    await office.close();
  }
}

export async function issueAndPublish(office: Person, channel: string, where: string, on: string): Promise<void> {
  expect(told(await office.press('印发'))).toContain('已印发');
  await office.close();
  await publish(office, channel, where, on);
}

export async function publish(office: Person, channel: string, where: string, on: string): Promise<void> {
  await office.press('登记公示');
  expect(told(await office.fill({ 公示渠道: channel, 网址或张贴处: where, 公示日期: on }).submit())).toContain(
    '已公示',
  );
  await office.close();
}

/** The digits that witnesses compare, as the ceremony's post shows them to everybody in the room. */
export function codeOf(office: Person, ceremony: number): string {
  const root = office.sees().findLast((post) => post.startsWith(`第 ${ceremony} 次抽取 · `)) ?? '';
  return /会签码 ([0-9a-f]{8})/.exec(root)?.[1] ?? '';
}

export async function cosign(witness: Person, code: string): Promise<void> {
  await witness.press('会签');
  expect(told(await witness.fill({ '摘要前 8 位': code }).submit())).toContain('已会签');
  await witness.close();
}

export async function sealAtDesk(witness: Person, digits: string): Promise<void> {
  await witness.press('封签');
  expect(told(await witness.fill({ '数字（6 位以上）': digits }).submit())).toContain('已封签');
  await witness.close();
}

export async function typeNumber(typist: Person, numbers: string): Promise<string> {
  await typist.press('录入公共数');
  const typed = told(await typist.fill({ '20 个号码': numbers }).submit());
  await typist.close();
  return typed;
}

/** Twenty dice, as two people read them. */
export const thrown = '3 6 7 1 8 4 6 2 3 3 6 2 5 4 9 7 2 8 0 7';

/** Fills whom the ceremony names as its witnesses, by their kinds, and freezes; the answer to the one who froze. */
export async function freezeWith(
  office: Person,
  own: readonly string[],
  desk: readonly string[],
  more: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<string> {
  office.fill({ '监督人员（本人网页封签）': own, '监督人员（会务台代为封存）': desk, ...more });
  const looked = await office.submit();
  // A roster is looked at once before it is frozen; people for given visits are frozen at once.
  const said = looked.form?.submit === '确认锁定' ? told(await office.submit()) : told(looked);
  await office.close();
  return said;
}

export interface Room {
  readonly office: Person;
  readonly ceremony: number;
  /** Sealing on their own pages. */
  readonly own: readonly Person[];
  /** Sealing at the desk, in the chat. */
  readonly desk: readonly Person[];
  readonly typists: readonly [Person, Person];
  /** Civil minute after opening has ended. */
  readonly after: string;
}

/** All three locks with everybody there, then the opening; the record as a witness gets it. */
export async function throughTheLocks(town: Town, room: Room): Promise<DrawRecord> {
  const { office, ceremony, own, desk, typists, after } = room;
  const code = codeOf(office, ceremony);
  const pages = [];
  for (const witness of own) {
    await cosign(witness, code);
    const page = await ownPage(town, witness, ceremony);
    await page.seal('31415926');
    pages.push(page);
  }
  for (const witness of desk) {
    await cosign(witness, code);
    await sealAtDesk(witness, '20250707');
  }
  for (const page of pages) await page.open();
  for (const witness of desk) expect(told(await witness.press('启封'))).toContain('已启封');
  await town.at(after);
  const [first, second] = typists;
  expect(await typeNumber(first, thrown)).toContain('等待另一部门一人录入');
  expect(await typeNumber(second, thrown)).toContain('公共数已确定');
  await office.press('开签');
  await office.close();
  const [page] = pages;
  if (page === undefined) throw new Error('no witness has a page of its own');
  return page.record();
}

/** The ledger is whole, and the record is what anybody computes again from it; no rule of visits is broken. */
export async function expectProved({ deps, deliveries }: Town, ...records: readonly DrawRecord[]): Promise<void> {
  expect(await verifyLedger(deps.db)).toMatchObject({ ok: true });
  for (const record of records) {
    expect(verify(record)).toMatchObject({ ok: true });
    expect(breachesOf(record)).toEqual([]);
    expect(unmerged(record)).toEqual([]);
  }
  // Nothing that anybody did met an error of the bot's or took longer than the platform waits.
  expect(deliveries().filter(({ failure }) => failure !== 'none')).toEqual([]);
}
