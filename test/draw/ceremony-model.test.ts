import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapse } from '../../core/draw/ceremony/close.ts';
import type { CeremonyAct, CeremonyFact, Stage } from '../../core/draw/ceremony/state.ts';
import { step } from '../../core/draw/ceremony/step.ts';
import {
  aborts,
  annuls,
  at,
  corrects,
  cosigns,
  draws,
  everybody,
  manifest,
  opens,
  right,
  seals,
  stateAt,
  stranger,
  type Timed,
  types,
  wrong,
} from './ceremony.ts';
import { secretOf } from './make.ts';

/**
 * The model: what was acknowledged, and one line for each stage. Whatever people try, in whatever order and at whatever time, the
 * ceremony stands where these lines say.
 */
interface Model {
  readonly sealed: Set<string>;
  readonly opened: Set<string>;
  ended: 'aborted' | 'annulled' | null;
  hasNumber: boolean;
  isDrawn: boolean;
}

function stageOf({ sealed, opened, ended, hasNumber, isDrawn }: Model, now: string): Stage {
  const witnesses = [...sealed].filter((id) => id !== '0');
  const isSealed = sealed.size === 4 || (now >= at.seal && witnesses.length >= 2 && sealed.has('0'));
  if (ended !== null) return ended;
  if (hasNumber) return isDrawn ? 'opened' : 'ready';
  if (!isSealed) return 'sealing';
  return now >= at.reveal || witnesses.every((id) => opened.has(id)) ? 'number' : 'opening';
}

/** What one accepted act adds to the model. */
function learn(model: Model, act: CeremonyAct, facts: readonly CeremonyFact[]): void {
  const left = (kind: CeremonyFact['kind']) => facts.some((fact) => fact.kind === kind);
  if (act.kind === 'seal') model.sealed.add(act.id);
  if (act.kind === 'open') model.opened.add(act.id);
  if (left('public-number-entered')) model.hasNumber = true;
  if (left('ceremony-opened')) model.isDrawn = true;
  if (left('public-number-corrected')) model.isDrawn = false;
  if (left('ceremony-aborted')) model.ended = 'aborted';
  if (left('ceremony-annulled')) model.ended = 'annulled';
}

