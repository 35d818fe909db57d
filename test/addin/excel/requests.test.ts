/** How often Excel is asked: each question is a wait on the web, so that within one act each kept part is read once. */
import { expect, it } from 'vitest';
import { liaison, openedDesk } from '../../consult/desk.ts';
import { got } from '../sync/bench.ts';
import { type Pane, personAt, signedPane } from './chain.ts';

it('two rows are previewed in some fifteen requests to Excel and submitted in some forty', async () => {
  const pane = await signedPane(await openedDesk(), liaison);
  const { worksheet } = got(await pane.open({ sheet: 'plan-tasks', book: '2025-1' }));
  const person = personAt(pane, worksheet);
  for (const name of ['餐饮抽查', '商超抽查'])
    person.add({
      抽查任务名称: name,
      抽查事项: '餐饮服务监督检查',
      牵头部门: '清漪县市场监督管理局',
      抽查比例: '5%',
      抽查时间: '6月至9月',
    });
  got(await pane.check(worksheet));
  const preview = await requests(pane, () => pane.preview(worksheet));
  expect(preview.of).toBeLessThanOrEqual(18);
  const shown = got(preview.done);
  const submit = await requests(pane, () => pane.submit(shown, { reason: '', withdraw: [] }));
  expect(got(submit.done).counts.created).toBe(2);
  expect(submit.of).toBeLessThanOrEqual(44);
});

async function requests<T>(pane: Pane, act: () => Promise<T>): Promise<{ readonly of: number; readonly done: T }> {
  const before = pane.asked();
  const done = await act();
  return { of: pane.asked() - before, done };
}
