/** What is forged, stale, huge, broken, repeated, not one's own, or dressed up as markup: refused, or shown as it was typed. */
import { expect, it } from 'vitest';
import type { Sample } from '../../bot/practice/sample/sample.ts';
import { type Obj, objOf } from '../../bot/practice/workspace/json.ts';
import { factsOf, verifyLedger } from '../../db/ledger.ts';
import { told } from './acts.ts';
import { type Town, town } from './town.ts';

const at = { jurisdiction: 'sanming-2025', at: '2025-06-23T09:00', tasks: 2, subjects: 60 };
const form = 'application/x-www-form-urlencoded';

async function consulted(change?: (sample: Sample) => Sample): Promise<Town> {
  const here = await town({ ...at, ...(change === undefined ? {} : { change }) });
  const 联席办 = here.user('联席办综合组').in('联席办');
  await 联席办.command('/consult', '新建');
  await 联席办.fill({ '反馈期限（工作日数）': 5 }).submit();
  await 联席办.close();
  return here;
}

/** Everything that stands in the workspace: posts, whoever sees them, open forms, home tabs. */
function everything({ workspace: { ground } }: Town): readonly unknown[] {
  const { world, forms } = ground;
  const posts = [...world.posts.values()].flat().filter(({ user }) => user === ground.app.botUser);
  const views = [...world.members.keys()].flatMap((id) => [forms.top(id)?.view, world.homes.get(id)?.view]);
  return [...posts.map(({ text, blocks }) => ({ fallback: text, blocks })), ...views.filter(Boolean)];
}

/** All objects within, at any depth. */
const within = (value: unknown): readonly Obj[] =>
  Array.isArray(value)
    ? value.flatMap(within)
    : typeof value === 'object' && value !== null
      ? [objOf(value), ...Object.values(value).flatMap(within)]
      : [];

