import { describe, expect, it } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import type { Answer, Asked, ChatDeps, Knock } from '../../bot/chat/door.ts';
import { mingchouWords } from '../../bot/chat/people/command.ts';
import { readerOf } from '../../bot/chat/subcommand.ts';
import { choices, commands, forms } from '../../bot/chat/table.ts';
import type { Values } from '../../bot/message/form.ts';
import type { Message } from '../../bot/message/message.ts';
import { linkForPerson } from '../../bot/verbs/chat/link-chat.ts';
import { signInOf } from '../../bot/verbs/chat/sign-in.ts';
import { actorOfChat } from '../../bot/verbs/chat/who.ts';
import { actorOf } from '../../bot/verbs/people/roll.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { channelOf } from '../../db/chat.ts';
import { facts, freshDesk, people, type TestDesk, value } from '../desk.ts';
import { departmentsCsv } from './make.ts';

const site = 'https://mingchou.invalid';
const { office, liaison, head } = people;

/** Somebody at a chat: what is typed, pressed and filled there, whatever the platform. */
function seat(desk: TestDesk, user: string, channel = '') {
  const deps: ChatDeps = { ...desk, site };
  const knock: Knock = { deps, user: { platform: 'slack', user }, key: user, lang: 'zh' };
  const asked = async (): Promise<Asked> => {
    const actor = await actorOfChat(desk, knock.user);
    if (actor === null) throw new Error(`${user} is not linked`);
    return { ...knock, actor, place: null, channel };
  };
  const types = async (text: string): Promise<Answer> => {
    const route = commands.get('mingchou')?.(text);
    if (route === undefined) throw new Error('no command');
    if (route.kind === 'open') return route.act(knock);
    return route.kind === 'act' ? route.act(await asked()) : opens(route.form);
  };
  const opens = async (name: string): Promise<Answer> => {
    const opened = await forms.get(name)?.open(await asked(), '');
    if (opened === undefined) throw new Error(`no form ${name}`);
    return 'form' in opened ? { kind: 'form', form: opened.form } : { kind: 'say', message: opened.message };
  };
  return {
    types,
    presses: async (id: string, about: string): Promise<Answer> => {
      const choice = choices.get(id);
      if (choice?.kind !== 'act') throw new Error(`no choice ${id}`);
      return choice.act(await asked(), about);
    },
    fills: async (name: string, values: Values): Promise<Answer> => {
      const form = forms.get(name);
      if (form === undefined) throw new Error(`no form ${name}`);
      return form.submit(await asked(), '', values);
    },
  };
}

const messageOf = (answer: Answer): Message => {
  if (answer.kind !== 'say') throw new Error(`not said: ${JSON.stringify(answer)}`);
  return answer.message;
};
const zh = (answer: Answer): string => messageOf(answer).summary.zh;
const codeIn = (answer: Answer): string => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(zh(answer))?.[0] ?? '';

/** A desk whose office is linked already, as after its first `people link`. */
async function linkedDesk(enrolled: readonly Actor[] = [liaison, head]): Promise<TestDesk> {
  const desk = await freshDesk(enrolled);
  value(await linkForPerson(desk, office, { platform: 'slack', user: 'UOFFICE' }, office.person));
  value(await importList(desk, office, { bytes: departmentsCsv, file: '成员单位.csv' }));
  return desk;
}

