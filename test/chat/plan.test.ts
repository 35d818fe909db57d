/** What each person sees of a plan in the chat, from its draft to its second version, in a county with two reviewers (万年 2022 三(二)3). */

import { describe, expect, it, onTestFinished } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import { person, staff } from '../../bot/practice/people.ts';
import { span } from '../../bot/say/time.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { draftPlan } from '../../bot/verbs/plan/draft-plan.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { deskWith, enrolAll, type TestDesk, value } from '../desk.ts';
import { bringIn, broughtIn, draftOf } from '../scenario/county.ts';
import { csv, planBookOf, sample as sampleOf } from '../verbs/make.ts';
import { button, errorsOf, fill, formOf, post, posted, press, reply, said, type } from './acting.ts';

const sample = sampleOf('wannian-2022');
const { no } = sample.plan;
const tasks = sample.plan.tasks.map((task) => task.no);
const [first = '', second = ''] = tasks;
const { drafter, reviewer, legal, liaison, head } = staff;
const township = 'yxx';
const inspector = person('i9', '执法人员壬', 'scjg', ['inspector'], { inspector: 'scjg-0009' });

const morning = `${sample.snapshot}T01:00:00.000Z`;
const drafted = (): Promise<TestDesk> => deskWith('plan in the chat, drafted', draft, morning);
const submitted = (): Promise<TestDesk> => deskWith('plan in the chat, submitted', submit, morning);

async function draft(desk: Desk): Promise<void> {
  await enrolAll(desk, [...Object.values(staff), inspector]);
  await bringIn(desk, sample);
  const headers = ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '加入日期'];
  const bytes = csv(headers, [township, '清漪县云溪乡人民政府', '乡镇', '否', '2020-01-01']);
  value(await importList(desk, drafter, { bytes, file: '乡镇.csv' }));
  value(await draftPlan(desk, drafter, draftOf(sample)));
}

/** Says why, for whatever may be kept for a reason, by the form. */
async function reasoned(desk: Desk): Promise<void> {
  for (;;) {
    const answer = await type(desk, drafter, 'plan', '说明理由');
    if (answer.kind === 'say') return;
    const form = formOf(answer);
    const [field] = form.fields;
    const finding = field?.kind === 'some-of' ? field.options.map(({ value: each }) => each) : [];
    expect(said(await fill(desk, drafter, form, { finding, words: '本年度按部门分级办理' }))).toContain(
      '理由已记入计划',
    );
  }
}

async function submit(desk: Desk): Promise<void> {
  await draft(desk);
  await reasoned(desk);
  expect(said(await type(desk, drafter, 'plan', '送审'))).toContain('已送审，已通知 2 名审核人员');
}

async function issued(): Promise<TestDesk> {
  const desk = await submitted();
  for (const who of [reviewer, legal]) {
    const own = await post(desk, `plan-review/${no}/1/${who.person}`);
    await press(desk, who, button(own.message, 'plan-approve'));
  }
  const root = await post(desk, `plan/${no}`);
  expect(said(await press(desk, drafter, button(root.message, 'plan-issue')))).toContain('已印发');
  return desk;
}

const pass = (desk: TestDesk, who: Actor, task: string, version = 1) =>
  press(desk, who, { id: 'plan-task-pass', about: `${no} ${version} 0 ${task}` });

