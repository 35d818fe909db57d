/**
 * Part 5: who goes, for 50,000 visits and 5,000 inspectors of eight bodies, one to three bodies a visit. Every rule is checked
 * afterwards from outside. The rival is how a platform in use deals officers out: in the order of the list, one after the other.
 */
import type { ManifestOfficer, ManifestTask } from '../../core/draw/manifest.ts';
import type { VisitResult } from '../../core/draw/result.ts';
import { staff } from '../../core/draw/result.ts';
import type { SelectedVisit } from '../../core/draw/select.ts';
import { streamOf, ticketsOf } from '../../core/draw/stream.ts';
import { seedFor } from '../draw/make.ts';
import { type Figure, timeOf, under, whole } from './figure.ts';
import { here, interleaved } from './measure.ts';
import { manifestOf, rosterOf, taskOf } from './rows.ts';

const bodies = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((letter) => `单位${letter}`);
const fields = ['甲类', '乙类', '丙类'];

export async function matching(visitCount: number, officerCount: number, runs: number): Promise<readonly Figure[]> {
  const of = streamOf(seedFor(5), 'bench');
  const tasks = Array.from({ length: 24 }, (_, t): ManifestTask => {
    const going = Array.from({ length: 1 + (t % 3) }, (_, b) => bodies[(t + b * 3) % bodies.length] ?? '');
    return taskOf(t, [500], {
      bodies: going.map((body) => ({ department: body, pool: body, needs: [fields[t % 3] ?? ''], officers: 2 })),
    });
  });
  const officers = Array.from({ length: officerCount }, (_, i): ManifestOfficer => {
    const held = [fields[i % 3] ?? '', fields[of.below(3)] ?? ''];
    return {
      number: `R${String(i).padStart(5, '0')}`,
      pool: bodies[i % 8] ?? '',
      fields: [...new Set(held)],
      place: '',
      capacity: 80,
    };
  });
  const visits = Array.from(
    { length: visitCount },
    (_, row): SelectedVisit => ({ row, group: 0, tasks: [of.below(24)] }),
  );
  const roster = rosterOf(visitCount, 0, () => null);
  // 回避: each inspector stays away from four subjects, most of which will be visited by his body.
  const barred = officers.flatMap(({ number }) =>
    Array.from({ length: 4 }, () => [number, 'older', roster.key(of.below(visitCount)).number] as const),
  );
  const manifest = manifestOf(visitCount, tasks, { officers, barred });
  const tickets = ticketsOf(seedFor(6), visitCount);
  let matched: readonly VisitResult[] = [];
  let dealt: readonly VisitResult[] = [];
  const done = await interleaved(
    runs,
    {
      ours: here(() => {
        matched = staff(manifest, roster, seedFor(6), tickets, visits).visits;
      }),
      dealt: here(() => {
        dealt = inListOrder(matched, officers);
      }),
    },
    true,
  );
  const keyOf = (row: number): string => roster.key(row).number;
  const ours = judged(matched, officers, barred, keyOf);
  const rival = judged(dealt, officers, barred, keyOf);
  const [ms, words] = timeOf(done('ours').time);
  const [rivalMs, rivalWords] = timeOf(done('dealt').time, 'dealt in list order');
  const isGood = ours.broken === 0 && ours.open === 0 && ours.spread <= 2 && ms < 10_000;
  return [
    {
      ...under(
        5,
        `matching ${whole(visitCount)} visits × ${whole(officerCount)} inspectors, ${whole(ours.posts)} posts`,
        [
          ms,
          `${words}; rules broken ${ours.broken}, posts open ${ours.open}, loads in one pool apart by at most ${ours.spread}`,
        ],
        [rivalMs, `${rivalWords}; rules broken ${whole(rival.broken)}`],
      ),
      hold: 'seconds, none broken, spread ≤ 2',
      holds: isGood,
    },
  ];
}

/** The next of the body's list for each post, whatever he holds and whomever he knows. */
function inListOrder(visits: readonly VisitResult[], officers: readonly ManifestOfficer[]): readonly VisitResult[] {
  const lists = Map.groupBy(officers, ({ pool }) => pool);
  const next = new Map<string, number>();
  return visits.map((visit) => ({
    ...visit,
    posts: visit.posts.map((post) => {
      const list = lists.get(post.pool) ?? [];
      const at = next.get(post.pool) ?? 0;
      next.set(post.pool, at + 1);
      return { ...post, officer: list[at % list.length]?.number ?? null };
    }),
  }));
}

/** Counts what a stranger would object to, without using the matcher's own tables. */
function judged(
  visits: readonly VisitResult[],
  officers: readonly ManifestOfficer[],
  barred: readonly (readonly [string, string, string])[],
  keyOf: (row: number) => string,
) {
  const known = new Map(officers.map((officer) => [officer.number, officer]));
  const away = new Set(barred.map(([officer, , number]) => `${officer} ${number}`));
  const loads = new Map(officers.map(({ number }) => [number, 0]));
  let posts = 0;
  let open = 0;
  let broken = 0;
  for (const visit of visits) {
    const here = new Set<string>();
    for (const { officer, pool, need } of visit.posts) {
      posts += 1;
      const who = officer === null ? undefined : known.get(officer);
      if (who === undefined) {
        open += 1;
        continue;
      }
      loads.set(who.number, (loads.get(who.number) ?? 0) + 1);
      if (who.pool !== pool || (need !== '' && !who.fields.includes(need))) broken += 1;
      if (here.has(who.number) || away.has(`${who.number} ${keyOf(visit.row)}`)) broken += 1;
      here.add(who.number);
    }
  }
  for (const { number, capacity } of officers) if ((loads.get(number) ?? 0) > capacity) broken += 1;
  const spreads = [...Map.groupBy(officers, ({ pool }) => pool).values()].map((pool) => {
    const held = pool.map(({ number }) => loads.get(number) ?? 0);
    return Math.max(...held) - Math.min(...held);
  });
  return { posts, open, broken, spread: Math.max(...spreads) };
}
