/** Between the draw and the door: an inspector steps back, or cannot come, and the next of the draw steps in. */
import type { Person } from '../../workspace/driver-person.ts';
import { allOf, answerTo, fieldOf, listIn, must, NotSo, textIn, told } from '../told.ts';
import type { Act, Year } from '../year.ts';
import { head, shortOf } from './consult.ts';

/** An inspector of the department who was sent somewhere: the first that has the button before him. */
function sentOf(year: Year, code: string, label: string): Person {
  const { inspectors } = year.sample;
  for (const { name, department, left, certificate } of inspectors) {
    if (department !== code || left !== null || certificate === null) continue;
    const person = year.driver.user(name).in('明抽');
    if (person.buttons().includes(label)) return person;
  }
  throw new NotSo(`${shortOf(year, code)}检查人员`, `没有人面前有“${label}”`);
}

/** An inspector asks to step back, and the head decides. */
export const recuse =
  (code: string, reason: string, decision: '准予' | '不准', words: string): Act =>
  async (year) => {
    const person = sentOf(year, code, '申请回避');
    const { form } = await person.press('申请回避');
    const [which, why] = form?.fields ?? [];
    const shown = await person
      .fill({ [which?.label ?? '']: which?.options[0] ?? '', [why?.label ?? '']: reason })
      .submit();
    await person.close();
    year.say.did(year.now(), `${shortOf(year, code)}执法人员`, '申请回避（私聊）', must('回避', shown, '已送'));
    const decider = head(year, code);
    await decider.press(decision);
    const decided = await decider.fill({ 决定意见: words }).submit();
    await decider.close();
    year.say.did(year.now(), `${shortOf(year, code)}负责人`, `${decision}回避（私聊）`, told(decided));
  };

/** The head records that somebody cannot come. */
export const unavailable =
  (code: string, reason: string): Act =>
  async (year) => {
    const person = head(year, code);
    const { form } = await person.press('人员不能到场');
    const [who] = form?.fields ?? [];
    const shown = await person.fill({ [who?.label ?? '']: who?.options[0] ?? '', 客观原因: reason }).submit();
    await person.close();
    year.say.did(year.now(), `${shortOf(year, code)}负责人`, `登记人员不能到场：${reason}（群内表单）`, allOf(shown));
  };

export interface Visit {
  readonly visit: number;
  /** 检查编号 */
  readonly no: string;
  /** Number of the enterprise. */
  readonly subject: string;
  readonly departments: readonly string[];
  readonly tasks: readonly string[];
}

/** As the office reads them. */
export const visitsOf = (year: Year, book: string): Promise<readonly Visit[]> =>
  answerTo(year, 'o1', ['visit', 'show', book], (value) => {
    const visits = fieldOf(fieldOf(value, 'book'), 'visits');
    return Object.values(typeof visits === 'object' && visits !== null ? visits : {}).map((each): Visit => {
      const bodies = listIn(fieldOf(each, 'bodies'));
      return {
        visit: Number(textIn(each, 'visit')),
        no: textIn(each, 'no'),
        subject: textIn(fieldOf(each, 'subject'), 'number'),
        departments: bodies.map((body) => textIn(body, 'department')),
        tasks: bodies.flatMap((body) => listIn(fieldOf(body, 'tasks')).map(String)),
      };
    });
  });
