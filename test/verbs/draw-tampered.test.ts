import { expect, it } from 'vitest';
import { open } from '../../bot/verbs/draw/open.ts';
import type { Ceremony } from '../../core/draw/ceremony/state.ts';
import { commitmentOf } from '../../core/draw/seal.ts';
import { facts } from '../desk.ts';
import { ceremonyUntil, expectRefused, hands, type PlannedDesk, plannedDesk, thrown } from '../drawn-desk.ts';

/** Somebody with the file in hand takes the triggers away and writes what suits him into the ceremony's row. */
async function tamper(desk: PlannedDesk, no: number, change: (state: Ceremony) => Ceremony): Promise<void> {
  const triggers = await desk.db.read(
    `select name from sqlite_master where type = 'trigger' and tbl_name = 'ceremony'`,
  );
  await desk.db.write(triggers.map(({ name }) => `drop trigger "${name}"`));
  const [row] = await desk.db.read({ sql: 'select body from ceremony where no = ?', args: [no] });
  const state: Ceremony = JSON.parse(String(row?.body));
  const body = JSON.stringify(change(state));
  await desk.db.write([{ sql: 'update ceremony set body = ? where no = ?', args: [body, no] }]);
}

const tries: readonly (readonly [string, string, (state: Ceremony) => Ceremony])[] = [
  [
    'another public number',
    'public-number',
    (state) => ({ ...state, public: state.public && { ...state.public, number: thrown.replace(/4$/, '5') } }),
  ],
  [
    'another commitment of the desk',
    'commitments',
    (state) => ({
      ...state,
      sealed: state.sealed.map((each) =>
        each.id === '0'
          ? {
              ...each,
              commitment: commitmentOf(state.no, state.manifest, '0', { nonce: '0'.repeat(64), typed: '123456' }),
            }
          : each,
      ),
    }),
  ],
  [
    'an absence that was none',
    'absent',
    (state) => ({ ...state, opened: state.opened.filter(({ id }) => id !== 'w1'), absent: ['w1'] }),
  ],
];

it.each(tries)(
  'S2-40: a ceremony whose row was given %s, past its triggers, is not opened',
  async (_, part, change) => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'ready');
    await tamper(desk, ceremony, change);
    expectRefused(await open(desk, hands.drafter, ceremony), 'draw', { reason: 'not-as-recorded', part });
    expect((await facts(desk)).some(({ kind }) => kind === 'ceremony-opened')).toBe(false);
  },
);

it('what stands is not taken away: the tables refuse it to everybody', async () => {
  const desk = await plannedDesk();
  const { ceremony } = await ceremonyUntil(desk, 'opened');
  for (const sql of [
    `update ceremony set no = 9 where no = ${ceremony}`,
    `delete from ceremony where no = ${ceremony}`,
    `delete from draw_record where ceremony = ${ceremony}`,
    `update draw_record set digest = 'x' where ceremony = ${ceremony}`,
    `insert into draw_record select ceremony, edition + 1, 'x', manifest_digest, root, pages, seq from draw_record`,
    `delete from sealed_secret where ceremony = ${ceremony}`,
    `update sealed_secret set sealed = 'x' where ceremony = ${ceremony}`,
    `update ledger set actor = 'person:x' where seq = 1`,
    'delete from ledger where seq = 1',
  ]) {
    await expect(desk.db.write([sql]), sql).rejects.toThrow();
  }
});
