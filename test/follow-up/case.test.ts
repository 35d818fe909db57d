/** 后续处置: what each kind of finding needs before it can be closed, said by the rules alone. */
import { describe, expect, it } from 'vitest';
import { demandsOf } from '../../core/follow-up/demand.ts';
import { followUpOf } from '../../core/follow-up/figure.ts';
import { policies } from '../../core/policy/index.ts';
import { acts, begun, caseOf, having, received, returned, stepsOf, why } from './made.ts';

const { order, corrected, notCorrected, penalty, guidance, letter, noPenalty, mitigated } = acts;
const { transfer, crime, crimeTaken, crimeBack, remind, list, joint, close, closeAsNone } = acts;

describe('a finding', () => {
  it('is open from the moment it is entered, and its department owes the disposal', () => {
    const held = caseOf(begun());
    expect(held.state).toBe('open');
    expect(held.owed).toEqual([{ kind: 'dispose', by: 'scjg', since: '2025-07-01', due: null, transfer: null }]);
    expect(why(begun(), close)).toBe('lacking');
  });

  it('S3-53 has a disposal with its date before it is closed, and each disposal stands with it', () => {
    const held = caseOf(having(begun(), order, corrected, penalty, close));
    expect(held.state).toBe('closed');
    expect(held.disposals.map(({ kind, day }) => [kind, day])).toEqual([
      ['corrected', '2025-07-10'],
      ['penalty', '2025-07-10'],
    ]);
  });

  it('that was corrected at once is closed by its own outcome; whoever does more about it closes it again', () => {
    const once = begun({ code: 'corrected', wasOpen: false });
    expect(caseOf(once)).toMatchObject({ state: 'closed', owed: [], closed: { seq: 5 } });
    expect(stepsOf(having(once, guidance))).toEqual(['close']);
    // What was open before is not ended by entering it anew: somebody looks at it and says so.
    const anew = begun({ code: 'corrected' });
    expect(stepsOf(anew)).toEqual(['dispose']);
    expect(stepsOf(having(anew, corrected))).toEqual(['close']);
  });

  it('S0-40 whose correction was ordered is looked at again by that day, and stands with the day until then', () => {
    const ordered = having(begun(), order);
    expect(caseOf(ordered).owed).toMatchObject([{ kind: 'check-correction', due: '2025-07-20' }]);
    expect(why(ordered, close)).toBe('lacking');
    expect(caseOf(having(ordered, corrected)).state).toBe('disposed');
    expect(why(begun(), { ...order, by: '2025-07-01' })).toBe('too-early');
    expect(why(begun(), corrected)).toBe('nothing-ordered');
    expect(why(ordered, { ...corrected, on: '2025-06-29' })).toBe('too-early');
    expect(why(ordered, { ...corrected, on: '2025-07-11' })).toBe('in-future');
  });

  it('S4-42 the day by which the record of the check orders a correction counts without being typed again', () => {
    const ordered = begun({ correctBy: '2025-07-15' });
    expect(caseOf(ordered).owed).toMatchObject([{ kind: 'check-correction', due: '2025-07-15' }]);
    expect(stepsOf(having(ordered, corrected))).toEqual(['close']);
    expect(caseOf(having(ordered, order)).owed).toMatchObject([{ due: '2025-07-20' }]);
  });

  it('that was not corrected asks for a next step: another order, a penalty, a transfer', () => {
    const failed = having(begun(), order, notCorrected);
    expect(stepsOf(failed)).toEqual(['next']);
    expect(why(failed, close)).toBe('lacking');
    expect(stepsOf(having(failed, order))).toEqual(['check-correction']);
    expect(stepsOf(having(failed, penalty))).toEqual(['close']);
  });
});

