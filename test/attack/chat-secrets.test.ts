/** What is not to be known yet, looked for in everything that people of a ceremony can fetch. */
import { describe, expect, it } from 'vitest';
import { numberForm, passOverForm } from '../../bot/chat/draw/number.ts';
import { sayRefusal } from '../../bot/say/refusal.ts';
import { recordFor } from '../../bot/verbs/draw/disclose.ts';
import { typeNumber } from '../../bot/verbs/draw/number.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { standingAssignment } from '../../bot/verbs/visit/assignment.ts';
import { declareRecusal } from '../../bot/verbs/visit/recuse.ts';
import { ceremonyOnPage } from '../../bot/web/draws.ts';
import { seenBy } from '../../core/ledger/fact.ts';
import { asking, standing, type as typed } from '../chat/acting.ts';
import { refusal, value } from '../desk.ts';
import { ceremonyUntil, hands, plannedDesk, thrown, times, witnesses } from '../drawn-desk.ts';

describe('the public number', () => {
  it('that one person has typed is read by nobody before the second has typed it, not even out of the ledger’s open facts', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'revealed');
    value(await typeNumber(desk, hands.liaison, { ceremony, place: 0, text: thrown }));
    const seen: unknown[] = [await standing(desk), value(await ceremonyOnPage(desk, ceremony))];
    for (const actor of [hands.legal, hands.drafter, ...witnesses]) {
      seen.push(await typed(desk, actor, 'draw', `状态 ${ceremony}`));
      seen.push(await numberForm.open(asking(desk, actor), String(ceremony)));
      seen.push(await passOverForm.submit(asking(desk, actor), `${ceremony} 0`, { reason: '没有产生' }));
      seen.push(await numberForm.submit(asking(desk, actor), `${ceremony} 0`, { number: '1 2 3' }));
    }
    seen.push((await desk.db.read('select destination, message from outbox')).map((row) => ({ ...row })));
    expect(JSON.stringify(seen)).not.toContain(thrown);
    expect(seenBy('public-number-typed')).toBe('sealed');
  });
});

describe('after the draw', () => {
  it('an inspector who asks to be recused from post after post does not learn who holds them', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    desk.setNow(times.afterwards);
    const { posts } = value(await standingAssignment(desk.db, ceremony)).assignment;
    const other = posts.findIndex(({ officer }) => officer !== null);
    const outsider = {
      ...hands.liaison,
      person: 'i9',
      name: '别处的检查人员',
      roles: ['inspector'] as const,
      inspector: 'x-9',
    };
    value(await enrol(desk, hands.drafter, outsider));
    const refused = refusal(await declareRecusal(desk, outsider, { ceremony, post: other, reason: '亲属' }));
    expect(sayRefusal(refused).zh + sayRefusal(refused).en).not.toContain(posts[other]?.officer ?? '');
  });

  it('the record is the office’s and the witnesses’ before its date, and nobody else’s', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    const may = async (actor: Parameters<typeof recordFor>[1]) => (await recordFor(desk, actor, ceremony)).ok;
    expect(await Promise.all([hands.drafter, ...witnesses].map(may))).toEqual([true, true, true, true]);
    const others = [null, hands.liaison, hands.head, hands.legal, hands.supervisor, hands.stranger];
    expect(await Promise.all(others.map(may))).toEqual(others.map(() => false));
  });
});
