/** 征询: the letter goes out, departments answer by words, button, form, file or workbook, the office closes and compiles. */
import type { PlanRow } from '../../../../core/sheet/plan-tasks.ts';
import { planTasks } from '../../../../core/sheet/plan-tasks.ts';
import { layRow } from '../../../../core/sheet/row-value.ts';
import { sheets } from '../../../../core/sheet/sheets.ts';
import { sheetToWrite } from '../../../../core/sheet/template.ts';
import { workbook } from '../../../paper/workbook.ts';
import { short } from '../../roster.ts';
import { planRows } from '../../sample/plan-rows.ts';
import { contextOfSample } from '../../sample/sheets.ts';
import { changeOf } from '../../tour/workbook.ts';
import type { Person, Upload } from '../../workspace/driver-person.ts';
import { must, NotSo, told } from '../told.ts';
import { makeId, workbookIn } from '../workbook.ts';
import { type Act, office, type Year } from '../year.ts';

export const nameOf = ({ sample }: Year, code: string): string =>
  sample.departments.find((each) => each.code === code)?.name ?? code;
export const shortOf = (year: Year, code: string): string => short(nameOf(year, code));
export const liaison = (year: Year, code: string): Person =>
  year.driver.user(`${shortOf(year, code)}联络员`).in(shortOf(year, code));
export const head = (year: Year, code: string): Person => year.driver.user(`${shortOf(year, code)}负责人`);
export const members = ({ sample }: Year): readonly string[] =>
  sample.departments.filter(({ kind }) => kind === 'member').map(({ code }) => code);

/** 《年度抽查计划表》 with these rows, as a file. */
export async function planSheet({ sample }: Year, name: string, rows: readonly PlanRow[]): Promise<Upload> {
  const sheet = sheetToWrite(sheets['plan-tasks'], rows, contextOfSample(sample));
  return { name: `${name}年度抽查计划表.xlsx`, bytes: await workbook([sheet], sample.snapshot) };
}

export const rowsLedBy = ({ sample }: Year, code: string): readonly PlanRow[] =>
  planRows(sample).filter(({ lead }) => lead === code);

export const consult =
  (fields: Readonly<Record<string, string | number>>): Act =>
  async (year) => {
    const person = office(year);
    await person.command('/consult', '新建');
    const shown = await person.fill(fields).submit();
    await person.close();
    year.say.did(year.now(), person.name, '发起征询（群）', must('发起征询', shown, '已发起'));
  };

/** How a department answers the letter. */
export type Answer =
  | {
      readonly by: 'words';
      readonly words: string /** Words of the post that is answered, where it is not the last. */;
      readonly to?: string;
    }
  | { readonly by: 'button'; readonly label: string }
  /** An answer that is none is asked back, and then given by button. */
  | { readonly by: 'doubt'; readonly words: string; readonly confirm: string }
  | { readonly by: 'form'; readonly opinion: string; readonly ratio: string }
  | { readonly by: 'sheet' }
  | { readonly by: 'workbook' };

export const answer =
  (code: string, how: Answer): Act =>
  async (year) => {
    const person = liaison(year, code);
    const [what, said] = await answered(year, person, code, how);
    year.say.did(year.now(), `${shortOf(year, code)}联络员`, what, said);
  };

async function answered(year: Year, person: Person, code: string, how: Answer): Promise<readonly [string, string]> {
  switch (how.by) {
    case 'words':
      return [
        `在征询帖回复“${how.words}”（群）`,
        must('反馈', await person.reply(how.words, how.to === undefined ? {} : { to: how.to }), '已记录'),
      ];
    case 'button':
      return [`点“${how.label}”（群）`, must('反馈', await person.press(how.label), '已记录')];
    case 'doubt': {
      const asked = must('反馈', await person.reply(how.words), '尚未记录');
      const then = must('反馈', await person.press(how.confirm, { of: how.words }), '已记录');
      return [`回复“${how.words}”，被追问后点“${how.confirm}”（群）`, `${asked}\n${then}`];
    }
    case 'form': {
      await person.press('有意见');
      const shown = await person.fill({ 意见建议: how.opinion, 建议的抽查比例: how.ratio }).submit();
      await person.close();
      return ['填写意见（群内表单）', must('反馈', shown, '已记录')];
    }
    case 'sheet': {
      const file = await planSheet(year, shortOf(year, code), rowsLedBy(year, code));
      return [`上传${file.name}（群）`, must('反馈', await person.upload(file, { text: '参加' }), '全部可用')];
    }
    case 'workbook': {
      const excel = await workbookIn(year, `${shortOf(year, code)}联络员`);
      const book = (await excel.books()).find(({ sheet }) => sheet === 'plan-tasks');
      if (book === undefined) throw new NotSo('填报征询反馈', '没有可打开的计划表');
      const rows = rowsLedBy(year, code).map((row) =>
        changeOf(makeId(year), null, layRow(planTasks, row, contextOfSample(year.sample))),
      );
      const receipt = await excel.submit({ sheet: 'plan-tasks', book: book.book, rows }, book.year);
      await year.driver.settle();
      const bad = receipt.answers.find(({ outcome }) => outcome === 'refused');
      if (bad !== undefined) throw new NotSo('填报征询反馈', JSON.stringify(bad.remarks));
      return ['在电子表格里填报、提交（表格）', receipt.note.zh];
    }
  }
}

