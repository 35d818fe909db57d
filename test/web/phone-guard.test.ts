/** Who reads and writes the form on the phone, and what becomes of what was typed. */
import { describe, expect, it } from 'vitest';
import { outcomeBook } from '../../bot/verbs/outcome/book.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { standingOutcomes } from '../../db/outcomes.ts';
import { value } from '../desk.ts';
import { hands } from '../drawn-desk.ts';
import { handedDesk, manned } from '../verbs/outcome/entered-desk.ts';
import { browserAt, signedInAs } from './site.ts';

describe('the form on the phone', () => {
  it('is for those who go there; what was typed comes back with every error, and is never lost or doubled', async () => {
    const { desk, ref, rows, inspector } = await handedDesk();
    const book = value(await outcomeBook(desk, ref.book));
    const [row] = manned(rows);
    const [, visit = '', , item = ''] = (row?.id ?? '').split('/');
    const path = `/visits/${ref.book}/${visit}`;
    const sent = book.visits.get(Number(visit))?.bodies.find(({ department }) => department === 'scjg')?.sent ?? [];

    const stranger = browserAt(desk);
    expect((await stranger.get('/visits')).status).toBe(401);
    expect((await stranger.get(path)).status).toBe(401);
    const kept = await stranger.post(`${path}/enter`, { finding: '<b>写了很久</b>' });
    expect([kept.status, kept.text.includes('&lt;b&gt;写了很久&lt;/b&gt;')]).toEqual([403, true]);
    const witness = await signedInAs(desk, hands.deputy);
    expect((await witness.get(path)).status).toBe(403);
    const office = await signedInAs(desk, hands.drafter);
    expect((await office.get(path)).text).not.toContain('录入本单位');
    expect((await office.post(`${path}/enter`, { items: item })).status).toBe(303);

    const liaison = await signedInAs(desk, hands.liaison);
    const foreign = await liaison.post(`${path}/enter`, { items: item }, { origin: 'http://x.invalid' });
    expect(foreign.status).toBe(403);
    const typed = {
      ...{ items: item, code: 'food-drug', checkedOn: book.window.from, methods: 'on-site', seen: '0' },
      ...{ finding: '"><script>alert(1)</script>', remark: '一次写完' },
    };
    const wrong = await liaison.post(`${path}/enter`, typed);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('&quot;&gt;&lt;script&gt;');
    expect(wrong.text).toContain('一次写完');
    expect(wrong.text).toMatch(/id="handling-error"[\s\S]*应选择后续处置措施/);
    expect(wrong.text).toMatch(/id="inspectors-error"/);
    expect((await liaison.post(`${path}/enter`, { ...typed, finding: 'x'.repeat(300_000) })).status).toBe(413);
    const [officer] = sent;
    expect(officer).toBeDefined();
    const good = { ...typed, handling: 'to-daily', inspectors: '同派出' };
    for (let presses = 0; presses < 2; presses += 1) {
      const done = await liaison.post(`${path}/enter`, good);
      expect([done.status, done.headers.get('location')]).toEqual([303, `${path}?done=entered`]);
    }
    const standing = await standingOutcomes(desk.db, book.source, [Number(visit)]);
    expect(standing).toMatchObject([{ item, door: 'phone-page', person: hands.liaison.person }]);
    // Somebody else opened the page before: he reads what stands now, and may correct it knowingly.
    const newer = await liaison.post(`${path}/enter`, { ...good, finding: '另一段话' });
    expect(newer.text).toContain('在您打开本页之后已由本单位录入');
    expect(newer.text).toContain(`name="seen" value="${standing[0]?.seq}"`);

    const reviewer = { ...hands.liaison, person: 'r7', name: '审核员', roles: ['outcome-reviewer' as const] };
    value(await enrol(desk, hands.drafter, reviewer));
    const other = await signedInAs(desk, reviewer);
    const shown = await other.get(path);
    expect(shown.text).toContain('本户有 1 项待您审核');
    const version = `${standing[0]?.seq}/${item}`;
    const empty = await other.post(`${path}/review`, { version, decision: 'returned', words: '' });
    expect([empty.status, empty.text.includes('请写明退回意见')]).toEqual([422, true]);
    const back = await other.post(`${path}/review`, { version, decision: 'returned', words: '请补照片' });
    expect(back.status).toBe(303);
    expect((await liaison.get(path)).text).toContain('请补照片');
    expect((await liaison.get('/visits')).text).toContain('退回 1 项');
    // An inspector reads the doors to which he is sent.
    const own = await signedInAs(desk, inspector);
    expect((await own.get('/visits')).status).toBe(200);
    const elsewhere = [...book.visits.values()].find(
      ({ bodies }) => !bodies.some(({ sent: all }) => all.some(({ number }) => number === inspector.inspector)),
    );
    expect((await own.get(`/visits/${ref.book}/${elsewhere?.visit}`)).status).toBe(403);
  });
});
