/**
 * The life of a visit, whatever order people act in: two departments, thousands of histories. The model remembers only what each did last, and
 * the fold must say the same.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Coming } from '../../core/visit/fact.ts';
import { endedAt, needsOf, type VisitRule } from '../../core/visit/need.ts';
import { after, bodyState, isAgreed, isApproved, newVisit, type VisitState } from '../../core/visit/state.ts';
import { answered, asked, decided, desked, entries, held, id, proposed, type Told } from './made.ts';

interface Own {
  request: number;
  approved: boolean;
  clean: boolean | null;
  there: boolean;
}
interface Model {
  seq: number;
  agenda: number;
  agreed: Set<string>;
  own: Map<string, Own>;
}
interface Real {
  state: VisitState;
}

const departments = ['scjg', 'wj'] as const;
type Department = (typeof departments)[number];
const rules: readonly VisitRule[] = [
  { planned: 'on-site', desk: null, signs: false },
  { planned: 'on-site', desk: { suffices: true }, signs: false },
  { planned: 'desk', desk: null, signs: false },
];

const fresh = (): Own => ({ request: 0, approved: false, clean: null, there: false });

class Act implements fc.Command<Model, Real> {
  readonly name: string;
  readonly who: Department;
  readonly told: (model: Model) => Told;
  readonly does: (model: Model, own: Own) => void;
  constructor(name: string, who: Department, told: Act['told'], does: Act['does']) {
    [this.name, this.who, this.told, this.does] = [name, who, told, does];
  }
  check = () => true;
  toString = () => `${this.name} ${this.who}`;
  run(model: Model, real: Real): void {
    const [entry] = entries([this.told(model)]);
    if (entry === undefined) throw new Error('no entry');
    model.seq += 1;
    const own = model.own.get(this.who) ?? fresh();
    model.own.set(this.who, own);
    this.does(model, own);
    real.state = after(real.state, { ...entry, seq: model.seq });
    for (const each of departments) agrees(model, real.state, each);
    expect(isAgreed(real.state, departments)).toBe(
      model.agenda > 0 && departments.every((each) => model.agreed.has(each)),
    );
  }
}

/** What the fold says of a department, against what it did. */
function agrees(model: Model, state: VisitState, department: Department): void {
  const own = model.own.get(department) ?? fresh();
  const body = bodyState(state, department);
  expect(isApproved(body)).toBe(own.approved);
  for (const rule of rules) {
    const atDesk = own.clean !== null && (rule.planned !== 'on-site' || (own.clean && rule.desk?.suffices === true));
    expect(endedAt(body, rule)).toBe(own.there ? 'door' : atDesk ? 'desk' : null);
    // Nothing is finished that ended nowhere, and nothing that took place in 2025 without a word of the head.
    const needs = needsOf(body, rule, { left: 0, signed: true });
    if (needs.length === 0) expect(own.there || atDesk).toBe(true);
    if (needs.length === 0 && own.there) expect(body.approval?.decided ?? null).not.toBeNull();
  }
}

const comings: readonly Coming[] = ['inspected', 'refused', 'closed', 'moved', 'unreachable', 'deferred'];
const who = fc.constantFrom(...departments);
const acts = [
  who.map(
    (by) =>
      new Act(
        'ask',
        by,
        () => asked(by),
        (model, own) => Object.assign(own, { request: model.seq, approved: false }),
      ),
  ),
  fc.tuple(who, fc.boolean(), fc.boolean()).map(
    ([by, yes, last]) =>
      new Act(
        yes ? 'approve' : 'return',
        by,
        (model) => decided(by, (model.own.get(by)?.request ?? 0) - (last ? 0 : 1), yes),
        (_, own) => {
          if (last && own.request > 0) own.approved = yes;
        },
      ),
  ),
  who.map(
    (by) =>
      new Act(
        'propose',
        by,
        () => proposed(by, '2025-07-10'),
        (model) => Object.assign(model, { agenda: model.seq, agreed: new Set([by]) }),
      ),
  ),
  fc.tuple(who, fc.boolean(), fc.boolean()).map(
    ([by, yes, last]) =>
      new Act(
        'answer',
        by,
        (model) => answered(by, model.agenda - (last ? 0 : 1), yes),
        (model) => {
          if (!last || model.agenda === 0) return;
          if (yes) model.agreed.add(by);
          else model.agreed.delete(by);
        },
      ),
  ),
  fc.tuple(who, fc.boolean()).map(
    ([by, clean]) =>
      new Act(
        'desk',
        by,
        () => desked(by, clean),
        (_, own) => Object.assign(own, { clean }),
      ),
  ),
  fc.tuple(who, fc.constantFrom(...comings)).map(
    ([by, coming]) =>
      new Act(
        coming,
        by,
        () => held(by, '2025-07-10', coming, '险情'),
        (_, own) => {
          if (coming !== 'deferred') own.there = true;
        },
      ),
  ),
];

it('whatever order people act in, a visit is approved, agreed and ended exactly as they last said', () => {
  fc.assert(
    fc.property(fc.commands(acts, { maxCommands: 40 }), (commands) => {
      const model: Model = { seq: 0, agenda: 0, agreed: new Set(), own: new Map() };
      fc.modelRun(() => ({ model, real: { state: newVisit(id) } }), commands);
    }),
    { numRuns: 300, seed: 20250710 },
  );
});