describe('the plan stands in the office’s channel', () => {
  it('with its number, state, tasks, the replies it came from, what was found by weight and place, and whose review is missing', async () => {
    const desk = await drafted();
    const root = await post(desk, `plan/${no}`);
    expect(root.place).toBe('office');
    expect(root.zh).toContain(`计划编号：${no}`);
    expect(root.zh).toContain('状态：第 1 版，草案');
    expect(root.zh).toContain(`任务：${tasks.length} 项，其中部门联合 ${tasks.length} 项`);
    expect(root.zh).toMatch(/来源：\d+ 个单位的反馈：.*清漪县/u);
    expect(root.zh).toMatch(/核对意见：.*提示 \d+ 条/u);
    expect(root.zh).toContain('联席会议办公室（抽查比例、检查频次、是否涉及重复检查）：待审核');
    expect(root.zh).toContain('司法局（行政权力清单的合法性）：待审核');
    expect(root.zh).toContain('[送审] [全部核对意见]');
    expect(root.zh.split('\n').length).toBeLessThan(40);
  });

  it('every finding is a page away: task, what, why, clause; they are for those who may check', async () => {
    const desk = await drafted();
    const root = await post(desk, `plan/${no}`);
    const all = said(await press(desk, drafter, button(root.message, 'plan-findings')));
    expect(all).toMatch(/计划：.*应不低于3%.*〔符合；依据：.*第四条〕/u);
    expect(all).toMatch(/预计抽查约\d+户/u);
    expect(all).not.toMatch(/预计抽查约?\d+\.\d/u);
    expect(all).toContain('没有须改正的意见');
    const last = said(await press(desk, drafter, { id: 'plan-findings', about: `${no} 0 99` }));
    expect(last).toMatch(/任务\S+“.*”：.*〔提示〕/u);
    expect(last).toContain('[上一页]');
    expect(said(await press(desk, inspector, button(root.message, 'plan-findings')))).toContain('无权核对计划');
    expect(said(await type(desk, inspector, 'plan', '状态'))).toContain('无权核对计划');
    for (const form of ['修改', '说明理由', '公示', '汇总']) {
      expect(said(await type(desk, inspector, 'plan', form))).toContain('无权');
    }
    expect(said(await type(desk, drafter, 'plan', ''))).toContain('状态：第 1 版，草案');
    expect(said(await type(desk, drafter, 'plan', '跳舞'))).toContain('没有“/plan 跳舞”这个命令');
    expect(said(await type(desk, inspector, 'plan', 'help'))).toContain('/plan 送审');
    expect(said(await type(desk, drafter, 'plan', '状态 没有的〔2025〕9号'))).toContain(
      '没有编号为 没有的〔2025〕9号 的计划',
    );
  });
});

