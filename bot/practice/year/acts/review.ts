/** 审核: somebody who neither entered nor inspected reads what was entered; one row is returned and put right, the rest passes. */
import { done, must, NotSo } from '../told.ts';
import type { Act, Year } from '../year.ts';
import { shortOf } from './consult.ts';
import { departmentsIn } from './notices.ts';

const reviewer = (year: Year, code: string) => year.driver.user(`${shortOf(year, code)}结果审核员`);

/** One row goes back with what is to be mended, in the chat. */
export const returnOne =
  (code: string, words: string): Act =>
  async (year) => {
    const person = reviewer(year, code);
    const { form } = await person.press('退回');
    const [rows] = form?.fields ?? [];
    const first = rows?.options.find((each) => each.includes('未发现问题'));
    if (rows === undefined || first === undefined) throw new NotSo('退回检查结果', form?.text ?? '没有窗口');
    const shown = await person.fill({ [rows.label]: [first], 审核意见: words }).submit();
    await person.close();
    const who = `${shortOf(year, code)}结果审核员`;
    year.say.did(year.now(), who, `退回一条检查结果：${words}（私聊）`, must('退回', shown, '退回'));
  };

/** The department's reviewer passes everything that waits, in the chat. */
export const passAll =
  (code: string): Act =>
  async (year) => {
    const shown = await reviewer(year, code).press('全部通过');
    year.say.did(
      year.now(),
      `${shortOf(year, code)}结果审核员`,
      '审核检查结果：全部通过（私聊）',
      must('审核', shown, '通过'),
    );
  };

/** Every other department's reviewer, at the command line. */
export const passEverywhere =
  (book: string, but: readonly string[] = []): Act =>
  async (year) => {
    const passed: string[] = [];
    for (const code of await departmentsIn(year, book)) {
      if (but.includes(code)) continue;
      const as = code === 'scjg' ? 'r1' : `r-${code}`;
      const said = await done(year, as, 'outcome', 'review', book, 'pass');
      passed.push(`${shortOf(year, code)}：${said.split('\n')[0] ?? ''}`);
    }
    year.say.did(year.now(), '各单位结果审核员', `审核第 ${book} 号名单的检查结果（命令行）`, passed.join('\n'));
  };
