/** A visit folded from its facts: approval, notice, agenda, record, end. */
import { describe, expect, it } from 'vitest';
import { agendaFault, heldAlone } from '../../core/visit/alone.ts';
import { deskComesFirst, endedAt, needsOf, type VisitRule } from '../../core/visit/need.ts';
import { progressOf } from '../../core/visit/progress.ts';
import { bodyState, isAgreed, isApproved, visitState } from '../../core/visit/state.ts';
import { answered, asked, decided, desked, entries, finished, held, id, noticed, proposed, type Told } from './made.ts';

const standing = (...told: readonly Told[]) => visitState(id, entries(told));
const bodyAfter = (...told: readonly Told[]) => bodyState(standing(...told), 'scjg');
const onSite: VisitRule = { planned: 'on-site', desk: null, signs: false };
const deskFirst: VisitRule = { ...onSite, desk: { suffices: true } };

describe('a visit as it stands', () => {
  it('the decision on the last request holds, and one on an earlier request says nothing', () => {
    expect(isApproved(bodyAfter(asked('scjg'), decided('scjg', 1, true)))).toBe(true);
    expect(
      isApproved(bodyAfter(asked('scjg'), decided('scjg', 1, false), asked('scjg'), decided('scjg', 1, true))),
    ).toBe(false);
    expect(isApproved(bodyAfter(asked('wj'), decided('wj', 1, true)))).toBe(false);
  });

  it('the first notice told everything that is to be got ready, the last one names the day', () => {
    const body = bodyAfter(noticed('scjg', '2025-07-10', ['甲', '乙']), noticed('scjg', '2025-07-12', ['甲']));
    expect([body.firstNotice?.materials, body.notice?.on]).toEqual([['甲', '乙'], '2025-07-12']);
  });

  it('those are named who stood at this door, not all who went that day', () => {
    expect(bodyAfter(held('scjg', '2025-07-10')).held?.officers.map(({ number }) => number)).toEqual(['scjg-1']);
  });

  it('what was put off is kept and is no visit', () => {
    const body = bodyAfter(held('scjg', '2025-07-10', 'deferred'));
    expect([body.went.length, body.held]).toEqual([1, null]);
    expect(bodyAfter(held('scjg', '2025-07-10'), held('scjg', '2025-07-11', 'deferred')).held?.on).toBe('2025-07-10');
  });

  it('a body that was erased on record counts as nothing recorded', () => {
    const [first] = entries([held('scjg', '2025-07-10')]);
    if (first === undefined) throw new Error('no entry');
    expect(visitState(id, [{ ...first, body: null }]).bodies.size).toBe(0);
  });
});

describe('the agenda of a joint visit', () => {
  const going = ['scjg', 'wj'];
  it('S4-39: is agreed once every department that goes has said so; a new proposal is answered anew', () => {
    expect(agendaFault(standing(), going)).toEqual({ kind: 'no-agenda' });
    expect(agendaFault(standing(proposed('scjg', '2025-07-10')), going)).toEqual({
      kind: 'not-agreed',
      waiting: ['wj'],
      against: [],
    });
    const against = standing(proposed('scjg', '2025-07-10'), answered('wj', 1, false));
    expect(agendaFault(against, going)).toEqual({ kind: 'not-agreed', waiting: [], against: ['wj'] });
    const agreed = [proposed('scjg', '2025-07-10'), answered('wj', 1, true)];
    expect(isAgreed(standing(...agreed), going)).toBe(true);
    expect(isAgreed(standing(...agreed, proposed('scjg', '2025-07-11'), answered('wj', 1, true)), going)).toBe(false);
    expect(agendaFault(standing(), ['scjg'])).toBeNull();
  });

  it('S4-40: whoever went without the others is named, but not before the day is over, nor for one whose part ended at the desk', () => {
    const alone = standing(held('scjg', '2025-07-10'), held('wj', '2025-07-12'));
    expect(heldAlone(alone, going, '2025-07-13')).toEqual([
      { department: 'scjg', on: '2025-07-10', without: ['wj'] },
      { department: 'wj', on: '2025-07-12', without: ['scjg'] },
    ]);
    expect(heldAlone(standing(held('scjg', '2025-07-10')), going, '2025-07-10')).toEqual([]);
    expect(heldAlone(standing(held('scjg', '2025-07-10'), held('wj', '2025-07-10')), going, '2025-07-20')).toEqual([]);
    const atDesk = standing(held('scjg', '2025-07-10'), desked('wj', true), finished('wj', 'desk'));
    expect(heldAlone(atDesk, going, '2025-07-20')).toEqual([]);
  });
});

describe('what is still owed', () => {
  it('S4-41: a visit planned on site ends at the door, whatever was seen at the desk', () => {
    expect(endedAt(bodyAfter(desked('scjg', true)), onSite)).toBeNull();
    expect(endedAt(bodyAfter(held('scjg', '2025-07-10', 'closed')), onSite)).toBe('door');
    expect(endedAt(bodyAfter(desked('scjg', false)), { ...onSite, planned: 'desk' })).toBe('desk');
  });

  it('S0-18, S0-19: where the class begins at the desk nobody goes before it, and a clean one needs no door', () => {
    expect(deskComesFirst(bodyAfter(), deskFirst)).toBe(true);
    expect(deskComesFirst(bodyAfter(), onSite)).toBe(false);
    expect(needsOf(bodyAfter(), deskFirst, { left: 0, signed: false })).toEqual(['desk']);
    expect(endedAt(bodyAfter(desked('scjg', true)), deskFirst)).toBe('desk');
    expect(needsOf(bodyAfter(desked('scjg', true)), deskFirst, { left: 0, signed: false })).toEqual([]);
    expect(needsOf(bodyAfter(desked('scjg', false)), deskFirst, { left: 0, signed: false })).toEqual(['door']);
  });

  it('S2-46: outcomes and, where the policy asks for it, the signature of the inspected', () => {
    const signs = { ...onSite, signs: true };
    const body = bodyAfter(held('scjg', '2024-07-10'));
    expect(needsOf(body, signs, { left: 2, signed: false })).toEqual(['outcomes', 'signature']);
    expect(needsOf(body, signs, { left: 0, signed: true })).toEqual([]);
    // Nobody was there who could have signed.
    expect(needsOf(bodyAfter(held('scjg', '2024-07-10', 'closed')), signs, { left: 0, signed: false })).toEqual([]);
  });

  it('an approval is owed of a visit of 2025, not of one of 2024; one that was refused afterwards stays on record', () => {
    const owed = (...told: readonly Told[]) => needsOf(bodyAfter(...told), onSite, { left: 0, signed: false });
    expect(owed(held('scjg', '2024-07-10'))).toEqual([]);
    expect(owed(held('scjg', '2025-07-10', 'inspected', '险情'))).toEqual(['approval']);
    expect(
      owed(held('scjg', '2025-07-10', 'inspected', '险情'), asked('scjg', '险情'), decided('scjg', 2, false)),
    ).toEqual([]);
  });

  it('is counted for each department', () => {
    const state = standing(asked('scjg'), decided('scjg', 1, true), held('wj', '2025-07-10', 'inspected', '险情'));
    const visits = [{ no: '3-0012', going: ['scjg', 'wj'], state }];
    expect(progressOf(visits, 'scjg', '2025-07-11')).toMatchObject({ visits: 1, approved: 1, held: 0, unapproved: [] });
    expect(progressOf(visits, 'wj', '2025-07-11')).toMatchObject({
      held: 1,
      unapproved: ['3-0012'],
      alone: [{ no: '3-0012', without: ['scjg'] }],
    });
  });
});
