/** 沟通衔接: to whom the document in force sends a question, and who owes its answer from that moment. */
import { expect, it } from 'vitest';
import { raiseProblem } from '../../bot/verbs/exchange/raise-problem.ts';
import { solveProblem } from '../../bot/verbs/exchange/solve-problem.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { fill, formOf, post, said, standing, type, zh } from '../chat/acting.ts';
import { freshDesk, people, refusal, type TestDesk, value } from '../desk.ts';
import { csv } from '../verbs/make.ts';

const departments = csv(
  ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '加入日期'],
  ['office', '清漪县联席会议办公室', '联席会议办公室', '否', '2018-01-01'],
  ['scjg', '清漪县市场监督管理局', '成员单位', '是', '2018-01-01'],
  ['sgb', '清漪县审改办', '成员单位', '否', '2018-01-01'],
  ['wjw', '清漪县卫生健康局', '成员单位', '是', '2018-01-01'],
  ['gf', '清漪县市场监督管理局市场规范监管股', '股室', '否', '2018-01-01'],
);

async function deskUnder(policy: string, now: string): Promise<TestDesk> {
  const desk = await freshDesk(undefined, now);
  value(await adoptPolicy(desk, people.office, policy));
  value(await importList(desk, people.office, { bytes: departments, file: 'departments.csv' }));
  return desk;
}

const { liaison, otherLiaison } = people;
const ownersOf = async (desk: TestDesk) =>
  (await owedNow(desk, false)).owed.flatMap(({ matter, by }) => (matter.kind === 'problem' ? [by] : []));

it('S2-94: 福安 sends a question about a company’s check to the market regulator, one about another organisation’s to 审改办', async () => {
  const desk = await deskUnder('fuan-2018', '2019-03-01T01:00:00.000Z');
  const raise = async (about: 'company' | 'other-organisation' | 'work') =>
    value(await raiseProblem(desk, otherLiaison, { about, title: `${about} 的检查`, words: '由谁牵头' })).owner;
  expect([await raise('company'), await raise('other-organisation'), await raise('work')]).toEqual([
    ...['department:scjg', 'department:sgb', 'office'],
  ]);
  expect((await ownersOf(desk)).sort()).toEqual(['department:scjg', 'department:sgb', 'office']);
});

it('S1-56: 石狮 sends problems of the platform to 市场规范监管股 by one command, where each stands with its answer', async () => {
  const desk = await deskUnder('shishi-2024', '2024-05-06T01:00:00.000Z');
  const form = formOf(await type(desk, otherLiaison, 'exchange', '问题'));
  const note = { about: 'platform-or-practice', title: '平台录入', words: '结果录入后不能修改' };
  expect(said(await fill(desk, otherLiaison, form, note))).toContain('市场规范监管股');
  expect(await ownersOf(desk)).toEqual(['department:gf']);
  const [held] = (await standing(desk)).filter(({ slot }) => /^problem\/\d+\/department:gf$/.test(slot));
  const no = Number(held?.slot.split('/')[1]);
  expect(held === undefined ? '' : zh(held.message)).toContain(note.words);
  expect(refusal(await solveProblem(desk, liaison, { problem: no, words: '代答' })).stage).toBe('rights');
  const section = { ...liaison, person: 'l9', department: 'gf' };
  value(await solveProblem(desk, section, { problem: no, words: '已联系平台开通更正功能' }));
  for (const place of ['department:gf', 'department:wjw'])
    expect(zh((await post(desk, `problem/${no}/${place}`)).message)).toContain('已联系平台开通更正功能');
  expect(await ownersOf(desk)).toEqual([]);
});
