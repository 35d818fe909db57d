/** A list that another platform drew, by the command line: compared row by row, taken in, and its shared doors told. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawableSubject } from '../../core/registry/drawable.ts';
import { plannedDesk } from '../drawn-desk.ts';
import { csv } from '../verbs/make.ts';
import { runProgram } from './program.ts';

it('mingchou draw take-in 逐行核对并录入，注明无法核验；再问合并上门', async () => {
  const desk = await plannedDesk();
  const [task] = desk.sample.plan.tasks;
  if (task === undefined) throw new Error('no task');
  const able = desk.sample.subjects.filter(
    (each) => each.tags.some((tag) => task.frame.tags.includes(tag)) && drawableSubject(each).ok,
  );
  const rows = able.slice(0, 3).map(({ number, name }) => [number, name, 'BU-CUNZAI']);
  writeFileSync(join(desk.folder, 'list.csv'), csv(['统一社会信用代码', '企业名称', '检查人员工号'], ...rows));
  const run = (...args: readonly string[]) => runProgram(desk.folder, ['--db', 'file:desk.db', ...args]);
  const taken = await run('--as', 'l1', 'draw', 'take-in', desk.plan, task.no, 'list.csv', '-p', '省双随机平台');
  expect(taken).toMatchObject({ exit: 0, err: '' });
  expect(taken.out).toContain('外部名单第 1 号');
  expect(taken.out).toContain('工号 BU-CUNZAI 不在执法检查人员名录库');
  expect(taken.out).toContain('外部平台抽取，本系统无法核验');
  const again = await run('--as', 'l2', 'draw', 'take-in', desk.plan, task.no, 'list.csv', '-p', '省双随机平台');
  expect(again.exit).toBe(1);
  const doors = await run('--as', 'o1', 'draw', 'doors', '2025');
  expect(doors).toMatchObject({ exit: 0 });
  expect(doors.out).toContain('没有需要合并上门的检查对象');
});
