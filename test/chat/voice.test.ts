/** 群众反映: read and answered by whom it is for; what is about an inspector never comes near a channel. */
import { describe, expect, it } from 'vitest';
import { person } from '../../bot/practice/people.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { answerOf } from '../../bot/verbs/voice/answer-of.ts';
import { answerVoice } from '../../bot/verbs/voice/answer-voice.ts';
import { receiveVoice } from '../../bot/verbs/voice/receive.ts';
import { freshDesk, people, type TestDesk, value } from '../desk.ts';
import { button, errorsOf, fill, formOf, post, press, said, standing, type, zh } from './acting.ts';

const discipline = person('d1', '纪检接收人', 'jw', ['discipline']);
const head = person('h9', '文旅局分管负责人', 'wl', ['head']);
const mark = (digit: string) => digit.repeat(32);

async function desk(): Promise<TestDesk> {
  return freshDesk([...Object.values(people), discipline, head]);
}

const sent = (about: string, text: string, digit: string) => ({
  about,
  text,
  contact: '',
  reference: '',
  mark: mark(digit),
});

describe('what the public says', () => {
  it('S3-70: a question reaches the office as a count, is answered, and the answer is read by whoever holds the receipt', async () => {
    const here = await desk();
    const receipt = value(await receiveVoice(here, sent('feedback', '抽查名单什么时候公布？', 'a')));
    const shown = (await post(here, 'voices')).message;
    expect(zh(shown)).toContain('群众反映 1 件，待答复 1 件');
    expect(zh(shown)).not.toContain('抽查名单');
    expect(
      (await owedNow(here, false)).owed.some(({ matter, by }) => matter.kind === 'voices' && by === 'office'),
    ).toBe(true);
    const list = await press(here, people.office, button(shown, 'voice-list'));
    expect(said(list)).toContain('抽查名单什么时候公布？');
    if (list.kind !== 'say') throw new Error('nothing shown');
    const answering = button(list.message, 'voice-answer');
    const read = await type(here, discipline, 'voice', '');
    expect(said(read)).toContain('由联席办办理和答复');
    if (read.kind !== 'say') throw new Error('nothing shown');
    expect(() => button(read.message, 'voice-answer')).toThrow();
    expect(said(await press(here, discipline, answering))).toContain('无权答复群众反映');
    expect(await answerVoice(here, discipline, { voice: receipt.number, text: '请等候。' })).toMatchObject({
      ok: false,
    });
    const form = formOf(await press(here, people.office, answering));
    expect(errorsOf(await fill(here, people.office, form, { text: ' ' })).text).toContain('请填写内容');
    expect(said(await fill(here, people.office, form, { text: '每次抽取开签后公布。' }))).toContain('已答复');
    const told = value(await answerOf(here, { number: String(receipt.number), code: receipt.code }));
    expect(told.answers.map(({ text }) => text)).toEqual(['每次抽取开签后公布。']);
    expect((await owedNow(here, false)).owed.some(({ matter }) => matter.kind === 'voices')).toBe(false);
  });

  it('S0-78: a complaint about an inspector reaches the discipline body’s own post alone; the office does not learn of it', async () => {
    const here = await desk();
    const receipt = value(await receiveVoice(here, sent('about-inspector', '检查人员态度生硬', 'b')));
    const slots = (await standing(here)).map(({ slot }) => slot);
    expect(slots).toContain('voices-discipline/d1');
    expect(slots).not.toContain('voices');
    for (const { message } of await standing(here)) expect(zh(message)).not.toContain('态度生硬');
    expect(said(await type(here, people.office, 'voice', '查看'))).toContain('没有群众反映');
    const list = await type(here, discipline, 'voice', '');
    expect(said(list)).toContain('检查人员态度生硬');
    if (list.kind !== 'say') throw new Error('nothing shown');
    const choice = button(list.message, 'voice-answer');
    expect(said(await press(here, people.office, choice))).toContain(`没有您可以办理的第 ${receipt.number} 号`);
    expect(said(await type(here, head, 'voice', '查看'))).toContain('无权答复群众反映');
    expect(
      said(await fill(here, discipline, formOf(await press(here, discipline, choice)), { text: '已核实并批评教育。' })),
    ).toContain('已答复');
  });

  it('S0-78: a lead is referred, signed for and handled; nobody else reads it', async () => {
    const here = await desk();
    const form = formOf(await type(here, head, 'voice', '移送'));
    expect(said(await fill(here, head, form, { department: 'wl', words: '检查人员接受宴请' }))).toMatch(
      /线索已移送，编号 \d+/,
    );
    const shown = (await post(here, 'voices-discipline/d1')).message;
    expect(zh(shown)).not.toContain('宴请');
    const list = await press(here, discipline, button(shown, 'lead-list'));
    expect(said(list)).toContain('检查人员接受宴请');
    if (list.kind !== 'say') throw new Error('nothing shown');
    expect(said(await press(here, discipline, button(list.message, 'lead-receive')))).toContain('已签收');
    const handle = formOf(await press(here, discipline, button(list.message, 'lead-handle')));
    expect(said(await fill(here, discipline, handle, { words: '已立案' }))).toContain('已登记');
    expect(said(await press(here, people.office, { id: 'lead-list', about: '' }))).toContain('没有移送的线索');
    expect(said(await press(here, head, { id: 'lead-list', about: '' }))).toContain('已立案');
    expect(said(await press(here, people.liaison, button(list.message, 'lead-receive')))).toContain(
      '无权登记违纪线索办理',
    );
  });

  it('where nobody of the discipline body is on the roll a lead is not taken, and the reason is told', async () => {
    const here = await freshDesk([...Object.values(people), head]);
    const form = formOf(await type(here, head, 'voice', '移送'));
    expect(said(await fill(here, head, form, { department: '', words: '线索' }))).toContain('尚未登记纪检接收人员');
  });
});
