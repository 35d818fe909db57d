import { describe, expect, it } from 'vitest';
import { dismiss } from '../../bot/verbs/people/dismiss.ts';
import { ceremonies } from '../../db/draws.ts';
import { value } from '../desk.ts';
import { ceremonyUntil, hands, planAsIs, plannedDesk, times, witnesses } from '../drawn-desk.ts';
import { formOf, heard, room } from './draw-room.ts';

describe('freezing in a form', () => {
  it('everything that is wrong stands at its field at once', async () => {
    const desk = await plannedDesk();
    const office = room(desk).seat(hands.drafter);
    const form = formOf(await office.types('/draw freeze'));
    const told = heard(
      await office.submits(form, {
        own: ['w1'],
        desk: ['w1'],
        quorum: '9',
        seal: '08:00',
        reveal: '不知道',
        source: 'lottery',
        issue: '',
        drawn: '',
        numbers: '很多',
      }),
    );
    expect(told.split('\n').map((each) => each.split(':')[0])).toEqual([
      'desk',
      'quorum',
      'seal',
      'reveal',
      'issue',
      'drawn',
      'numbers',
    ]);
    expect(heard(await office.submits(form))).toContain('own: 请至少选一名监督人员');
  });

  it('a lottery with dice behind it, in the order that was asked for', async () => {
    const desk = await plannedDesk();
    const chat = room(desk);
    const office = chat.seat(hands.drafter);
    const looked = await office.submits(formOf(await office.types('/draw 新建')), {
      own: ['w1'],
      desk: ['w2'],
      seal: '30分钟',
      reveal: '1小时',
      source: 'lottery',
      issue: '2025169',
      drawn: '6月26日 21:30',
      extras: ['then-dice', 'accept'],
      tasks: [desk.tasks[0] ?? ''],
    });
    expect(heard(looked)).toContain('预计：任务 1 项');
    expect(heard(await office.submits(formOf(looked)))).toContain('第 1 次抽取已锁定：任务 1 项');
    expect(await chat.reads('ceremony/1')).toContain(
      '福彩快乐8第 2025169 期开奖号码（20 个号码，每个 1—80，2025年6月26日21:30（北京时间）开奖）',
    );
    expect(await chat.reads('ceremony/1')).not.toContain('开奖后');
    // What is being drawn is not offered again.
    expect(heard(await office.types('/draw 新建'))).toContain('尚未抽取的任务 3 项');
  });

  it('a form that was changed after the look is looked at again before anything is frozen', async () => {
    const desk = await plannedDesk();
    const office = room(desk).seat(hands.drafter);
    const terms = { own: ['w1'], desk: ['w2'], extras: ['accept'] };
    const looked = formOf(await office.submits(formOf(await office.types('/draw 新建')), terms));
    const again = await office.submits(looked, { tasks: [desk.tasks[1] ?? ''] });
    expect(heard(again)).toContain('预计：任务 1 项');
    expect(await ceremonies(desk.db)).toEqual([]);
  });

  it('what the verb refuses is said above the fields, and what was filled stays', async () => {
    const desk = await plannedDesk();
    const office = room(desk).seat(hands.drafter);
    const terms = { own: ['w1', 'w3'], desk: [], quorum: '2', source: 'dice' };
    const looked = formOf(await office.submits(formOf(await office.types('/draw 新建')), terms));
    await ceremonyUntil(desk, 'frozen');
    const told = await office.submits(looked, { tasks: [...desk.tasks], extras: ['accept'] });
    expect(heard(told)).toMatch(/正在抽取|已在第 1 次抽取中锁定/);
    expect(await ceremonies(desk.db)).toHaveLength(1);
  });

  it('of two published plans one is asked for; a shortage names field and department, and is accepted by ticking it', async () => {
    const desk = await plannedDesk();
    const { plan } = await planAsIs(desk, ({ bodies }) => ({
      bodies: bodies.map((body) => ({ ...body, needs: ['深海潜水'] })),
    }));
    const office = room(desk).seat(hands.drafter);
    expect(formOf(await office.presses('draw-freeze', plan)).about).toContain(plan);
    const which = formOf(await office.types('/draw 新建'));
    expect(which.id).toBe('draw-plan');
    const form = formOf(await office.submits(which, { plan }));
    expect(heard(await office.submits(which, { plan: '没有的计划' }))).toContain('没有编号为 没有的计划 的计划');
    const looked = formOf(await office.submits(form, { own: ['w1'], desk: ['w2'] }));
    const short = await office.submits(looked);
    expect(heard(short)).toMatch(/清漪县市场监督管理局有 \d+ 个岗位需要“深海潜水”专长，无人可派/);
    expect(heard(short)).toContain('请勾选“已知岗位不足仍锁定”');
    expect(await ceremonies(desk.db)).toEqual([]);
    expect(heard(await office.submits(formOf(short), { extras: ['accept'] }))).toContain('第 1 次抽取已锁定');
  });

  it('posts that stayed open are drawn for by a ceremony of people only', async () => {
    const desk = await plannedDesk();
    const plan = await planAsIs(desk, ({ bodies }) => ({
      bodies: bodies.map((body) => ({ ...body, needs: ['深海潜水'] })),
    }));
    await ceremonyUntil(desk, 'opened', {
      changes: { ...plan, deadlines: { seal: times.seal, reveal: times.reveal } },
    });
    const chat = room(desk);
    expect(await chat.reads('ceremony-result/1')).toMatch(/检查人员岗位空缺 \d+ 个，须补抽人员/);
    expect(await chat.buttonsOf('ceremony-result/1')).toEqual(['派发检查任务', '补抽人员']);
    await chat.seat(hands.drafter).presses('assign-visits', 1);
    expect(await chat.buttonsOf('ceremony-result/1')).toEqual(['补抽人员']);
    const form = formOf(await chat.seat(hands.drafter).presses('draw-posts', 1));
    const told = await chat.seat(hands.drafter).submits(form, { own: ['w1'], desk: ['w2'] });
    expect(heard(told)).toMatch(/第 2 次抽取已锁定：补抽人员，检查 \d+ 户次/);
    expect(await chat.reads('ceremony/2')).toContain('补抽人员，检查');
  });

  it('without a witness on the roll there is no form to fill', async () => {
    const desk = await plannedDesk();
    for (const { person } of [...witnesses, hands.member, hands.stranger])
      value(await dismiss(desk, hands.drafter, person));
    const answer = await room(desk).seat(hands.drafter).types('/draw 新建');
    expect(answer.kind).toBe('say');
    expect(heard(answer)).toContain('还没有登记监督人员');
  });

  it('nobody without the right is given the form', async () => {
    const desk = await plannedDesk();
    const chat = room(desk);
    for (const actor of [hands.deputy, hands.legal, hands.supervisor]) {
      const answer = await chat.seat(actor).types('/draw 新建');
      expect(answer.kind).toBe('say');
      expect(heard(answer)).toContain('锁定名单');
    }
  });
});
