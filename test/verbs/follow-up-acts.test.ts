/** 后续处置 through the verbs: who may, what is linked to what, and what is written down. */
import { describe, expect, it } from 'vitest';
import { answerCrime } from '../../bot/verbs/follow-up/answer-crime.ts';
import { applyLeniency } from '../../bot/verbs/follow-up/apply-leniency.ts';
import type { CaseHeld } from '../../bot/verbs/follow-up/cases.ts';
import { checkCorrection } from '../../bot/verbs/follow-up/check-correction.ts';
import { closeCase } from '../../bot/verbs/follow-up/close-case.ts';
import { decidePenalty, type PenaltyDecision } from '../../bot/verbs/follow-up/decide-penalty.ts';
import { casesMeant } from '../../bot/verbs/follow-up/named.ts';
import { orderCorrection } from '../../bot/verbs/follow-up/order-correction.ts';
import { receiveTransfer } from '../../bot/verbs/follow-up/receive-transfer.ts';
import { recordJointPunishment } from '../../bot/verbs/follow-up/record-joint-punishment.ts';
import { recordRevisit } from '../../bot/verbs/follow-up/record-revisit.ts';
import { referCrime } from '../../bot/verbs/follow-up/refer-crime.ts';
import { returnTransfer } from '../../bot/verbs/follow-up/return-transfer.ts';
import { sendRepairLetter } from '../../bot/verbs/follow-up/send-repair-letter.ts';
import { transferCase } from '../../bot/verbs/follow-up/transfer-case.ts';
import { keepDocument } from '../../bot/verbs/registry/keep-document.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { digest } from '../../core/digest.ts';
import { dossierOf } from '../../db/dossier.ts';
import { verifyLedger } from '../../db/ledger.ts';
import { facts, value } from '../desk.ts';
import { expectRefused, hands } from '../drawn-desk.ts';
import { type FoundDesk, foundDesk } from '../follow-up/found-desk.ts';

const three = (cases: readonly CaseHeld[]): readonly [CaseHeld, CaseHeld, CaseHeld] => {
  const [a, b, c] = cases;
  if (a === undefined || b === undefined || c === undefined) throw new Error('three are found');
  return [a, b, c];
};

const decision = (held: CaseHeld, on: string, changes: Partial<PenaltyDecision> = {}): PenaltyDecision => ({
  cases: [held.id],
  measure: 'penalty',
  number: '清市监罚〔2025〕1号',
  on,
  subject: held.subject?.key.split(':')[1] ?? '',
  task: held.tasks[0] ?? '',
  words: '',
  degree: null,
  repairFrom: '2026-01-01',
  guidance: '',
  ...changes,
});

const stateOf = async ({ cases }: FoundDesk, id: string) => (await cases()).find((each) => each.id === id);