describe('reviewers get the plan privately and say their word on each task', () => {
  it('each sees his own points and the basis beside the task; the drafter and a liaison are refused in words', async () => {
    const desk = await submitted();
    const own = await post(desk, `plan-review/${no}/1/${legal.person}`);
    expect(own.place).toBe(`person:${legal.person}`);
    expect(own.zh).toContain('司法局（行政权力清单的合法性）：待审核');
    expect(own.zh).toContain('[逐项审核] [全部通过] [退回]');
    const page = said(await press(desk, legal, button(own.message, 'plan-review')));
    expect(page).toContain('依据：');
    expect(page).toContain('权责清单编号：');
    expect(page).toContain('未审核');
    expect([...(await posted(desk)).keys()]).not.toContain(`plan-review/${no}/1/${drafter.person}`);
    expect(said(await type(desk, drafter, 'plan', '审核'))).toContain('起草人不得审核自己起草的计划');
    expect(said(await pass(desk, drafter, first))).toContain('起草人不得审核');
    expect(said(await pass(desk, liaison, first))).toContain('无权逐项审核计划');
  });

  it('a reviewer is not offered another’s points', async () => {
    const desk = await submitted();
    const form = formOf(await press(desk, legal, { id: 'plan-task-return', about: `${no} 1 0 ${first}` }));
    expect(form.fields[0]).toMatchObject({ options: [{ value: 'legality' }] });
    expect(said(await fill(desk, legal, form, { points: ['share'], words: '比例过高' }))).toContain(
      '司法局不审核抽查比例，应由联席会议办公室审核',
    );
    expect(errorsOf(await fill(desk, legal, form, { words: ' ' }))).toMatchObject({ words: '请写明理由。' });
    expect(errorsOf(await fill(desk, legal, form, { points: [], words: '依据' }))).toHaveProperty('points');
  });

  it('with one task returned the plan goes back when all have had their word, and everybody reads exactly that task and the words', async () => {
    const desk = await submitted();
    expect(said(await pass(desk, legal, first))).toContain('已通过');
    const form = formOf(await press(desk, legal, { id: 'plan-task-return', about: `${no} 1 0 ${second}` }));
    const page = said(await fill(desk, legal, form, { words: '依据已修订，请更新' }));
    expect(page).toContain('已退回：依据已修订，请更新');
    expect((await post(desk, `plan/${no}`)).zh).toContain(
      `司法局（行政权力清单的合法性）：审核中：已审 2/${tasks.length} 项，其中退回 1 项`,
    );
    const own = await post(desk, `plan-review/${no}/1/${legal.person}`);
    expect(said(await press(desk, legal, button(own.message, 'plan-approve')))).toContain(
      `已退回任务 ${second}，不能一并通过`,
    );
    const last = tasks.at(-1) ?? '';
    for (const task of tasks.slice(2, -1)) await pass(desk, legal, task);
    expect(said(await pass(desk, legal, last))).toContain(`退回 1 项：${second}`);
    const root = (await post(desk, `plan/${no}`)).zh;
    expect(root).toContain('第 2 版，草案');
    expect(root).toContain('司法局退回第 1 版，须修改 1 项任务：依据已修订，请更新');
    expect(root).toMatch(new RegExp(`任务 ${second}“.*”：依据已修订，请更新`, 'u'));
    expect(root).not.toContain(`任务 ${first}“`);
    expect((await post(desk, `plan-returned/${no}/1`)).zh).toContain('依据已修订，请更新。请修改后再送审。');
    expect((await post(desk, `plan-review/${no}/1/${reviewer.person}`)).zh).toContain('司法局退回第 1 版');
    // Mended and sent again, the reviewer sees at the task what was asked.
    const change = formOf(await type(desk, drafter, 'plan', '修改'));
    const next = formOf(await fill(desk, drafter, change, { task: second }));
    const { from } = sample.plan.tasks[1]?.window ?? { from: '' };
    await fill(desk, drafter, next, { to: `${from.slice(0, 8)}25`, reason: '依据和时间已更新' });
    expect((await post(desk, `plan/${no}`)).zh).toContain('司法局退回第 1 版，须修改 1 项任务');
    await reasoned(desk);
    await type(desk, drafter, 'plan', '送审');
    expect(said(await type(desk, legal, 'plan', '审核'))).toContain('第 1 版曾退回：依据已修订，请更新');
    // A button of the old version says so.
    expect(said(await pass(desk, reviewer, first))).toContain('现为第 3 版，这里办的是第 1 版');
    expect(said(await press(desk, reviewer, { id: 'plan-approve', about: `${no} 1` }))).toContain('请按最新一版办理');
  });

  it('the whole plan goes back by the form, with the tasks meant', async () => {
    const desk = await submitted();
    const form = formOf(await press(desk, reviewer, { id: 'plan-return', about: `${no} 1` }));
    expect(errorsOf(await fill(desk, reviewer, form))).toMatchObject({ words: '请写明理由。' });
    expect(said(await fill(desk, reviewer, form, { words: '与上级计划时间重叠', tasks: [first] }))).toContain(
      '已退回起草人修改',
    );
    expect((await post(desk, `plan/${no}`)).zh).toContain(
      '联席会议办公室退回第 1 版，须修改 1 项任务：与上级计划时间重叠',
    );
  });

  it('all tasks passed by both, it is approved, and each post says that review is complete', async () => {
    const desk = await submitted();
    for (const task of tasks) await pass(desk, legal, task);
    expect((await post(desk, `plan-review/${no}/1/${legal.person}`)).zh).toContain('您已审核通过，其他方面还在审核');
    const own = await post(desk, `plan-review/${no}/1/${reviewer.person}`);
    expect(said(await press(desk, reviewer, button(own.message, 'plan-approve')))).toContain('审核通过');
    expect((await post(desk, `plan-review/${no}/1/${legal.person}`)).zh).toContain('审核已完成');
    expect((await post(desk, `plan/${no}`)).zh).toContain('[印发]');
  });
});

