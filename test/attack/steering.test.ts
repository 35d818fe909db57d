import { describe, expect, it } from 'vitest';
import { recordFor } from '../../bot/verbs/draw/disclose.ts';
import { passOver, typeNumber } from '../../bot/verbs/draw/number.ts';
import { open } from '../../bot/verbs/draw/open.ts';
import { reveal } from '../../bot/verbs/draw/reveal.ts';
import { encrypted } from '../../bot/verbs/draw/seal.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { commitmentOf } from '../../core/draw/seal.ts';
import { verify } from '../../core/draw/verify.ts';
import { verifyLedger } from '../../db/ledger.ts';
import { value } from '../desk.ts';
import {
  ceremonyUntil,
  continued,
  dice,
  expectRefused,
  frozenAt,
  hands,
  lottery,
  ownSecret,
  type PlannedDesk,
  plannedDesk,
} from '../drawn-desk.ts';

const drawnBalls = Array.from({ length: 20 }, (_, i) => i + 1).join(' ');

it('once anybody has read the public number on record, the office cannot go on to the next one', async () => {
  const desk = await plannedDesk();
  const changes = { public: [lottery, { ...lottery, issue: '2025170' }, dice] };
  const { ceremony } = await ceremonyUntil(desk, 'revealed', { changes });
  value(await typeNumber(desk, hands.stranger, { ceremony, place: 0, text: drawnBalls }));
  const asked = await passOver(desk, hands.drafter, { ceremony, place: 0, reason: '停售' });
  expectRefused(asked, 'ceremony', { reason: 'number-typed' });
});

it('a clock that was set back in the middle stops the ceremony, and the record of the draw still verifies', async () => {
  const desk = await plannedDesk();
  const frozen = await frozenAt(desk);
  desk.setNow('2025-06-26T01:30:00.000Z');
  await continued(desk, frozen, 'sealed');
  desk.setNow('2025-06-26T01:29:59.999Z');
  const opening = { ceremony: frozen.ceremony, secret: ownSecret(hands.deputy.person) };
  expectRefused(await reveal(desk, hands.deputy, opening), 'ceremony', { reason: 'time-out-of-order' });
  desk.setNow('2025-06-26T01:30:00.000Z');
  value(await reveal(desk, hands.deputy, opening));
});

it('nobody is enrolled under the number of the desk, who could read the record as one who had watched', async () => {
  const desk = await plannedDesk();
  const asDesk = { ...hands.liaison, person: '0' };
  expectRefused(await enrol(desk, hands.drafter, asDesk), 'people', { reason: 'bad-person', field: 'person' });
});

describe('a database edited by hand between sealing and opening', () => {
  /** Edits the ceremony's row as somebody with the file and its triggers dropped could. */
  const edited = async (desk: PlannedDesk, no: number, change: (body: string) => string): Promise<void> => {
    const [row] = await desk.db.read(`select body from ceremony where no = ${no}`);
    await desk.db.write([{ sql: 'update ceremony set body = ? where no = ?', args: [change(String(row?.body)), no] }]);
  };

  it('with another secret of the desk in it, chosen when the number was known, opens nothing', async () => {
    const desk = await plannedDesk();
    const { ceremony, manifestDigest } = await ceremonyUntil(desk, 'ready');
    const liked = { nonce: 'ab'.repeat(32), typed: '00000000' };
    const stored = await encrypted(desk, ceremony, '0', liked);
    const [sealed] = await desk.db.read(`select body from ceremony where no = ${ceremony}`);
    const was = /"commitment":"([0-9a-f]{64})","id":"0"/.exec(String(sealed?.body))?.[1] ?? 'none';
    await edited(desk, ceremony, (body) => body.replaceAll(was, commitmentOf(ceremony, manifestDigest, '0', liked)));
    await desk.db.write([
      'drop trigger sealed_secret_keep_update',
      { sql: `update sealed_secret set sealed = ? where participant = '0'`, args: [stored] },
    ]);
    expect((await verifyLedger(desk.db)).ok).toBe(true);
    expectRefused(await open(desk, hands.drafter, ceremony), 'draw', {
      reason: 'not-as-recorded',
      part: 'commitments',
    });
  });

  it('with another public number or another roster in it opens nothing either', async () => {
    const desk = await plannedDesk();
    const { ceremony, manifestDigest } = await ceremonyUntil(desk, 'ready');
    await edited(desk, ceremony, (body) => body.replace('3 1 4 1 5 9', '3 1 4 1 5 8'));
    const refused = await open(desk, hands.drafter, ceremony);
    expectRefused(refused, 'draw', { reason: 'not-as-recorded', part: 'public-number' });
    await edited(desk, ceremony, (body) => body.replace('3 1 4 1 5 8', '3 1 4 1 5 9'));
    value(await open(desk, hands.drafter, ceremony));
    const record = value(await recordFor(desk, hands.drafter, ceremony));
    expect(record.manifestDigest).toBe(manifestDigest);
    expect(verify(record).ok).toBe(true);
  });
});
