/** 群众反映: a citizen writes at the public page, whoever it is for answers in the chat, and the citizen reads the answer with number and code. */
import { anonymous, valuesOf } from '../../browser.ts';
import { must, NotSo } from '../told.ts';
import type { Act } from '../year.ts';

export const citizenWrites =
  (about: 'feedback' | 'complaint' | 'objection' | 'about-inspector', text: string): Act =>
  async (year) => {
    const browser = anonymous(year);
    const [mark = ''] = valuesOf(await browser.get('/voice'), 'mark');
    const said = await browser.post('/voice', [
      ...([
        ['about', about],
        ['text', text],
        ['contact', ''],
        ['reference', ''],
        ['mark', mark],
      ] as const),
    ]);
    const number = /受理编号[^\d]*(\d+)/.exec(said)?.[1];
    const code = /查询码[^A-Za-z0-9]*(?:Code)?\s*([A-Z0-9][A-Z0-9-]{6,})/.exec(said)?.[1];
    if (number === undefined || code === undefined) throw new NotSo('群众反映的回执', said);
    year.kept.set(`voice/${about}`, { number, code });
    year.say.did(year.now(), '一位市民', `在公开网页上反映：${text}（网页）`, `受理编号 ${number}`);
  };

/** @param title who answers: the office, or for an inspector the discipline body alone */
export const voiceAnswered =
  (title: string, where: string, about: string, text: string): Act =>
  async (year) => {
    const person = year.driver.user(title).in(where);
    const listed = await person.command('/voice');
    must('群众反映', listed, '号：');
    await person.press('答复');
    const shown = await person.fill({ 答复内容: text }).submit();
    await person.close();
    year.say.did(
      year.now(),
      title,
      `答复群众反映（${where === '明抽' ? '私聊' : '群，仅本人可见'}）`,
      must('答复', shown, '已答复'),
    );
    const held = year.kept.get(`voice/${about}`);
    if (typeof held !== 'object' || held === null || !('number' in held) || !('code' in held)) return;
    const fields = [
      ['number', String(held.number)],
      ['code', String(held.code)],
    ] as const;
    const read = await anonymous(year).post('/voice/answer', fields);
    if (!read.includes(text)) throw new NotSo('市民查询答复', read);
    year.say.did(year.now(), '一位市民', '凭受理编号和查询码查看答复（网页）', text);
  };
