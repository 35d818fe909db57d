/** 年度计划: what the checks say, reasons, review by another person, issue, publication, who has noted it. */
import { done, must, NotSo, told as toldOf } from '../told.ts';
import { type Act, office, type Year } from '../year.ts';
import { liaison, shortOf } from './consult.ts';

/** More findings than this bind in principle nowhere. */
const findingsMost = 40;

/** The post of the plan of the year. */
const planPost = (year: Year): string =>
  year.driver.channel('联席办').findLast((post) => post.startsWith(`${year.sample.plan.year} 年度抽查计划`)) ?? '';

export const findings: Act = async (year) => {
  const lines = planPost(year).split('\n');
  const bad = lines.filter((line) => line.includes('须修改'));
  year.say.note(`［逐条核对］计划帖共 ${lines.length} 行，须修改或说明理由的 ${bad.length} 条`);
  for (const line of bad.slice(0, 4)) year.say.note(line.slice(0, 160));
};

/** Gives each finding that binds in principle its reason, until none is left. */
export const giveReasons =
  (words: string): Act =>
  async (year) => {
    const person = office(year);
    if (!person.buttons(`${year.sample.plan.year} 年度抽查计划`).includes('说明理由')) return;
    for (let given = 0; given < findingsMost; given += 1) {
      const { form } = await person.press('说明理由');
      const [finding, why] = form?.fields ?? [];
      const [first] = finding?.options ?? [];
      if (finding === undefined || why === undefined || first === undefined) {
        await person.close();
        if (given > 0) year.say.did(year.now(), person.name, `逐条说明理由 ${given} 条（群内表单）`, words);
        return;
      }
      await person.fill({ [finding.label]: first, [why.label]: words }).submit();
      await person.close();
    }
  };

/** Changes one task in the form: the task's option begins with these words. */
export const changeTask =
  (task: string, values: Readonly<Record<string, string>>): Act =>
  async (year) => {
    const person = office(year);
    const { form } = await person.press('修改任务');
    const option = form?.fields[0]?.options.find((each) => each.includes(task));
    if (option === undefined) throw new NotSo(`修改任务：${task}`, JSON.stringify(form?.fields[0]?.options));
    await person.fill({ 哪一项任务: option }).submit();
    const shown = await person.fill(values).submit();
    await person.close();
    year.say.did(year.now(), person.name, `修改任务“${option}”（群内表单）`, must('修改任务', shown, '第 '));
  };

/** Sent to review while something stands against it: the door says what. */
export const heldUp =
  (words: string): Act =>
  async (year) => {
    const person = office(year);
    const shown = await person.press('送审');
    await person.close();
    year.say.did(year.now(), person.name, '送审，未能送出（群）', must('送审', shown, words));
  };

export const submitPlan: Act = async (year) => {
  const person = office(year);
  const shown = await person.press('送审');
  await person.close();
  year.say.did(year.now(), person.name, '送审（群）', must('送审', shown, '已通知'));
};

/** The second person of the office approves all of it. */
export const approveAsOffice: Act = async (year) => {
  const person = year.driver.user('联席办审核组');
  const shown = await person.press('全部通过');
  await person.close();
  year.say.did(year.now(), '联席办审核组', '审核：全部通过（私聊）', must('审核', shown, '审核'));
};

/** 司法局 on legality, in documents that name it. */
export const approveAsLegal: Act = async (year) => {
  const person = year.driver.user('县司法局合法性审核员');
  const shown = await person.press('全部通过');
  await person.close();
  year.say.did(year.now(), '县司法局合法性审核员', '合法性审核：全部通过（私聊）', must('审核', shown, '审核'));
};

export const issue: Act = async (year) => {
  const person = office(year);
  const shown = await person.press('印发');
  await person.close();
  year.say.did(year.now(), person.name, '印发计划（群）', must('印发', shown, '已印发'));
};

export const publishPlan =
  (channel: string, where: string): Act =>
  async (year) => {
    const person = office(year);
    await person.press('登记公示');
    const on = year.now().slice(0, 10);
    const shown = await person.fill({ 公示渠道: channel, 网址或张贴处: where, 公示日期: on }).submit();
    await person.close();
    year.say.did(year.now(), person.name, `登记计划公示：${channel}（群）`, must('公示', shown, '已公示'));
  };

export const noted =
  (code: string): Act =>
  async (year) => {
    const shown = await liaison(year, code).press('阅知');
    year.say.did(year.now(), `${shortOf(year, code)}联络员`, '阅知（群）', toldOf(shown));
  };

/** What the plan reaches in figures, against what the document asks: how much of the roll, how much by class. */
export const coverage =
  (plan: string): Act =>
  async (year) => {
    const lines = (await done(year, 'o1', 'plan', 'summary', plan)).split('\n');
    const told = lines.filter((line) => /不低于|不高于|占比|抽查面|覆盖/.test(line));
    year.say.did(year.now(), '联席办综合组', '查看计划的抽查面（命令行）', told.join('\n'));
  };
