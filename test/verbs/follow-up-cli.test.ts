/** 后续处置 from the command line, on a desk's own database: crimes, listings, letters, repair, joint punishment, figures. */
import { expect, it } from 'vitest';
import { programOn } from '../../bot/cli/program.ts';
import { hands, type PlannedDesk } from '../drawn-desk.ts';
import { foundDesk } from '../follow-up/found-desk.ts';

it('S1-41 S2-56 S4-60 every act can be done from the command line, by who may and in its order', async () => {
  const made = await foundDesk();
  const { desk, today } = made;
  const run = commandLine(desk);
  const [a, b, c] = await made.cases();
  if (a === undefined || b === undefined || c === undefined) throw new Error('three are found');
  const { liaison, head, otherLiaison } = hands;
  const list = await run(null, 'list', '-d', 'scjg', '--open');
  expect(list.out).toContain(`${a.id}　检查编号 ${a.no}`);
  expect(list.out).not.toContain(a.subject?.name);
  // By the number of the task, finding, enterprise and decision stand together (S0-57).
  const byTask = async () => (await run(null, 'list', '--task', a.tasks[0]?.split('/').at(-1) ?? '')).out;
  expect(await byTask()).toContain(a.subject?.key.split(':')[1]);
  expect((await run(null, 'list', '--task', '没有这个')).out).toContain('没有发现的问题');

  // A suspected crime is decided by the head and never closed by a penalty.
  const crime = ['refer-crime', '县公安局', '数额较大，涉嫌犯罪', '-c', a.id, '--on', today];
  expect((await run(liaison.person, ...crime)).err).toContain('须由部门负责人办理');
  expect((await run(head.person, ...crime)).exit).toBe(0);
  const subject = a.subject?.key.split(':')[1] ?? '';
  const task = a.tasks[0]?.split('/').at(-1) ?? '';
  const penalty = ['--on', today, '--subject', subject, '--task', task, '--guidance', '请补建台账'];
  const repairFrom = ['--repair-from', '2025-07-01'];
  const decided = await run(liaison.person, 'penalty', '罚1号', '-c', a.id, ...penalty, ...repairFrom);
  expect(decided.out).toContain('已登记');
  expect(await byTask()).toContain('罚1号');
  const letter = ['letter', '罚1号', '-v', a.no, '--on', today, '--receipt', '回证1号'];
  expect((await run(liaison.person, ...letter)).exit).toBe(0);
  expect((await run(liaison.person, 'close', '-c', a.id)).err).toContain('不得以罚代刑');
  const answer = ['answer-crime', 'accepted', '受案1号', '-c', a.id, '--on', today];
  expect((await run(liaison.person, ...answer)).exit).toBe(0);
  expect((await run(liaison.person, 'close', '-c', a.id)).exit).toBe(0);

  // Reminder first, and its time; then the head decides.
  const listing = ['list-abnormal', '列异1号', '-c', c.id, '--on', today, '--considered', '八条措施'];
  expect((await run(liaison.person, 'remind-listing', '2025-12-01', '邮寄', '-c', c.id)).exit).toBe(0);
  expect((await run(head.person, ...listing)).err).toContain('期满之前不能列入');
  desk.setNow('2025-12-02T02:00:00.000Z');
  const later = listing.map((each) => (each === today ? '2025-12-02' : each));
  expect((await run(head.person, ...later)).exit).toBe(0);

  const joint = ['joint', '行业准入', '-c', b.id, '--basis', '条例第三条', '--from', today, '--to', '2026-08-01'];
  expect((await run(liaison.person, ...joint, '--told', '不存在的局')).err).toContain('没有“不存在的局”这个单位');
  expect((await run(liaison.person, ...joint, '--told', 'wj')).exit).toBe(0);

  // To the unit that handles cases: who hands over never signs; where a department has one liaison, its head does.
  expect(
    (await run(liaison.person, 'transfer', 'scjg', '移送办案机构', '--unit', '综合执法大队', '-c', b.id)).exit,
  ).toBe(0);
  const [transfer = ''] =
    (await made.cases()).find(({ id }) => id === b.id)?.transfers.map(({ seq }) => String(seq)) ?? [];
  expect((await run(liaison.person, 'receive', transfer)).err).toContain('移交人不能自己签收');
  expect((await run(hands.otherHead.person, 'receive', transfer)).exit).toBe(1);
  expect((await run(head.person, 'receive', transfer)).exit).toBe(0);
  const returned = ['return', transfer, 'penalised', '--on', '2025-12-02', '--number', '罚2号'];
  expect((await run(liaison.person, ...returned)).exit).toBe(0);

  const repair = (step: string) => ['repair', step, '-c', a.id, '--on', '2025-12-02', '--online', '--told', 'wj'];
  expect((await run(liaison.person, ...repair('granted'))).err).toContain('信用修复现为“尚未受理”');
  for (const step of ['applied', 'granted', 'carried-out'])
    expect((await run(liaison.person, ...repair(step))).exit).toBe(0);
  const all = await run(liaison.person, 'close', '--all');
  expect(all.out).toContain('问题 2 个');
  expect((await run(liaison.person, 'close', '--all')).err).toContain('请选择要处置的问题');
  expect((await run(liaison.person, 'check', 'maybe', '-c', b.id, '--on', today)).exit).toBe(2);
  expect((await run(otherLiaison.person, 'guidance', '请补', '-c', b.id, '--on', today)).exit).toBe(1);
  const revisit = ['revisit', a.no, 'telephone', '--on', today, '--words', '反映检查规范'];
  expect((await run(liaison.person, ...revisit)).exit).toBe(0);
  expect((await run(null, 'figures')).out).toContain('发现问题 3 个，已处置 3 个，处置中 0 个，待处置 0 个');
});

/** The program on the desk that is open, each command of which is told apart by what it printed. */
function commandLine(desk: PlannedDesk) {
  return async (person: string | null, ...args: readonly string[]) => {
    const printed = { out: '', err: '', exit: 0 };
    const program = programOn({
      print: (stream, text) => {
        printed[stream === 1 ? 'out' : 'err'] += `${text}\n`;
      },
      isWatched: false,
      env: {},
      // The desk stays open after each command.
      openDesk: async () => ({ ...desk, close: () => undefined }),
      end: (code) => {
        printed.exit = code;
      },
    });
    const as = person === null ? [] : ['--as', person];
    await program.parseAsync(['follow-up', ...args, ...as], { from: 'user' });
    return printed;
  };
}
