import { describe, expect, it } from 'vitest';
import type { ChatDeps } from '../../bot/chat/door.ts';
import { commandsUsage, todoMessage } from '../../bot/chat/help.ts';
import { home } from '../../bot/chat/home.ts';
import { remind } from '../../bot/chat/remind/command.ts';
import { listDue } from '../../bot/chat/remind/press.ts';
import { usageMessage } from '../../bot/chat/usage.ts';
import { openDesk } from '../../bot/desk/desk.ts';
import type { Message } from '../../bot/message/message.ts';
import { remindPosts } from '../../bot/post/say/remind.ts';
import { blocksOf, messageOf } from '../../bot/slack/blocks.ts';
import { checkMessage, checkView } from '../../bot/slack/limits.ts';
import { closeConsultation } from '../../bot/verbs/consult/close.ts';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { remindConsultation, remindDue, remindNow } from '../../bot/verbs/remind/remind.ts';
import { reminders } from '../../bot/verbs/remind/sent.ts';
import { pending } from '../../db/outbox.ts';
import { consultDesk, fireLiaison, letter, liaison, office, openedDesk, otherLiaison, reply } from '../consult/desk.ts';
import { facts, people, refusal, type TestDesk, value } from '../desk.ts';
import { csv } from './make.ts';

/** The letter went out on Thursday 5 June 2025 for five working days: to Thursday 12 June. */
const at = (day: string, time: string): string => new Date(`${day}T${time}:00.000+08:00`).toISOString();

const sentTo = async (desk: TestDesk): Promise<readonly string[]> =>
  (await reminders(desk.db)).map(({ to, round, what }) => `${what.kind} ${round} ${to}`);
const repliesTo = async (desk: TestDesk) => (await sentTo(desk)).filter((each) => /^(reply|silent) /.test(each));

describe('按日程提醒', () => {
  it('每一轮只提醒一遍，只提醒还没有反馈的单位；截止前一个工作日报联席办', async () => {
    const desk = await openedDesk();
    value(await reply(desk, liaison));
    desk.setNow(at('2025-06-09', '10:00'));
    await remindDue(desk);
    expect(await repliesTo(desk)).toEqual([]);
    desk.setNow(at('2025-06-10', '09:00'));
    await remindDue(desk);
    await remindDue(desk);
    expect(await repliesTo(desk)).toEqual(['reply ahead department:wjw', 'reply ahead department:xfj']);
    value(await reply(desk, otherLiaison));
    desk.setNow(at('2025-06-11', '09:00'));
    await remindDue(desk);
    expect((await repliesTo(desk)).slice(2)).toEqual(['silent eve office']);
    desk.setNow(at('2025-06-12', '09:00'));
    await remindDue(desk);
    await remindDue(desk);
    expect((await repliesTo(desk)).slice(3)).toEqual(['reply last department:xfj']);
    desk.setNow(at('2025-06-13', '09:00'));
    await remindDue(desk);
    expect((await repliesTo(desk)).slice(4)).toEqual(['silent over office']);
    value(await closeConsultation(desk, office, '2025-1'));
    desk.setNow(at('2025-06-16', '09:00'));
    await remindDue(desk);
    expect((await repliesTo(desk)).length).toBe(5);
    expect(
      new Set((await facts(desk)).filter(({ kind }) => kind === 'reminder-sent').map(({ actor }) => actor)),
    ).toEqual(new Set(['system:clock']));
  });

  it('休息日、上班前、午休、下班后都不提醒，到上班时间补发一遍', async () => {
    const desk = await openedDesk({ deadline: { kind: 'working-days', days: 3 } });
    // Due on Tuesday 10 June: the first reminder falls on Friday the 6th, the office's on Monday.
    const quiet = [
      ['2025-06-06', '08:29'],
      ['2025-06-06', '12:30'],
      ['2025-06-06', '17:30'],
      ['2025-06-07', '10:00'],
      ['2025-06-08', '10:00'],
      ['2025-06-09', '07:00'],
    ] as const;
    for (const [day, time] of quiet) {
      desk.setNow(at(day, time));
      expect(await remindDue(desk)).toBe(0);
    }
    expect(await sentTo(desk)).toEqual([]);
    desk.setNow(at('2025-06-09', '14:30'));
    await remindDue(desk);
    expect(await repliesTo(desk)).toEqual([
      'reply ahead department:scjg',
      'reply ahead department:wjw',
      'reply ahead department:xfj',
      'silent eve office',
    ]);
  });

  it('两个进程同时到点，每家只收到一遍', async () => {
    const desk = await openedDesk();
    desk.setNow(at('2025-06-10', '09:00'));
    const other = await openDesk({ database: desk.database, now: desk.now });
    try {
      const counts = await Promise.all([remindDue(desk), remindDue(other), remindDue(desk), remindDue(other)]);
      expect(counts.filter((count) => count > 0).length).toBe(1);
    } finally {
      other.close();
    }
    expect(await repliesTo(desk)).toEqual([
      'reply ahead department:scjg',
      'reply ahead department:wjw',
      'reply ahead department:xfj',
    ]);
    const posts = (await pending(desk.db, desk.now(), 500)).filter(({ destination }) =>
      destination.startsWith('reminder/'),
    );
    expect(new Set(posts.map(({ destination }) => destination)).size).toBe(posts.length);
  });

  it('三明2025：7月4日前报送半年小结，提前五个工作日提醒各成员单位；12月14日是星期日，在12日提醒', async () => {
    const desk = await consultDesk('sanming-2025', at('2025-06-27', '09:00'));
    await remindDue(desk);
    const half = (await reminders(desk.db)).filter(({ what }) => what.kind === 'summary');
    expect(half.map(({ to, due, round }) => [to, due, round])).toContainEqual([
      'department:wjw',
      '2025-07-04',
      'ahead',
    ]);
    desk.setNow(at('2025-12-12', '09:00'));
    await remindDue(desk);
    const last = (await reminders(desk.db)).filter(({ due, round }) => due === '2025-12-14' && round === 'last');
    expect(last.map(({ to }) => to)).toContain('department:wjw');
    desk.setNow(at('2025-12-14', '09:00'));
    expect(await remindDue(desk)).toBe(0);
  });
});

