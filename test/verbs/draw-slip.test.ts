import { describe, expect, it } from 'vitest';
import { abort } from '../../bot/verbs/draw/end.ts';
import { open } from '../../bot/verbs/draw/open.ts';
import { printSlip } from '../../bot/verbs/draw/print-slip.ts';
import { secretHeld } from '../../bot/verbs/draw/seal.ts';
import { slipDesk, slipsOf } from '../../bot/verbs/draw/slips.ts';
import { commitmentOf } from '../../core/draw/seal.ts';
import { facts, value } from '../desk.ts';
import { again, ceremonyUntil, expectRefused, frozenAt, hands, plannedDesk, stages } from '../drawn-desk.ts';

const toDiscipline = { supervisor: hands.discipline.person, reason: '' };

describe('密封条', () => {
  it('opens what the desk has sealed, and is on record with who printed it for whom, never with the secret', async () => {
    const desk = await plannedDesk();
    const { ceremony, manifestDigest } = await frozenAt(desk);
    const slip = value(await printSlip(desk, hands.drafter, { ceremony, ...toDiscipline }));
    const secret = await secretHeld(desk, ceremony, '0');
    expect(slip).toMatchObject({ ...secret, supervisor: '纪检监察监督员', printedBy: '联席办综合组甲', copy: 1 });
    expect(slip.commitment).toBe(commitmentOf(ceremony, manifestDigest, '0', slip));
    const told = await facts(desk);
    expect(told.at(-1)).toEqual({
      kind: 'slip-printed',
      actor: 'person:o1',
      body: { ceremony, supervisor: 'w2', copy: 1, reason: '' },
    });
    expect(JSON.stringify(told)).not.toContain(slip.nonce);
  });

  it('is printed once; another one takes a reason and is on record as another one', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await frozenAt(desk);
    const other = await again(desk);
    const pressed = await Promise.all(
      [desk, other, desk].map((at) => printSlip(at, hands.drafter, { ceremony, ...toDiscipline })),
    );
    expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of pressed.filter(({ ok }) => !ok))
      expectRefused(result, 'draw', { reason: 'slip-printed', by: 'o1', copies: 1 });
    const reason = '第一份打印不清，已当众作废';
    const second = { ceremony, supervisor: hands.supervisor.person, reason };
    expect(value(await printSlip(desk, hands.reviewer, second)).copy).toBe(2);
    expect(await slipsOf(desk.db, ceremony)).toMatchObject([
      { copy: 1, by: 'o1', supervisor: 'w2', reason: '' },
      { copy: 2, by: 'o2', supervisor: 's1', reason },
    ]);
  });

  it('goes to a witness of this ceremony or to a supervising body, not to the office and not to the one who prints it', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await frozenAt(desk);
    for (const supervisor of ['', 'w5', 'o1', 'o2', 'l1', '没有这个人', "w2' or 1=1"]) {
      const result = await printSlip(desk, hands.drafter, { ceremony, supervisor, reason: '' });
      expectRefused(result, 'draw', { reason: 'takes-no-slip', person: supervisor });
    }
    expect(await slipsOf(desk.db, ceremony)).toEqual([]);
    const found = value(await slipDesk(desk, hands.drafter, ceremony));
    expect(found.supervisors.map(({ person }) => person).sort()).toEqual(['s1', 'w1', 'w2', 'w3']);
    expect(found.usual).toBe('w2');
  });

  it('has no usual keeper where the discipline body watches nothing', async () => {
    const desk = await plannedDesk();
    const witnesses = [hands.deputy, hands.thirdParty].map(({ person }) => ({ person, custody: 'own-page' as const }));
    const { ceremony } = await frozenAt(desk, { witnesses });
    expect(value(await slipDesk(desk, hands.drafter, ceremony)).usual).toBeNull();
  });

  it('is for whoever holds the draw alone', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await frozenAt(desk);
    for (const actor of [hands.legal, hands.head, hands.discipline, hands.supervisor]) {
      const result = await printSlip(desk, actor, { ceremony, ...toDiscipline });
      expectRefused(result, 'rights', { reason: 'no-role' });
    }
    expectRefused(await printSlip(desk, hands.liaison, { ceremony, ...toDiscipline }), 'rights', { reason: 'not-own' });
    expect(await slipsOf(desk.db, ceremony)).toEqual([]);
  });

  it.each(stages.slice(0, -1))('can be printed while the ceremony stands at “%s”', async (stage) => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, stage);
    expect((await printSlip(desk, hands.drafter, { ceremony, ...toDiscipline })).ok).toBe(true);
    if (stage !== 'ready') return;
    // And what was printed changes nothing of the opening.
    value(await open(desk, hands.drafter, ceremony));
    const late = await printSlip(desk, hands.drafter, { ceremony, ...toDiscipline, reason: '补打' });
    expectRefused(late, 'draw', { reason: 'slip-useless', stage: 'opened' });
  });

  it('is not printed of an aborted ceremony, or of one that there is not', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await frozenAt(desk);
    value(await abort(desk, hands.drafter, { ceremony, reason: '名单有误' }));
    const aborted = await printSlip(desk, hands.drafter, { ceremony, ...toDiscipline });
    expectRefused(aborted, 'draw', { reason: 'slip-useless', stage: 'aborted' });
    expectRefused(await printSlip(desk, hands.drafter, { ceremony: 9, ...toDiscipline }), 'draw', {
      reason: 'no-ceremony',
    });
  });
});