/** Everybody else: their sheet where they lead something, otherwise nothing to say. */
export const othersAnswer =
  (but: readonly string[]): Act =>
  async (year) => {
    for (const code of members(year)) {
      if (but.includes(code)) continue;
      await answer(
        code,
        rowsLedBy(year, code).length > 0 ? { by: 'sheet' } : { by: 'words', words: '我局无意见' },
      )(year);
    }
  };

export const tally: Act = async (year) => {
  const line = year.driver
    .channel('联席办')
    .findLast((post) => post.includes('已反馈：'))
    ?.split('\n')
    .find((each) => each.includes('已反馈：'));
  year.say.note(`［反馈情况］${line ?? '尚无'}`);
};

export const closeConsultation: Act = async (year) => {
  const person = office(year);
  const shown = await person.press('截止');
  await person.close();
  year.say.did(year.now(), person.name, '点“截止”（群）', told(shown));
};

/** The plan from the answers to the letter. */
export const compileFromLetter: Act = async (year) => {
  const person = office(year);
  await person.press('汇总计划');
  const shown = await person.submit();
  await person.close();
  year.say.did(year.now(), person.name, '汇总年度计划（群）', must('汇总', shown, '草案'));
};

/** A row of the sheet as it is filled in the form. */
const asForm = (year: Year, row: PlanRow): Readonly<Record<string, string>> => ({
  任务名称: row.name,
  '抽查事项（每行一项）': row.items.join('\n'),
  抽查对象范围: row.subjects,
  牵头部门: nameOf(year, row.lead),
  配合部门: row.partners.map((code) => nameOf(year, code)).join('、'),
  抽查比例或户数: row.ratioText,
  检查起止时间: row.windowText,
  抽查频次: row.drawsPerYear === 0 ? '' : `${row.drawsPerYear}次/年`,
  检查依据: '投诉举报多发',
  责任股室: row.section,
  责任人: row.responsible,
});

/** Where no letter is sent, a lead proposes its own tasks: the first by form, the others in a sheet under the receipt. */
export const propose =
  (code: string, rows?: readonly PlanRow[]): Act =>
  async (year) => {
    const [first, ...others] = rows ?? rowsLedBy(year, code);
    if (first === undefined) return;
    const person = liaison(year, code);
    await person.command('/consult', `申报 ${year.sample.plan.year}`);
    const shown = await person.fill(asForm(year, first)).submit();
    await person.close();
    const who = `${shortOf(year, code)}联络员`;
    year.say.did(year.now(), who, `申报“${first.name}”（群内表单）`, must('申报', shown, '报送计划 1 行'));
    if (others.length === 0) return;
    const sent = await person.upload(await planSheet(year, shortOf(year, code), others), { to: '还有其他任务的' });
    year.say.did(year.now(), who, `上传其余 ${others.length} 项任务的计划表（群）`, must('申报', sent, '全部可用'));
  };

export const proposeAll: Act = async (year) => {
  for (const code of new Set(planRows(year.sample).map(({ lead }) => lead))) await propose(code)(year);
};

/** The plan from what departments proposed of their own. */
export const compileFromProposals =
  (fields: Readonly<Record<string, string>> = {}): Act =>
  async (year) => {
    const person = office(year);
    await person.command('/plan', '汇总');
    const shown = await person.fill(fields).submit();
    await person.close();
    year.say.did(year.now(), person.name, '汇总年度计划（群）', must('汇总', shown, '项任务'));
  };