describe('手动催办', () => {
  it('只催还没有反馈的单位，同一单位一小时内只催一次', async () => {
    const desk = await openedDesk();
    desk.setNow(at('2025-06-06', '10:00'));
    value(await reply(desk, liaison));
    const first = value(await remindConsultation(desk, office, '2025-1'));
    expect(first.sent.map(({ to }) => to)).toEqual(['department:wjw', 'department:xfj']);
    desk.setNow(at('2025-06-06', '10:59'));
    const again = value(await remindConsultation(desk, office, '2025-1'));
    expect([again.sent.length, again.recent]).toEqual([0, 2]);
    desk.setNow(at('2025-06-06', '11:01'));
    expect(value(await remindConsultation(desk, office, '2025-1')).sent.length).toBe(2);
  });

  it('晚上催办，记录在案，到下一个工作日上班时发出', async () => {
    const desk = await openedDesk();
    desk.setNow(at('2025-06-06', '20:00'));
    const done = value(await remindConsultation(desk, office, '2025-1'));
    expect(done.later).toBe('2025-06-09T08:30');
    const due = async () =>
      (await pending(desk.db, desk.now(), 500)).filter(({ destination }) => destination.startsWith('reminder/')).length;
    expect(await due()).toBe(0);
    desk.setNow(at('2025-06-09', '08:30'));
    expect(await due()).toBe(3);
  });

  it('只有联席办可以催办；没有的征询说没有', async () => {
    const desk = await openedDesk();
    expect(refusal(await remindConsultation(desk, liaison, '2025-1'))).toMatchObject({ stage: 'rights' });
    expect(refusal(await remindNow(desk, liaison))).toMatchObject({ stage: 'rights' });
    expect(refusal(await remindConsultation(desk, office, '2024-9'))).toMatchObject({ stage: 'consult' });
  });
});

describe('提醒的内容', () => {
  it('写明是什么事、什么期限，带办理按钮；办完的不再提', async () => {
    const desk = await openedDesk();
    desk.setNow(at('2025-06-10', '09:00'));
    await remindDue(desk);
    const [sent] = (await reminders(desk.db)).filter(({ to }) => to === 'department:wjw');
    if (sent === undefined) throw new Error('nothing sent');
    const say = async () => remindPosts.reminder?.say(chat(desk), { to: sent.to, batch: sent.batch });
    const message = await say();
    expect(message?.summary.zh).toContain('反馈征询函 2025-1，期限 2025年6月12日');
    expect(choicesOf(message)).toEqual(['consult-joins', 'consult-agrees', 'consult-comments', 'consult-declines']);
    value(await reply(desk, otherLiaison));
    expect((await say()) ?? null).toBeNull();
  });
});