/** Where the platform itself would act on what stands there: markup that calls somebody, or an element that does. */
function calls(here: Town): readonly unknown[] {
  const all = everything(here).flatMap(within);
  expect(all.length).toBeGreaterThan(200);
  const active = /<(?:!(?!date\^)|@|#|https?:\/\/evil)/;
  return [
    ...all.filter(({ type, text }) => type === 'mrkdwn' && active.test(String(text))),
    ...all.filter(({ fallback }) => active.test(String(fallback ?? ''))),
    ...all.filter(({ type }) => ['broadcast', 'user', 'usergroup', 'channel'].includes(String(type))),
  ];
}

it('伪造、过期、超大、残缺的请求一律拒收，台账不变', async () => {
  const here = await consulted();
  const { workspace, raw, deps } = here;
  const { team, app } = workspace.app;
  const letter = workspace.ground.world.posts.get('C0YJ')?.[0];
  const message = { channel: letter?.channel, user: 'U0LYJ', text: '我局无意见', ts: '9.1', thread_ts: letter?.ts };
  const event = { type: 'message', channel_type: 'group', event_ts: '9.1', ...message };
  const body = JSON.stringify({ type: 'event_callback', team_id: team, api_app_id: app, event_id: 'Ev1', event });
  const before = await verifyLedger(deps.db);
  const statuses = [
    await raw({ body, secret: '别人的密钥' }),
    await raw({ body, headers: { 'x-slack-signature': '' } }),
    await raw({ body, age: 400 }),
    await raw({ body, age: -400 }),
    await raw({ body: body.slice(0, 40) }),
    await raw({ body: 'payload=%7B', contentType: form }),
    await raw({ body: body.replace(team, 'T0ELSEWHERE') }),
  ].map(({ status }) => status);
  await here.settle();
  expect(statuses).toEqual([401, 401, 401, 401, 400, 400, 403]);
  expect(await verifyLedger(deps.db)).toEqual(before);
  // 真的那一份照收；原样重放多少次，都只有一份答复。
  for (const retry of ['', '1', '2', '3']) {
    const headers = retry === '' ? {} : { 'x-slack-retry-num': retry, 'x-slack-retry-reason': 'http_timeout' };
    expect((await raw({ body, headers })).status).toBe(200);
  }
  await here.settle();
  expect(await factsOf(deps.db, 'reply-received')).toHaveLength(1);
  // What is too large is not read to its end: the sender gets 413, or finds the line cut.
  const huge = `${body.slice(0, -1)},"x":"${'x'.repeat(1_200_000)}"}`.replace('Ev1', 'Ev2').replace('9.1', '9.2');
  const answer = await raw({ body: huge }).catch(() => null);
  expect(answer === null || answer.status === 413).toBe(true);
  expect(await factsOf(deps.db, 'reply-received')).toHaveLength(1);
});

it('没有职权的人按按钮、填表单，得到的是说明；征询截止以后旧表单不起作用', async () => {
  const here = await consulted();
  const { user, deps } = here;
  const 联席办 = user('联席办综合组').in('联席办');
  const inspector = here.sample.inspectors.find(({ department, left }) => department === 'yj' && left === null);
  const 检查人员 = user(inspector?.name ?? '').in('县应急管理局');
  expect(told(await 检查人员.press('参加'))).toMatch(/只有|须由|没有/);
  expect(told(await user('县司法局合法性审核员').in('联席办').press('截止'))).toMatch(/只有|须由|没有/);
  expect(told(await user('县司法局合法性审核员').in('联席办').command('/draw', '新建'))).not.toBe('');
  expect(await factsOf(deps.db, 'reply-received')).toEqual([]);
  // 一人开着“延期”表单，另一人已经截止。
  await 联席办.press('延期');
  expect(told(await user('联席办审核组').in('联席办').press('截止'))).toContain('已截止');
  const late = await 联席办.fill({ 或者截止日期: '2025-07-10', 延期理由: '单位多' }).submit();
  expect(`${told(late)}${Object.values(late.form?.errors ?? {}).join()}`).toMatch(/已于.+截止/);
  expect(await factsOf(deps.db, 'consultation-extended')).toEqual([]);
  await 联席办.close();
  expect(await verifyLedger(deps.db)).toMatchObject({ ok: true });
});

/** A department's name, as a list may bring it. */
const named = '清漪县医疗保障局<!channel>*<script>x</script>=cmd|';
const nasty =
  '<script>alert(1)</script> *粗* =cmd|/c calc!A1 <!channel> <@U0O1> <https://evil.invalid|点我> \u202e倒着\u200b藏';

it('名称和答复里的标记、公式、点名、零宽和倒写字符，只作文字显示，谁也没有被点名', async () => {
  const here = await consulted((sample) => ({
    ...sample,
    departments: sample.departments.map((each) => (each.code === 'yb' ? { ...each, name: named } : each)),
  }));
  const { user, channel } = here;
  const 县应急管理局 = user('县应急管理局联络员');
  await 县应急管理局.press('有意见');
  await 县应急管理局.fill({ 意见建议: nasty }).submit();
  await 县应急管理局.close();
  await user('县公安局联络员').reply(`我局有意见：${nasty}`);
  await user('县公安局联络员').command('/consult', nasty);
  const 县教育局 = user('县教育局联络员');
  await 县教育局.press('不参加');
  await 县教育局.fill({ 不参加的理由: nasty }).submit();
  await 县教育局.close();
  const 县民政局 = user('县民政局联络员');
  await 县民政局.press('填写表格');
  const task = {
    任务名称: `养老机构${nasty}`,
    抽查对象范围: '养老机构',
    抽查比例或户数: '50%',
    检查起止时间: '7月至8月',
  };
  await 县民政局.fill(task).submit();
  await 县民政局.close();
  const 联席办 = user('联席办综合组').in('联席办');
  await 联席办.press('汇总计划');
  await 联席办.submit();
  await 联席办.close();
  await 联席办.home();

  expect(calls(here)).toEqual([]);
  const shown = JSON.stringify(everything(here));
  expect(shown).toContain('<script>alert(1)</script>');
  expect(shown).toContain('=cmd|/c calc!A1');
  expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
  const office = channel('联席办').join('\n');
  expect(office).toContain(named);
  expect(office).toContain('<!channel> <@U0O1>');
});
