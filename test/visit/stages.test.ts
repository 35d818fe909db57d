/** 检查前、检查中、检查后 (三明 2025 三(五)): how far a check is, and what is named before it can be closed. */
import { expect, it } from 'vitest';
import { sayRefusal } from '../../bot/say/refusal.ts';
import { progressLine } from '../../bot/say/visit-work.ts';
import { needsOf, type VisitRule } from '../../core/visit/need.ts';
import { progressOf } from '../../core/visit/progress.ts';
import { bodyState, visitState } from '../../core/visit/state.ts';
import { asked, decided, entries, finished, held, id, noticed, type Told } from './made.ts';

it('S0-37: a check shows how far it is before, at and after the door, and what was left out is named before it is closed', () => {
  const rule: VisitRule = { planned: 'on-site', desk: null, signs: true };
  const road: readonly { readonly told: Told; readonly shows: string }[] = [
    { told: asked('scjg'), shows: '待审批 1' },
    { told: decided('scjg', 1, true), shows: '已批准 1' },
    { told: noticed('scjg', '2025-07-10'), shows: '已通知 1' },
    { told: held('scjg', '2025-07-10'), shows: '现场检查 1' },
    { told: finished('scjg'), shows: '办结 1' },
  ];
  road.forEach(({ shows }, i) => {
    const state = visitState(id, entries(road.slice(0, i + 1).map(({ told }) => told)));
    const progress = progressOf([{ no: '3-0012', going: ['scjg'], state }], 'scjg', '2025-07-31');
    expect(progressLine(progress).zh).toContain(shows);
  });
  const after = (...told: readonly Told[]) => bodyState(visitState(id, entries(told)), 'scjg');
  const needs = (body: ReturnType<typeof after>, left: number, signed: boolean) =>
    needsOf(body, rule, { left, signed });
  expect(needs(after(asked('scjg'), decided('scjg', 1, true)), 2, false)).toEqual(['door', 'outcomes']);
  // Somebody went because it could not wait: the approval is asked for afterwards all the same.
  const urgent = after(held('scjg', '2025-07-10', 'inspected', '险情'));
  expect(needs(urgent, 2, false)).toEqual(['approval', 'outcomes', 'signature']);
  const whole = after(asked('scjg'), decided('scjg', 1, true), held('scjg', '2025-07-10'));
  expect(needs(whole, 0, false)).toEqual(['signature']);
  expect(needs(whole, 0, true)).toEqual([]);
  const said = sayRefusal({
    stage: 'visit',
    why: {
      reason: 'visits',
      book: '3',
      visits: [{ no: '3-0012', faults: [{ kind: 'needs', needs: ['approval', 'outcomes', 'signature'] }] }],
    },
  }).zh;
  for (const word of ['3-0012', '审批', '结果', '签']) expect(said).toContain(word);
});
