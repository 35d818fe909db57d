/** 演练群里的人做的事：说、改、删、点、填；机器人收到的是真签名的请求。 */
import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { objOf, strOf } from '../../bot/practice/workspace/json.ts';
import type { WorkspaceOptions } from '../../bot/practice/workspace/workspace.ts';
import { type TestBot, testBot } from './bot.ts';
import { type Room, refusal, room, safety } from './room.ts';

async function withBot(options: WorkspaceOptions = {}): Promise<Room & TestBot> {
  let secret = '';
  const bot = testBot(() => secret);
  const made = await room(options, bot.bot);
  secret = made.workspace.app.signingSecret;
  return Object.assign(bot, made);
}

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const button = (label: string, value: string) =>
  ({ type: 'button', action_id: `do-${value}`, text: plain(label), value }) as const;
const modal: ModalView = {
  type: 'modal',
  callback_id: 'propose',
  private_metadata: 'task 3',
  title: plain('提出意见'),
  submit: plain('提交'),
  blocks: [
    {
      type: 'input',
      block_id: 'why',
      label: plain('理由'),
      element: { type: 'plain_text_input', action_id: 'value', max_length: 20 },
    },
    {
      type: 'input',
      block_id: 'how',
      label: plain('方式'),
      element: {
        type: 'static_select',
        action_id: 'value',
        options: ['实地检查', '书面检查'].map((each, i) => ({ text: plain(each), value: `m${i}` })),
      },
    },
  ],
};

describe('在话题里说话', () => {
  it('回复、改口、撤回，机器人各收到一次，都有签名', async () => {
    const r = await withBot();
    const { ts } = await r.client.chat.postMessage({ channel: safety, text: '征询意见' });
    const 县应急管理局 = r.user('县应急管理局联络员');
    await 县应急管理局.reply('我局无意见 <script>alert(1)</script>');
    await 县应急管理局.edit('无意见', '我局有意见');
    await 县应急管理局.delete('有意见');
    expect(r.heard.every(({ signed }) => signed)).toBe(true);
    const [, said, changed, deleted] = r.events();
    expect(said).toMatchObject({
      type: 'message',
      user: 'U0YJGL',
      channel: safety,
      channel_type: 'group',
      thread_ts: ts,
      text: '我局无意见 &lt;script&gt;alert(1)&lt;/script&gt;',
    });
    expect(changed).toMatchObject({
      subtype: 'message_changed',
      message: { text: '我局有意见', thread_ts: ts, edited: { user: 'U0YJGL' } },
      previous_message: { text: expect.stringContaining('无意见') },
    });
    expect(deleted).toMatchObject({ subtype: 'message_deleted', deleted_ts: strOf(said?.ts) });
  });

  it('机器人不在的频道里说什么，它都不知道；@它才另有通知', async () => {
    const r = await withBot();
    await r.workspace.addChannel({ id: 'C0OUT', name: '科室', members: ['U0YJGL'], bot: false });
    await r.user('县应急管理局联络员').in('科室').write('内部讨论');
    expect(r.events()).toEqual([]);
    await r.user('县应急管理局联络员').write('@明抽 在吗');
    // Two events of one message, in whichever order they arrive.
    expect(
      r
        .events()
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['app_mention', 'message']);
  });

  it('交来的文件随消息通知', async () => {
    const r = await withBot();
    await r.client.chat.postMessage({ channel: safety, text: '请报抽查任务' });
    await r.user('县应急管理局联络员').upload({ name: '任务表.xlsx', bytes: Buffer.from('表') });
    expect(r.events().at(-1)).toMatchObject({ subtype: 'file_share', files: [{ name: '任务表.xlsx' }] });
  });
});

