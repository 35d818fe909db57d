/** A list that was drawn above, as it reaches the chat: by a form, or uploaded under the plan that it came with. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import { forms, talks } from '../../bot/chat/table.ts';
import { receiveSuperiorPlan } from '../../bot/verbs/invite/receive-superior-plan.ts';
import { drawableSubject } from '../../core/registry/drawable.ts';
import { value } from '../desk.ts';
import { hands, type PlannedDesk, planAsIs, plannedDesk } from '../drawn-desk.ts';
import { codes, csv } from '../verbs/make.ts';
import { asking, formOf, said, standing, type } from './acting.ts';

const number = '闽双随机〔2025〕7号';

/** A desk with a published task from above, and the list that was drawn for it there. */
async function withTaskFromAbove(): Promise<{ desk: PlannedDesk; plan: string; stranger: string; list: Uint8Array }> {
  const desk = await plannedDesk();
  const [first] = desk.sample.plan.tasks;
  if (first === undefined) throw new Error('no task');
  const headers = ['抽查任务编号', '抽查任务名称', '检查对象', '牵头部门', '抽查比例', '抽查时间'];
  const row = ['T-1', '省级餐饮抽查', first.frame.tags[0] ?? '', '省市场监督管理局', '10%', '2025年7月'];
  const sheet = {
    bytes: csv(headers, row),
    file: '省计划.csv',
    number,
    level: 'province',
    from: '省联席办',
    year: 2025,
  };
  value(await receiveSuperiorPlan(desk, hands.drafter, sheet));
  const { plan } = await planAsIs(desk, () => ({
    origin: 'province',
    above: { plan: number, lead: '省市场监督管理局' },
  }));
  const able = desk.sample.subjects.filter(
    (each) => each.tags.some((tag) => first.frame.tags.includes(tag)) && drawableSubject(each).ok,
  );
  const rows = able.slice(0, 4).map((each) => [each.number, each.name]);
  const stranger = codes.find((code) => !desk.sample.subjects.some((each) => each.number === code)) ?? '';
  const strangers = [
    [stranger, '库外企业'],
    ['91990723MA00000000', '代码有误的企业'],
  ];
  const list = csv(['统一社会信用代码', '企业名称'], ...rows, ...strangers);
  return { desk, plan, stranger, list };
}

const file = (name: string, bytes: Uint8Array) => ({ name, bytes: async () => bytes });
const talk = (desk: PlannedDesk, actor: Actor, text: string, files: ReturnType<typeof file>[]) =>
  talks.get('superior-plan')?.(asking(desk, actor), {
    under: 'superior-plan/1',
    source: 'm1',
    what: 'written',
    text,
    files,
  });

describe('上级抽取的名单', () => {
  it.each(['/draw 外部名单', '/draw outside'])('“%s” 打开录入表单，帮助里有这一条', async (typed) => {
    const { desk, plan } = await withTaskFromAbove();
    const opened = await type(desk, hands.drafter, 'draw', typed.replace('/draw ', ''));
    const form = formOf(opened);
    expect(form.id).toBe('outside-list');
    expect(JSON.stringify(form)).toContain(plan);
    expect(said(await type(desk, hands.drafter, 'draw', '帮助'))).toContain('/draw 外部名单：录入外部平台抽取的名单');
  });

  it('在上级计划下回复名单文件，逐行核对；上传人在群里只见行号、列名和数字，不见代码和名称，注明无法核验', async () => {
    const { desk, list, stranger } = await withTaskFromAbove();
    expect(await talk(desk, hands.drafter, '收到', [])).toEqual({ kind: 'done' });
    const answer = await talk(desk, hands.drafter, '省局抽取名单', [file('名单.csv', list)]);
    if (answer === undefined) throw new Error('nobody listens there');
    expect(said(answer)).toContain('列 5 户');
    expect(said(answer)).toContain('另有 1 行不能读取');
    expect(said(answer)).toContain('第 7 行 A7 单元格“统一社会信用代码/注册号”：代码不符合编码规则');
    expect(said(answer)).toContain('不在名录库：1 处');
    const listed = desk.sample.subjects.flatMap((each) => [each.number, each.name]);
    const told = JSON.stringify(answer);
    for (const secret of [stranger, '库外企业', '91990723MA00000000', '代码有误的企业', ...listed])
      expect(told).not.toContain(secret);
    expect(told).toContain('/outside/1');
    const post = (await standing(desk)).find(({ slot }) => slot === 'outside-list/1/office');
    expect(post?.zh).toContain('外部平台抽取，本系统无法核验');
    expect(post?.zh).toContain('不在名录库：1 处');
    expect(post?.zh).toContain('需另行抽取人员');
    expect(post?.zh).not.toContain(stranger);
  });

  it('用表单录入：没有文件的、没有职权的，各得到说明', async () => {
    const { desk, plan, list } = await withTaskFromAbove();
    const form = forms.get('outside-list');
    const asked = { ...asking(desk, hands.drafter), fileOf: async () => file('名单.csv', list) };
    const opened = await form?.open(asked, '1');
    expect(opened !== undefined && 'form' in opened ? opened.form.fields.map(({ id }) => id) : []).toEqual([
      'task',
      'platform',
      'file',
    ]);
    const values = { task: JSON.stringify([plan, 'T-1']), platform: '省平台', file: ['F'] };
    expect(await form?.submit(asking(desk, hands.drafter), '1', values)).toMatchObject({ kind: 'errors' });
    expect(await form?.submit(asked, '1', { ...values, platform: ' ' })).toMatchObject({
      kind: 'errors',
      errors: { platform: {} },
    });
    expect(await form?.submit(asked, '1', { ...values, task: '<x>' })).toMatchObject({ kind: 'say' });
    const stranger = await form?.open(asking(desk, hands.otherLiaison), '1');
    expect(stranger !== undefined && 'message' in stranger ? stranger.message.summary.zh : '').toContain('没有可录入');
    const taken = await form?.submit(asked, '1', values);
    expect(taken?.kind === 'say' ? taken.message.summary.zh : '').toContain('外部名单第 1 号');
  });
});
