import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { disclose, recordFor } from '../../bot/verbs/draw/disclose.ts';
import { secretHeld } from '../../bot/verbs/draw/seal.ts';
import { postCheckpoint } from '../../bot/verbs/ledger/checkpoint.ts';
import { assignVisits } from '../../bot/verbs/visit/assign.ts';
import { createApp } from '../../bot/web/app.ts';
import { canonical } from '../../core/canonical.ts';
import { digest } from '../../core/digest.ts';
import { tag } from '../../core/draw/protocol.ts';
import type { DrawRecord } from '../../core/draw/record.ts';
import { commitmentOf, secretDigest } from '../../core/draw/seal.ts';
import { seedOf } from '../../core/draw/seed.ts';
import { verify } from '../../core/draw/verify.ts';
import { isFactKind, seenBy } from '../../core/ledger/fact.ts';
import { ledgerPages } from '../../db/ledger.ts';
import { pending } from '../../db/outbox.ts';
import { facts, value } from '../desk.ts';
import {
  ceremonyUntil,
  expectRefused,
  hands,
  type PlannedDesk,
  plannedDesk,
  times,
  typedAtDesk,
} from '../drawn-desk.ts';

/** Everything that an outsider can fetch or is sent: the ledger's rows, its public bodies, the pages, the messages, the checkpoint. */
async function everythingPublic(desk: PlannedDesk, ceremony: number): Promise<string> {
  const texts: string[] = [];
  for await (const page of ledgerPages(desk.db)) {
    for (const { row, body } of page) {
      texts.push(JSON.stringify(row));
      if (isFactKind(row.kind) && seenBy(row.kind) === 'public') texts.push(`${body?.salt} ${body?.text}`);
    }
  }
  const app = createApp(desk);
  for (const path of ['/checkpoint', `/draws/${ceremony}`, `/draws/${ceremony}/record.json`, '/draws/99', '/']) {
    const answer = await app.request(path);
    texts.push(JSON.stringify([...answer.headers]), await answer.text());
  }
  for (const { message, destination } of await pending(desk.db, '9999')) texts.push(destination, message);
  return texts.join('\n');
}

const opened = async (): Promise<{ desk: PlannedDesk; ceremony: number; record: DrawRecord; open: string }> => {
  const desk = await plannedDesk();
  const { ceremony } = await ceremonyUntil(desk, 'opened', { absent: [hands.thirdParty] });
  value(await assignVisits(desk, hands.drafter, ceremony));
  value(await postCheckpoint(desk, hands.drafter, '联席办公告栏'));
  const record = value(await recordFor(desk, hands.drafter, ceremony));
  return { desk, ceremony, record, open: await everythingPublic(desk, ceremony) };
};

