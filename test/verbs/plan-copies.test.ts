/** An issued plan goes to everybody whom the document names at its head, with a part in it or without. */
import { expect, it, onTestFinished } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import { person } from '../../bot/practice/people.ts';
import { changeTask } from '../../bot/verbs/plan/change-task.ts';
import { draftPlan } from '../../bot/verbs/plan/draft-plan.ts';
import { issuePlan } from '../../bot/verbs/plan/issue-plan.ts';
import { seePlan, whoHasSeen } from '../../bot/verbs/plan/see-plan.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { dateInChinese } from '../../core/calendar.ts';
import { standing } from '../chat/acting.ts';
import { value } from '../desk.ts';
import { draftAndIssue, expectRefused, hands } from '../drawn-desk.ts';
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

it('S4-02, S4-77: the year’s arrangement of 甘州 reaches all departments with tasks and days; who has noted it is counted', async () => {
  const sample = sampleOf('ganzhou-2023');
  const idle = person('l9', '未列任务单位联络员', 'qxj', ['liaison']);
  const desk = await broughtIn(sample, sample.snapshot, onTestFinished, [county, idle]);
  value(await importList(desk, hands.drafter, { bytes: township, file: '乡镇.csv' }));
  await draftAndIssue(desk, { ...sample, reasons: [] });
  const { plan } = sample;
  const posts = (await standing(desk)).filter(({ slot }) => /^plan-(issued|copy)\//.test(slot));
  const members = sample.departments.filter(({ kind }) => kind === 'member').map(({ code }) => `department:${code}`);
  expect(posts.map(({ place }) => place).sort()).toEqual(members.sort());
  for (const task of plan.tasks.slice(0, 3)) {
    const post = posts.find(({ place }) => place === `department:${task.lead}`);
    expect(post?.zh).toContain(`${task.no} ${task.name}（牵头`);
    expect(post?.zh).toContain(`${dateInChinese(task.window.from)}至${dateInChinese(task.window.to)}`);
  }
  const seen = async () => (await whoHasSeen(desk.db, plan)).find(({ department }) => department === 'qxj')?.seen;
  expect(await seen()).toBe(false);
  value(await seePlan(desk, idle, { plan: plan.no, version: 1 }));
  expect(await seen()).toBe(true);
});

it('S4-76: each of the four roles has its rows of rights: a partner neither drafts nor changes what another department leads', async () => {
  const sample = sampleOf('ganzhou-2023');
  const [task] = sample.plan.tasks;
  if (task === undefined) throw new Error('no task');
  const of = (department: string) => person(`l-${department}`, `${department}联络员`, department, ['liaison']);
  const [lead, partner] = [of(task.lead), of(task.partners[0] ?? '')];
  const desk = await broughtIn(sample, sample.snapshot, onTestFinished, [lead, partner]);
  const { no, year, doorLimit } = sample.plan;
  const draft = (actor: Actor) =>
    draftPlan(desk, actor, {
      ...{ no, year, doorLimit },
      rows: [{ row: 1, reply: 'r', task }],
      replies: [{ id: 'r', department: task.lead, at: `${sample.plan.draftedOn}T09:00` }],
      consulted: { answers: sample.answers },
    });
  expectRefused(await draft(partner), 'rights', { verb: 'draft-plan' });
  value(await draft(lead));
  const change = { kind: 'set', ratio: '20户', from: '', to: '' } as const;
  const request = { plan: no, version: 1, task: task.no, change, reason: '另有安排' };
  expectRefused(await changeTask(desk, partner, request), 'rights', { verb: 'draft-plan' });
  expectRefused(await issuePlan(desk, lead, no), 'rights', { verb: 'issue-plan' });
});
