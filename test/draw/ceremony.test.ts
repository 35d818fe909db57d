import { describe, expect, it } from 'vitest';
import { elapse } from '../../core/draw/ceremony/close.ts';
import type { Stage } from '../../core/draw/ceremony/state.ts';
import {
  aborts,
  annuls,
  at,
  corrects,
  cosigns,
  draws,
  everybody,
  manifest,
  no,
  opens,
  right,
  road,
  seals,
  stateAt,
  type Timed,
  types,
  walk,
  wrong,
} from './ceremony.ts';
import { secretOf } from './make.ts';

describe('三锁一开: the road', () => {
  it('S2-40: a ceremony that goes well leaves one fact for each act, in order, and the clock closes what is complete', () => {
    expect(
      walk([...everybody.slice(1).map((id): Timed => [cosigns(id), at.sealing]), ...road('annulled')]).facts.map(
        ({ kind }) => kind,
      ),
    ).toEqual([
      ...Array(3).fill('ceremony-cosigned'),
      ...Array(4).fill('secret-sealed'),
      'sealing-closed',
      ...Array(3).fill('secret-opened'),
      'opening-closed',
      'public-number-typed',
      'public-number-entered',
      'ceremony-opened',
      'ceremony-annulled',
    ]);
  });

  it.each(['sealing', 'opening', 'number', 'ready', 'opened', 'aborted', 'annulled'] as const)(
    'the road leads to “%s”',
    (stage) => {
      expect(stateAt(stage).stage).toBe(stage);
    },
  );

  it('whoever sealed and did not open by the deadline is absent, and the draw goes on', () => {
    const sealed = stateAt('opening');
    const { state } = walk(
      [
        [opens('2'), at.opening],
        [types('office'), at.number],
      ],
      sealed,
    );
    expect([state.stage, state.absent, state.openingClosed]).toEqual(['number', ['1', '3'], at.reveal]);
  });

  it('sealing closes at its deadline where the quorum and the desk have sealed, and not before', () => {
    const three = walk(['0', '1', '2'].map((id): Timed => [seals(id), at.sealing])).state;
    expect(elapse(manifest, three, '2025-05-01T08:59:59.999Z').state.stage).toBe('sealing');
    const closed = elapse(manifest, three, at.seal);
    expect([closed.state.stage, closed.state.sealingClosed]).toEqual(['opening', at.seal]);
    expect(closed.facts).toEqual([
      { kind: 'sealing-closed', body: { ceremony: no, at: at.seal, sealed: ['0', '1', '2'] } },
    ]);
  });

  it('without the desk, or with one witness fewer than the quorum, sealing never closes', () => {
    for (const ids of [
      ['1', '2'],
      ['0', '1'],
    ]) {
      const { state } = walk(ids.map((id): Timed => [seals(id), at.sealing]));
      expect(elapse(manifest, state, at.later).state.stage).toBe('sealing');
    }
  });

  it('S2-42: facts name who opened and never the secret; the record of the opening holds no seed', () => {
    const { facts } = walk(road('annulled'));
    const text = JSON.stringify(facts);
    for (const id of everybody) {
      expect(text).not.toContain(secretOf(id).nonce);
      expect(text).not.toContain(secretOf(id).typed);
    }
  });

  it('a number that did not come is passed over with the reason, and the next one counts', () => {
    const six = '3 1 4 1 5 9';
    const { state, facts } = walk(
      [
        [{ kind: 'pass-over', place: 0, reason: '当期停售' }, at.number],
        [types('office', six, 1), at.number],
        [types('discipline', six, 1), at.number],
      ],
      stateAt('number'),
    );
    expect(state.public).toMatchObject({ place: 1, number: six });
    expect(facts[0]).toEqual({
      kind: 'public-number-passed-over',
      body: { ceremony: no, place: 0, reason: '当期停售' },
    });
  });

  it('whoever typed wrong first may put it right before anybody else has typed', () => {
    const { state } = walk(
      [
        [types('office', wrong), at.number],
        [types('office', right), at.number],
        [types('discipline', right), at.number],
      ],
      stateAt('number'),
    );
    expect(state.public?.number).toBe(right);
  });

  it('a corrected number waits for its own opening; both editions stand, the first one first', () => {
    const { state } = walk(
      [
        [corrects(), at.later],
        [draws(at.later, 'c'.repeat(64)), at.later],
      ],
      stateAt('opened'),
    );
    expect(state.draws.map(({ record }) => record)).toEqual(['a'.repeat(64), 'c'.repeat(64)]);
    expect(state.misreadings).toEqual([{ number: right, at: at.later, reason: '公告为02' }]);
    expect([state.stage, state.public?.number, state.opened.filter(({ id }) => id === '0')]).toEqual([
      'opened',
      wrong,
      [{ id: '0', ...secretOf('0'), at: at.number }],
    ]);
  });
});

describe('an act repeated is the same act', () => {
  const repeated: readonly (readonly [string, Stage, Timed])[] = [
    ['co-signing', 'sealing', [cosigns('1'), at.sealing]],
    ['sealing', 'sealing', [seals('1'), at.sealing]],
    ['opening a secret', 'opening', [opens('1'), at.opening]],
    ['passing a number over', 'number', [{ kind: 'pass-over', place: 0, reason: '当期停售' }, at.number]],
    ['opening the draw', 'ready', [draws(), at.number]],
    ['aborting', 'sealing', [aborts, at.sealing]],
    ['annulling', 'opened', [annuls, at.later]],
  ];
  it.each(repeated)('%s twice leaves one fact and one state', (_, stage, timed) => {
    const once = walk([timed], stateAt(stage));
    const twice = walk([timed], once.state);
    expect(once.facts.length).toBeGreaterThan(0);
    expect(twice).toEqual({ state: once.state, facts: [] });
  });

  it('typing again what has been entered leaves nothing, whoever types it', () => {
    for (const who of ['office', 'office2', 'discipline'] as const) {
      expect(walk([[types(who), at.later]], stateAt('ready')).facts).toEqual([]);
      expect(walk([[types(who), at.later]], stateAt('opened')).facts).toEqual([]);
    }
  });

  it('asking that something closed be closed leaves nothing', () => {
    expect(walk([[{ kind: 'close-sealing' }, at.later]], stateAt('opened')).facts).toEqual([]);
    expect(walk([[{ kind: 'close-opening' }, at.later]], stateAt('number')).facts).toEqual([]);
  });
});
