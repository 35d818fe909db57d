/** On the way to the door in the chat: the department asks by a button on its own post, the head approves in private, partners agree in their channel. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeBook } from '../../bot/verbs/outcome/book.ts';
import { assignVisits } from '../../bot/verbs/visit/assign.ts';
import { partOf } from '../../bot/verbs/visit/part.ts';
import { rulesOn } from '../../bot/verbs/visit/rules.ts';
import { facts, value } from '../desk.ts';
import { ceremonyUntil, hands, type PlannedDesk, plannedDesk } from '../drawn-desk.ts';
import { button, errorsOf, fill, formOf, post, posted, press, said, type } from './acting.ts';

const { drafter, liaison, head, otherLiaison } = hands;
let desk: PlannedDesk;
let ceremony: number;
/** 检查编号 of a joint visit with 卫健局 that begins at the door. */
let no: string;

const slotOf = async (beginning: string): Promise<string> =>
  [...(await posted(desk)).keys()].find((slot) => slot.startsWith(beginning)) ?? '';
const department = () => post(desk, `department-visits/${ceremony}/scjg`);
const countOf = async (kind: string) => (await facts(desk)).filter((each) => each.kind === kind).length;

beforeAll(async () => {
  desk = await plannedDesk(undefined, afterAll);
  ({ ceremony } = await ceremonyUntil(desk, 'opened'));
  value(await assignVisits(desk, drafter, ceremony));
  value(await outcomeBook(desk, String(ceremony)));
  const { visits } = value(
    await partOf(desk, liaison, 'hold-visit', { book: String(ceremony), department: '', visits: 'all' }),
  );
  const { ruleOf } = await rulesOn(desk.db, visits, '2025-07-10');
  const found = visits.find(
    (each) => ruleOf(each).desk === null && each.going.includes('wj') && each.tasks.some(({ lead }) => lead === 'scjg'),
  );
  no = found?.visit.no ?? '';
  desk.setNow('2025-07-10T01:00:00.000Z');
});

describe('呈批 and 审批', () => {
  it('the department asks for all from its own post, and the head approves with one press in private', async () => {
    const form = formOf(await press(desk, liaison, button((await department()).message, 'visit-ask')));
    const answer = said(
      await fill(desk, liaison, form, {
        visits: '全部',
        from: '2025-07-07',
        to: '2025-08-29',
        reason: '年度抽查计划',
        urgent: '',
      }),
    );
    expect(answer).toMatch(/已呈批 \d+ 户.*（记录编号 \d+）/u);
    expect((await department()).zh).toMatch(/进度：共 \d+ 户：待审批 \d+/u);
    const slot = await slotOf('visit-approval/');
    const mine = await post(desk, `${slot.split('/').slice(0, 2).join('/')}/${head.person}`);
    expect(mine.place).toBe(`person:${head.person}`);
    expect(mine.zh).toContain('重复检查提醒');
    expect(mine.zh).toContain('[批准] [退回] [逐户审批]');
    expect(said(await press(desk, head, button(mine.message, 'visit-approve')))).toMatch(/已批准 \d+ 户/u);
    // Pressed twice it is the same.
    expect(said(await press(desk, head, button(mine.message, 'visit-approve')))).toMatch(/此前已办 \d+ 户/u);
    expect(await countOf('visits-approval-decided')).toBe(1);
    expect((await department()).zh).toMatch(/已批准 \d+/u);
  });

  it('who is no head is refused in words, and a return without words stays open', async () => {
    const request = (await slotOf('visit-approval/')).split('/')[1] ?? '';
    expect(said(await press(desk, otherLiaison, { id: 'visit-approve', about: request }))).toContain(
      '须由部门负责人办理',
    );
    const form = formOf(await press(desk, head, { id: 'visit-return', about: request }));
    expect(Object.keys(errorsOf(await fill(desk, head, form, { words: ' ' })))).toEqual(['words']);
  });
});

