/**
 * Whatever people do in whatever order, a finding is never closed without a disposal, a suspected crime never by a penalty, and what was
 * handed over never before its receipt and result. The model knows only what has happened, not the rules.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Demands } from '../../core/follow-up/demand.ts';
import type { NewAct } from '../../core/follow-up/rule.ts';
import type { OutcomeCode } from '../../core/outcome/code.ts';
import { acts, begun, caseOf, type History, isRefusal, received, returned, tried } from './made.ts';

interface Happened {
  disposed: boolean;
  penalised: boolean;
  guided: boolean;
  served: boolean;
  suspected: boolean;
  handed: number | null;
  reminded: string | null;
  mended: boolean;
}

interface Held {
  history: History;
  isClosed: boolean;
}

class Doing implements fc.Command<Happened, Held> {
  readonly act: (handed: number) => NewAct;
  readonly name: string;
  constructor(name: string, act: NewAct | ((handed: number) => NewAct)) {
    this.name = name;
    this.act = typeof act === 'function' ? act : () => act;
  }
  check = () => true;
  toString = () => this.name;
  run(model: Happened, real: Held): void {
    const act = this.act(model.handed ?? 0);
    const at = real.history.today;
    const dated = 'on' in act ? { ...act, on: at } : 'until' in act ? { ...act, until: '2025-07-14' } : act;
    const next = tried(real.history, dated, 'l2');
    const before = caseOf(real.history);
    // What is owed is always somebody's, and something is owed until it is closed.
    expect(before.owed.every(({ by }) => by === 'scjg' || by === 'wj')).toBe(true);
    expect(before.state === 'closed' || before.owed.length > 0).toBe(true);
    if (isRefusal(next)) return;
    if (act.kind === 'case-closed') {
      expect(model.disposed).toBe(true);
      expect(model.suspected).toBe(false);
      expect(model.handed).toBeNull();
      if (real.history.demands.twoSlips && model.penalised) expect(model.guided).toBe(true);
      if (real.history.demands.letter && model.penalised) expect(model.served).toBe(true);
      expect(real.isClosed).toBe(false);
      real.isClosed = true;
    }
    if (act.kind === 'abnormal-listed') {
      expect(model.mended).toBe(false);
      expect(model.reminded !== null && model.reminded < at).toBe(true);
    }
    happen(model, dated, 10 + real.history.acts.length);
    real.history = next;
    if (real.isClosed) expect(caseOf(next).state).toBe('closed');
  }
}

class DaysPass implements fc.Command<Happened, Held> {
  check = () => true;
  toString = () => 'days pass';
  run(_: Happened, real: Held): void {
    const day = Number(real.history.today.slice(8));
    real.history = { ...real.history, today: `2025-07-${String(Math.min(28, day + 3)).padStart(2, '0')}` };
  }
}

/** What each act makes true in the world, whatever the rules think of it. */
function happen(model: Happened, act: NewAct, seq: number): void {
  switch (act.kind) {
    case 'correction-checked':
      model.disposed ||= act.result === 'corrected';
      model.mended ||= act.result === 'corrected' && model.reminded !== null;
      return;
    case 'penalty-decided':
      model.disposed = true;
      model.penalised = true;
      return;
    case 'guidance-given':
      model.guided = true;
      return;
    case 'repair-letter-sent':
      model.served = true;
      return;
    case 'leniency-applied':
      model.disposed ||= act.list === 'no-penalty';
      return;
    case 'case-transferred':
      model.handed = seq;
      return;
    case 'transfer-returned':
      model.handed = null;
      model.disposed ||= act.result === 'penalised';
      model.suspected ||= act.result === 'suspected-crime';
      return;
    case 'crime-referred':
      model.suspected = true;
      return;
    case 'crime-answered':
      model.suspected = false;
      model.disposed ||= act.answer === 'accepted';
      return;
    case 'listing-reminded':
      model.reminded = act.until;
      model.mended = false;
      return;
    case 'abnormal-listed':
    case 'joint-punishment-recorded':
      model.disposed = true;
      return;
    default:
      return;
  }
}

it('no order of acts closes a finding without a disposal, a suspected crime by a penalty, or a transfer before its result', () => {
  const { transfer, ...others } = acts;
  const doing = [
    ...Object.entries(others)
      .filter(([name]) => name !== 'closeAsNone')
      .map(([name, act]) => new Doing(name, act)),
    new Doing('transfer', transfer),
    new Doing('receive', (seq) => received(seq)),
    new Doing('return', (seq) => returned(seq)),
    new Doing('return as crime', (seq) => returned(seq, 'suspected-crime')),
    new Doing('send back', (seq) => returned(seq, 'not-accepted')),
  ].map((command) => fc.constant(command));
  const demands: fc.Arbitrary<Partial<Demands>> = fc.record({
    twoSlips: fc.boolean(),
    letter: fc.boolean(),
    reminder: fc.constant(true),
    caution: fc.boolean(),
  });
  const codes: fc.Arbitrary<OutcomeCode> = fc.constantFrom('pending', 'unreachable', 'not-published', 'police');
  fc.assert(
    fc.property(
      fc.commands([...doing, fc.constant(new Doing('close', acts.close)), fc.constant(new DaysPass())], {
        size: 'medium',
        maxCommands: 60,
      }),
      demands,
      codes,
      (commands, asked, code) => {
        const setup = () => ({
          model: {
            disposed: false,
            penalised: false,
            guided: false,
            served: false,
            suspected: false,
            handed: null,
            reminded: null,
            mended: false,
          },
          real: { history: begun({ code }, asked), isClosed: false },
        });
        fc.modelRun(setup, commands);
      },
    ),
    { numRuns: 300 },
  );
});
