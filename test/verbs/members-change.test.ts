/** Members come and go with their days; what they said stays under their name. */
import { expect, it } from 'vitest';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import { departmentNames } from '../../bot/verbs/registry/departments.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { consultDesk, letter, office, otherLiaison, reply, stateOf } from '../consult/desk.ts';
import { refusal, value } from '../desk.ts';
import { csv } from './make.ts';

it('S3-66: a member that has left is asked no more and its old answer stays under its name; one that has joined is asked', async () => {
  const desk = await consultDesk('wannian-2022');
  value(await openConsultation(desk, office, letter()));
  value(await reply(desk, otherLiaison));
  const bytes = csv(
    ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '加入日期', '退出日期'],
    ['wjw', '清漪县卫生健康局', '成员单位', '是', '2020-01-01', '2025-06-10'],
    ['dsj', '清漪县数据管理局', '成员单位', '否', '2025-06-10', ''],
  );
  value(await importList(desk, office, { bytes, file: '成员单位调整.csv' }));
  const ask = (key: string, asked: readonly string[]) => openConsultation(desk, office, letter({ key, asked }));
  desk.setNow('2025-06-09T01:00:00.000Z');
  expect(refusal(await ask('k2', ['dsj']))).toMatchObject({ why: { reason: 'no-such-department' } });
  desk.setNow('2025-06-11T01:00:00.000Z');
  expect(refusal(await ask('k3', ['wjw']))).toMatchObject({ why: { reason: 'no-such-department' } });
  expect(value(await ask('k4', ['dsj'])).consultation).toBe('2025-2');
  expect((await stateOf(desk)).replies.get('wjw')?.latest.answer).toBe('agrees');
  expect((await departmentNames(desk.db, '2025-06-11'))('wjw')).toBe('清漪县卫生健康局［已退出］');
});
