/** An issued plan goes to everybody whom the document names at its head, with a part in it or without. */
import { expect, it, onTestFinished } from 'vitest';
import { person } from '../../bot/practice/people.ts';
import { addresseesOf } from '../../bot/verbs/plan/addressees.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { policyInForce } from '../../bot/verbs/registry/policy-in-force.ts';
import { standing } from '../chat/acting.ts';
import { value } from '../desk.ts';
import { draftAndIssue, hands } from '../drawn-desk.ts';
import { broughtIn } from '../scenario/county.ts';
import { csv, sample as sampleOf } from './make.ts';

const headers = ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '加入日期'];
const county = person('c1', '邵平川', 'xjzb', ['county-office']);
const township = csv(headers, ['yxx', '云溪乡人民政府', '乡镇', '否', '2020-01-01']);

it('S0-03: every member gets the issued plan, S0-04: so do county offices, which are no members; townships are not named', async () => {
  const sample = sampleOf('sanming-2025');
  const desk = await broughtIn(sample, sample.snapshot, onTestFinished, [county]);
  value(await importList(desk, hands.drafter, { bytes: township, file: '乡镇.csv' }));
  const listed = csv(headers, ['qsb', '清水县工作机制办公室', '县级工作机制办公室', '否', '2020-01-01']);
  value(await importList(desk, hands.drafter, { bytes: listed, file: '县级.csv' }));
  await draftAndIssue(desk, sample);
  const posts = (await standing(desk)).filter(({ slot }) => /^plan-(issued|copy)\//.test(slot));
  const members = sample.departments.filter(({ kind }) => kind === 'member').map(({ code }) => `department:${code}`);
  expect(posts.map(({ place }) => place).sort()).toEqual([...members, 'department:qsb', 'person:c1'].sort());
  const own = posts.find(({ place }) => place === 'person:c1');
  expect(own?.zh).toContain('已印发');
  expect(own?.zh).toContain('没有贵单位的任务');
});

it('S4-02: under 甘州 the departments of the district get it, and nobody else', async () => {
  const sample = sampleOf('ganzhou-2023');
  const desk = await broughtIn(sample, sample.snapshot, onTestFinished, [county]);
  value(await importList(desk, hands.drafter, { bytes: township, file: '乡镇.csv' }));
  const policy = await policyInForce(desk.db, `${sample.plan.year}-12-31`);
  if (policy === null) throw new Error('no policy');
  const { departments, persons } = await addresseesOf(desk.db, policy, sample.plan.draftedOn);
  const members = sample.departments.filter(({ kind }) => kind === 'member').map(({ code }) => code);
  expect([...departments].sort()).toEqual(members.sort());
  expect(persons).toEqual([]);
});
