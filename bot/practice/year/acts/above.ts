/** 上级计划: a plan that comes down, received by the office, signed for or returned by those whom it concerns; what the lists lack is reported upward. */
import { must, told } from '../told.ts';
import { type Act, office } from '../year.ts';
import { liaison, shortOf } from './consult.ts';

export interface FromAbove {
  readonly number: string;
  readonly level: string;
  readonly from: string;
  readonly year: number;
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Names of departments that are to sign; those of the plan otherwise. */
  readonly to?: readonly string[];
}

export const receive =
  ({ number, level, from, year: of, file, header, rows, to }: FromAbove): Act =>
  async (year) => {
    const person = office(year);
    await person.command('/consult', '上级计划');
    person
      .fill({ 文号或者编号: number, 层级: level, 下达单位: from, 年度: of })
      .fill({ 计划表: { name: file, bytes: csv([header, ...rows]) } });
    if (to !== undefined) person.fill({ 应签收单位: to });
    const shown = await person.submit();
    await person.close();
    year.say.did(year.now(), person.name, `接收上级计划 ${number}（群内表单）`, must('接收上级计划', shown, '签收'));
  };

export const sign =
  (code: string): Act =>
  async (year) => {
    const shown = await liaison(year, code).press('签收');
    year.say.did(year.now(), `${shortOf(year, code)}联络员`, '签收上级计划（群）', must('签收', shown, '已签收'));
  };

export const giveBack =
  (code: string, reason: string): Act =>
  async (year) => {
    const person = liaison(year, code);
    await person.press('退回');
    const shown = await person.fill({ 理由: reason }).submit();
    await person.close();
    year.say.did(year.now(), `${shortOf(year, code)}联络员`, '退回上级计划（群内表单）', must('退回', shown, '已退回'));
  };

/** 会商函 to the partners of a task. */
export const invite =
  (task: string, phone: string): Act =>
  async (year) => {
    const person = office(year);
    await person.press('会商配合部门');
    await person.press(`发函 ${task}`);
    const shown = await person.fill({ 电话: phone }).submit();
    await person.close();
    year.say.did(year.now(), person.name, `为任务 ${task} 发会商函（群）`, must('会商', shown, '会商函第'));
  };

export const join =
  (code: string): Act =>
  async (year) => {
    const shown = await liaison(year, code).press('参加并签收');
    year.say.did(year.now(), `${shortOf(year, code)}联络员`, '参加并签收会商函（群）', must('会商', shown, '已签收'));
  };

export const joinWith =
  (code: string, fields: Readonly<Record<string, string | number>>): Act =>
  async (year) => {
    const person = liaison(year, code);
    await person.press('参加，填报事项和人员');
    const shown = await person.fill(fields).submit();
    await person.close();
    year.say.did(
      year.now(),
      `${shortOf(year, code)}联络员`,
      '参加，填报事项和人员（群内表单）',
      must('会商', shown, '已签收'),
    );
  };

export const decline =
  (code: string, reason: string): Act =>
  async (year) => {
    const person = liaison(year, code);
    await person.press('不参加');
    const shown = await person.fill({ 理由: reason }).submit();
    await person.close();
    year.say.did(
      year.now(),
      `${shortOf(year, code)}联络员`,
      `不参加：${reason}（群内表单）`,
      must('会商', shown, '理由已转'),
    );
  };

/** A button of the office's post, by its label, and what it answers. */
export const officePresses =
  (label: string, words: string, fields?: Readonly<Record<string, string>>): Act =>
  async (year) => {
    const person = office(year);
    const pressed = await person.press(label);
    const shown = fields === undefined ? pressed : await person.fill(fields).submit();
    await person.close();
    year.say.did(year.now(), person.name, `点“${label}”（群）`, must(label, shown, words));
  };

export const liaisonPresses =
  (code: string, label: string, words: string, fields?: Readonly<Record<string, string>>): Act =>
  async (year) => {
    const person = liaison(year, code);
    const pressed = await person.press(label);
    const shown = fields === undefined ? pressed : await person.fill(fields).submit();
    await person.close();
    const answer = words === '' ? told(shown) : must(label, shown, words);
    year.say.did(year.now(), `${shortOf(year, code)}联络员`, `点“${label}”（群）`, answer);
  };

/** A list drawn elsewhere, under the plan from above that ordered it. */
export const takeIn =
  (
    task: string,
    file: string,
    header: readonly string[],
    rows: (year: Parameters<Act>[0]) => readonly (readonly string[])[],
  ): Act =>
  async (year) => {
    const person = office(year);
    const upload = { name: file, bytes: csv([header, ...rows(year)]) };
    const shown = await person.upload(upload, { to: '上级计划第 1 号', text: `${task} 外部平台抽取` });
    year.say.did(year.now(), person.name, `上传外部平台抽取名单 ${file}（群）`, must('外部名单', shown, '户'));
  };

export function csv(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`);
}