describe('what is typed after /mingchou', () => {
  const readSubcommand = readerOf(mingchouWords);

  it.each([
    ['绑定ABCD-EFGH-JKMN-PQRS', 'link', 'ABCD-EFGH-JKMN-PQRS'],
    ['绑定：ABCD EFGH', 'link', 'ABCD EFGH'],
    ['LINK abcd', 'link', 'abcd'],
    ['邀请黄清', 'invite', '黄清'],
    ['invite  l1 ', 'invite', 'l1'],
    ['频道市场监督管理局', 'channel', '市场监督管理局'],
    ['解除绑定', 'unlink', ''],
    ['我是谁', 'whoami', ''],
    ['　登录　', 'web', ''],
  ] as const)('“%s” is read as %s', (typed, subcommand, rest) => {
    expect(readSubcommand(typed)).toEqual({ subcommand, rest });
  });

  it.each(['', '/mingchou 帮助', '@mingchou help', '？'])('“%s” is a call for help', async (typed) => {
    const answer = await seat(await linkedDesk(), 'USTRANGER').types(typed);
    expect(zh(answer)).toBe('明抽：可以输入的命令');
  });

  it.each(['linked', 'webcam', '你好', 'invited l1', '= cmd|'])(
    '“%s” is none of ours, and help is shown',
    async (typed) => {
      expect(readSubcommand(typed)).toBeNull();
      const desk = await linkedDesk();
      const answer = await seat(desk, 'USTRANGER').types(typed);
      expect(zh(answer)).toContain('没有');
      expect(JSON.stringify(messageOf(answer).parts)).toContain('绑定');
    },
  );
});

describe('from the first letter of invitation to a linked account', () => {
  it('the office enrols in a form, issues a code by the button, and the person links by it', async () => {
    const desk = await linkedDesk([]);
    const chair = seat(desk, 'UOFFICE');
    const filled = await chair.fills('people-enrol', {
      person: 'l5',
      name: '秦岚',
      department: '清漪县卫生健康局',
      roles: ['liaison', 'outcome-reviewer'],
      witness: '',
      inspector: '',
    });
    expect(zh(filled)).toBe('已登记秦岚（l5）。');
    expect(await actorOf(desk, 'l5')).toMatchObject({ department: 'wjw', roles: ['liaison', 'outcome-reviewer'] });
    const code = codeIn(await chair.presses('people-invite-one', 'l5'));
    const own = seat(desk, 'UQIN');
    expect(zh(await own.types(`绑定${code}`))).toContain('您是秦岚（l5）');
    expect(zh(await own.types('我是谁'))).toBe('您是秦岚（l5）。');
    expect(JSON.stringify(await facts(desk))).not.toContain(code);
  });

  it('a name that only one person has is enough to invite by; one that is shared, or nobody’s, is not', async () => {
    const twin = { ...liaison, person: 'l8', name: '同名' };
    const desk = await linkedDesk([liaison, twin, { ...twin, person: 'l9' }]);
    const chair = seat(desk, 'UOFFICE');
    expect(codeIn(await chair.types('邀请 黄清'))).not.toBe('');
    expect(zh(await chair.types('邀请 同名'))).toContain('人员名册中没有 同名');
    expect(zh(await chair.types('邀请 无此人'))).toContain('人员名册中没有');
  });

  it('errors stand at their fields, and nothing is enrolled', async () => {
    const desk = await linkedDesk([]);
    const chair = seat(desk, 'UOFFICE');
    const good = { person: 'x1', name: '某某', department: 'scjg', roles: ['liaison'], witness: '', inspector: '' };
    const errorsOf = async (changes: Values) => {
      const answer = await chair.fills('people-enrol', { ...good, ...changes });
      return answer.kind === 'errors' ? Object.keys(answer.errors) : [answer.kind];
    };
    expect(await errorsOf({ person: '0' })).toEqual(['person']);
    expect(await errorsOf({ name: '' })).toEqual(['name']);
    expect(await errorsOf({ department: '气象局' })).toEqual(['department']);
    expect(await errorsOf({ department: '' })).toEqual(['department']);
    expect(await errorsOf({ roles: [] })).toEqual(['roles']);
    expect(await errorsOf({ roles: ['emperor'] })).toEqual(['roles']);
    expect(await errorsOf({ roles: ['office', 'witness'], witness: 'deputy' })).toEqual(['roles']);
    expect(await errorsOf({ roles: ['witness'] })).toEqual(['witness']);
    expect(await errorsOf({ roles: ['inspector'] })).toEqual(['inspector']);
    expect(await actorOf(desk, 'x1')).toBeNull();
  });

  it('nobody but the office sees those forms or does those acts, whatever is pressed or posted', async () => {
    const desk = await linkedDesk();
    const chair = seat(desk, 'UOFFICE');
    const own = seat(desk, 'ULIAISON', 'C1');
    await own.types(`link ${codeIn(await chair.types('邀请 l1'))}`);
    for (const typed of ['登记', '邀请', '邀请 h1', '注销 h1', '频道 scjg']) {
      const answer = await own.types(typed);
      expect([typed, zh(answer)]).toEqual([typed, expect.stringContaining('无权')]);
    }
    expect(zh(await own.presses('people-dismiss', 'h1'))).toContain('无权');
    expect(zh(await own.fills('people-invite', { person: 'h1' }))).toContain('无权');
    expect(await actorOf(desk, 'h1')).not.toBeNull();
  });
});

