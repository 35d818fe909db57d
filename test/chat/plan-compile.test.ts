/** 汇总: the office compiles the plan from what departments sent, by a form. */
import { describe, expect, it } from 'vitest';
import { consultDesk, openedDesk, planSheet, reply } from '../consult/desk.ts';
import { people, value } from '../desk.ts';
import { errorsOf, fill, formOf, post, said, type } from './acting.ts';

const { office, legal, liaison } = people;
const food = ['餐饮服务联合抽查', '餐饮服务监督检查', '县市场监管局', '县消防救援大队、县卫健局', '5%', '6月至9月'];
const market = ['商超抽查', '商超检查', '县市场监管局', '', '2%', '7月'];
const sent = (...rows: readonly string[][]) => ({
  answer: null,
  words: '',
  sheets: [{ kind: 'file' as const, file: '计划.csv', bytes: planSheet(...rows) }],
});

describe('compiling in the chat', () => {
  it('without anything sent it says how to begin, and only those who may draft are asked', async () => {
    const desk = await consultDesk();
    expect(said(await type(desk, office, 'plan', '汇总'))).toContain('还没有征询。请先用 /consult 发起征询');
    expect(said(await type(desk, legal, 'plan', '汇总'))).toContain('无权起草计划');
  });

  it('from the replies of a consultation, with the silent named; again with other rows only with the reason', async () => {
    const desk = await openedDesk();
    value(await reply(desk, liaison, sent(food)));
    const form = formOf(await type(desk, office, 'plan', '汇总'));
    const answer = said(await fill(desk, office, form));
    expect(answer).toMatch(/计划 P-2025（2025 年度）第 1 版，1 项任务，草案/u);
    expect(answer).toContain('未反馈的单位：');
    expect((await post(desk, 'plan/P-2025')).zh).toContain('来源：1 个单位的反馈：');
    expect(errorsOf(await fill(desk, office, form, { plan: '有 空格' }))).toHaveProperty('plan');
    value(await reply(desk, liaison, sent(food, market)));
    expect(errorsOf(await fill(desk, office, form))).toHaveProperty('reason');
    expect(said(await fill(desk, office, form, { reason: '补报商超任务' }))).toContain('第 2 版，2 项任务');
  });
});