describe('送不到就再送', () => {
  it('机器人出错或不在时，事件再送三次，写明第几次', async () => {
    const r = await withBot({ minuteMs: 1 });
    r.answer = ({ retry }) => (retry === '2' ? undefined : new Response(null, { status: 500 }));
    await r.user('县应急管理局联络员').write('我局参加');
    expect(r.heard.map(({ retry }) => retry)).toEqual([null, '1', '2']);
    expect(new Set(r.heard.map(({ body }) => body.event_id)).size).toBe(1);
    expect(r.deliveries().map(({ failure }) => failure)).toEqual(['status', 'status', 'none']);
  });

  it('三秒没有回音就算失败；命令失败，打命令的人看得到', async () => {
    const r = await withBot({ ackMs: 20 });
    r.answer = () => new Promise(() => {});
    const { said } = await r.user('联席办综合组甲').command('/consult', '新建');
    expect(said).toEqual([expect.stringContaining('operation_timeout')]);
    expect(r.deliveries()).toMatchObject([{ cargo: 'command', failure: 'timeout' }]);
  });

  it('同一事件可以送三遍、打乱次序送', async () => {
    const r = await withBot();
    r.hold();
    await r.user('县应急管理局联络员').write('一');
    await r.user('县应急管理局联络员').write('二');
    expect(r.heard).toEqual([]);
    await r.release({ times: 3, order: 'reversed' });
    expect(r.events().map(({ text }) => text)).toEqual(['二', '一', '二', '一', '二', '一']);
  });

  it('伪造的、过时的请求照样可以造出来，供机器人去拒绝', async () => {
    const r = await withBot();
    await r.raw({ body: '{"type":"event_callback"}', secret: '别人的密钥' });
    await r.raw({ body: '{}', age: 600 });
    expect(r.heard.map(({ signed }) => signed)).toEqual([false, true]);
  });
});

describe('命令与按钮', () => {
  it('命令带着人、频道和文字送到，回话只给打命令的人看', async () => {
    const r = await withBot();
    r.answer = ({ kind }) => (kind === 'command' ? { text: '已收到' } : undefined);
    const { said } = await r.user('联席办综合组甲').command('/consult', '新建 2025');
    expect(said).toEqual(['已收到']);
    expect(r.heard[0]?.body).toMatchObject({
      command: '/consult',
      text: '新建 2025',
      user_id: 'U0OFFICE',
      channel_name: '联席办',
    });
    expect(r.user('Visiting Observer').in('联席办').sees()).toEqual([]);
  });

  it('按钮按字样去找；点了以后，原消息可以当场改掉', async () => {
    const r = await withBot();
    r.answer = async ({ kind, body }) => {
      if (kind !== 'interaction') return undefined;
      const text = '已记：参加';
      await fetch(strOf(body.response_url), { method: 'POST', body: JSON.stringify({ replace_original: true, text }) });
      return undefined;
    };
    const blocks = [{ type: 'actions' as const, elements: [button('参加', 'yes'), button('不参加', 'no')] }];
    await r.client.chat.postMessage({ channel: safety, text: '是否参加', blocks });
    const 县应急管理局 = r.user('县应急管理局联络员');
    expect(县应急管理局.buttons()).toEqual(['参加', '不参加']);
    const { said } = await 县应急管理局.press('参加');
    expect(said).toEqual(['已记：参加']);
    expect(r.heard.find(({ kind }) => kind === 'interaction')?.body).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0YJGL' },
      channel: { id: safety },
      actions: [{ action_id: 'do-yes', value: 'yes' }],
    });
    await expect(async () => 县应急管理局.press('参加')).rejects.toThrow('nothing to press');
  });

  it('回话的地址只能用五次', async () => {
    const r = await withBot();
    await r.user('联席办综合组甲').command('/consult');
    const url = strOf(r.heard[0]?.body.response_url);
    const answers = [];
    for (let i = 0; i < 6; i += 1) answers.push((await fetch(url, { method: 'POST', body: '{"text":"好"}' })).status);
    expect(answers).toEqual([200, 200, 200, 200, 200, 404]);
  });
});