describe('issued, it reaches every department with its own tasks', () => {
  it('who has noted it is counted; the second version says what changed and why, and is noted anew', async () => {
    const desk = await issued();
    const own = await post(desk, `plan-issued/${no}/1/scjg`);
    expect(own.place).toBe('department:scjg');
    expect(own.zh).toContain(`计划 ${no} 第 1 版`);
    expect(own.zh).toMatch(/牵头 \d+ 项，配合 \d+ 项/u);
    expect(own.zh).toMatch(/对象 .*；.*至.*；本单位每户派 2 人/u);
    expect(said(await press(desk, liaison, button(own.message, 'plan-see')))).toContain('已登记阅知');
    await press(desk, liaison, button(own.message, 'plan-see'));
    expect((await post(desk, `plan-issued/${no}/1/scjg`)).zh).toContain('已阅知：市场监管局联络员');
    expect((await post(desk, `plan/${no}`)).zh).toContain('阅知：第 1 版：1/2 人');
    expect(said(await type(desk, drafter, 'plan', '阅知'))).toContain(
      '已阅知 市场监管局联络员；未阅知 市场监管局负责人',
    );

    const form = formOf(await type(desk, drafter, 'plan', '修改'));
    const next = formOf(await fill(desk, drafter, form, { task: first }));
    expect(errorsOf(await fill(desk, drafter, next, { reason: '上级要求' }))).toHaveProperty('ratio');
    expect(errorsOf(await fill(desk, drafter, next, { ratio: '待定', reason: '上级要求' }))).toMatchObject({
      ratio: expect.stringContaining('尚未确定'),
    });
    const lead = sample.plan.tasks[0]?.lead ?? '';
    const { window } = sample.plan.tasks[0] ?? { window: { from: '', to: '' } };
    const until = `${window.to.slice(0, 8)}20`;
    expect(said(await fill(desk, liaison, next, { to: until, reason: '上级要求' }))).toContain(
      '只能就本单位或本人的事项起草计划',
    );
    expect(said(await fill(desk, drafter, next, { to: until, reason: '上级要求提前完成' }))).toContain('第 2 版');
    const changed = (await post(desk, `plan/${no}`)).zh;
    expect(changed).toContain('与已印发的第 1 版相比（调整理由：上级要求提前完成）');
    expect(changed).toContain(`检查实施期由“${span(window).zh}”改为“${span({ from: window.from, to: until }).zh}”`);
    // Departments go by what was issued until the change is.
    expect((await post(desk, `plan-issued/${no}/1/${lead}`)).zh).toContain('第 1 版已印发');

    await reasoned(desk);
    await type(desk, drafter, 'plan', 'submit');
    for (const who of [reviewer, legal]) await press(desk, who, { id: 'plan-approve', about: `${no} 2` });
    await press(desk, drafter, { id: 'plan-issue', about: no });
    const second = (await post(desk, `plan-issued/${no}/2/${lead}`)).zh;
    expect((await post(desk, `plan-issued/${no}/1/${lead}`)).zh).toContain('第 1 版已由第 2 版替代');
    expect(second).toContain('较第 1 版的变动（理由：上级要求提前完成）');
    expect(second).toContain(`改为“${span({ from: window.from, to: until }).zh}”`);
    expect((await post(desk, `plan/${no}`)).zh).toContain('阅知：第 2 版：0/2 人');
    expect(said(await press(desk, head, { id: 'plan-see', about: `${no} 1` }))).toContain('现为第 2 版');
  });

  it('S3-02: townships and members without a task get a copy, although nothing in it is theirs', async () => {
    const desk = await issued();
    const concerned = new Set(sample.plan.tasks.flatMap(({ lead, partners }) => [lead, ...partners]));
    const idle = sample.departments.filter(({ code, kind }) => kind === 'member' && !concerned.has(code));
    expect(idle.length).toBeGreaterThan(0);
    for (const code of [township, ...idle.map((each) => each.code)]) {
      const copy = await post(desk, `plan-issued/${no}/1/${code}`);
      expect(copy.place).toBe(`department:${code}`);
      expect(copy.zh).toContain('已印发');
      expect(copy.zh).toContain('没有贵单位的任务');
      expect(said(await press(desk, liaison, button(copy.message, 'plan-tasks')))).toContain(first);
    }
  });

  it('its publication is recorded with channel, address and date; each mistake stands at its field', async () => {
    const desk = await issued();
    const form = formOf(await type(desk, drafter, 'plan', '公示'));
    const filled = { channel: '江西省“双随机、一公开”行政执法监督平台', where: 'https://example.invalid/plan' };
    expect(errorsOf(await fill(desk, drafter, form, { ...filled, where: '' }))).toHaveProperty('where');
    expect(errorsOf(await fill(desk, drafter, form, { ...filled, on: '2099-01-01' }))).toHaveProperty('on');
    expect(said(await fill(desk, drafter, form, filled))).toContain('已公示');
    expect((await post(desk, `plan/${no}`)).zh).toContain('https://example.invalid/plan');
    expect(said(await fill(desk, inspector, form, filled))).toContain('无权公示计划');
  });

  it('before it is approved it cannot be issued, and the refusal says whose review is missing', async () => {
    const desk = await submitted();
    expect(said(await press(desk, drafter, { id: 'plan-issue', about: no }))).toContain(
      '还缺审核：联席会议办公室（抽查比例）',
    );
    expect(said(await press(desk, liaison, { id: 'plan-issue', about: no }))).toContain('无权印发计划');
  });
});