describe('a finding through its acts', () => {
  it('S0-57 S0-59 S0-39 a decision is linked exactly to task, enterprise and finding, and is served with its letter', async () => {
    const made = await foundDesk();
    const { desk, today } = made;
    const [first, second] = three(await made.cases());
    expect(first).toMatchObject({ state: 'open', department: 'scjg', person: hands.liaison.person });
    expect(first.tasks.length).toBeGreaterThan(0);
    const good = decision(first, today);
    const other = second.subject?.key.split(':')[1] ?? '';
    expectRefused(await decidePenalty(desk, hands.liaison, { ...good, subject: other }), 'follow-up', {
      reason: 'other-subject',
      given: other,
      is: first.subject?.key,
    });
    expectRefused(await decidePenalty(desk, hands.liaison, { ...good, task: '另一任务' }), 'follow-up', {
      reason: 'other-task',
      tasks: first.tasks,
    });
    expectRefused(await decidePenalty(desk, hands.liaison, { ...good, repairFrom: '' }), 'follow-up', {
      reason: 'cases',
      cases: [{ no: first.no, why: { reason: 'repair-day-missing' } }],
    });
    expectRefused(await decidePenalty(desk, hands.otherLiaison, good), 'rights', { reason: 'not-own' });
    expectRefused(await decidePenalty(desk, hands.liaison, { ...good, cases: [first.id, second.id] }), 'follow-up', {
      reason: 'several-subjects',
    });
    const done = value(await decidePenalty(desk, hands.liaison, good));
    expect(done.seqs).toHaveLength(1);
    expect(value(await decidePenalty(desk, hands.liaison, good)).seqs).toEqual([]);
    expectRefused(await decidePenalty(desk, hands.liaison, decision(second, today)), 'follow-up', {
      reason: 'number-taken',
    });
    const close = { cases: [first.id], as: 'disposed', words: '' } as const;
    const lacking = { reason: 'lacking', steps: [{ kind: 'guidance' }, { kind: 'letter' }] };
    expectRefused(await closeCase(desk, hands.liaison, close), 'follow-up', { cases: [{ why: lacking }] });
    // The two slips in one act, for another finding; the letter under the number of its own decision.
    const both = decision(second, today, { number: '清市监罚〔2025〕2号', guidance: '请补建进货台账' });
    expect(value(await decidePenalty(desk, hands.liaison, both)).seqs).toHaveLength(2);
    const letter = { cases: [second.id], number: both.number, on: today, receipt: '送达回证2号' };
    value(await sendRepairLetter(desk, hands.liaison, letter));
    value(await closeCase(desk, hands.liaison, { ...close, cases: [second.id] }));
    expect(await stateOf(made, second.id)).toMatchObject({ state: 'closed', disposals: [{ kind: 'penalty' }] });
    // By the task alone the decision is found beside enterprise and finding.
    const dossier = await dossierOf(desk.db, { matter: 'task', id: first.tasks[0] ?? '' });
    expect(dossier.find(({ kind }) => kind === 'penalty-decided')?.body).toMatchObject({
      number: good.number,
      cases: [first.id],
      subject: first.subject?.key,
    });
    expect((await verifyLedger(desk.db)).ok).toBe(true);
  });

  it('S0-41 S2-64 S3-64 only an entry of the registered list is applied, by the head, with the reason', async () => {
    const made = await foundDesk(['pending', 'corrected', 'pending']);
    const { desk } = made;
    const [held, once, anew] = three(await made.cases());
    // Corrected at once it is closed; entered anew as corrected it is still looked at.
    expect(once).toMatchObject({ state: 'closed', owed: [], disposals: [{ kind: 'corrected-at-once' }] });
    await made.reenter(anew, 'corrected');
    expect(await stateOf(made, anew.id)).toMatchObject({ state: 'open', owed: [{ kind: 'dispose' }] });
    const entry = '首次未建立进货查验记录';
    const lenient = { cases: [held.id], list: 'no-penalty', entry, words: '首次且已改正', degree: 'minor' } as const;
    expectRefused(await applyLeniency(desk, hands.liaison, lenient), 'rights', { reason: 'no-role' });
    expectRefused(await applyLeniency(desk, hands.head, lenient), 'follow-up', { reason: 'no-leniency-list' });
    value(
      await keepDocument(desk, hands.liaison, {
        list: 'leniency',
        department: 'scjg',
        title: '包容审慎四张清单',
        digest: digest('test/document', '四张清单'),
        inForce: '2025-01-01',
        parts: [
          { part: '不予处罚', where: entry },
          { part: '从轻处罚', where: '主动消除危害' },
        ],
      }),
    );
    expectRefused(await applyLeniency(desk, hands.head, { ...lenient, entry: '看着办' }), 'follow-up', {
      reason: 'not-an-entry',
      entries: [entry],
    });
    expectRefused(await applyLeniency(desk, hands.head, { ...lenient, words: ' ' }), 'follow-up', {
      reason: 'text-missing',
      field: 'words',
    });
    // 免处罚强制清单 is a list of its own, whose entries are its parts.
    const exempt = { ...lenient, entry: '未亮照经营，及时改正' };
    expectRefused(await applyLeniency(desk, hands.head, exempt), 'follow-up', { reason: 'not-an-entry' });
    value(
      await keepDocument(desk, hands.liaison, {
        list: 'exemption',
        department: 'scjg',
        title: '免处罚强制清单',
        digest: digest('test/document', '免处罚强制清单'),
        inForce: '2025-01-01',
        parts: [{ part: exempt.entry, where: '第三项' }],
      }),
    );
    value(await applyLeniency(desk, hands.head, { ...exempt, cases: [anew.id] }));
    value(await applyLeniency(desk, hands.head, lenient));
    expect(await stateOf(made, held.id)).toMatchObject({ state: 'disposed', disposals: [{ kind: 'leniency' }] });
    value(await closeCase(desk, hands.liaison, { cases: [held.id], as: 'disposed', words: '' }));
  });

  it('S4-43 S4-44 S0-55 S0-56 S0-58 a transfer names its evidence, is signed for by its receiver, and its result ends the finding', async () => {
    const made = await foundDesk();
    const { desk, today } = made;
    const [held] = three(await made.cases());
    const transfer = { cases: [held.id], to: 'wj', unit: '', reason: '属卫生健康部门职责', evidence: '' };
    expectRefused(await transferCase(desk, hands.liaison, { ...transfer, to: '某某局' }), 'follow-up', {
      reason: 'no-receiver',
    });
    expectRefused(await transferCase(desk, hands.liaison, { ...transfer, to: 'scjg' }), 'follow-up', {
      reason: 'unit-missing',
    });
    expectRefused(await transferCase(desk, hands.liaison, { ...transfer, evidence: '只有名称' }), 'follow-up', {
      reason: 'not-evidence',
      line: 1,
    });
    const [no = 0] = value(
      await transferCase(desk, hands.liaison, { ...transfer, evidence: '讯问笔录；案卷第二册' }),
    ).seqs;
    const made2 = (await facts(desk)).findLast(({ kind }) => kind === 'case-transferred');
    expect(made2?.body).toMatchObject({ to: 'wj', giver: hands.liaison.person, evidence: [{}, { name: '讯问笔录' }] });
    const owed = (await owedNow(desk, false)).owed.filter(({ matter }) => matter.kind === 'follow-up');
    expect(owed).toContainEqual(
      expect.objectContaining({
        by: 'department:wj',
        waits: 'department:scjg',
        matter: { kind: 'follow-up', step: 'receive', nos: [held.no], findings: 1, transfer: no },
      }),
    );
    // S0-55: nothing that is found is without somebody who owes the next step.
    expect(owed.flatMap(({ matter }) => (matter.kind === 'follow-up' ? matter.nos : [])).sort()).toEqual(
      (await made.cases()).map((each) => each.no).sort(),
    );
    const result = { transfer: no, result: 'penalised', number: '清卫罚〔2025〕9号', on: today, words: '' } as const;
    expectRefused(await returnTransfer(desk, hands.otherLiaison, result), 'follow-up', { reason: 'cases' });
    expectRefused(await receiveTransfer(desk, hands.liaison, { transfer: no }), 'rights', { reason: 'not-own' });
    value(await receiveTransfer(desk, hands.otherLiaison, { transfer: no }));
    expect(value(await receiveTransfer(desk, hands.otherLiaison, { transfer: no })).seqs).toEqual([]);
    expectRefused(await returnTransfer(desk, hands.otherLiaison, { ...result, number: '' }), 'follow-up', {
      reason: 'text-missing',
      field: 'number',
    });
    value(await returnTransfer(desk, hands.otherLiaison, result));
    expect(await stateOf(made, held.id)).toMatchObject({
      state: 'disposed',
      transfers: [{ result: { result: 'penalised', number: '清卫罚〔2025〕9号' } }],
    });
    value(await closeCase(desk, hands.liaison, { cases: [held.id], as: 'disposed', words: '' }));
    expectRefused(await receiveTransfer(desk, hands.otherLiaison, { transfer: 1 }), 'follow-up', {
      reason: 'no-such-transfer',
    });
  });

  it('S3-55 a suspected crime goes to a named judicial organ with its day and evidence, and the organ’s receipt is recorded', async () => {
    const made = await foundDesk();
    const { desk, today } = made;
    const [held] = three(await made.cases());
    const refer = { cases: [held.id], to: '清漪县公安局', on: today, words: '涉嫌生产销售伪劣产品', evidence: '' };
    expectRefused(await referCrime(desk, hands.liaison, refer), 'rights', { reason: 'no-role' });
    expectRefused(await referCrime(desk, hands.head, { ...refer, to: ' ' }), 'follow-up', {
      reason: 'text-missing',
      field: 'to',
    });
    expectRefused(await referCrime(desk, hands.head, { ...refer, on: '近日' }), 'follow-up', {
      reason: 'not-a-date',
      field: 'on',
    });
    value(await referCrime(desk, hands.head, refer));
    const referred = (await facts(desk)).findLast(({ kind }) => kind === 'crime-referred');
    expect(referred?.body).toMatchObject({ to: refer.to, on: today, evidence: [{ name: '现场照片' }] });
    expect((await stateOf(made, held.id))?.owed).toMatchObject([{ kind: 'crime-answer', by: 'scjg' }]);
    const answer = { cases: [held.id], answer: 'accepted', number: '', on: today, words: '' } as const;
    expectRefused(await answerCrime(desk, hands.liaison, answer), 'follow-up', {
      reason: 'text-missing',
      field: 'number',
    });
    value(await answerCrime(desk, hands.liaison, { ...answer, number: '清公受案字〔2025〕12号' }));
    expect(await stateOf(made, held.id)).toMatchObject({ state: 'disposed', disposals: [{ kind: 'crime' }] });
  });

  it('S0-40 S1-45 orders, re-checks and closings go for all findings in one act; a revisit is no check and has its reason at a door', async () => {
    const made = await foundDesk();
    const { desk, today } = made;
    const [first, second, third] = three(await made.cases());
    const all = { cases: [], nos: [], all: true };
    const cases = await casesMeant(desk, hands.liaison, 'correction-ordered', all);
    expect(cases).toHaveLength(3);
    const order = { cases, by: '2025-12-31', words: '补建台账' };
    expect(value(await orderCorrection(desk, hands.liaison, order)).seqs).toHaveLength(3);
    expect(value(await orderCorrection(desk, hands.liaison, order)).seqs).toEqual([]);
    expectRefused(await orderCorrection(desk, hands.liaison, { ...order, by: '明天' }), 'follow-up', {
      reason: 'not-a-date',
      field: 'by',
    });
    const check = { on: today, result: 'corrected', words: '', evidence: '' } as const;
    value(await checkCorrection(desk, made.inspector, { ...check, cases: [first.id, second.id] }));
    value(await checkCorrection(desk, hands.liaison, { ...check, result: 'not', words: '仍未建', cases: [third.id] }));
    expect((await stateOf(made, third.id))?.owed).toMatchObject([{ kind: 'next', by: 'scjg' }]);
    const closing = await casesMeant(desk, hands.liaison, 'case-closed', all);
    expect(closing).toEqual([first.id, second.id]);
    value(await closeCase(desk, hands.liaison, { cases: closing, as: 'disposed', words: '' }));
    for (const id of ['3/12/scjg', `${first.id}/x`, '99/1/scjg/A', '', '../etc'])
      expectRefused(await closeCase(desk, hands.liaison, { cases: [id], as: 'disposed', words: '' }), 'follow-up', {
        reason: 'no-case',
      });
    expectRefused(await closeCase(desk, hands.liaison, { cases: [], as: 'disposed', words: '' }), 'follow-up', {
      reason: 'no-cases',
    });
    // An outcome that was entered by mistake ends as such, with the reason.
    await made.reenter(third, 'no-problem');
    expect((await stateOf(made, third.id))?.owed).toMatchObject([{ kind: 'explain' }]);
    const none = { cases: [third.id], as: 'no-problem', words: '' } as const;
    expectRefused(await closeCase(desk, hands.liaison, none), 'follow-up', { reason: 'text-missing' });
    value(await closeCase(desk, hands.liaison, { ...none, words: '复核后确认台账齐全，原录入有误' }));
    expect(await stateOf(made, third.id)).toMatchObject({ state: 'closed', closed: { as: 'no-problem' } });
    // S1-45: a revisit is no check; at the door it has its reason.
    const revisit = { book: made.ref.book, no: first.no, way: 'door', on: today, words: '已走访', reason: '' } as const;
    expectRefused(await recordRevisit(desk, hands.liaison, revisit), 'follow-up', { reason: 'door-needs-reason' });
    expectRefused(await recordRevisit(desk, hands.otherLiaison, { ...revisit, way: 'file', no: '9-9' }), 'follow-up', {
      reason: 'no-such-visit',
    });
    const joint = { cases: [first.id], basis: '', field: '行业准入', from: today, to: '2026-07-01', told: ['wj'] };
    expectRefused(await recordJointPunishment(desk, hands.liaison, joint), 'follow-up', {
      reason: 'text-missing',
      field: 'basis',
    });
    value(await recordJointPunishment(desk, hands.liaison, { ...joint, basis: '条例第三条' }));
    value(await recordRevisit(desk, hands.liaison, { ...revisit, way: 'telephone' }));
    value(await recordRevisit(desk, hands.liaison, { ...revisit, way: 'telephone' }));
    expect((await facts(desk)).filter(({ kind }) => kind === 'revisit-recorded')).toHaveLength(1);
  });
});
