import { describe, expect, it } from 'vitest';
import { closeOpening, closeSealing } from '../../bot/verbs/draw/close.ts';
import { cosign } from '../../bot/verbs/draw/cosign.ts';
import { abort } from '../../bot/verbs/draw/end.ts';
import { passOver, typeNumber } from '../../bot/verbs/draw/number.ts';
import { open } from '../../bot/verbs/draw/open.ts';
import { reveal } from '../../bot/verbs/draw/reveal.ts';
import { seal } from '../../bot/verbs/draw/seal.ts';
import { annul, confirmAnnulment, confirmCorrection, correctNumber } from '../../bot/verbs/draw/second-person.ts';
import { commitmentOf } from '../../core/draw/seal.ts';
import { heldRecord } from '../../db/draws.ts';
import { facts, value } from '../desk.ts';
import {
  again,
  ceremonyUntil,
  continued,
  dice,
  expectRefused,
  frozenAt,
  hands,
  lottery,
  openedBy,
  ownSecret,
  plannedDesk,
  revealAs,
  sealAs,
  thrown,
  times,
  typedTwice,
} from '../drawn-desk.ts';

const balls = '01 03 05 07 09 11 13 15 17 19 21 23 25 27 29 31 33 35 37 39';

describe('each act of a ceremony leaves its fact, and repeated it leaves nothing', () => {
  it('S2-40: the ledger shows who did what, in order, from freezing to opening', async () => {
    const desk = await plannedDesk();
    const before = (await facts(desk)).length;
    const { ceremony } = await ceremonyUntil(desk, 'opened', { absent: [hands.thirdParty] });
    const told = (await facts(desk)).slice(before).map(({ kind, actor }) => `${kind} ${actor}`);
    expect(told).toEqual([
      'ceremony-frozen person:o1',
      'secret-sealed person:o1',
      'ceremony-cosigned person:w1',
      'secret-sealed person:w1',
      'ceremony-cosigned person:w2',
      'secret-sealed person:w2',
      'ceremony-cosigned person:w3',
      'secret-sealed person:w3',
      'sealing-closed person:w3',
      'secret-opened person:w1',
      'secret-opened person:w2',
      'opening-closed person:l1',
      'public-number-typed person:l1',
      'public-number-entered person:j1',
      'ceremony-opened person:o1',
    ]);
    const record = await heldRecord(desk.db, ceremony);
    expect((await facts(desk)).at(-1)?.body).toEqual({ ceremony, root: record?.root, record: record?.digest });
  });

  it('the same acts again, one and all, after the draw was opened', async () => {
    const desk = await plannedDesk();
    const frozen = await ceremonyUntil(desk, 'opened');
    const { ceremony } = frozen;
    const before = await facts(desk);
    const record = await heldRecord(desk.db, ceremony);
    await sealAs(desk, frozen, hands.deputy);
    await sealAs(desk, frozen, hands.discipline);
    await revealAs(desk, frozen, hands.deputy);
    await revealAs(desk, frozen, hands.discipline);
    await typedTwice(desk, ceremony, thrown);
    value(await closeSealing(desk, hands.drafter, ceremony));
    value(await closeOpening(desk, hands.drafter, ceremony));
    expect((await openedBy(desk, ceremony)).record).toEqual(record);
    expect(await facts(desk)).toEqual(before);
  });

  it('typed digits repeated at the desk keep the first nonce; other digits are not taken', async () => {
    const desk = await plannedDesk();
    const frozen = await frozenAt(desk);
    const { ceremony } = frozen;
    const first = await sealAs(desk, frozen, hands.discipline);
    const second = value(await seal(desk, hands.discipline, { ceremony, typed: '999999' }));
    expect(second.sealed).toEqual(first.sealed);
  });

  it('abort and annulment repeated leave no second fact', async () => {
    const desk = await plannedDesk();
    const [first = '', ...rest] = desk.tasks;
    await frozenAt(desk, { tasks: rest });
    value(await abort(desk, hands.drafter, { ceremony: 1, reason: '监督人员未到齐' }));
    await ceremonyUntil(desk, 'opened', { changes: { tasks: [first] } });
    const order = { ceremony: 2, order: '市双随机办〔2025〕3号', second: 'h2' };
    value(await annul(desk, hands.head, order));
    value(await confirmAnnulment(desk, hands.otherHead, 2));
    const before = await facts(desk);
    value(await abort(desk, hands.drafter, { ceremony: 1, reason: '监督人员未到齐' }));
    value(await annul(desk, hands.head, order));
    value(await confirmAnnulment(desk, hands.otherHead, 2));
    expect(await facts(desk)).toEqual(before);
    expect(before.filter(({ kind }) => kind === 'ceremony-aborted' || kind === 'ceremony-annulled')).toEqual([
      {
        kind: 'ceremony-aborted',
        actor: 'person:o1',
        body: { ceremony: 1, reason: '监督人员未到齐', quorumMissed: false },
      },
      { kind: 'ceremony-annulled', actor: 'person:h2', body: { ceremony: 2, order: order.order, by: ['h1', 'h2'] } },
    ]);
  });
});

