/** 牵头股室督导本部门 (甘州 2023 二(四)2): a department looks at its own open points of a quarter before the office sums the quarter up. */
import { expect, it } from 'vitest';
import { home } from '../../bot/chat/home.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { remindDue } from '../../bot/verbs/remind/remind.ts';
import { reminders } from '../../bot/verbs/remind/sent.ts';
import { button, chatDeps, press, said, zh } from '../chat/acting.ts';
import { freshDesk, people, value } from '../desk.ts';
import { departmentsCsv } from './make.ts';

it('S4-83: each department is told of its own open points in the last working days of a quarter, and the office reads the quarter when it is over', async () => {
  const desk = await freshDesk(undefined, '2023-06-21T02:00:00.000Z');
  value(await adoptPolicy(desk, people.office, 'ganzhou-2023'));
  value(await importList(desk, people.office, { bytes: departmentsCsv, file: 'departments.csv' }));
  const told = async () => {
    await remindDue(desk);
    return (await reminders(desk.db)).flatMap(({ what, to }) =>
      what.kind === 'own-points' || what.kind === 'bulletin' ? [`${what.kind} ${what.period} ${to}`] : [],
    );
  };
  const first = await told();
  expect(first.filter((each) => each.startsWith('own-points'))).toEqual([]);
  // 22 to 24 June are holidays, and the 25th is worked instead.
  desk.setNow('2023-06-25T02:00:00.000Z');
  const ours = ['scjg', 'wjw'].map((code) => `own-points quarter/2023-2 department:${code}`);
  expect((await told()).slice(first.length).sort()).toEqual(ours);
  const words = '督导检查本单位2023年第二季度未完成事项';
  const page = await home(chatDeps(desk), people.liaison);
  expect(zh(page)).toContain(words);
  expect(zh(await home(chatDeps(desk), people.office))).not.toContain(words);
  // Its own figures, and nobody else's.
  const figures = said(await press(desk, people.liaison, button(page, 'figures-own')));
  expect(figures).toContain('清漪县市场监督管理局 2023-04-01 至 2023-06-30 的指标');
  desk.setNow('2023-07-03T02:00:00.000Z');
  expect((await told()).at(-1)).toBe('bulletin quarter/2023-2 office');
  const still = (await owedNow(desk, false)).owed.filter(({ matter }) => matter.kind === 'own-points');
  expect(still.every(({ due }) => due === '2023-09-30')).toBe(true);
});
