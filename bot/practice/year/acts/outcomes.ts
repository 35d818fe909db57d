/** 检查结果录入: who inspects enters, in the workbook. One row is one item at one visit. */
import { kindOf } from '../../../../core/outcome/code.ts';
import { degreeWords } from '../../../../core/outcome/degree.ts';
import { handlingWords, methodWords } from '../../../../core/outcome/words.ts';
import { changeOf } from '../../tour/workbook.ts';
import { NotSo } from '../told.ts';
import { workbookIn } from '../workbook.ts';
import type { Act, Year } from '../year.ts';
import { members, shortOf } from './consult.ts';
import { foundAt, itemNumber, methodAt, visitedOn } from './found.ts';

type Cells = Readonly<Record<string, string>>;

/** As it is chosen and typed in the cells. */
function cellsAt(year: Year, visit: number, item: number, on: string): Cells {
  const { code, degree, handling, ...rest } = foundAt(year, visit, item, on);
  return {
    ...rest,
    code: kindOf(code).label,
    checkedOn: on,
    methods: methodWords[methodAt(year, visit)].zh,
    ...(degree === undefined ? {} : { degree: degreeWords[degree].zh }),
    ...(handling === undefined ? {} : { handling: handlingWords[handling].zh }),
    inspectors: '同派出',
  };
}

export interface Entering {
  /** Ceremony, or `L1` for a list drawn elsewhere. */
  readonly book: string;
  /** Days of the week of visits, from its first: what was visited until then is entered. */
  readonly share?: number;
  /** Departments that do not enter now. */
  readonly but?: readonly string[];
}

/** Every department enters this much of what it has to, in hundredths. */
export const enterByWorkbook =
  ({ book, share = 100, but = [] }: Entering): Act =>
  async (year) => {
    const sums = { departments: 0, entered: 0, refused: 0 };
    for (const code of members(year)) {
      if (but.includes(code)) continue;
      const entered = await enterOf(year, code, book, share);
      if (entered === null) continue;
      sums.departments += 1;
      sums.entered += entered.created;
      sums.refused += entered.refused.length;
      if (entered.refused.length > 0)
        year.say.note(`［${shortOf(year, code)}］退回 ${entered.refused.length} 行：${entered.refused[0] ?? ''}`);
    }
    await year.driver.settle();
    year.say.note(
      `［检查结果录入］第 ${book} 号名单：${sums.departments} 个单位本次录入 ${sums.entered} 项，未通过校验 ${sums.refused} 项`,
    );
  };

async function enterOf(year: Year, code: string, book: string, share: number) {
  const title = `${shortOf(year, code)}联络员`;
  if (!(await hasVisits(year, code))) return null;
  const excel = await workbookIn(year, title);
  const line = (await excel.books()).find((each) => each.sheet === 'outcomes' && each.book === book);
  if (line === undefined) return null;
  const { rows, fields } = await excel.rows({ sheet: 'outcomes', book });
  const blank = rows.filter(({ cells }) => (cells.code ?? '') === '' && (cells.sent ?? '').includes('、'));
  const count = Math.ceil((rows.length * share) / 100) - (rows.length - blank.length);
  const today = year.now().slice(0, 10);
  const changes = blank.slice(0, Math.max(0, count)).map((row) => {
    const visit = Number(row.id.split('/')[1] ?? 0);
    const on = visitedOn(row.cells.window ?? '', row.cells.drawnOn ?? '', visit, today);
    const known = Object.entries(cellsAt(year, visit, itemNumber(row.id), on)).filter(([field]) =>
      fields.includes(field),
    );
    return changeOf(row.id, row, Object.fromEntries(known));
  });
  if (changes.length === 0) return null;
  const receipt = await excel.submit({ sheet: 'outcomes', book, rows: changes }, line.year);
  const refused = receipt.answers
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ remarks }) => remarks.map(({ field, words }) => `${field ?? ''} ${words.zh}`).join('；'));
  const created = receipt.answers.length - refused.length;
  year.say.did(year.now(), title, `在电子表格里录入检查结果 ${changes.length} 项（表格）`, receipt.note.zh);
  if (created === 0) throw new NotSo(`${title}录入检查结果`, refused.join('\n'));
  return { created, refused };
}

/** Who has nothing to enter is not made to ask for a code. */
const hasVisits = async (year: Year, code: string): Promise<boolean> =>
  year.driver
    .channel(shortOf(year, code))
    .some((post) => post.includes('本单位须检查') || post.includes('检查结果录入'));

/** What was returned is entered anew in the chat's short form, by an inspector who was there, with more said of it. */
export const enterReturnedInChat =
  (code: string, on: string, more: string): Act =>
  async (year) => {
    const label = '检查编号和事项';
    for (const { name, department, left, certificate } of year.sample.inspectors) {
      if (department !== code || left !== null || certificate === null) continue;
      const person = year.driver.user(name).in('明抽');
      if (!person.buttons().includes('录入检查结果')) continue;
      const { form } = await person.press('录入检查结果');
      const row = form?.fields
        .find((field) => field.label === label)
        ?.options.find((each) => each.includes('（退回：'));
      if (row === undefined) {
        await person.close();
        continue;
      }
      const shown = await person
        .fill({ [label]: [row], 检查日期: on, 备注: more, 到场检查人员: '派出人员全部到场' })
        .submit();
      if (shown.form !== null && Object.keys(shown.form.errors).length > 0)
        throw new NotSo('重新录入', JSON.stringify(shown.form.errors));
      await person.close();
      year.say.did(year.now(), `${shortOf(year, code)}执法人员`, `重新录入退回的一条（群内表单）`, row);
      return;
    }
    throw new NotSo('重新录入', `${shortOf(year, code)}没有人面前有退回的检查结果`);
  };
