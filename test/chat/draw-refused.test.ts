import { describe, expect, it } from 'vitest';
import { closeDue } from '../../bot/verbs/draw/clock.ts';
import { ceremonies } from '../../db/draws.ts';
import { facts } from '../desk.ts';
import {
  ceremonyUntil,
  hands,
  lottery,
  planAsIs,
  plannedDesk,
  sealAs,
  thrown,
  times,
  typedAtDesk,
} from '../drawn-desk.ts';
import { buttonsIn, formOf, heard, room } from './draw-room.ts';

describe('what a thread refuses, in words', () => {
  it('whoever is no witness neither co-signs nor seals, and a button that was passed on to him changes nothing', async () => {
    const desk = await plannedDesk();
    await ceremonyUntil(desk, 'frozen');
    const chat = room(desk);
    for (const act of ['draw-cosign', 'draw-seal', 'draw-reveal']) {
      expect(heard(await chat.seat(hands.stranger).presses(act, 1))).toContain('您不是第 1 次抽取的监督人员');
      expect(heard(await chat.seat(hands.drafter).presses(act, 1))).toContain('您不是第 1 次抽取的监督人员');
    }
    const before = (await facts(desk)).length;
    const form = formOf(await chat.seat(hands.deputy).presses('draw-cosign', 1));
    expect(heard(await chat.seat(hands.stranger).submits(form, { digits: '00000000' }))).toContain('不是本次抽取');
    expect((await facts(desk)).length).toBe(before);
  });

  it('wrong digits, letters for digits and too few of them stand at their field, and the form stays open', async () => {
    const desk = await plannedDesk();
    const { manifestDigest } = await ceremonyUntil(desk, 'frozen');
    const chat = room(desk);
    const witness = chat.seat(hands.discipline);
    expect(heard(await witness.fills('draw-cosign', 1, { digits: '12345678' }))).toMatch(
      /^digits: .*与待抽名单摘要前 8 位不符/,
    );
    const fullWidth = manifestDigest
      .slice(0, 8)
      .replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect(heard(await witness.fills('draw-cosign', 1, { digits: ` ${fullWidth} ` }))).toContain('已会签');
    expect(heard(await witness.fills('draw-seal', 1, { typed: 'secret' }))).toBe('typed: 键入的应全部是数字。');
    expect(heard(await witness.fills('draw-seal', 1, { typed: '12345' }))).toContain('至少需要 6 位');
    expect(heard(await witness.fills('draw-seal', 1, { typed: typedAtDesk }))).toContain('已封签');
    expect(heard(await witness.presses('draw-seal', 1))).toContain('封签后不能更换');
    expect(heard(await chat.seat(hands.deputy).presses('draw-seal', 1))).toContain('本人网页');
  });

  it('nobody seals after the deadline; with too few seals the ceremony can only be aborted, with a reason', async () => {
    const desk = await plannedDesk();
    await ceremonyUntil(desk, 'frozen');
    const chat = room(desk);
    const late = formOf(await chat.seat(hands.discipline).presses('draw-seal', 1));
    desk.setNow('2025-06-26T02:00:00.001Z');
    expect(heard(await chat.seat(hands.discipline).submits(late, { typed: typedAtDesk }))).toContain('只能中止');
    expect(await chat.reads('ceremony/1')).toContain('只有 0 名监督人员封签，少于锁定的 2 名；本次抽取只能中止');
    const office = chat.seat(hands.drafter);
    expect(heard(await office.fills('draw-abort', 1, { reason: ' ' }))).toBe('reason: 须写明理由。');
    expect(heard(await chat.seat(hands.discipline).fills('draw-abort', 1, { reason: '不来了' }))).toContain(
      '无权中止抽取',
    );
    expect(heard(await office.fills('draw-abort', 1, { reason: '监督人员未到' }))).toContain('已中止');
    expect(await chat.reads('ceremony/1')).toContain('已中止：监督人员未到。编号不再使用。');
    expect(await chat.reads('ceremony-witness/1/w2')).toContain('已中止：监督人员未到');
  });

  it('after sealing has closed nothing is aborted, before the public number nothing is opened', async () => {
    const desk = await plannedDesk();
    await ceremonyUntil(desk, 'sealed');
    const chat = room(desk);
    const office = chat.seat(hands.drafter);
    expect(await chat.buttonsOf('ceremony/1')).toEqual([]);
    expect(heard(await office.fills('draw-abort', 1, { reason: '重来' }))).toContain('不能中止，也不能重抽');
    expect(heard(await office.presses('draw-open', 1))).toContain('不能开签');
    expect(heard(await chat.seat(hands.liaison).presses('draw-number', 1))).toContain('现在不录入公共数');
    expect(heard(await office.types('/draw 截止启封'))).toContain('请在 2025年6月26日11:00（北京时间） 之后办理');
  });

  it('the number: a wrong count, one person twice, two of one department, two that differ and never see each other', async () => {
    const desk = await plannedDesk();
    await ceremonyUntil(desk, 'revealed');
    const chat = room(desk);
    const number = (actor: typeof hands.liaison, text: string) =>
      chat.seat(actor).fills('draw-number', 1, { number: text });
    expect(heard(await number(hands.liaison, '3 1 4'))).toBe('number: 公共数应有 20 个号码，录入了 3 个。');
    expect(heard(await number(hands.liaison, thrown.replace('9', '十')))).toContain('不是数字');
    const slip = thrown.replace('3', '8');
    expect(heard(await number(hands.liaison, slip))).toContain('等待另一部门一人录入');
    expect(heard(await number(hands.liaison, slip))).toContain('您的录入已记录，等待另一部门一人录入');
    expect(heard(await number(hands.sameDepartment, slip))).toContain('须来自两个部门');
    const differing = heard(await number(hands.legal, thrown));
    expect(differing).toContain('与另一人录入的不一致');
    expect(differing).not.toContain(slip);
    const root = await chat.reads('ceremony/1');
    expect(root).toContain('录入的不一致，请各自对照公告重新录入');
    expect(root).not.toContain(slip);
    expect(heard(await chat.seat(hands.liaison).presses('draw-number', 1))).toContain('录错的可以重新录入');
    expect(heard(await number(hands.liaison, thrown))).toContain('两人录入一致');
    expect(heard(await number(hands.otherLiaison, thrown))).toContain('现在不录入公共数');
  });

  it('a lottery that is not drawn is passed over with its reason, unless somebody has read it already', async () => {
    const desk = await plannedDesk();
    const dice = {
      ...lottery,
      source: 'dice' as const,
      name: '十面骰20枚',
      issue: '',
      from: 0,
      to: 9,
      ascending: false,
    };
    await ceremonyUntil(desk, 'revealed', { changes: { public: [lottery, dice] } });
    const chat = room(desk);
    const office = chat.seat(hands.drafter);
    expect(await chat.buttonsOf('ceremony/1')).toEqual(['录入公共数', '改用下一顺位']);
    const balls = Array.from({ length: 20 }, (_, i) => i + 1).join(' ');
    const both = formOf(await office.presses('draw-pass-over', 1));
    await chat.seat(hands.liaison).fills('draw-number', 1, { number: balls });
    expect(await chat.buttonsOf('ceremony/1')).toEqual(['录入公共数']);
    const told = heard(await office.submits(both, { reason: '未开奖' }));
    expect(told).toContain('已有一人录入，不能改用');
    expect(told).not.toContain(balls);
  });

  it('passed over, the next number is typed in its place', async () => {
    const desk = await plannedDesk();
    const dice = {
      ...lottery,
      source: 'dice' as const,
      name: '十面骰20枚',
      issue: '',
      from: 0,
      to: 9,
      ascending: false,
    };
    await ceremonyUntil(desk, 'revealed', { changes: { public: [lottery, dice] } });
    const chat = room(desk);
    const stale = formOf(await chat.seat(hands.liaison).presses('draw-number', 1));
    expect(heard(await chat.seat(hands.drafter).fills('draw-pass-over', 1, { reason: '当期未开奖' }))).toContain(
      '改用下一顺位',
    );
    expect(await chat.reads('ceremony/1')).toContain('第 1 顺位未产生（当期未开奖）；十面骰20枚');
    expect(heard(await chat.seat(hands.liaison).submits(stale, { number: thrown }))).toContain('现应录入第 2 顺位');
    await chat.seat(hands.liaison).fills('draw-number', 1, { number: thrown });
    expect(heard(await chat.seat(hands.legal).fills('draw-number', 1, { number: thrown }))).toContain('可以开签');
  });

  it('only those entitled open: not a witness, not another department', async () => {
    const desk = await plannedDesk();
    await ceremonyUntil(desk, 'ready');
    const chat = room(desk);
    for (const actor of [hands.deputy, hands.otherLiaison, hands.legal, hands.head]) {
      expect(heard(await chat.seat(actor).presses('draw-open', 1))).toMatch(/开签/);
    }
    expect((await facts(desk)).some(({ kind }) => kind === 'ceremony-opened')).toBe(false);
    const asked = await chat.seat(hands.drafter).types('/draw open 1');
    expect(asked.kind === 'say' && buttonsIn(asked.message).map(({ confirm }) => confirm?.text.zh)).toEqual([
      expect.stringContaining('不能重抽'),
    ]);
  });

  it('numbers on buttons are parsed anew: none, none such, and words', async () => {
    const desk = await plannedDesk();
    const chat = room(desk);
    const office = chat.seat(hands.drafter);
    expect(heard(await office.types('/draw'))).toContain('还没有抽取');
    expect(heard(await office.types('/draw 开签'))).toContain('还没有抽取');
    await ceremonyUntil(desk, 'frozen');
    for (const about of ['9', '0', '-1', '1; drop table', '<script>', '9'.repeat(40)]) {
      expect(heard(await office.presses('draw-open', about))).toMatch(/没有第|不是抽取编号/);
      expect(heard(await office.presses('draw-abort', about))).toMatch(/没有第|不是抽取编号/);
    }
    expect(heard(await office.types('/draw 第1次'))).toContain('第 1 次抽取 · 封签中');
    expect(heard(await office.types('/draw 抽一下'))).toContain('没有“/draw 抽一下”这个命令');
    expect(heard(await office.types('/draw help'))).toContain('/draw 新建');
    expect(await ceremonies(desk.db)).toHaveLength(1);
  });
});

