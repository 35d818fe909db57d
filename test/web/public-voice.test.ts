/** 意见反馈: anybody may speak without an account; of an inspector only the discipline body hears. */
import { describe, expect, it } from 'vitest';
import { person } from '../../bot/practice/people.ts';
import { voicesFor } from '../../bot/verbs/voice/voices-for.ts';
import { createApp } from '../../bot/web/app.ts';
import { ok } from '../../core/result.ts';
import { commit } from '../../db/commit.ts';
import { dossierRows } from '../../db/dossier.ts';
import { facts, freshDesk, people, type TestDesk, value } from '../desk.ts';
import { type Browser, browserAt, signedInAs, site } from './site.ts';

const discipline = person('d9', '纪检接收人', 'jw', ['discipline']);

async function windowDesk(): Promise<{ desk: TestDesk; browser: Browser }> {
  const desk = await freshDesk([people.liaison, people.head, people.supervisor, discipline]);
  return { desk, browser: browserAt(desk) };
}

const markIn = (html: string): string => /name="mark" value="([0-9a-f]{32})"/.exec(html)?.[1] ?? '';

/** What the form sends, on a page that was just opened. */
async function say(browser: Browser, fields: Readonly<Record<string, string>>) {
  const mark = markIn((await browser.get('/voice')).text);
  // No origin: browsers of some years ago name none.
  return browser.post('/voice', { about: 'feedback', text: '', reference: '', contact: '', mark, ...fields }, {});
}

function receiptIn(html: string): { readonly number: string; readonly code: string } {
  const [number = '', code = ''] = [...html.matchAll(/<b class="hex">([^<]+)<\/b>/g)].map(([, shown]) => shown);
  return { number, code };
}

const outbox = async (desk: TestDesk): Promise<readonly string[]> =>
  (await desk.db.read('select destination from outbox order by id')).map(({ destination }) => String(destination));