describe('whatever people try', () => {
  const anybody = fc.constantFrom(...everybody, stranger);
  const anyNumber = fc.constantFrom(right, wrong, '12');
  const anyTime = fc.constantFrom(...Object.values(at));
  const anyAct: fc.Arbitrary<CeremonyAct> = fc.oneof(
    { weight: 2, arbitrary: anybody.map((id) => cosigns(id)) },
    { weight: 10, arbitrary: anybody.map(seals) },
    { weight: 1, arbitrary: anybody.map((id): CeremonyAct => ({ kind: 'seal', id, commitment: 'd'.repeat(64) })) },
    { weight: 10, arbitrary: anybody.map(opens) },
    { weight: 1, arbitrary: anybody.map((id): CeremonyAct => ({ kind: 'open', id, ...secretOf(id, 'other') })) },
    { weight: 1, arbitrary: fc.constantFrom<CeremonyAct>({ kind: 'close-sealing' }, { kind: 'close-opening' }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(0, 1).map((place): CeremonyAct => ({ kind: 'pass-over', place, reason: '停售' })),
    },
    {
      weight: 10,
      arbitrary: fc
        .tuple(fc.constantFrom('office', 'office2', 'discipline'), anyNumber)
        .map(([who, text]) => types(who, text)),
    },
    {
      weight: 8,
      arbitrary: fc.tuple(anyTime, fc.constantFrom('a', 'c')).map(([when, letter]) => draws(when, letter.repeat(64))),
    },
    { weight: 3, arbitrary: anyNumber.map((text) => corrects(text)) },
    { weight: 1, arbitrary: fc.constantFrom(aborts, annuls) },
  );
  /** Time only moves on; most acts come at the time of the one before. */
  const anyCourse = fc
    .array(
      fc.tuple(anyAct, fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.constant(1) })),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    .map((acts) => {
      const moments = Object.values(at);
      let moment = 0;
      return acts.map(([act, on]): Timed => {
        moment = Math.min(moment + on, moments.length - 1);
        return [act, moments[moment] ?? at.later];
      });
    });
  /** Some begin anew, some in the middle of a ceremony. */
  const anyBeginning = fc.constantFrom<Stage>('sealing', 'opening', 'number', 'ready', 'opened');

  const begun = (stage: Stage): Model => ({
    sealed: new Set(stage === 'sealing' ? [] : everybody),
    opened: new Set(stage === 'sealing' || stage === 'opening' ? [] : ['1', '2', '3']),
    ended: null,
    hasNumber: stage === 'ready' || stage === 'opened',
    isDrawn: stage === 'opened',
  });

  it('the ceremony stands where the model says, and nothing leads from an opened draw back to an undrawn one', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(anyBeginning, anyCourse, (stage, course) => {
        let state = stateAt(stage);
        const model = begun(stage);
        const facts: CeremonyFact[] = [];
        for (const [act, now] of course) {
          const taken = step(manifest, state, act, now);
          const before = state;
          if (taken.ok) {
            state = taken.value.state;
            facts.push(...taken.value.facts);
            learn(model, act, taken.value.facts);
          } else met.add(taken.error.reason);
          expect(elapse(manifest, state, now).state.stage).toBe(stageOf(model, now));
          met.add(state.stage);
          // What was opened stays: draws are only added to, and another one only after a correction on record.
          expect(state.draws.slice(0, before.draws.length)).toEqual(before.draws);
          expect(state.draws.length).toBeLessThanOrEqual(state.misreadings.length + 1);
          if (before.draws.length > 0) expect(['ready', 'opened', 'annulled']).toContain(state.stage);
          expect(state.sealed.filter(({ id }) => before.sealed.some((each) => each.id === id))).toEqual(before.sealed);
          if (before.sealingClosed !== null) expect(state.sealed).toEqual(before.sealed);
          if (before.openingClosed !== null) expect(state.absent).toEqual(before.absent);
        }
        const told = (kind: CeremonyFact['kind']) => facts.filter((fact) => fact.kind === kind);
        for (const kind of [
          'sealing-closed',
          'opening-closed',
          'public-number-entered',
          'ceremony-aborted',
          'ceremony-annulled',
        ] as const) {
          expect(told(kind).length).toBeLessThanOrEqual(1);
        }
        for (const kind of ['ceremony-cosigned', 'secret-sealed', 'secret-opened'] as const) {
          const bodies = told(kind).map(({ body }) => JSON.stringify(body));
          expect(new Set(bodies).size).toBe(bodies.length);
        }
        expect(told('ceremony-opened').length).toBeLessThanOrEqual(told('public-number-corrected').length + 1);
      }),
      { numRuns: 1500, seed: 20250701 },
    );
    // The courses are worth something: they met every stage and most of the refusals.
    for (const stage of ['opening', 'number', 'ready', 'opened', 'aborted', 'annulled']) expect(met).toContain(stage);
    expect(met.size).toBeGreaterThan(18);
  });

  it('an act that was acknowledged is acknowledged again without a second fact, at once or at the end', () => {
    fc.assert(
      fc.property(anyBeginning, anyCourse, (stage, course) => {
        let state = stateAt(stage);
        for (const [act, now] of course) {
          const taken = step(manifest, state, act, now);
          if (!taken.ok) continue;
          state = taken.value.state;
          const again = step(manifest, state, act, now);
          if (again.ok) expect(again.value).toEqual({ state, facts: [] });
          // One person cannot be both typists, nor correct what is already corrected; neither leaves anything.
          else expect(['same-person-twice', 'same-number']).toContain(again.error.reason);
        }
      }),
      { numRuns: 700, seed: 20250702 },
    );
  });
});
