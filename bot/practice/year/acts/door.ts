/** On the way to the door: each department asks its head, who approves in the chat; notice; what happened at the doors; finished. */
import { done, must, told } from '../told.ts';
import type { Act } from '../year.ts';
import { everyDepartment, sentOf } from './at-desk.ts';
import { head, shortOf } from './consult.ts';

export const askApproval = (book: string, from: string, to: string): Act =>
  everyDepartment(
    '呈请检查审批',
    ...['visit', 'ask', book, '--reason', '年度抽查计划安排', '--from', from, '--to', to],
  );

export const approveVisits: Act = async (year) => {
  for (const code of sentOf(year)) {
    const person = head(year, code);
    const shown = await person.press('批准');
    const sent = shown.form !== null && shown.form.submit !== '' ? await person.submit() : shown;
    await person.close();
    year.say.did(year.now(), `${shortOf(year, code)}负责人`, '批准检查（私聊）', told(sent));
  }
};

export const giveNotice = (book: string, on: string, served: string): Act =>
  everyDepartment(
    '送达检查通知，一次告知需准备的材料',
    ...['visit', 'notice', book, '--on', on, '--served', served],
    ...['--material', '营业执照', '--material', '进货查验记录'],
  );

export const atTheDoor = (book: string, on: string): Act =>
  everyDepartment('登记现场检查，已出示证件', ...['visit', 'hold', book, '--on', on, '--shown']);

export const finishVisits = (book: string): Act => everyDepartment('办结检查', 'visit', 'finish', book);

/** First by its papers: what a desk review without a problem needs no door for. */
export const deskFirst =
  (book: string, code: string, visits: string, on: string): Act =>
  async (year) => {
    const said = await done(
      year,
      `l-${code}`,
      ...['visit', 'desk', book, '--visits', visits, '--on', on, '--materials', '进货查验记录、检验报告'],
    );
    year.say.did(year.now(), `${shortOf(year, code)}联络员`, '先行书面检查（命令行）', said);
  };

/** An agenda from the lead, agreed to by a partner in the chat. */
export const agenda =
  (book: string, lead: string, partner: string, on: string): Act =>
  async (year) => {
    const said = await done(
      year,
      `l-${lead}`,
      'visit',
      'agenda',
      book,
      '--on',
      on,
      '--hour',
      '09:30',
      '--meet',
      '县政务服务中心',
    );
    year.say.did(year.now(), `${shortOf(year, lead)}联络员`, '提出联合检查日程（命令行）', said);
    const shown = await year.driver.user(`${shortOf(year, partner)}联络员`).press('同意');
    year.say.did(year.now(), `${shortOf(year, partner)}联络员`, '同意日程（群）', must('日程', shown, ''));
  };
