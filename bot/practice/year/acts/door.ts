/** On the way to the door: each department asks its head, who approves in the chat; notice; what happened at the doors; finished. */
import { done, must, told } from '../told.ts';
import type { Act } from '../year.ts';
import { everyDepartment, sentOf } from './at-desk.ts';
import { head, shortOf } from './consult.ts';
import { visitsOf } from './visits.ts';

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

/** First by its papers, by every department of the visit (三明: class B): a clean one ends there, and nobody goes to its door. */
export const deskFirst =
  (book: string, label: string, on: string): Act =>
  async (year) => {
    const { classifications, plan } = year.sample;
    const classed = new Set(
      classifications.filter((each) => each.scheme === 'credit' && each.class === label).map(({ number }) => number),
    );
    const byClass = new Set(plan.tasks.filter(({ quota }) => quota.kind === 'tiers').map(({ name }) => name));
    const visits = (await visitsOf(year, book)).filter(
      ({ subject, tasks }) => classed.has(subject) && tasks.some((task) => byClass.has(task)),
    );
    if (visits.length === 0) year.say.note(`［书面检查］本次没有抽到 ${label} 类`);
    for (const { visit, no, departments } of visits) {
      for (const code of departments) {
        const materials = ['--materials', '进货查验记录、检验报告'];
        const said = await done(year, `l-${code}`, 'visit', 'desk', book, '--visits', no, '--on', on, ...materials);
        const what = `先行书面检查 ${no}，未发现问题（命令行）`;
        year.say.did(year.now(), `${shortOf(year, code)}联络员`, what, said);
      }
      year.kept.set(`desk/${visit}`, no);
    }
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