describe('a large plan', () => {
  it('of two hundred tasks with long names is read in a thread like a small one', async () => {
    const desk = await broughtIn(sample, sample.snapshot, onTestFinished);
    const many = Array.from({ length: 200 }, (_, i) => {
      const task = sample.plan.tasks[i % tasks.length];
      if (task === undefined) throw new Error('a sample has tasks');
      const name = `${task.name}（含专项整治、信用风险分类监管和日常监管内容，第${i}批次）${'长'.repeat(40)}`;
      return { ...task, no: `R-${String(i).padStart(3, '0')}`, name, window: { from: '2026-06-30', to: '2026-06-01' } };
    });
    value(await draftPlan(desk, drafter, draftOf(sample, many)));
    const root = await post(desk, `plan/${no}`);
    expect(root.zh).toContain('任务：200 项');
    expect(root.zh).toMatch(/另有 \d+ 条，见“全部核对意见”/u);
    expect(root.zh.split('\n').length).toBeLessThan(40);
    expect(said(await press(desk, drafter, button(root.message, 'plan-tasks')))).toContain('第 1 页，共 20 页');
    expect(said(await press(desk, drafter, button(root.message, 'plan-findings')))).toMatch(/第 1 页，共 \d+ 页/u);
    expect(said(await type(desk, legal, 'plan', '审核'))).toContain('第 1 页，共 50 页');
    const form = formOf(await type(desk, drafter, 'plan', '修改'));
    expect(form.fields[0]).toMatchObject({ kind: 'text' });
    expect(formOf(await fill(desk, drafter, form, { task: 'R-150' })).title.zh).toBe('修改任务');
  });
});

describe('a sheet under the plan’s post', () => {
  const written = async (text: string, name = '调整表.xlsx', bytes?: Uint8Array) => {
    const file =
      bytes ??
      (await planBookOf({
        ...sample,
        plan: {
          ...sample.plan,
          tasks: sample.plan.tasks.slice(0, 1).map((task) => ({ ...task, name: '调整后的任务' })),
        },
      }));
    return {
      under: `plan/${no}`,
      source: 'm1',
      what: 'written' as const,
      text,
      files: [{ name, bytes: async () => file }],
    };
  };

  it('makes a new version with the words beside it as the reason; without words, or a sheet that is none, nothing happens', async () => {
    const desk = await drafted();
    expect(said(await reply(desk, drafter, await written('')))).toContain('请把调整理由与计划表写在同一条消息里');
    expect(said(await reply(desk, drafter, await written('按上级要求', '坏.xlsx', new Uint8Array([1]))))).toContain(
      '坏.xlsx',
    );
    expect(await reply(desk, drafter, { ...(await written('收到')), files: [] })).toEqual({ kind: 'done' });
    expect(said(await reply(desk, liaison, await written('按上级要求')))).toContain('起草计划');
    expect((await post(desk, `plan/${no}`)).zh).toContain('第 1 版');
    const answer = said(await reply(desk, drafter, await written('按上级要求')));
    expect(answer).toContain(`第 2 版，${tasks.length} 项任务，草案`);
    expect(answer).toContain('调整表.xlsx：编入 1 行');
  });

  it('a name that would be markup or a formula is shown as it was typed', async () => {
    const desk = await drafted();
    const strange = '<script>*=cmd|不是任务';
    const form = formOf(await type(desk, drafter, 'plan', '修改'));
    expect(said(await fill(desk, drafter, form, { task: strange }))).toContain(`没有任务 ${strange}`);
    value(await enrol(desk, drafter, person('x9', '<b>*某*', 'scjg', ['liaison'])));
    expect(said(await type(desk, drafter, 'plan', `状态 ${strange}`))).toContain(strange);
  });
});
