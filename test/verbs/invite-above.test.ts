import { describe, expect, it } from 'vitest';
import { person } from '../../bot/practice/people.ts';
import { answerSuperiorPlan } from '../../bot/verbs/invite/answer-superior-plan.ts';
import { enterSuperiorPlan } from '../../bot/verbs/invite/enter-superior-plan.ts';
import { receiveSuperiorPlan, type SuperiorRequest } from '../../bot/verbs/invite/receive-superior-plan.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { consulted } from '../../bot/verbs/plan/review-as-held.ts';
import { fieldsBeyond, signStates } from '../../core/consult/superior.ts';
import { heldPlan } from '../../db/plans.ts';
import { facts, people, refusal, value } from '../desk.ts';
import { type InvitedDesk, invitedDesk } from '../invited-desk.ts';
import { csv } from './make.ts';

const headers = [
  '抽查任务编号',
  '抽查任务名称',
  '抽查事项',
  '检查对象',
  '牵头部门',
  '配合部门',
  '抽查比例',
  '抽查时间',
];

/** What a province sends: bodies named as it names its own, one row that nobody can read. */
const sheet = (desk: InvitedDesk) => {
  const [first] = desk.sample.plan.tasks;
  const tag = first?.frame.tags[0] ?? '';
  return csv(
    headers,
    [
      'GS2023-07',
      '省级餐饮联合抽查',
      '餐饮服务监督检查',
      tag,
      '省市场监督管理局',
      '省卫生健康委员会',
      '10%',
      '2024年3月至5月',
    ],
    [
      'GS2023-08',
      '省级重点工业产品抽查',
      '产品质量监督检查',
      '重点工业产品',
      '省市场监督管理局',
      '',
      '20户',
      '2024年6月至7月',
    ],
    ['GS2023-09', '无法识别', '事项', '对象', '省不存在的局', '', '10%', '2024年6月'],
  );
};

const request = (desk: InvitedDesk, change: Partial<SuperiorRequest> = {}): SuperiorRequest => ({
  bytes: sheet(desk),
  file: '省联合抽查计划.csv',
  number: '甘双随机〔2023〕7号',
  level: 'province',
  from: '省联席会议办公室',
  lead: '省市场监督管理局',
  year: desk.sample.plan.year,
  ...change,
});

const fieldOf = (desk: InvitedDesk, code: string) => desk.sample.items.find((item) => item.code === code)?.field ?? '';

