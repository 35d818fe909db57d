import { describe, expect, it } from 'vitest';
import { compileFromReplies } from '../../bot/verbs/consult/compile.ts';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import type { ReplyRequest } from '../../bot/verbs/consult/reply.ts';
import { planNumberOf } from '../../bot/verbs/consult/sheet.ts';
import { withoutLetter } from '../../core/consult/fact.ts';
import { consultDesk, fireLiaison, letter, openedDesk, planSheet, reply } from '../consult/desk.ts';
import { facts, people, refusal, type TestDesk, value } from '../desk.ts';

const { office, liaison, otherLiaison } = people;
const no = '2025-1';
const food = ['餐饮服务联合抽查', '餐饮服务监督检查', '县市场监管局', '县消防救援大队、县卫健局', '5%', '6月至9月'];
const hotel = ['住宿场所抽查', '公共场所卫生检查', '县卫健局', '县消防救援大队', '3%', '8月'];
const alone = ['医疗机构抽查', '医疗机构检查', '县卫健局', '', '10户', '9月'];

const send = (desk: TestDesk, actor: typeof liaison, rows: readonly string[][], change: Partial<ReplyRequest> = {}) =>
  reply(desk, actor, {
    answer: null,
    words: '',
    sheets: [{ kind: 'file', file: '计划.csv', bytes: planSheet(...rows) }],
    ...change,
  });
const compile = (desk: TestDesk, change: Partial<Parameters<typeof compileFromReplies>[2]> = {}) =>
  compileFromReplies(desk, office, { consultation: no, plan: planNumberOf(2025), ...change });

describe('按反馈汇总计划', () => {
  it('S0-07 每一行注明出自哪个单位、何时的反馈；没有反馈的单位被点名', async () => {
    const desk = await openedDesk();
    value(await send(desk, liaison, [food]));
    desk.setNow('2025-06-06T02:30:00.000Z');
    value(await send(desk, otherLiaison, [hotel, alone]));
    const compiled = value(await compile(desk));
    expect(compiled.plan).toMatchObject({ no: 'P-2025', year: 2025, version: 1, state: 'draft' });
    expect(compiled.plan.tasks.map(({ no: task, name, lead }) => [task, name, lead])).toEqual([
      ['P-2025-scjg-001', '餐饮服务联合抽查', 'scjg'],
      ['P-2025-wjw-001', '住宿场所抽查', 'wjw'],
      ['P-2025-wjw-002', '医疗机构抽查', 'wjw'],
    ]);
    expect(compiled.lines.map(({ task, reply: { id, department, at } }) => [task, id, department, at])).toEqual([
      ['P-2025-scjg-001', expect.stringMatching(/^2025-1\/scjg\/\d+$/), 'scjg', '2025-06-05T09:00'],
      ['P-2025-wjw-001', expect.stringMatching(/^2025-1\/wjw\/\d+$/), 'wjw', '2025-06-06T10:30'],
      ['P-2025-wjw-002', expect.stringMatching(/^2025-1\/wjw\/\d+$/), 'wjw', '2025-06-06T10:30'],
    ]);
    expect(compiled.silent).toEqual(['xfj']);
  });

  it('S0-35 配合部门对函件的反馈写入计划：同意的参加，不参加的照记，有意见和沉默的都不算', async () => {
    const desk = await openedDesk();
    value(await send(desk, liaison, [food]));
    value(await reply(desk, otherLiaison, { answer: 'declines', words: '', reason: '无此类事项' }));
    const answersIn = async () => {
      const { body } = (await facts(desk)).findLast(({ kind }) => kind.startsWith('plan-')) ?? {};
      return body;
    };
    value(await compile(desk));
    expect(await answersIn()).toMatchObject({
      consulted: { answers: [{ task: 'P-2025-scjg-001', partner: 'wjw', answer: 'declines' }] },
    });
    value(await reply(desk, otherLiaison, { answer: 'comments', words: '建议放到下半年' }));
    value(await reply(desk, fireLiaison, { answer: 'joins', words: '参加' }));
    value(await send(desk, liaison, [food, ['商超抽查', '商超检查', '县市场监管局', '', '2%', '7月']]));
    value(await compile(desk, { reason: '增加商超任务' }));
    expect(await answersIn()).toMatchObject({
      version: 2,
      consulted: { answers: [{ task: 'P-2025-scjg-001', partner: 'xfj', answer: 'joins' }] },
    });
  });

  it('已有计划再汇总：没有变化不重复；有变化须说明理由，成为新的版本', async () => {
    const desk = await openedDesk();
    value(await send(desk, liaison, [food]));
    value(await compile(desk));
    expect(value(await compile(desk)).plan.version).toBe(1);
    value(await send(desk, otherLiaison, [hotel]));
    value(await send(desk, liaison, [food]));
    expect(refusal(await compile(desk))).toMatchObject({ why: { reason: 'stands-already' } });
    expect(value(await compile(desk, { reason: '补报' })).plan).toMatchObject({ version: 2, tasks: [{}, {}] });
  });

  it('没有发函的制度：各单位自行报送，同样汇总、同样注明来源', async () => {
    const desk = await consultDesk('shishi-2024');
    const consultation = withoutLetter(2025);
    value(await send(desk, liaison, [food], { consultation }));
    expect(refusal(await reply(desk, otherLiaison, { consultation }))).toMatchObject({
      why: { reason: 'no-consultation' },
    });
    const compiled = value(await compile(desk, { consultation }));
    expect(compiled.lines).toMatchObject([{ reply: { id: expect.stringMatching(/^2025-0\/scjg\//) } }]);
    // A letter that goes out later gathers them too.
    value(await openConsultation(desk, office, letter()));
    value(await send(desk, otherLiaison, [hotel]));
    const both = value(await compile(desk, { reason: '加入征询反馈' }));
    expect(both.plan.tasks.map(({ lead }) => lead)).toEqual(['scjg', 'wjw']);
  });

  it('没有一行计划、没有这次征询、不是本单位牵头的，说明原因', async () => {
    const desk = await openedDesk();
    value(await reply(desk, liaison));
    expect(refusal(await compile(desk))).toMatchObject({ why: { reason: 'no-rows', year: 2025 } });
    expect(refusal(await compile(desk, { consultation: '2025-5' }))).toMatchObject({
      why: { reason: 'no-consultation' },
    });
    value(await send(desk, liaison, [food]));
    const own = { consultation: no, plan: 'P-2025' };
    expect(refusal(await compileFromReplies(desk, otherLiaison, own))).toMatchObject({ stage: 'rights' });
  });
});