describe('the rest of the chapter', () => {
  it('a channel is named in the channel itself', async () => {
    const desk = await linkedDesk();
    expect(zh(await seat(desk, 'UOFFICE').types('频道 联席办'))).toContain('请在要指定的频道');
    expect(zh(await seat(desk, 'UOFFICE', 'C0OFFICE').types('频道 联席办'))).toContain('本频道现为');
    expect(zh(await seat(desk, 'UOFFICE', 'C0SCJG').types('频道清漪县市场监督管理局'))).toContain(
      '清漪县市场监督管理局',
    );
    expect(await channelOf(desk.db, 'slack', 'department:scjg')).toBe('C0SCJG');
    expect(zh(await seat(desk, 'UOFFICE', 'C1').types('频道'))).toContain('请写明单位');
  });

  it('帮助 is for everybody, 待办 says what the one who asks owes', async () => {
    const desk = await linkedDesk();
    expect(JSON.stringify(messageOf(await seat(desk, 'USTRANGER').types('帮助')).parts)).toContain('绑定 <邀请码>');
    expect(zh(await seat(desk, 'UOFFICE').types('待办'))).toMatch(/待办|办理|没有/);
  });

  it('登录 gives a private link of the own person', async () => {
    const desk = await linkedDesk();
    const answer = await seat(desk, 'UOFFICE').types('登录');
    const link = messageOf(answer).parts.find((part) => part.kind === 'link');
    const code = link?.kind === 'link' ? link.url.slice(`${site}/in/`.length) : '';
    expect(value(await signInOf(desk, code))).toMatchObject({ person: 'o1' });
    const further = await seat(desk, 'UOFFICE').presses('people-web', '/witness/3');
    expect(JSON.stringify(messageOf(further).parts)).toContain('?to=/witness/3');
  });

  it('unlinking and dismissing are asked first, and done by the button', async () => {
    const desk = await linkedDesk();
    const chair = seat(desk, 'UOFFICE');
    const own = seat(desk, 'ULIAISON');
    await own.types(`绑定 ${codeIn(await chair.types('邀请 l1'))}`);
    expect(zh(await own.types('解绑'))).toContain('确认解除');
    expect(await actorOfChat(desk, { platform: 'slack', user: 'ULIAISON' })).not.toBeNull();
    await own.presses('people-unlink', '');
    expect(await actorOfChat(desk, { platform: 'slack', user: 'ULIAISON' })).toBeNull();
    expect(zh(await chair.types('注销 l1'))).toContain('确认注销黄清');
    expect(await actorOf(desk, 'l1')).not.toBeNull();
    await chair.presses('people-dismiss', 'l1');
    expect(await actorOf(desk, 'l1')).toBeNull();
    expect(zh(await chair.types('注销 o1'))).toContain('确认注销');
    expect(zh(await chair.presses('people-dismiss', 'o1'))).toContain('最后一名');
  });

  it('the office unlinks another’s account by its mention', async () => {
    const desk = await linkedDesk();
    const chair = seat(desk, 'UOFFICE');
    await seat(desk, 'ULIAISON').types(`绑定 ${codeIn(await chair.types('邀请 l1'))}`);
    expect(zh(await chair.types('解绑 <@ULIAISON|huang>'))).toBe('已解除绑定（l1）。');
  });
});