describe('what the public sends', () => {
  it('is received without an account, signed by nobody, with a number and a code that show the answer', async () => {
    const { desk, browser } = await windowDesk();
    const sent = await say(browser, {
      about: 'complaint',
      text: '某店检查后仍在使用过期原料',
      reference: '1-0001',
      contact: 'a@example.invalid',
    });
    const { number, code } = receiptIn(sent.text);
    expect([sent.status, code]).toEqual([200, expect.stringMatching(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)]);
    const last = (await facts(desk)).at(-1);
    expect(last).toMatchObject({
      kind: 'voice-received',
      actor: 'system:public',
      body: { about: 'complaint', text: '某店检查后仍在使用过期原料' },
    });
    expect(JSON.stringify(last)).not.toContain(code);
    const waiting = await browser.post('/voice/answer', { number, code: code.toLowerCase().replaceAll('-', ' ') }, {});
    expect([waiting.status, waiting.text.includes('尚无答复')]).toEqual([200, true]);

    const answer = {
      kind: 'voice-answered',
      actor: 'person:o1',
      body: { voice: Number(number), text: '已派员复查，结果将公示' },
    } as const;
    value(
      await commit<null, never>(desk.db, desk, async (at) =>
        ok({ facts: [answer], rows: [...dossierRows([answer], at.seq)], value: null }),
      ),
    );
    expect((await browser.post('/voice/answer', { number, code }, {})).text).toContain('已派员复查，结果将公示');
  });

  it('shows its answer to nobody who has not both; a wrong code and a number that was never given are the same', async () => {
    const { browser } = await windowDesk();
    const { number, code } = receiptIn((await say(browser, { text: '建议公布检查标准' })).text);
    const tries = [
      { number, code: code.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')) },
      { number, code: '' },
      { number: '999999', code },
      { number: '1', code },
      { number: `${number}e0`, code },
    ];
    const answers = await Promise.all(tries.map((each) => browser.post('/voice/answer', each, {})));
    for (const [i, { status, text }] of answers.entries()) {
      expect([status, text.includes('没有与此受理编号和查询码相符的反映'), text.includes('建议')]).toEqual([
        422,
        true,
        false,
      ]);
      expect(text.replace(`value="${tries[i]?.number}"`, '')).toBe(answers[0]?.text.replace(`value="${number}"`, ''));
    }
  });

  it('sent twice by one press is received once; other words are another message', async () => {
    const { desk, browser } = await windowDesk();
    const mark = markIn((await browser.get('/voice')).text);
    const form = { about: 'feedback', text: '窗口指引不清', reference: '', contact: '', mark };
    const [first, again] = [await browser.post('/voice', form, {}), await browser.post('/voice', form, {})];
    expect(receiptIn(again.text)).toEqual(receiptIn(first.text));
    const other = receiptIn((await browser.post('/voice', { ...form, text: '窗口指引不清，请补充' }, {})).text);
    expect(other.number).not.toBe(receiptIn(first.text).number);
    expect(other.code).not.toBe(receiptIn(first.text).code);
    expect((await facts(desk)).filter(({ kind }) => kind === 'voice-received')).toHaveLength(2);
  });

  it('is refused in words where it is empty, too long, about nothing or from an old page; what was written is given back', async () => {
    const { desk, browser } = await windowDesk();
    const refused: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
      [{ text: '  ' }, '请填写内容'],
      [{ text: '长'.repeat(2001) }, '现有 2001 字，最多 2000 字'],
      [{ text: '短', contact: '9'.repeat(201) }, '最多 200 字'],
      [{ text: '短', about: 'other' }, '请选择反映的类别'],
      [{ text: '短', mark: 'x' }, '页面已失效'],
    ];
    for (const [fields, words] of refused) {
      const { status, text } = await say(browser, fields);
      expect([status, words, text.includes(words)]).toEqual([422, words, true]);
    }
    const crooked = await say(browser, { text: '</textarea><script>alert(1)</script>', about: '' });
    expect(crooked.text).toContain('&lt;/textarea&gt;&lt;script&gt;');
    expect((await say(browser, { text: '大'.repeat(20_000) })).status).toBe(413);
    expect((await facts(desk)).filter(({ kind }) => kind === 'voice-received')).toEqual([]);
  });

  it('comes in only so often from one address; others are not held up', async () => {
    const { desk } = await windowDesk();
    const app = createApp({ ...desk, site });
    const send = (from: string) =>
      app.request(`${site}/voice`, {
        method: 'POST',
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', 'cf-connecting-ip': from },
        body: 'about=feedback&text=&mark=',
      });
    const answers: number[] = [];
    for (let i = 0; i < 12; i += 1) answers.push((await send('192.0.2.1')).status);
    expect(answers).toEqual([...Array(10).fill(422), 429, 429]);
    const late = await send('192.0.2.1');
    expect([Number(late.headers.get('retry-after')) > 0, (await late.text()).includes('过于频繁')]).toEqual([
      true,
      true,
    ]);
    expect((await send('192.0.2.2')).status).toBe(422);
  });
});

describe('what is said about an inspector', () => {
  it('is read by the discipline body alone, is posted in no thread, and is filed under nothing that others open', async () => {
    const { desk, browser } = await windowDesk();
    const before = await outbox(desk);
    const words = '检查人员索要好处';
    const sent = await say(browser, { about: 'about-inspector', text: words, reference: 'scjg-0001' });
    expect(sent.status).toBe(200);
    await say(browser, { about: 'feedback', text: '普通建议' });
    // Counts, to the office for what is its own and privately to the discipline body for the rest.
    expect((await outbox(desk)).slice(before.length)).toEqual(expect.arrayContaining(['voices']));
    for (const to of (await outbox(desk)).slice(before.length)) expect(to).toMatch(/^voices(-discipline\/[a-z0-9]+)?$/);
    const read = async (actor: Parameters<typeof voicesFor>[1]) =>
      value(await voicesFor(desk, actor)).map(({ text }) => text);
    expect(await read(discipline)).toEqual(['普通建议', words]);
    expect(await read(people.office)).toEqual(['普通建议']);
    for (const actor of [people.liaison, people.head, people.supervisor])
      expect(await voicesFor(desk, actor)).toMatchObject({ ok: false, error: { stage: 'rights' } });
    const matters = await desk.db.read('select distinct matter from dossier');
    expect(matters.map(({ matter }) => matter)).toEqual(['voice']);

    expect((await browser.get('/voices')).status).toBe(401);
    expect((await (await signedInAs(desk, people.liaison)).get('/voices')).status).toBe(403);
    const office = await (await signedInAs(desk, people.office)).get('/voices');
    expect([office.text.includes(words), office.text.includes('普通建议')]).toEqual([false, true]);
    expect((await (await signedInAs(desk, discipline)).get('/voices')).text).toContain(words);
  });
});