describe('what two persons must do', () => {
  it('a mistyped number is put right by two, and the draw is opened again from the true one', async () => {
    const desk = await plannedDesk();
    await ceremonyUntil(desk, 'opened');
    const chat = room(desk);
    const right = thrown.replace('3', '8');
    const office = chat.seat(hands.drafter);
    const input = { number: right, reason: '第一枚误读', second: hands.liaison.person };
    expect(heard(await office.fills('draw-correct', 1, { ...input, number: '1 2' }))).toContain(
      'number: 公共数应有 20 个号码',
    );
    expect(heard(await office.fills('draw-correct', 1, { ...input, reason: '' }))).toContain('reason: 须写明理由');
    expect(heard(await office.fills('draw-correct', 1, input))).toContain('等待第二人确认');
    expect(await chat.reads('ceremony-second/1/l1/correction')).toContain('联席办综合组甲申请更正第 1 次抽取的公共数');
    expect(heard(await chat.seat(hands.legal).presses('draw-confirm-correction', 1))).toContain('没有等待');
    expect(heard(await chat.seat(hands.liaison).presses('draw-confirm-correction', 1))).toContain('请重新开签');
    expect(await chat.reads('ceremony-second/1/l1/correction')).toContain('已由您确认更正');
    expect(await chat.reads('ceremony-result/1')).toContain('待重新开签');
    expect(await chat.reads('ceremony-department/1/scjg')).toContain('请暂勿据原结果检查');
    expect(await chat.buttonsOf('ceremony/1')).toEqual(['重新开签', '更正公共数']);
    expect(heard(await office.presses('draw-open', 1))).toContain('已开签');
    const slots = [...(await chat.posts()).keys()];
    // The picture of the first reading is not shown any more.
    expect(slots.filter((slot) => slot.startsWith('ceremony-picture'))).toHaveLength(1);
    expect(await chat.reads('ceremony/1')).toContain('原录入“3 1 4');
  });

  it('an annulment takes a cited order and two heads; departments are told not to inspect on its ground', async () => {
    const desk = await plannedDesk();
    await ceremonyUntil(desk, 'opened');
    const chat = room(desk);
    const head = chat.seat(hands.officeHead);
    expect(heard(await chat.seat(hands.drafter).fills('draw-annul', 1, { order: '某文', second: 'h2' }))).toMatch(
      /负责人/,
    );
    expect(heard(await head.fills('draw-annul', 1, { order: ' ', second: hands.otherHead.person }))).toBe(
      'order: 须写明理由。',
    );
    const order = '市双随机办〔2025〕7号';
    expect(heard(await head.fills('draw-annul', 1, { order, second: hands.otherHead.person }))).toContain(
      '等待另一名负责人确认',
    );
    expect(await chat.buttonsOf('ceremony-second/1/h2/annulment')).toEqual(['确认撤销']);
    expect(heard(await chat.seat(hands.head).presses('draw-confirm-annulment', 1))).toContain('没有等待');
    expect(heard(await chat.seat(hands.otherHead).presses('draw-confirm-annulment', 1))).toContain('已撤销');
    expect(await chat.reads('ceremony/1')).toContain(`已依${order}撤销`);
    expect(await chat.reads('ceremony-department/1/wj')).toContain('请勿据以检查');
    expect(await chat.buttonsOf('ceremony-second/1/h2/annulment')).toEqual([]);
  });
});