describe('penalties', () => {
  it('S0-39 a penalty without a guidance slip does not close the case where both slips are asked for', () => {
    const punished = having(begun({}, { twoSlips: true }), penalty);
    expect(stepsOf(punished)).toEqual(['guidance']);
    expect(why(punished, close)).toBe('lacking');
    expect(why(having(punished, guidance), close)).toBeNull();
  });

  it('S0-59 the notice is served only together with the repair letter, under one number, day and receipt', () => {
    const punished = having(begun({}, { letter: true }), penalty);
    expect(caseOf(punished).owed).toMatchObject([{ kind: 'letter', due: '2025-07-10' }]);
    expect(why(punished, { ...letter, number: '罚〔2025〕9号' })).toBe('no-decision');
    const served = having(punished, letter);
    expect(caseOf(served).decisions).toMatchObject([{ number: penalty.number, served: letter.on }]);
    expect(why(served, letter)).toBe('served-already');
    expect(why(served, close)).toBeNull();
  });

  it('S0-60 a decision opens the repair with the first day on which it can be applied for', () => {
    const asks = begun({}, { repairDay: true });
    expect(why(asks, { ...penalty, repairFrom: null })).toBe('repair-day-missing');
    const apply = { kind: 'credit-repaired', step: 'applied', number: '', online: true, told: [], words: '' } as const;
    const punished = having(asks, penalty);
    expect(why(punished, { ...apply, on: '2025-07-10' })).toBe('repair-early');
    const later = { ...punished, today: '2025-10-11' };
    expect(stepsOf(having(later, close, { ...apply, on: '2025-10-10' }))).toEqual(['repair']);
  });

  it('S0-61 S1-43 a repair is applied for, decided and carried out, one after the other', () => {
    const on = '2025-10-11';
    const step = (name: 'applied' | 'granted' | 'denied' | 'carried-out') =>
      ({ kind: 'credit-repaired', step: name, number: '', on, online: true, told: ['wj'], words: '' }) as const;
    const punished = { ...having(begun(), penalty, close), today: on };
    expect(why(punished, step('granted'))).toBe('repair-order');
    const done = having(punished, step('applied'), step('denied'), step('applied'), step('granted'));
    expect(stepsOf(done)).toEqual(['repair']);
    expect(caseOf(having(done, step('carried-out')))).toMatchObject({ owed: [], repair: { step: 'carried-out' } });
    expect(why({ ...begun(), today: on }, step('applied'))).toBe('nothing-to-repair');
  });

  it('S0-41 不予处罚 disposes of a finding; 减轻 and 从轻 say how a penalty is measured and do so only with one', () => {
    expect(stepsOf(having(begun(), noPenalty))).toEqual(['close']);
    expect(stepsOf(having(begun(), mitigated))).toEqual(['dispose']);
    expect(stepsOf(having(begun(), mitigated, penalty))).toEqual(['close']);
  });

  it('S4-59 coercion, penalty, joint punishment, the judicial organs or a listed leniency: each ends a finding', () => {
    const ways = [[{ ...penalty, measure: 'coercion' as const }], [penalty], [joint], [crime, crimeTaken], [noPenalty]];
    for (const way of ways) expect(caseOf(having(begun(), ...way, close)).state).toBe('closed');
    for (const way of [[guidance], [mitigated], []]) expect(why(having(begun(), ...way), close)).toBe('lacking');
  });

  it('S4-60 S2-60 S3-60 joint punishment is in one of the fields that the policy names, and has a beginning and an end', () => {
    const asks = begun({}, { fields: ['行业准入', '项目审批', '获得信贷'] });
    expect(why(asks, joint)).toBeNull();
    expect(why(asks, { ...joint, field: '出境' })).toBe('field-unknown');
    expect(why(asks, { ...joint, to: '2025-07-01' })).toBe('too-early');
  });

  it('S3-61 where violations are classified a decision says how grave it is', () => {
    const asks = begun({}, { degree: true });
    expect(why(asks, { ...penalty, degree: null })).toBe('degree-missing');
    expect(caseOf(having(asks, penalty)).degree).toBe('ordinary');
    // Where the outcome says it already, nobody is asked again.
    expect(why(begun({ degree: 'minor' }, { degree: true }), { ...penalty, degree: null })).toBeNull();
  });
});

describe('transfers', () => {
  it('S2-55 S3-54 S0-56 what was handed over waits for the receiver, who signs and tells the result', () => {
    const handed = having(begun(), transfer);
    expect(caseOf(handed).owed).toMatchObject([{ kind: 'receive', by: 'wj', transfer: 10 }]);
    expect(why(handed, transfer)).toBe('transfer-runs');
    expect(why(handed, close)).toBe('transfer-runs');
    expect(why(handed, returned(10))).toBe('not-received');
    expect(why(handed, received(10, 'l1'))).toBe('giver-receives');
    const signed = having(handed, received(10));
    expect(caseOf(signed).owed).toMatchObject([{ kind: 'result', by: 'wj', transfer: 10 }]);
  });

  it('S0-58 what the receiver tells is the disposal of the finding, without being typed again', () => {
    const handed = having(begun(), transfer, received(10), returned(10));
    expect(caseOf(handed)).toMatchObject({ state: 'disposed', disposals: [{ kind: 'transferred' }] });
    const back = having(begun(), transfer, received(10), returned(10, 'not-accepted'));
    expect(stepsOf(back)).toEqual(['dispose']);
    const suspected = having(begun(), transfer, received(10), returned(10, 'suspected-crime'));
    expect(stepsOf(suspected)).toEqual(['refer']);
  });
});