describe('who may not', () => {
  it('only the invited witness co-signs, seals and opens, each for itself', async () => {
    const desk = await plannedDesk();
    const { ceremony, manifestDigest } = await frozenAt(desk);
    const commitment = commitmentOf(ceremony, manifestDigest, 'w5', ownSecret('w5'));
    const digits = manifestDigest.slice(0, 8);
    expectRefused(await cosign(desk, hands.stranger, { ceremony, digits }), 'ceremony', {
      reason: 'unknown-participant',
      id: 'w5',
    });
    expectRefused(await seal(desk, hands.stranger, { ceremony, commitment }), 'draw', {
      reason: 'not-participant',
      person: 'w5',
    });
    expectRefused(await reveal(desk, hands.stranger, { ceremony, secret: ownSecret('w5') }), 'ceremony', {
      reason: 'unknown-participant',
    });
    for (const who of [hands.drafter, hands.liaison, hands.head, hands.legal]) {
      expectRefused(await cosign(desk, who, { ceremony, digits }), 'rights', { reason: 'no-role', verb: 'cosign' });
      expectRefused(await seal(desk, who, { ceremony, typed: '123456' }), 'rights', {
        reason: 'no-role',
        verb: 'seal',
      });
      expectRefused(await reveal(desk, who, { ceremony, secret: null }), 'rights', {
        reason: 'no-role',
        verb: 'reveal',
      });
    }
  });

  it('a witness seals by the custody that was frozen, and by no other', async () => {
    const desk = await plannedDesk();
    const { ceremony, manifestDigest } = await frozenAt(desk);
    const commitment = commitmentOf(ceremony, manifestDigest, 'w2', ownSecret('w2'));
    expectRefused(await seal(desk, hands.discipline, { ceremony, commitment }), 'draw', {
      reason: 'custody',
      custody: 'desk',
    });
    expectRefused(await seal(desk, hands.deputy, { ceremony, typed: '123456' }), 'draw', {
      reason: 'custody',
      custody: 'own-page',
    });
    expectRefused(await seal(desk, hands.discipline, { ceremony, typed: '12345' }), 'ceremony', {
      reason: 'secret',
      why: { kind: 'typed-too-short' },
    });
  });

  it('the desk opens nothing that it does not keep', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'sealed');
    expectRefused(await reveal(desk, hands.deputy, { ceremony, secret: null }), 'draw', {
      reason: 'no-secret',
      participant: 'w1',
    });
  });

  it('a liaison of another department neither closes nor opens nor aborts the office’s ceremony', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'ready');
    for (const who of [hands.liaison, hands.otherLiaison]) {
      expectRefused(await open(desk, who, ceremony), 'rights', { reason: 'not-own', verb: 'open', owner: 'lxb' });
      expectRefused(await abort(desk, who, { ceremony, reason: '重来' }), 'rights', { reason: 'not-own' });
      expectRefused(await closeSealing(desk, who, ceremony), 'rights', { reason: 'not-own' });
      expectRefused(await passOver(desk, who, { ceremony, place: 0, reason: '重来' }), 'rights', { reason: 'not-own' });
    }
    expectRefused(
      await correctNumber(desk, hands.liaison, { ceremony, text: thrown, second: 'j1', reason: '误' }),
      'rights',
      {
        reason: 'no-role',
        needs: ['office'],
      },
    );
  });

  it('nobody finds a ceremony that was never frozen', async () => {
    const desk = await plannedDesk();
    expectRefused(await open(desk, hands.drafter, 9), 'draw', { reason: 'no-ceremony', ceremony: 9 });
    expectRefused(await cosign(desk, hands.deputy, { ceremony: 9, digits: '00000000' }), 'draw', {
      reason: 'no-ceremony',
    });
  });
});