describe('表单', () => {
  it('三秒内开得一次；填错当场指出，填好的还在', async () => {
    const r = await withBot();
    const opened: unknown[] = [];
    r.answer = async ({ kind, body }) => {
      if (kind === 'command') {
        const trigger_id = strOf(body.trigger_id);
        opened.push(await refusal(r.client.views.open({ trigger_id, view: modal })));
        opened.push(await refusal(r.client.views.open({ trigger_id, view: modal })));
      }
      if (body.type !== 'view_submission') return undefined;
      const why = objOf(objOf(objOf(objOf(body.view).state).values).why);
      return objOf(why.value).value === '无' ? { response_action: 'errors', errors: { why: '请写明理由' } } : undefined;
    };
    const 县应急管理局 = r.user('县应急管理局联络员');
    const { form } = await 县应急管理局.command('/consult', '意见');
    expect(opened).toEqual(['no refusal', 'exchanged_trigger_id']);
    expect(form).toMatchObject({
      title: '提出意见',
      fields: [{ label: '理由' }, { label: '方式', options: ['实地检查', '书面检查'] }],
    });

    const empty = await 县应急管理局.submit();
    expect(empty.form?.errors).toEqual({ 理由: '请填写此项。', 方式: '请选择。' });
    const wrong = await 县应急管理局.fill({ 理由: '无', 方式: '书面检查' }).submit();
    expect(wrong.form?.errors).toEqual({ 理由: '请写明理由' });
    const right = await 县应急管理局.fill({ 理由: '比例过高' }).submit();
    expect(right.form).toBeNull();
    expect(r.heard.at(-1)?.body).toMatchObject({
      view: {
        callback_id: 'propose',
        private_metadata: 'task 3',
        state: {
          values: { why: { value: { value: '比例过高' } }, how: { value: { selected_option: { value: 'm1' } } } },
        },
      },
    });
  });

  it('提交后可以换成另一张表、再叠一张，或者全部关掉', async () => {
    const r = await withBot();
    const second = { ...modal, title: plain('请核对') };
    const actions = [
      { response_action: 'update', view: second },
      { response_action: 'push', view: modal },
      { response_action: 'clear' },
    ];
    r.answer = async ({ kind, body }) => {
      if (kind === 'command') await r.client.views.open({ trigger_id: strOf(body.trigger_id), view: modal });
      return body.type === 'view_submission' ? objOf(actions.shift()) : undefined;
    };
    const 联席办 = r.user('联席办综合组甲');
    await 联席办.command('/plan');
    const values = { 理由: '甲', 方式: '实地检查' };
    expect((await 联席办.fill(values).submit()).form?.title).toBe('请核对');
    expect((await 联席办.fill(values).submit()).form?.title).toBe('提出意见');
    expect((await 联席办.fill(values).submit()).form).toBeNull();
  });

  it('标题过长、没有提交按钮的表开不出来；别人改过的首页不被旧的盖掉', async () => {
    const r = await withBot();
    await r.user('联席办综合组甲').command('/plan');
    const trigger_id = strOf(r.heard[0]?.body.trigger_id);
    const long = { ...modal, title: plain('这是一个超过二十四个字的标题这是一个超过二十四个字的标题') };
    expect(await refusal(r.client.views.open({ trigger_id, view: long }))).toBe('invalid_arguments');
    const { submit: _, ...unsendable } = modal;
    expect(await refusal(r.client.views.open({ trigger_id, view: unsendable }))).toBe('invalid_arguments');
    const view = { type: 'home' as const, blocks: [{ type: 'section' as const, text: plain('待办') }] };
    const { view: home } = await r.client.views.publish({ user_id: 'U0OFFICE', view });
    await r.client.views.publish({ user_id: 'U0OFFICE', view, hash: home?.hash ?? '' });
    expect(await refusal(r.client.views.publish({ user_id: 'U0OFFICE', view, hash: home?.hash ?? '' }))).toBe(
      'hash_conflict',
    );
    expect(await r.user('联席办综合组甲').home()).toBe('待办');
    expect(r.events().at(-1)).toMatchObject({ type: 'app_home_opened', user: 'U0OFFICE' });
  });
});
