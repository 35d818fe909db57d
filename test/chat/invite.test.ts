/** 会商函, 上级计划, 缺失事项 and offers to join, as the departments meet them in their channels. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import { forms } from '../../bot/chat/table.ts';
import { planTask } from '../../bot/post/say/invite/about.ts';
import type { Task } from '../../core/plan/task.ts';
import { people } from '../desk.ts';
import { contact, type InvitedDesk, invitedDesk } from '../invited-desk.ts';
import { csv } from '../verbs/make.ts';
import { asking, button, errorsOf, fill, formOf, press, type Standing, said, standing, type } from './acting.ts';

/** The post of that slot as it says now. */
async function post(desk: InvitedDesk, slot: string): Promise<Standing> {
  const found = (await standing(desk)).find((each) => each.slot === slot);
  if (found === undefined) throw new Error(`no post ${slot}`);
  return found;
}

const fills = async (desk: InvitedDesk, actor: Actor, id: string, about: string, values = {}) =>
  fill(desk, actor, formOf(await press(desk, actor, { id, about })), values);

describe('会商函在群里', () => {
  it('牵头部门发函，配合部门各收到一份带函件的消息，按一下即签收，联席办和牵头部门看到答复情况', async () => {
    const desk = await invitedDesk();
    const { task } = desk;
    const [first = '', second = ''] = task.partners;
    const lead = desk.liaison(task.lead);
    const about = planTask(desk.plan, task.no);
    const errors = errorsOf(await fills(desk, lead, 'invite-partners', about, { day: '2020-01-01', phone: '1' }));
    expect(errors.day).toContain('早于今天');
    expect(said(await fills(desk, lead, 'invite-partners', about, { phone: contact.phone }))).toContain('第 1 号');

    const letter = await post(desk, `invitation/1/${first}`);
    expect(letter.place).toBe(`department:${first}`);
    expect(letter.zh).toContain(task.name);
    expect(letter.zh).toContain('[参加并签收] [参加，填报事项和人员] [不参加]');
    expect(said(await press(desk, desk.liaison(first), button(letter.message, 'invitation-join')))).toContain('已签收');

    const reasonless = errorsOf(await fills(desk, desk.liaison(second), 'invitation-decline', '1', { reason: ' ' }));
    expect(reasonless.reason).toContain('理由');
    const declined = await fills(desk, desk.liaison(second), 'invitation-decline', '1', { reason: '人员不足' });
    expect(said(declined)).toContain('不参加');

    for (const place of ['office', `department:${task.lead}`]) {
      const { zh } = await post(desk, `invitation-answers/1/${place}`);
      expect(zh).toContain(`2/${task.partners.length} 个单位已答复，1 个参加`);
      expect(zh).toContain('理由：人员不足');
    }
  });

  it('参加时填报的缺失事项逐级反映，添加后通知提出单位', async () => {
    const desk = await invitedDesk();
    const [first = ''] = desk.task.partners;
    const lead = desk.liaison(desk.task.lead);
    await fills(desk, lead, 'invite-partners', planTask(desk.plan, desk.task.no), { phone: '1' });
    const joined = { officers: '4', missing: '密室逃脱场所检查\n\n' };
    expect(said(await fills(desk, desk.liaison(first), 'invitation-join-with', '1', joined))).toContain('参加');
    const own = await post(desk, `missing-item-own/1/${first}`);
    expect(own.zh).toContain('密室逃脱场所检查');
    const root = await post(desk, 'missing-item/1');
    expect(root.place).toBe('office');
    expect(said(await press(desk, people.office, button(root.message, 'missing-item-step')))).toContain('市级');
    expect((await post(desk, 'missing-item/1')).zh).toContain('[已报省级] [上级已添加] [上级不予添加]');
    const added = await fills(desk, people.office, 'missing-item-step', '1 added', { reason: '第三版第 86 项' });
    expect(said(added)).toContain('已通知');
    const settled = await post(desk, `missing-item-settled/1/${first}/added`);
    expect(settled.zh).toContain('请及时认领');
    expect((await post(desk, 'missing-item/1')).zh).not.toContain('[');
  });

  it('计划下的“会商配合部门”列出联合任务，一项一个发函按钮；发过的不再列', async () => {
    const desk = await invitedDesk();
    const root = await post(desk, `plan/${desk.plan}`);
    const listed = await press(desk, people.office, button(root.message, 'invite-list'));
    expect(said(listed)).toContain(desk.task.name);
    if (listed.kind !== 'say') throw new Error('nothing was said');
    const { about } = button(listed.message, 'invite-partners');
    await fills(desk, people.office, 'invite-partners', about, { phone: '1' });
    const again = await press(desk, people.office, button(root.message, 'invite-list'));
    expect(said(again)).toContain('已答复 0 个');
    const partner = desk.liaison(desk.task.partners[0] ?? '');
    expect(said(await press(desk, partner, { id: 'invite-list', about: desk.plan }))).not.toBe('');
    expect(said(await press(desk, partner, { id: 'invite-list', about: '没有' }))).toContain('没有');
  });

  it('没有职权的人按了按钮，得到的是说明', async () => {
    const desk = await invitedDesk();
    const about = planTask(desk.plan, desk.task.no);
    const stranger = desk.liaison(desk.task.partners[0] ?? '');
    expect(said(await press(desk, stranger, { id: 'invite-partners', about }))).toContain('只能就本单位');
    expect(said(await press(desk, people.inspector, { id: 'invitation-join', about: '1' }))).not.toBe('');
    expect(said(await press(desk, stranger, { id: 'invitation-join', about: '<script>' }))).toContain('没有编号为 0');
    expect(said(await press(desk, stranger, { id: 'missing-item-step', about: '1 backwards' }))).toContain('失效');
    expect(said(await press(desk, stranger, { id: 'joining-accept', about: '{}' }))).not.toBe('');
  });
});

