/** 再检查: a sample of published outcomes, drawn in a ceremony like any other, looked at again over the file; a fault is answered by whose it is. */
import { done, must, NotSo } from '../told.ts';
import { type Act, office } from '../year.ts';
import { head, nameOf, shortOf } from './consult.ts';
import { inChat, optionIn } from './in-chat.ts';

/** Number of the re-inspection, as its post says. */
const noIn = (posts: readonly string[]): string =>
  posts.flatMap((post) => /第 (\d+) 号(?:再检查|回访)/.exec(post)?.[1] ?? []).at(-1) ?? '';

/** The first is at fault and recorded in the chat, the others are in order. */
export const recheckRecorded =
  (words: string): Act =>
  async (year) => {
    const no = noIn(office(year).sees());
    if (no === '') throw new NotSo('再检查', office(year).sees().slice(-3).join('\n'));
    const rows = (await done(year, 'o1', 'recheck', 'list', no)).split('\n').map((line) => line.split('  ')[0] ?? '');
    const [first = '', ...others] = rows;
    await inChat('联席办综合组', '联席办', '登记再检查情况：精准性存在问题', {
      opens: { press: '登记情况' },
      fill: (shown) => ({ 检查结果: optionIn(shown, '检查结果'), 精准性: '存在问题', 情况: words }),
      says: '已登记',
    })(year);
    for (const outcome of others) await done(year, 'o1', 'recheck', 'record', no, outcome, '查阅档案，符合要求');
    year.kept.set('recheck', { no, department: first.split('/')[2] ?? '' });
    year.say.did(
      year.now(),
      '联席办综合组',
      `登记其余再检查情况（命令行）`,
      `第 ${no} 号再检查共 ${rows.length} 项，符合 ${others.length} 项`,
    );
  };

/** The department whose outcome is at fault answers in the chat. */
export const recheckAnswered =
  (words: string): Act =>
  async (year) => {
    const held = year.kept.get('recheck');
    const code = typeof held === 'object' && held !== null && 'department' in held ? String(held.department) : '';
    const person = head(year, code).in(shortOf(year, code));
    await person.press('答复问题');
    const shown = await person.fill({ 整改情况: words }).submit();
    await person.close();
    year.say.did(year.now(), `${nameOf(year, code)}负责人`, '答复再检查问题（群）', must('答复', shown, '已登记'));
  };