describe('plans from province and city', () => {
  it('S4-31: an own joint task shows the field that no plan from above covers', async () => {
    const desk = await invitedDesk();
    const { tasks } = desk.sample.plan;
    const [first, second] = tasks.filter(({ reach }) => reach === 'joint');
    if (first === undefined || second === undefined) throw new Error('too few joint tasks');
    const given = [{ ...first, origin: 'province' as const }, second];
    const found = fieldsBeyond(given, desk.sample.items);
    const own = fieldOf(desk, second.bodies[0]?.items[0] ?? '');
    expect(found.map(({ field }) => field)).toContain(own);
    expect(found.map(({ field }) => field)).not.toContain(fieldOf(desk, first.bodies[0]?.items[0] ?? ''));
  });

  it('S4-23, S1-19: a sheet from above keeps its numbers, dates and lead, and names the departments that must sign', async () => {
    const desk = await invitedDesk();
    const { superior, sheet: read } = value(await receiveSuperiorPlan(desk, people.office, request(desk)));
    expect(superior).toMatchObject({
      no: 1,
      number: '甘双随机〔2023〕7号',
      level: 'province',
      lead: '省市场监督管理局',
    });
    expect(superior.lines.map(({ no }) => no)).toEqual(['GS2023-07', 'GS2023-08']);
    expect(superior.sign).toContain('scjg');
    expect(read.rejected).toHaveLength(1);
    expect(value(await receiveSuperiorPlan(desk, people.office, request(desk))).superior.no).toBe(1);
    const changed = request(desk, { lead: '省农业农村厅' });
    expect(refusal(await receiveSuperiorPlan(desk, people.office, changed)).why).toMatchObject({
      reason: 'received-already',
    });
  });

  it('a number that stands twice counts once, and is told', async () => {
    const desk = await invitedDesk();
    const row = ['GS-1', '省级抽查', '检查', '餐饮', '省市场监督管理局', '', '10%', '2024年3月'];
    const bytes = csv(headers, row, ['GS-1', '另一项', ...row.slice(2)]);
    const { superior, doubled } = value(await receiveSuperiorPlan(desk, people.office, request(desk, { bytes })));
    expect({ doubled, lines: superior.lines.map(({ name }) => name) }).toEqual({
      doubled: ['GS-1'],
      lines: ['省级抽查'],
    });
  });

  it('is received from the office or from the superior itself, and from nobody else', async () => {
    const desk = await invitedDesk();
    const above = person('u1', '省联席办干部', 'slxb', ['superior']);
    value(await enrol(desk, people.office, above));
    expect(refusal(await receiveSuperiorPlan(desk, desk.liaison('scjg'), request(desk)))).toMatchObject({
      stage: 'rights',
    });
    expect(value(await receiveSuperiorPlan(desk, above, request(desk))).superior.no).toBe(1);
    const why = async (change: Partial<SuperiorRequest>) =>
      refusal(await receiveSuperiorPlan(desk, people.office, request(desk, { number: '其他', ...change }))).why;
    expect(await why({ level: '国家级' })).toMatchObject({ reason: 'bad-level' });
    expect(await why({ number: ' ' })).toMatchObject({ reason: 'bad-superior-number' });
    expect(await why({ sign: ['没有'] })).toMatchObject({ reason: 'not-a-department' });
    expect(await why({ bytes: csv(headers, ['1', '坏行', '', '', '省不存在的局', '', '', '']) })).toMatchObject({
      reason: 'nothing-read',
      rejected: 1,
      faults: expect.arrayContaining([expect.objectContaining({ header: '牵头部门', value: '省不存在的局' })]),
    });
  });

  it('a body above may be written with the name of its province, as the issuer is', async () => {
    const desk = await invitedDesk();
    const bytes = csv(headers, [
      'GS-9',
      '省级抽查',
      '餐饮检查',
      '餐饮',
      '甘肃省市场监督管理局',
      '',
      '10%',
      '2024年3月至5月',
    ]);
    const { superior } = value(
      await receiveSuperiorPlan(desk, people.office, request(desk, { bytes, from: '甘肃省联席会议办公室' })),
    );
    expect(superior.sign).toEqual(['scjg']);
  });

  it('S4-27, S1-20: each named department signs or returns with a reason; the unsigned are shown with the days waited', async () => {
    const desk = await invitedDesk();
    const { superior } = value(await receiveSuperiorPlan(desk, people.office, request(desk)));
    expect(refusal(await answerSuperiorPlan(desk, desk.liaison('jt'), { no: 1, answer: 'signed' })).why).toMatchObject({
      reason: 'not-named',
    });
    const returned = { no: 1, answer: 'returned' as const };
    expect(refusal(await answerSuperiorPlan(desk, desk.liaison('scjg'), returned)).why).toMatchObject({
      reason: 'reason-missing',
    });
    const states = value(await answerSuperiorPlan(desk, desk.liaison('scjg'), { no: 1, answer: 'signed' }));
    expect(states.find(({ department }) => department === 'scjg')).toMatchObject({ kind: 'signed', by: 'l-scjg' });
    const [year = 0, month = 0, day = 0] = superior.on.split('-').map(Number);
    const later = new Date(Date.UTC(year, month - 1, day + 4)).toISOString().slice(0, 10);
    expect(signStates(superior, [], later)[0]).toMatchObject({ kind: 'unsigned', days: 4 });
    value(await answerSuperiorPlan(desk, desk.liaison('scjg'), { no: 1, answer: 'signed' }));
    expect((await facts(desk)).filter(({ kind }) => kind === 'superior-plan-answered')).toHaveLength(1);
  });

  it('S1-04, S2-68: its tasks enter our plan with number, origin, dates and the lead above', async () => {
    const desk = await invitedDesk();
    value(await receiveSuperiorPlan(desk, people.office, request(desk)));
    const { doorLimit } = desk.sample.plan;
    const entering = { no: 1, plan: desk.plan, doorLimit };
    const { plan, entered } = value(await enterSuperiorPlan(desk, people.office, entering));
    expect(entered).toEqual(['GS2023-07', 'GS2023-08']);
    expect(plan).toMatchObject({ version: 2, state: 'draft', tasks: { length: desk.sample.plan.tasks.length + 2 } });
    const task = plan.tasks.find(({ no }) => no === 'GS2023-07');
    expect(task).toMatchObject({
      origin: 'province',
      lead: 'scjg',
      outside: { no: 'GS2023-07', state: 'confirmed' },
      above: { plan: '甘双随机〔2023〕7号', lead: '省市场监督管理局' },
      window: { from: '2024-03-01', to: '2024-05-31' },
    });
    const { superiorDates } = await consulted(desk, plan);
    expect(superiorDates).toContainEqual({ task: 'GS2023-07', due: '2024-05-31' });
    expect(value(await enterSuperiorPlan(desk, people.office, entering)).entered).toEqual([]);
  });

  it('tasks of a department that returned the plan wait; without a plan of ours one is begun', async () => {
    const desk = await invitedDesk();
    value(await receiveSuperiorPlan(desk, people.office, request(desk)));
    value(await answerSuperiorPlan(desk, desk.liaison('wj'), { no: 1, answer: 'returned', reason: '无此职责' }));
    const entering = { no: 1, plan: '区双随机〔2024〕9号', doorLimit: desk.sample.plan.doorLimit };
    const { entered, waiting } = value(await enterSuperiorPlan(desk, people.office, entering));
    expect({ entered, waiting }).toEqual({ entered: ['GS2023-08'], waiting: ['GS2023-07'] });
    expect((await heldPlan(desk.db, '区双随机〔2024〕9号'))?.plan.tasks).toHaveLength(1);
    value(await answerSuperiorPlan(desk, desk.liaison('scjg'), { no: 1, answer: 'returned', reason: '重复下达' }));
    expect(refusal(await enterSuperiorPlan(desk, people.office, { ...entering, plan: desk.plan })).why).toMatchObject({
      reason: 'nothing-to-enter',
      returnedBy: ['scjg', 'wj'],
    });
  });
});