describe('suspected crimes', () => {
  it('S2-56 a suspected crime is never closed by a penalty: the judicial organs answer first', () => {
    const suspected = having(begun(), crime, penalty);
    expect(why(suspected, close)).toBe('crime-suspected');
    expect(why(suspected, noPenalty)).toBe('crime-suspected');
    expect(caseOf(having(suspected, crimeTaken, close)).state).toBe('closed');
  });

  it('S3-55 a referral that was declined is the department’s to deal with again', () => {
    expect(stepsOf(having(begun(), crime))).toEqual(['crime-answer']);
    expect(stepsOf(having(begun(), crime, crimeBack))).toEqual(['dispose']);
    expect(stepsOf(having(begun(), crime, crimeBack, penalty))).toEqual(['close']);
  });
});

describe('the abnormal list', () => {
  const unreachable = begun({ code: 'unreachable' }, { reminder: true, caution: true });

  it('S1-41 an enterprise is listed only after it was reminded and the time is over', () => {
    expect(why(unreachable, list)).toBe('not-reminded');
    const reminded = having(unreachable, remind);
    expect(caseOf(reminded).owed).toMatchObject([{ kind: 'list', due: '2025-07-20' }]);
    expect(why(reminded, list)).toBe('reminder-runs');
    const over = { ...reminded, today: '2025-07-21' };
    expect(why(over, list)).toBe('reminder-runs');
    expect(caseOf(having(over, { ...list, on: '2025-07-21' }, close)).state).toBe('closed');
    expect(why(begun(), list)).toBe('not-listable');
  });

  it('S1-42 whoever mended within the time is not listed, and a listing names what was considered', () => {
    const over = { ...having(unreachable, remind), today: '2025-07-21' };
    expect(why(over, { ...list, on: '2025-07-21', considered: ' ' })).toBe('caution-missing');
    const mended = having(unreachable, remind, corrected);
    expect(caseOf(mended).state).toBe('disposed');
    expect(why({ ...mended, today: '2025-07-21' }, { ...list, on: '2025-07-21' })).toBe('mended-in-time');
  });
});

describe('an outcome that is no problem any more', () => {
  it('is not closed in silence: the reason goes on record, and what lies with others is waited for', () => {
    const none = begun({ code: 'no-problem', outcome: 9 });
    expect(stepsOf(none)).toEqual(['explain']);
    expect(why(none, penalty)).toBe('no-problem-left');
    expect(why(none, close)).toBe('no-problem-left');
    expect(caseOf(having(none, closeAsNone)).state).toBe('closed');
    expect(why(begun(), closeAsNone)).toBe('still-a-problem');
    const handed = { ...having(begun(), transfer), finding: none.finding };
    expect(why(handed, closeAsNone)).toBe('transfer-runs');
  });

  it('is open again when a problem is entered after all', () => {
    const ended = having(begun({ code: 'no-problem', outcome: 9 }), closeAsNone);
    const again = { ...ended, finding: { ...ended.finding, code: 'pending' as const, outcome: 40 } };
    expect(caseOf(again).state).toBe('open');
  });
});

it('S0-39 S0-59 S1-41 S4-60 what is asked of a disposal is what the policy in force says, and nothing of the others', () => {
  const asked = policies.map((policy) => [policy.id, demandsOf(policy, '2025-07-01')] as const);
  expect(Object.fromEntries(asked)).toMatchObject({
    'sanming-2025': { twoSlips: true, letter: true, repairDay: true, reminder: false, fields: null },
    'shishi-2024': { twoSlips: false, reminder: true, caution: true },
    'fuan-2018': { twoSlips: false, letter: false, reminder: false },
    'wannian-2022': { degree: true, reminder: false },
    'ganzhou-2023': { degree: false, fields: ['行业准入', '项目审批', '获得信贷'] },
  });
});

it('S4-45 one open finding lowers the rate of its department and is named', () => {
  const closed = caseOf(having(begun({ id: '3/1/scjg/A' }), penalty, close));
  const none = caseOf(having(begun({ id: '3/3/scjg/A', code: 'no-problem' }), closeAsNone));
  const open = caseOf(begun({ id: '3/2/scjg/A' }));
  expect(followUpOf([closed, none, open])).toEqual([
    {
      department: 'scjg',
      findings: ['3/1/scjg/A', '3/2/scjg/A'],
      followedUp: ['3/1/scjg/A'],
      closed: ['3/1/scjg/A'],
      disposed: [],
      underWay: [],
      open: ['3/2/scjg/A'],
    },
  ]);
});