describe('the public number (lock 3)', () => {
  it('one person typing it twice and two of one department are refused; two that differ wait until two agree', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'revealed');
    const typed = { ceremony, place: 0, text: thrown };
    value(await typeNumber(desk, hands.liaison, typed));
    expectRefused(await typeNumber(desk, hands.liaison, typed), 'ceremony', {
      reason: 'same-person-twice',
      person: 'l1',
    });
    expectRefused(await typeNumber(desk, hands.sameDepartment, typed), 'ceremony', {
      reason: 'same-department-twice',
      department: 'scjg',
    });
    const other = thrown.replace(/4$/, '5');
    expect(value(await typeNumber(desk, hands.legal, { ...typed, text: other })).readings).toHaveLength(2);
    expectRefused(await open(desk, hands.drafter, ceremony), 'ceremony', {
      reason: 'wrong-stage',
      act: 'draw',
      stage: 'number',
    });
    expect(value(await typeNumber(desk, hands.legal, typed)).stage).toBe('ready');
  });

  it('an outside witness may be the second typist; it stands for the body that sent it', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'revealed');
    value(await typeNumber(desk, hands.drafter, { ceremony, place: 0, text: thrown }));
    const { public: entered } = value(await typeNumber(desk, hands.deputy, { ceremony, place: 0, text: thrown }));
    expect(entered?.typists.map(({ department }) => department)).toEqual(['lxb', 'deputy:w1']);
  });

  it('it is refused while secrets can still be opened, and before it can have come', async () => {
    const desk = await plannedDesk();
    const evening = '2025-06-26T13:30:00.000Z';
    const frozen = await ceremonyUntil(desk, 'sealed', { changes: { public: [{ ...lottery, after: evening }] } });
    const typed = { ceremony: frozen.ceremony, place: 0, text: balls };
    expectRefused(await typeNumber(desk, hands.liaison, typed), 'ceremony', {
      reason: 'wrong-stage',
      stage: 'opening',
    });
    desk.setNow(times.reveal);
    expectRefused(await typeNumber(desk, hands.liaison, typed), 'ceremony', { reason: 'too-early', until: evening });
  });

  it('dice are not taken where no witness sealed on its own page', async () => {
    const desk = await plannedDesk();
    const frozen = await frozenAt(desk, { quorum: 1, public: [dice] });
    await sealAs(desk, frozen, hands.discipline);
    desk.setNow(times.afterwards);
    expectRefused(
      await typeNumber(desk, hands.liaison, { ceremony: frozen.ceremony, place: 0, text: thrown }),
      'ceremony',
      {
        reason: 'dice-without-own-page',
      },
    );
  });

  it('a number that does not come is passed over by the office with the reason, and the draw opens by the next one', async () => {
    const desk = await plannedDesk();
    const frozen = await ceremonyUntil(desk, 'revealed', { changes: { public: [lottery, dice] } });
    const { ceremony } = frozen;
    value(await passOver(desk, hands.drafter, { ceremony, place: 0, reason: '当期因故延期开奖' }));
    await typedTwice(desk, ceremony, thrown, 1);
    expect((await openedBy(desk, ceremony)).record.edition).toBe(0);
  });

  it('a correction takes the office, the evidence in words and a second person of another department', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    const text = thrown.replace(/^3/, '8');
    const correct = (changes: object) =>
      correctNumber(desk, hands.drafter, { ceremony, text, second: 'j1', reason: '首位误录，照片为8', ...changes });
    expectRefused(await correct({ second: 'o1' }), 'ceremony', { reason: 'same-person-twice' });
    expectRefused(await correct({ second: 'o2' }), 'ceremony', { reason: 'same-department-twice' });
    expectRefused(await correct({ second: 'x1' }), 'people', { reason: 'no-such-person' });
    expectRefused(await correct({ reason: ' ' }), 'ceremony', { reason: 'no-reason-given' });
    expectRefused(await correct({ text: thrown }), 'ceremony', { reason: 'same-number' });
    expectRefused(await confirmCorrection(desk, hands.legal, ceremony), 'draw', { reason: 'nothing-to-confirm' });
    // Asking and naming somebody changes nothing: the second person must act as well.
    expect(value(await correct({})).stage).toBe('opened');
    expectRefused(await confirmCorrection(desk, hands.liaison, ceremony), 'draw', { reason: 'nothing-to-confirm' });
    expect(value(await confirmCorrection(desk, hands.legal, ceremony)).stage).toBe('ready');
  });
});