describe('日程, 通知 and 现场', () => {
  it('S4-39: the lead proposes, and the partner agrees in its own channel', async () => {
    const form = formOf(await press(desk, liaison, button((await department()).message, 'visit-agenda')));
    const values = { visits: no, on: '2025-07-10', hour: '09:30', meet: '南门', leader: '', words: '' };
    expect(said(await fill(desk, liaison, form, values))).toContain('已提出日程 1 户');
    const slot = await slotOf('visit-agenda/');
    const partner = await post(desk, `${slot.split('/').slice(0, 2).join('/')}/wj`);
    expect(partner.place).toBe('department:wj');
    expect(partner.zh).toContain(no);
    expect(said(await press(desk, otherLiaison, button(partner.message, 'agenda-agree')))).toMatch(/已同意 1 户/u);
  });

  it('a visit that is none, a day that is none and what is missing are said at their field', async () => {
    const notice = formOf(await press(desk, liaison, button((await department()).message, 'visit-notice')));
    const values = {
      visits: no,
      on: '2025-07-10',
      hour: '',
      servedOn: '2025-07-09',
      means: 'post',
      materials: '营业执照',
      words: '',
    };
    expect(Object.keys(errorsOf(await fill(desk, liaison, notice, { ...values, visits: '甲' })))).toEqual(['visits']);
    expect(Object.keys(errorsOf(await fill(desk, liaison, notice, { ...values, on: '昨天' })))).toEqual(['on']);
    expect(Object.keys(errorsOf(await fill(desk, liaison, notice, { ...values, hour: '25:99' })))).toEqual(['hour']);
    expect(Object.keys(errorsOf(await fill(desk, liaison, notice, { ...values, on: '2026-07-10' })))).toEqual(['on']);
    expect(said(await fill(desk, liaison, notice, values))).toContain('已登记通知 1 户');
    const hold = formOf(await press(desk, liaison, button((await department()).message, 'visit-hold')));
    const there = {
      visits: no,
      on: '2025-07-10',
      hour: '',
      coming: 'inspected',
      officers: '',
      shown: 'no',
      witness: '',
      copied: '',
      asked: '负责人',
      used: '',
      urgent: '',
      words: '',
    };
    expect(Object.keys(errorsOf(await fill(desk, liaison, hold, there)))).toEqual(['shown']);
    expect(said(await fill(desk, liaison, hold, { ...there, shown: 'yes' }))).toContain('已登记现场检查 1 户');
    expect(Object.keys(errorsOf(await fill(desk, liaison, hold, { ...there, used: '一行' })))).toEqual(['used']);
    const finish = formOf(await press(desk, liaison, button((await department()).message, 'visit-finish')));
    expect(errorsOf(await fill(desk, liaison, finish, { visits: no })).visits).toContain('录入全部检查结果');
  });

  it('no post and no channel names an enterprise', async () => {
    const slots = [...(await posted(desk)).keys()].filter((slot) => /^(visit-|department-visits)/.test(slot));
    const everything = (await Promise.all(slots.map((slot) => post(desk, slot)))).map(({ zh }) => zh).join('\n');
    expect(desk.sample.subjects.filter(({ name }) => everything.includes(name))).toEqual([]);
  });
});

describe('/visit', () => {
  it('shows how far one is, opens the forms, and says what can be typed', async () => {
    expect(said(await type(desk, liaison, 'visit', ''))).toMatch(/市场监督管理局：共 \d+ 户/u);
    expect(said(await type(desk, drafter, 'visit', `进度 ${ceremony}`))).toContain('卫生健康局');
    expect(formOf(await type(desk, liaison, 'visit', `通知 ${ceremony}`)).id).toBe('visit-notice');
    expect(formOf(await type(desk, liaison, 'visit', '报备')).id).toBe('filing-new');
    expect(formOf(await type(desk, liaison, 'visit', '方案')).id).toBe('visit-scheme');
    expect(said(await type(desk, liaison, 'visit', '别的'))).toContain('/visit 报备');
    expect(said(await type(desk, liaison, 'visit', '备案'))).toContain('没有计划外检查备案');
  });

  it('a check on a ground is filed in a form, and its head approves it in private', async () => {
    const form = formOf(await type(desk, liaison, 'visit', '报备'));
    const subject = desk.sample.subjects[0]?.number ?? '';
    const item = desk.sample.items.find(({ body }) => body === 'scjg')?.code ?? '';
    const values = { subject, items: [item], ground: 'complaint', reason: '群众举报', on: '2025-07-12' };
    expect(Object.keys(errorsOf(await fill(desk, liaison, form, { ...values, ground: '' })))).toEqual(['ground']);
    expect(said(await fill(desk, liaison, form, values))).toMatch(/已报备（编号 \d+）/u);
    const filed = (await slotOf('filing/')).split('/')[1] ?? '';
    const mine = await post(desk, `filing/${filed}/${head.person}`);
    expect(mine.zh).toContain('[批准] [退回]');
    expect(said(await press(desk, head, button(mine.message, 'visit-approve')))).not.toContain('不能');
    expect((await post(desk, `filing/${filed}/${liaison.person}`)).zh).toContain('[登记检查情况]');
  });
});