describe('主页和待办', () => {
  it('各单位看到要办的，联席办看到在等谁，没有事的说没有', async () => {
    const desk = await openedDesk();
    // 三明的通知自6月23日起施行，征询已过期限一周。
    desk.setNow(at('2025-06-24', '10:00'));
    value(await reply(desk, liaison));
    const fire = await home(chat(desk), fireLiaison);
    expect(textOf(fire)).toContain('反馈征询函 2025-1');
    expect(choicesOf(fire)).toContain('consult-agrees');
    const theirs = await home(chat(desk), liaison);
    expect(textOf(theirs)).not.toContain('反馈征询函 2025-1');
    const ours = await home(chat(desk), office);
    expect(textOf(ours)).toContain('清漪县卫生健康局、清漪县消防救援大队：反馈征询函 2025-1');
    expect(textOf(ours)).toContain('报送上半年工作小结');
    const witness = await home(chat(desk), people.witness);
    expect(textOf(witness)).toContain('目前没有要办的事项');
    expect((await todoMessage({ deps: chat(desk), actor: fireLiaison })).summary.zh).toMatch(/^要办 \d+ 项/);
  });

  it('命令用中文、英文都行，不明白的说明怎么写', async () => {
    const desk = await openedDesk();
    const asked = {
      deps: chat(desk),
      actor: office,
      user: { platform: 'test', user: 'u' },
      key: 'k',
      lang: 'zh' as const,
      place: null,
    };
    const said = async (text: string): Promise<string> => {
      const route = remind(text);
      if (route.kind === 'form') throw new Error('a form');
      const answer = await route.act(asked);
      return answer.kind === 'say' ? answer.message.summary.zh : answer.kind;
    };
    expect(await said('列表')).toBe(await said('list'));
    expect(await said('现在')).toContain('已发出提醒');
    expect(await said('now')).toContain('一小时内已提醒过');
    expect(await said('2025-1')).toContain('一小时内已提醒过');
    expect(await said('帮助')).toBe('催办：可以输入的命令');
    expect(await said('<script>')).toContain('没有“/remind <script>”这个命令');
    expect(usageMessage(commandsUsage).parts.length).toBe(3);
  });
});

describe('在消息的限度之内', () => {
  it('单位再多、名称再长，主页、提醒、列表、帮助都不超过平台的限度', async () => {
    const desk = await consultDesk();
    const long = (i: number) =>
      `清漪县第${i}综合行政执法监督管理和公共服务保障工作局（含派出机构、事业单位和受委托单位）`;
    const codes = Array.from({ length: 60 }, (_, i) => `d${i}`);
    const rows = codes.map((code, i) => [code, long(i), '成员单位', '是', '2020-01-01', '', '', '']);
    const all = csv(
      ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '加入日期', '别称', '联络员', '牵头股室'],
      ['office', '清漪县联席会议办公室', '联席会议办公室', '否', '2020-01-01', '', '', ''],
      ...rows,
    );
    value(await importList(desk, office, { bytes: all, file: 'departments.csv' }));
    value(await openConsultation(desk, office, letter({ asked: ['scjg', 'wjw', 'xfj', ...codes] })));
    desk.setNow(at('2025-06-11', '09:00'));
    const done = value(await remindNow(desk, office));
    expect(done.sent.length).toBeGreaterThan(60);
    const asked = {
      deps: chat(desk),
      actor: office,
      user: { platform: 'test', user: 'u' },
      key: 'k',
      lang: 'zh' as const,
      place: null,
    };
    const listed = await listDue(asked);
    const messages: readonly Message[] = [
      ...(listed.kind === 'say' ? [listed.message] : []),
      usageMessage(commandsUsage),
      await todoMessage(asked),
      ...(await Promise.all(
        [...new Set(done.sent.map(({ to }) => to))].slice(-3).map(async (to) => {
          const said = await remindPosts.reminder?.say(chat(desk), { to, batch: done.sent[0]?.batch ?? 0 });
          if (said === null || said === undefined) throw new Error(`nothing said to ${to}`);
          return said;
        }),
      )),
    ];
    for (const lang of ['zh', 'en'] as const) {
      for (const message of messages) expect(checkMessage(messageOf(message, lang))).toEqual([]);
      const page = await home(chat(desk), office);
      expect(checkView({ type: 'home', blocks: blocksOf(page.parts, lang, 'view') })).toEqual([]);
    }
  });
});

// Helpers

const chat = (desk: TestDesk): ChatDeps => ({ ...desk, site: 'https://mingchou.invalid' });

const textOf = ({ parts }: Message): string =>
  parts
    .flatMap((part) =>
      part.kind === 'list'
        ? part.items.map(({ zh }) => zh)
        : part.kind === 'text' || part.kind === 'heading'
          ? [part.words.zh]
          : [],
    )
    .join('\n');

const choicesOf = (message: Message | null | undefined): readonly string[] =>
  (message?.parts ?? []).flatMap((part) => (part.kind === 'choices' ? part.choices.map(({ id }) => id) : []));
