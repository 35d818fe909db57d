/** 未公开的，猜也猜不到: an anonymous visitor who tries every address gets for what is not public yet exactly what he gets for what does not exist. */
import { describe, expect, it } from 'vitest';
import { disclose } from '../../bot/verbs/draw/disclose.ts';
import { endNotices } from '../../bot/verbs/notice/end.ts';
import { withholdOutcomes } from '../../bot/verbs/notice/withhold.ts';
import { outcomeId } from '../../core/outcome/key.ts';
import { keyText } from '../../core/registry/subject.ts';
import { noticeHistory, standingNotices } from '../../db/notices.ts';
import { freshDesk, value } from '../desk.ts';
import { hands, times } from '../drawn-desk.ts';
import { publicDesk } from './public-desk.ts';
import { type Browser, browserAt } from './site.ts';

const pathOf = ({ kind, number }: { readonly kind: string; readonly number: string }) =>
  `/enterprise/${kind}/${number}`;

/** Everything that a visitor sees of an answer, and could tell two answers apart by. */
async function seen(browser: Browser, path: string): Promise<unknown> {
  const { status, text, headers } = await browser.get(path);
  return { status, text, headers: [...headers].filter(([name]) => name !== 'date') };
}

describe('before its day nothing leaves', () => {
  it('S2-31, S2-52, S4-34: outcomes, enterprises and tickets appear on their day, at its beginning here, and stay away once they end', async () => {
    const { desk, ceremony, day, subjects } = await publicDesk(3);
    const browser = browserAt(desk);
    const nobody = await seen(browser, '/enterprise/uscc/000000000000000000');
    const all = [...desk.sample.subjects, ...subjects];
    expect(nobody).toMatchObject({ status: 404 });
    for (const subject of all)
      expect([keyText(subject), await seen(browser, pathOf(subject))]).toEqual([keyText(subject), nobody]);
    // What a search says differs by the words that were searched for and by nothing else.
    const searched = async (typed: string) => {
      const { status, text } = await browser.get(`/outcomes?q=${encodeURIComponent(typed)}`);
      return [status, text.replaceAll(typed, '…')];
    };
    const nothing = await searched('查无此户');
    for (const { name, number } of subjects.slice(0, 8))
      expect([await searched(name), await searched(number)]).toEqual([nothing, nothing]);
    const task = (no: string) => seen(browser, `/outcomes?plan=${encodeURIComponent(desk.plan)}&task=${no}`);
    const noTask = await task('没有这项任务');
    for (const no of desk.tasks) expect(await task(no)).toEqual(noTask);
    const ticket = (number: string) => seen(browser, `/draws/${ceremony}/ticket?number=${number}`);
    const noTicket = await ticket('000000000000000000');
    expect(noTicket).toMatchObject({ status: 403 });
    for (const { number } of all.slice(0, 20)) expect(await ticket(number)).toEqual(noTicket);
    const pages = await Promise.all(
      ['/', '/draws', `/draws/${ceremony}`, '/plans', '/lists', '/figures', '/published'].map((path) =>
        browser.get(path),
      ),
    );
    for (const { status, text } of pages) {
      expect(status).toBe(200);
      for (const { name, number } of subjects)
        expect([text.includes(name), text.includes(number)]).toEqual([false, false]);
    }

    const eve = new Date(Date.parse(`${day}T00:00:00+08:00`) - 1).toISOString();
    const [subject] = subjects;
    if (subject === undefined) throw new Error('nobody was inspected');
    desk.setNow(eve);
    expect(await seen(browser, pathOf(subject))).toEqual(nobody);
    expect((await browser.get('/')).text).not.toContain('最新公示的检查结果');
    desk.setNow(new Date(Date.parse(`${day}T00:00:00+08:00`)).toISOString());
    const there = await browser.get(pathOf(subject));
    expect([there.status, there.text.includes(subject.name), there.text.includes('没有已公开的抽中记录')]).toEqual([
      200,
      true,
      true,
    ]);
    expect((await browser.get(`/outcomes?q=${encodeURIComponent(subject.name)}`)).text).toContain(subject.number);
    expect((await browser.get(`/outcomes?q=${subject.number}`)).text).toContain(subject.name);
    const home = (await browser.get('/')).text;
    expect(home).toContain('最新公示的检查结果');
    const published = new Set(subjects.map(({ kind, number }) => `href="/enterprise/${kind}/${number}"`));
    for (const link of home.match(/href="\/enterprise\/[^"]+"/g) ?? []) expect(published).toContain(link);
    expect(await task(desk.tasks[0] ?? '')).not.toEqual(noTask);
    expect((await browser.get(`/outcomes?plan=${encodeURIComponent(desk.plan)}&task=${desk.tasks[0]}`)).text).toMatch(
      /<h2>[^<]*抽查<\/h2>/,
    );
    // From the outcome back to its draw and plan, and forward again.
    const planPath = `/plans/${encodeURIComponent(desk.plan)}`;
    expect(there.text).toContain(`href="/draws/${ceremony}"`);
    expect((await browser.get(`/draws/${ceremony}`)).text).toContain(`href="${planPath}"`);
    const plan = await browser.get(planPath);
    expect([plan.text.includes(`href="/draws/${ceremony}"`), plan.text.includes(`task=${desk.tasks[0]}`)]).toEqual([
      true,
      true,
    ]);
    // Others of the roster are as absent as before.
    const named = new Set(subjects.map(keyText));
    for (const other of desk.sample.subjects.filter((each) => !named.has(keyText(each))).slice(0, 40))
      expect(await seen(browser, pathOf(other))).toEqual(nobody);

    // Kept back, or ended: gone for the public, kept in the ledger.
    const own = (await standingNotices(desk.db, { subject })).map(outcomeId);
    value(
      await endNotices(desk, hands.liaison, {
        outcomes: own,
        why: 'repaired',
        words: '信用修复决定〔2025〕1号',
        day: '',
      }),
    );
    expect(await seen(browser, pathOf(subject))).toEqual(nobody);
    const [key] = await standingNotices(desk.db, { subject });
    expect(key === undefined ? [] : (await noticeHistory(desk.db, key)).map(({ state }) => state)).toEqual([
      'public',
      'ended',
    ]);

    desk.setNow(times.disclosed);
    value(await disclose(desk, hands.drafter, ceremony));
    const drawn = await browser.get(pathOf(subject));
    expect([
      drawn.status,
      drawn.text.includes('没有公示中的检查结果'),
      drawn.text.includes(`href="/draws/${ceremony}"`),
    ]).toEqual([200, true, true]);
    const own2 = await browser.get(`/draws/${ceremony}/ticket?number=${subject.number}`);
    expect([own2.status, /抽中/.test(own2.text), own2.text.includes('该类共抽取')]).toEqual([200, true, true]);
    expect((await browser.get(`/draws/${ceremony}/ticket?number=000000000000000000`)).text).toContain('不');
  }, 60_000);

  it('S2-53: what is kept back for a trade secret or privacy is not there, and what is kept back in part shows that much and no more', async () => {
    const { desk, subjects } = await publicDesk(0);
    const browser = browserAt(desk);
    const nobody = await seen(browser, '/enterprise/uscc/000000000000000000');
    const [whole, partly] = [...new Map(subjects.map((each) => [keyText(each), each])).values()];
    if (whole === undefined || partly === undefined) throw new Error('too few were inspected');
    const keep = async (subject: typeof whole, parts: Parameters<typeof withholdOutcomes>[2]['parts']) => {
      const outcomes = (await standingNotices(desk.db, { subject })).map(outcomeId);
      value(
        await withholdOutcomes(desk, hands.head, {
          outcomes,
          parts,
          ground: 'trade-secret',
          words: '检查情况涉及该企业未公开的产品配方',
          until: '',
        }),
      );
    };
    await keep(whole, ['whole']);
    expect(await seen(browser, pathOf(whole))).toEqual(nobody);
    await keep(partly, ['subject']);
    expect(await seen(browser, pathOf(partly))).toEqual(nobody);
    const listed = await Promise.all(
      desk.tasks.map((no) => browser.get(`/outcomes?plan=${encodeURIComponent(desk.plan)}&task=${no}`)),
    );
    const text = listed.map((each) => each.text).join('');
    expect([text.includes(partly.name), text.includes(whole.name), text.includes('名称依法不予公开')]).toEqual([
      false,
      false,
      true,
    ]);
  }, 60_000);

  it('pages are kept for a minute on the way, answers to those who are refused never', async () => {
    const browser = browserAt(await freshDesk([]));
    const { headers } = await browser.get('/outcomes');
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['public, max-age=60', expect.any(String)]);
    expect((await browser.get('/plans/x')).headers.get('cache-control')).toBe('no-store');
    expect((await browser.get('/voice')).headers.get('cache-control')).toBe('no-store');
  });
});
