/** What is said about inspectors, attacked from the side: lists of what is due, reminders by hand, leads of other departments, terminals. */
import { describe, expect, it } from 'vitest';
import { home } from '../../bot/chat/home.ts';
import { run } from '../../bot/cli/program.ts';
import type { Terminal } from '../../bot/cli/terminal.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import { person } from '../../bot/practice/people.ts';
import { remindNow } from '../../bot/verbs/remind/remind.ts';
import { receiveVoice } from '../../bot/verbs/voice/receive.ts';
import { referMisconduct } from '../../bot/verbs/voice/refer-misconduct.ts';
import { chatDeps, said, type, zh } from '../chat/acting.ts';
import { facts, freshDesk, people, refusal, value } from '../desk.ts';

const discipline = person('d1', '纪检接收人', 'jw', ['discipline']);
const head = person('h9', '文旅局分管负责人', 'wl', ['head']);

const sent = (about: string, text: string) => ({ about, text, contact: '', reference: '', mark: 'c'.repeat(32) });

describe('a complaint about an inspector', () => {
  it('stands in no list that the office can call up, and is not reminded of by its hand', async () => {
    const desk = await freshDesk([...Object.values(people), discipline, head]);
    value(await receiveVoice(desk, sent('about-inspector', '检查人员索要财物')));
    desk.setNow('2025-04-15T02:00:00.000Z');
    for (const told of [
      said(await type(desk, people.office, 'remind', '列表')),
      zh(await home(chatDeps(desk), people.office)),
      zh(await home(chatDeps(desk), people.head)),
    ]) {
      expect(told).not.toContain('群众反映');
      expect(told).not.toContain(discipline.name);
    }
    expect(value(await remindNow(desk, people.office)).sent).toEqual([]);
    expect((await facts(desk)).some(({ kind }) => kind === 'reminder-sent')).toBe(false);
    expect(zh(await home(chatDeps(desk), discipline))).toContain('群众反映');
  });

  it('a head refers what concerns his own department, and no other’s; a department that is none is refused', async () => {
    const desk = await freshDesk([...Object.values(people), discipline, head]);
    expect(refusal(await referMisconduct(desk, head, { department: 'nowhere', words: '线索' }))).toMatchObject({
      why: { reason: 'no-such-department' },
    });
    expect(
      refusal(await referMisconduct(desk, people.office, { department: '局'.repeat(60_000), words: '线索' })),
    ).toMatchObject({ why: { reason: 'no-such-department' } });
    value(await referMisconduct(desk, head, { department: '', words: '线索' }));
    expect((await facts(desk)).find(({ kind }) => kind === 'misconduct-referred')?.body).toMatchObject({
      department: 'wl',
    });
  });

  it('words of strangers do not steer the terminal that shows them', async () => {
    const desk = await freshDesk([...Object.values(people), discipline]);
    value(await receiveVoice(desk, sent('feedback', '第一行\n\u001b]0;已办结\u0007\u001b[2J第二行\ud800')));
    const { terminal, printed } = terminalAt(desk);
    await run(['voice', 'list', '--as', people.office.person], terminal);
    expect(printed()).toContain('第二行');
    expect(printed()).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('a day or a number that is none is told in words before any desk is opened, and no program text is shown', async () => {
    const desk = await freshDesk([]);
    for (const [typed, told] of [
      [['risk', 'record', '省平台', '异常', 'scjg', '2025-02-30', '--as', 'o1'], '2025-02-30'],
      [['recheck', 'list', '一号'], '应为整数'],
      [['problem', 'solve', '1e9', '已办', '--as', 'o1'], '应为整数'],
    ] as const) {
      const { terminal, printed } = terminalAt(desk);
      await run([...typed], terminal);
      expect(printed()).toContain(told);
    }
  });
});

function terminalAt(desk: Desk): { readonly terminal: Terminal; readonly printed: () => string } {
  let out = '';
  const terminal: Terminal = {
    print: (_, text) => {
      out += text;
    },
    isWatched: false,
    env: {},
    openDesk: async () => ({ ...desk, close: () => undefined }),
    end: () => undefined,
  };
  return { terminal, printed: () => out };
}
