import { expect, it } from 'vitest';
import { recordFor } from '../../bot/verbs/draw/disclose.ts';
import { open } from '../../bot/verbs/draw/open.ts';
import { reveal } from '../../bot/verbs/draw/reveal.ts';
import { confirmCorrection, correctNumber } from '../../bot/verbs/draw/second-person.ts';
import { canonical } from '../../core/canonical.ts';
import { verify } from '../../core/draw/verify.ts';
import { facts, value } from '../desk.ts';
import {
  again,
  ceremonyUntil,
  frozenAt,
  hands,
  openedBy,
  plannedDesk,
  revealAs,
  sealAs,
  thrown,
  times,
  typedTwice,
} from '../drawn-desk.ts';
import { killWhileFreezing, killWhileOpening, records, run } from './draw-kills.ts';

it('a desk that is killed between sealing and opening opens afterwards what it keeps', {
  timeout: 120_000,
}, async () => {
  const desk = await plannedDesk();
  const frozen = await frozenAt(desk);
  const { ceremony, manifestDigest } = frozen;
  await sealAs(desk, frozen, hands.deputy);
  await sealAs(desk, frozen, hands.thirdParty);
  desk.close();
  const input = { act: 'seal', ceremony, digits: manifestDigest.slice(0, 8), typed: '66778899' };
  expect(await run(desk, input, { once: 'sealed' })).toContain('sealed');
  const after = await again(desk);
  expect(value(await reveal(after, hands.discipline, { ceremony, secret: null })).opened.map(({ id }) => id)).toEqual([
    'w2',
  ]);
  await revealAs(after, frozen, hands.deputy);
  after.setNow(times.reveal);
  await typedTwice(after, ceremony, thrown);
  expect((await openedBy(after, ceremony)).record.edition).toBe(0);
});

it('two processes that open one ceremony at once answer with one record of one digest', {
  timeout: 120_000,
}, async () => {
  const desk = await plannedDesk();
  const { ceremony } = await ceremonyUntil(desk, 'ready');
  desk.close();
  const input = { act: 'open', ceremony };
  const said = await Promise.all([run(desk, input), run(desk, input)]);
  const after = await again(desk);
  const [digest] = await records(after);
  expect(said.map((lines) => lines.at(-1))).toEqual([`opened ${digest}`, `opened ${digest}`]);
  expect(await records(after)).toHaveLength(1);
  expect((await facts(after)).filter(({ kind }) => kind === 'ceremony-opened')).toHaveLength(1);
});

it('a number put right while the record is being computed: the record that is written rests on the true number', {
  timeout: 120_000,
}, async () => {
  const desk = await plannedDesk();
  const { ceremony } = await ceremonyUntil(desk, 'ready');
  const other = await again(desk);
  const text = thrown.replace(/^3/, '8');
  const correction = { ceremony, text, second: 'j1', reason: '首位误录，照片为8' };
  let isFirst = true;
  const slow = {
    ...desk,
    db: {
      ...desk.db,
      // The pages of the computed record are about to be staged: at this moment the other desk corrects the number.
      write: async (statements: Parameters<typeof desk.db.write>[0]) => {
        if (isFirst) {
          isFirst = false;
          value(await correctNumber(other, hands.drafter, correction));
          value(await confirmCorrection(other, hands.legal, ceremony));
        }
        return desk.db.write(statements);
      },
    },
  };
  expect(value(await open(slow, hands.drafter, ceremony)).record.edition).toBe(0);
  const record = value(await recordFor(desk, hands.drafter, ceremony));
  expect(verify(JSON.parse(canonical(record)))).toMatchObject({ ok: true });
  expect([record.public.number, record.misreadings.length]).toEqual([text, 1]);
});

it('opening killed at several moments never yields a second draw', { timeout: 120_000 }, async () => {
  await killWhileOpening([1, 40, 90]);
});

it('freezing killed at several moments leaves a whole ceremony or none, and the numbers have no gap', {
  timeout: 120_000,
}, async () => {
  await killWhileFreezing([1, 60, 120]);
});