describe('before the day of disclosure', () => {
  it('nothing that an outsider can fetch holds the seed, an opening, or the list', async () => {
    const { open, record } = await opened();
    // The collection is worth something: it holds what binds the office.
    for (const bound of [record.manifestDigest, record.root, record.digest, record.public.number]) {
      expect(open).toContain(bound);
    }
    for (const { commitment } of record.sealed) expect(open).toContain(commitment);
    expect(record.opened).toHaveLength(3);
    for (const { nonce, typed } of record.opened) {
      for (const secret of [nonce, typed, secretDigest({ nonce, typed })]) expect(open).not.toContain(secret);
    }
    expect(open).not.toContain(record.seed);
    const drawn = new Set(record.result.visits.map(({ row }) => row));
    const numbers = record.roster.flatMap((page) => page.trim().split('\n')).map((line) => line.split('\t')[1] ?? '?');
    for (const row of drawn) expect(open).not.toContain(numbers[row]);
    for (const { posts } of record.result.visits) {
      for (const { officer } of posts) expect(open).not.toContain(`"${officer}"`);
    }
  });

  it('the seed does not follow from it by trying: no word in it opens a commitment, and no guess of absences gives the seed', async () => {
    const { open, record } = await opened();
    const { manifest, manifestDigest: M, commitmentsDigest: C, sealed, seed } = record;
    const words = [...new Set(open.match(/[0-9a-f]{32,64}/g) ?? [])];
    const digits = [...new Set(open.match(/[0-9]{6,}/g) ?? [])];
    expect(words.length).toBeGreaterThan(50);
    const commitments = new Set(sealed.map(({ commitment }) => commitment));
    for (const { id } of sealed) {
      for (const word of words) {
        // As r itself, and as the nonce of every run of digits that is there.
        expect(commitments).not.toContain(digest(tag('commit'), String(manifest.ceremony), M, id, word));
        for (const typed of [...digits.slice(0, 40), typedAtDesk, '000000', '123456']) {
          expect(commitments).not.toContain(commitmentOf(manifest.ceremony, M, id, { nonce: word, typed }));
        }
      }
    }
    for (const word of [null, ...words]) {
      const guess = sealed.map(({ id }, i) => ({ id, secret: i === 0 ? word : null }));
      expect(seedOf(M, C, guess, record.public)).not.toBe(seed);
    }
  });

  it('the whole record is for the office and for whoever watched, at opening; for nobody else', async () => {
    const { desk, ceremony, record } = await opened();
    const others = [null, hands.stranger, hands.member, hands.liaison, hands.head, hands.legal, hands.supervisor];
    for (const actor of others) {
      expectRefused(await recordFor(desk, actor, ceremony), 'draw', {
        reason: 'before-disclosure',
        from: '2025-08-30',
        today: '2025-06-26',
      });
    }
    for (const actor of [hands.drafter, hands.reviewer, hands.deputy, hands.discipline, hands.thirdParty]) {
      expect(canonical(value(await recordFor(desk, actor, ceremony)))).toBe(canonical(record));
    }
    const answer = await createApp(desk).request(`/draws/${ceremony}/record.json`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      403,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('it is not disclosed early, not by others than the office, and not before it was opened', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'ready');
    expectRefused(await disclose(desk, hands.drafter, ceremony), 'draw', { reason: 'not-opened' });
    expectRefused(await recordFor(desk, hands.drafter, ceremony), 'draw', { reason: 'not-opened' });
    expectRefused(await disclose(desk, hands.liaison, ceremony), 'rights', { reason: 'no-role' });
    const { desk: other, ceremony: no } = await opened();
    // 15:59:59 UTC is the last second of 29 August in Asia/Shanghai.
    other.setNow('2025-08-29T15:59:59.999Z');
    const why = { reason: 'before-disclosure', from: '2025-08-30', today: '2025-08-29' };
    expectRefused(await disclose(other, hands.drafter, no), 'draw', why);
    other.setNow('2025-08-29T16:00:00.000Z');
    expect(value(await disclose(other, hands.drafter, no))).toEqual({ ceremony: no });
  });
});

describe('after the visits', () => {
  it('the office discloses it on record, once, and everybody verifies it', async () => {
    const { desk, ceremony, record } = await opened();
    desk.setNow(times.disclosed);
    // The day alone discloses nothing: the office does, and the ledger shows it.
    expectRefused(await recordFor(desk, null, ceremony), 'draw', { reason: 'before-disclosure' });
    value(await disclose(desk, hands.drafter, ceremony));
    value(await disclose(desk, hands.reviewer, ceremony));
    const told = (await facts(desk)).filter(({ kind }) => kind === 'ceremony-disclosed');
    expect(told).toEqual([
      { kind: 'ceremony-disclosed', actor: 'person:o1', body: { ceremony, record: record.digest } },
    ]);
    const answer = await createApp(desk).request(`/draws/${ceremony}/record.json`);
    expect(answer.status).toBe(200);
    const fetched: unknown = await answer.json();
    expect(verify(fetched)).toMatchObject({ ok: true });
    expect(canonical(value(await recordFor(desk, null, ceremony)))).toBe(canonical(record));
  });
});

describe('in the database file', () => {
  it('what is sealed at the desk lies encrypted: neither nonce nor digits can be found in the file or its log', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'sealed', { changes: { deskDigits: '314159265358' } });
    const bytes = ['desk.db', 'desk.db-wal']
      .map((name) => join(desk.folder, name))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path));
    const holds = (text: string): boolean => bytes.some((each) => each.includes(text));
    for (const id of ['0', 'w2']) {
      const secret = await secretHeld(desk, ceremony, id);
      if (secret === null) throw new Error(`the desk keeps no secret of ${id}`);
      expect(['314159265358', typedAtDesk]).toContain(secret.typed);
      const raw = Buffer.from(secret.nonce, 'hex');
      expect([holds(secret.nonce), holds(secret.typed), bytes.some((each) => each.includes(raw))]).toEqual([
        false,
        false,
        false,
      ]);
      // The search finds what is there.
      expect(holds(commitmentOf(ceremony, await manifestOf(desk, ceremony), id, secret))).toBe(true);
    }
  });

  it('another key opens nothing: the seal names its ceremony and its participant', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'sealed');
    const other = await plannedDesk();
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['decrypt', 'encrypt']);
    const foreign = { ...desk, sealKey: async () => key };
    await expect(secretHeld(foreign, ceremony, '0')).rejects.toThrow('seal key');
    expect(await secretHeld(other, ceremony, '0')).toBeNull();
  });
});

async function manifestOf(desk: PlannedDesk, ceremony: number): Promise<string> {
  const answer = await createApp(desk).request(`/draws/${ceremony}`);
  const page: { manifest: string } = JSON.parse(await answer.text());
  return page.manifest;
}