describe('上级计划在群里', () => {
  it('联席办接收计划表，有关单位签收或者退回，未签收的列明天数，列入本地计划', async () => {
    const desk = await invitedDesk();
    const bytes = csv(
      ['抽查任务编号', '抽查任务名称', '抽查事项', '检查对象', '牵头部门', '配合部门', '抽查比例', '抽查时间'],
      ['GS-1', '省级餐饮抽查', '餐饮检查', '餐饮', '省市场监督管理局', '省卫生健康委员会', '10%', '2024年3月至5月'],
    );
    const opened = formOf(await type(desk, people.office, 'consult', '上级计划'));
    expect(opened.fields.map(({ id }) => id)).toContain('file');
    expect(said(await type(desk, desk.liaison('scjg'), 'consult', '上级计划'))).not.toBe('');
    expect(formOf(await type(desk, desk.liaison('scjg'), 'consult', '缺项')).id).toBe('report-missing-item');
    const form = forms.get('superior-plan');
    const asked = {
      ...asking(desk, people.office),
      fileOf: async () => ({ name: '省计划.csv', bytes: async () => bytes }),
    };
    const values = { number: '甘双随机〔2023〕7号', level: 'province', from: '省联席办', year: '2023', file: ['F1'] };
    expect(await form?.submit(asking(desk, people.office), '', { ...values, file: [] })).toMatchObject({
      kind: 'errors',
      errors: { file: {} },
    });
    const received = await form?.submit(asked, '', values);
    expect(received?.kind === 'say' ? received.message.summary.zh : '').toContain('任务 1 项，已通知 2 个单位签收');

    const own = await post(desk, 'superior-plan-own/1/scjg');
    expect(own.zh).toContain('[签收] [退回] [反映缺失事项]');
    expect(said(await press(desk, desk.liaison('scjg'), button(own.message, 'superior-sign')))).toContain('已签收');
    const root = await post(desk, 'superior-plan/1');
    expect(root.zh).toContain('1/2 个单位已签收');
    expect(root.zh).toContain('未签收，已等待 0 天');
    const entered = await fills(desk, people.office, 'superior-enter', '1', { plan: desk.plan });
    expect(said(entered)).toContain('第 2 版：1 项');
    expect(said(await fills(desk, desk.liaison('wj'), 'superior-return', '1', { reason: '非本局职责' }))).toContain(
      '已退回',
    );
    expect((await post(desk, 'superior-plan/1')).zh).toContain('退回：非本局职责');
  });
});

describe('合并任务的建议在群里', () => {
  it('两个牵头部门都同意的，合并成一项；按钮随之收起', async () => {
    const desk = await invitedDesk((tasks) => {
      const [first, ...rest] = tasks;
      const [partner = ''] = first?.partners ?? [];
      if (first === undefined) return tasks;
      const second: Task = { ...first, no: `${first.no}-2`, lead: partner, partners: [], reach: 'department' };
      const bodies = first.bodies.filter(({ department }) => department === partner);
      return [first, { ...second, bodies }, ...rest];
    });
    const [first] = desk.sample.plan.tasks;
    const [partner = ''] = first?.partners ?? [];
    const lead = first?.lead ?? '';
    const slot = (place: string) => `joining/${desk.plan}/${first?.no}+${first?.no}-2/${place}`;
    const offered = await post(desk, slot(`department:${lead}`));
    expect(offered.zh).toContain('建议由');
    expect((await post(desk, slot('office'))).zh).not.toContain('[同意');
    const { about } = button(offered.message, 'joining-decline');
    const chosen = { lead };
    expect(said(await fills(desk, desk.liaison(lead), 'joining-lead', about, chosen))).toContain('还需 1 个');
    expect((await post(desk, slot('office'))).zh).toContain('同意，由');
    expect(said(await fills(desk, desk.liaison(partner), 'joining-lead', about, chosen))).toContain('已合并为任务');
    const done = await post(desk, slot(`department:${partner}`));
    expect(done.zh).toContain('已合并为联合任务');
    expect(done.zh).not.toContain('[');
    expect(said(await press(desk, desk.liaison(lead), { id: 'joining-accept', about }))).toContain('可能已经合并');
  });
});
