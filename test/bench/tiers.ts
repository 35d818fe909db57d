/** Part 2: drawing one in twenty of a million in four tiers, computing only: what the drawing adds to making the tickets. */
import { select } from '../../core/draw/select.ts';
import { type Stream, streamOf, ticketsOf } from '../../core/draw/stream.ts';
import { seedFor } from '../draw/make.ts';
import { type Figure, timeOf, under, whole } from './figure.ts';
import { here, inJob, interleaved } from './measure.ts';
import { manifestOf, rosterOf, taskOf } from './rows.ts';

/** Rows of tiers A to D in a hundred. */
const shares = [30, 50, 15, 5];
const tierAt = (row: number): number => {
  const place = (row * 61) % 100;
  return place < 30 ? 0 : place < 80 ? 1 : place < 95 ? 2 : 3;
};

export async function tiers(rows: number, runs: number): Promise<readonly Figure[]> {
  const manifest = manifestOf(rows, [taskOf(0, [500, 500, 500, 500])]);
  const roster = rosterOf(rows, 1, tierAt);
  const ids = shares.map((_, t) =>
    Int32Array.from({ length: rows }, (_, row) => row).filter((row) => tierAt(row) === t),
  );
  let seeds = 0;
  let drawn = 0;
  const done = await interleaved(
    runs,
    {
      tickets: here(() => ticketsOf(seedFor(seeds++), rows)),
      draw: here(() => {
        drawn = select(manifest, roster, ticketsOf(seedFor(seeds++), rows)).visits.length;
      }),
      shuffle: here(() => shuffled(ids, streamOf(seedFor(seeds++), 'shuffle'))),
      sqlite: inJob('sqlite-random', () => ({ rows: String(rows) })),
    },
    true,
  );
  const what = `drawing ${whole(drawn)} of ${whole(rows)} in four tiers, tickets included, computing only`;
  const ours = timeOf(done('draw').time);
  return [
    under(2, what, ours, timeOf(done('tickets').time, 'the tickets alone'), 2),
    under(2, 'the same', ours, timeOf(done('sqlite').time, 'SQLite in memory, per tier order by random() limit n')),
    under(2, 'the same', ours, timeOf(done('shuffle').time, 'Fisher–Yates over the ids, same generator')),
  ];
}

/** Whole shuffles, and the first twentieth of each: what one writes who needs no tickets. */
function shuffled(tiersOfIds: readonly Int32Array[], stream: Stream): number {
  let taken = 0;
  for (const source of tiersOfIds) {
    const ids = source.slice();
    for (let i = ids.length - 1; i > 0; i--) {
      const j = stream.below(i + 1);
      const id = ids[i] ?? 0;
      ids[i] = ids[j] ?? 0;
      ids[j] = id;
    }
    taken += ids.subarray(0, Math.round(ids.length / 20)).length;
  }
  return taken;
}