describe('late, early and never', () => {
  it('a seal after the deadline and an opening after the deadline are refused, and the draw goes on without them', async () => {
    const desk = await plannedDesk();
    const frozen = await frozenAt(desk);
    const { ceremony, manifestDigest } = frozen;
    await sealAs(desk, frozen, hands.deputy);
    await sealAs(desk, frozen, hands.discipline);
    desk.setNow(times.seal);
    const commitment = commitmentOf(ceremony, manifestDigest, 'w3', ownSecret('w3'));
    expectRefused(await seal(desk, hands.thirdParty, { ceremony, commitment }), 'ceremony', {
      reason: 'wrong-stage',
      act: 'seal',
      stage: 'opening',
    });
    await revealAs(desk, frozen, hands.deputy);
    desk.setNow(times.reveal);
    expectRefused(await reveal(desk, hands.discipline, { ceremony, secret: null }), 'ceremony', {
      reason: 'wrong-stage',
      act: 'open',
      stage: 'number',
    });
    await typedTwice(desk, ceremony, thrown);
    await openedBy(desk, ceremony);
    expect((await facts(desk)).find(({ kind }) => kind === 'opening-closed')?.body).toMatchObject({ absent: ['w2'] });
  });

  it('where too few sealed, nothing can be drawn any more: it is aborted, and its number stays used', async () => {
    const desk = await plannedDesk();
    const frozen = await frozenAt(desk);
    const { ceremony } = frozen;
    await sealAs(desk, frozen, hands.deputy);
    desk.setNow(times.afterwards);
    const why = { reason: 'quorum-missed', sealed: 1, quorum: 2 };
    expectRefused(await closeSealing(desk, hands.drafter, ceremony), 'ceremony', why);
    expectRefused(await seal(desk, hands.discipline, { ceremony, typed: '123456' }), 'ceremony', why);
    expectRefused(await open(desk, hands.drafter, ceremony), 'ceremony', { reason: 'wrong-stage', stage: 'sealing' });
    value(await abort(desk, hands.drafter, { ceremony, reason: '封签不足' }));
    expect((await facts(desk)).at(-1)?.body).toEqual({ ceremony, reason: '封签不足', quorumMissed: true });
    const tomorrow = { seal: '2025-06-27T02:00:00.000Z', reveal: '2025-06-27T03:00:00.000Z' };
    const second = await frozenAt(desk, { deadlines: tomorrow });
    expect(second.ceremony).toBe(2);
  });

  it('abort is refused from the moment that sealing has closed, at each stage', async () => {
    for (const stage of ['sealed', 'revealed', 'ready', 'opened'] as const) {
      const desk = await plannedDesk();
      const { ceremony } = await ceremonyUntil(desk, stage);
      expectRefused(await abort(desk, hands.drafter, { ceremony, reason: '结果不理想' }), 'ceremony', {
        reason: 'sealing-closed',
      });
    }
  });

  it('annulment takes a cited order and two heads; the annulled draw keeps its record', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    const record = await heldRecord(desk.db, ceremony);
    const asks = (by: (typeof hands)[keyof typeof hands], order: string, second: string) =>
      annul(desk, by, { ceremony, order, second });
    expectRefused(await asks(hands.drafter, '市〔2025〕3号', 'h2'), 'rights', { reason: 'no-role', verb: 'annul' });
    expectRefused(await asks(hands.head, ' ', 'h2'), 'ceremony', { reason: 'no-reason-given' });
    expectRefused(await asks(hands.head, '市〔2025〕3号', 'h1'), 'ceremony', { reason: 'same-person-twice' });
    expectRefused(await asks(hands.head, '市〔2025〕3号', 'o1'), 'rights', { reason: 'no-role', person: 'o1' });
    expectRefused(await asks(hands.head, '市〔2025〕3号', 'x1'), 'people', { reason: 'no-such-person' });
    expectRefused(await confirmAnnulment(desk, hands.otherHead, ceremony), 'draw', { reason: 'nothing-to-confirm' });
    expect(value(await asks(hands.head, '市〔2025〕3号', 'h2')).stage).toBe('opened');
    expectRefused(await confirmAnnulment(desk, hands.officeHead, ceremony), 'draw', { reason: 'nothing-to-confirm' });
    expect(value(await confirmAnnulment(desk, hands.otherHead, ceremony)).stage).toBe('annulled');
    expect(await heldRecord(desk.db, ceremony)).toEqual(record);
    expectRefused(await open(desk, hands.drafter, ceremony), 'ceremony', { reason: 'wrong-stage', stage: 'annulled' });
    // Its tasks may be drawn anew, under the next number.
    const tomorrow = { seal: '2025-06-27T02:00:00.000Z', reveal: '2025-06-27T03:00:00.000Z' };
    expect((await frozenAt(desk, { deadlines: tomorrow })).ceremony).toBe(2);
  });

  it('opening too early is refused with the stage that the ceremony is in', async () => {
    const desk = await plannedDesk();
    const frozen = await frozenAt(desk);
    const { ceremony } = frozen;
    const early = async (stage: string) =>
      expectRefused(await open(desk, hands.drafter, ceremony), 'ceremony', {
        reason: 'wrong-stage',
        act: 'draw',
        stage,
      });
    await early('sealing');
    await continued(desk, frozen, 'sealed');
    await early('opening');
    desk.setNow(times.reveal);
    await early('number');
  });

  it('a desk closed and opened again between any two acts goes on where it stood', async () => {
    let desk = await plannedDesk();
    const frozen = await frozenAt(desk);
    for (const stage of ['sealed', 'revealed', 'ready', 'opened'] as const) {
      desk.close();
      desk = await again(desk);
      if (stage === 'sealed')
        for (const who of [hands.deputy, hands.discipline, hands.thirdParty]) await sealAs(desk, frozen, who);
      if (stage === 'revealed') for (const who of [hands.deputy, hands.discipline]) await revealAs(desk, frozen, who);
      if (stage === 'ready') {
        desk.setNow(times.reveal);
        await typedTwice(desk, frozen.ceremony, thrown);
      }
      if (stage === 'opened') expect((await openedBy(desk, frozen.ceremony)).record.edition).toBe(0);
    }
  });
});