describe('what the clock brings about', () => {
  it('sealing and opening are closed at their deadlines, signed by the clock, once', async () => {
    const desk = await plannedDesk();
    const frozen = await ceremonyUntil(desk, 'frozen');
    const chat = room(desk);
    for (const witness of [hands.deputy, hands.discipline]) await sealAs(desk, frozen, witness);
    expect(await closeDue(desk)).toEqual([]);
    desk.setNow(times.seal);
    expect(await closeDue(desk)).toEqual([1]);
    expect(await closeDue(desk)).toEqual([]);
    expect(await chat.buttonsOf('ceremony-unsealing/1/w2')).toEqual(['启封']);
    expect(await chat.reads('ceremony-unsealing/1/w3')).toBe('');
    expect(await chat.reads('ceremony-witness/1/w3')).toContain('您未在截止时间前封签');
    desk.setNow(times.reveal);
    expect(await closeDue(desk)).toEqual([1]);
    const closed = (await facts(desk)).filter(({ actor }) => actor === 'system:clock').map(({ kind }) => kind);
    expect(closed).toEqual(['sealing-closed', 'opening-closed']);
    expect(await chat.reads('ceremony/1')).toContain('缺席 2');
  });
});

it('before the lottery is drawn everybody is told when, and a number that is typed too early is refused', async () => {
  const desk = await plannedDesk();
  await ceremonyUntil(desk, 'revealed', { changes: { public: [{ ...lottery, after: '2025-06-26T13:30:00.000Z' }] } });
  const chat = room(desk);
  expect(await chat.reads('ceremony/1')).toContain('待快乐8第 2025169 期2025年6月26日21:30（北京时间）开奖后');
  const balls = Array.from({ length: 20 }, (_, i) => i + 1).join(' ');
  const early = heard(await chat.seat(hands.liaison).fills('draw-number', 1, { number: balls }));
  expect(early).toContain('请在 2025年6月26日21:30（北京时间） 之后办理');
});

it('a department that draws its own tasks has the root in its own channel too, and opens by itself', async () => {
  const desk = await plannedDesk();
  const { plan } = await planAsIs(desk, ({ bodies }) => ({
    bodies: bodies.slice(0, 1),
    lead: hands.liaison.department,
  }));
  const chat = room(desk);
  const liaison = chat.seat(hands.liaison);
  const terms = { own: ['w1'], desk: ['w2'], extras: ['accept'] };
  const looked = formOf(await liaison.submits(formOf(await liaison.types(`/draw 新建 ${plan}`)), terms));
  expect(heard(await liaison.submits(looked))).toContain('第 1 次抽取已锁定');
  expect(await chat.reads('ceremony-holder/1/scjg')).toBe(await chat.reads('ceremony/1'));
  expect(await chat.buttonsOf('ceremony-holder/1/scjg')).toEqual(['密封条', '中止']);
  const other = chat.seat(hands.otherLiaison);
  expect(heard(await liaison.presses('draw-slip', 1))).toContain('/slip/1');
  expect(heard(await other.presses('draw-slip', 1))).toContain('只能就本单位');
  expect(heard(await other.fills('draw-abort', 1, { reason: '不抽了' }))).toContain('只能就本单位');
});
