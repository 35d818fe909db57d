/**
 * The tiny draw of core/draw/README.md §11, written out step by step. Run as a program it prints the section; the test holds the
 * README to it. Nonces are digests of words so that anybody can see they were not chosen.
 */
import { canonical } from '../../core/canonical.ts';
import { digest, hexOf } from '../../core/digest.ts';
import { manifestDigest } from '../../core/draw/manifest.ts';
import { fill, match } from '../../core/draw/match.ts';
import { gatherPools, isLegal, type Pool } from '../../core/draw/pool.ts';
import { postsOfVisits } from '../../core/draw/posts.ts';
import { tag } from '../../core/draw/protocol.ts';
import { type DrawRecord, openDraw } from '../../core/draw/record.ts';
import { leafHash, leafOf } from '../../core/draw/root.ts';
import type { RosterRow } from '../../core/draw/roster.ts';
import { commitmentOf, secretDigest } from '../../core/draw/seal.ts';
import { type Stream, streamOf, ticketsOf } from '../../core/draw/stream.ts';
import { offsetOf, turn } from '../../core/draw/ticket.ts';
import { frame, type Made, make, task } from './make.ts';

const row = (kind: RosterRow['kind'], number: string, used: number, ...marks: RosterRow['marks']): RosterRow => ({
  kind,
  number,
  place: '',
  used: [used],
  marks,
});
const free = { tier: 0, excluded: null };

const body = { department: '甲局', pool: '甲局', needs: ['锅炉'], officers: 2 };
const tiers = [{ label: 'C', quota: { kind: 'share', bp: 1500, bound: 'at-least', atLeast: 0 }, limits: [1] }] as const;

export const hand: Made = make(
  [
    row('older', '0001-x', 0, free, free),
    row('reg15', '990400000000017', 0, free, free),
    row('uscc', '91990400MA00000011', 1, { tier: 0, excluded: 'B' }, { tier: 0, excluded: 'B' }),
    row('uscc', '91990400MA00000022', 0, free, free),
    row('uscc', '91990400MA00000033', 0, free, { tier: null, excluded: 'A' }),
    row('uscc', '91990400MA00000044', 0, null, free),
  ],
  {
    ceremony: 1,
    office: '某县联席办',
    policy: '示例',
    plan: '示例-1',
    public: [
      {
        source: 'dice',
        name: '骰子',
        issue: '',
        after: frame.deadlines.reveal,
        count: 6,
        from: 1,
        to: 6,
        ascending: false,
      },
    ],
    participants: [
      { id: '0', kind: 'desk', name: '台', department: '联席办', custody: 'desk' },
      { id: '1', kind: 'witness', name: '甲', department: '甲局', custody: 'own-page' },
      { id: '2', kind: 'witness', name: '乙', department: '乙局', custody: 'own-page' },
    ],
    quorum: 1,
    counters: ['all'],
    groups: 2,
    exclusions: [
      { letter: 'A', reason: '无分类' },
      { letter: 'B', reason: '本年已查' },
    ],
    tasks: [
      { ...task, no: '1', name: '一', items: [], tiers, bodies: [body] },
      { ...task, no: '2', name: '二', items: [], group: 1, tiers, bodies: [{ ...body, needs: [] }] },
    ],
    officers: [
      { number: '101', pool: '甲局', fields: ['锅炉'], place: '', capacity: 2 },
      { number: '102', pool: '甲局', fields: ['锅炉'], place: '', capacity: 2 },
      { number: '103', pool: '甲局', fields: [], place: '', capacity: 2 },
      { number: '104', pool: '甲局', fields: [], place: '', capacity: 2 },
    ],
    barred: [['103', 'uscc', '91990400MA00000022']],
  },
);

const { manifest, roster, pages } = hand;
const M = manifestDigest(manifest);
const typed = ['111111', '200088', '314159'];
const secrets = manifest.participants.map(({ id }, i) => ({ id, nonce: digest('tiny', id), typed: typed[i] ?? '' }));

/** The ceremony of §11; witness 2 sealed and never opened. `dice` is what was thrown. */
export const handRecord = (dice: string): DrawRecord =>
  openDraw(
    {
      manifest,
      cosigned: ['1', '2'].map((id) => ({ id, digits: M.slice(0, 8) })),
      sealed: secrets.map((each) => ({
        id: each.id,
        commitment: commitmentOf(manifest.ceremony, M, each.id, each),
        at: '2025-05-01T08:00:00.000Z',
      })),
      sealingClosed: '2025-05-01T08:00:00.000Z',
      opened: secrets
        .filter(({ id }) => id !== '2')
        .map((each) => ({ ...each, at: each.id === '0' ? '2025-05-01T10:06:00.000Z' : '2025-05-01T09:00:00.000Z' })),
      absent: ['2'],
      openingClosed: manifest.deadlines.reveal,
      public: {
        place: 0,
        number: dice,
        at: '2025-05-01T10:05:00.000Z',
        typists: [
          { name: '丁', department: '联席办' },
          { name: '戊', department: '丙局' },
        ],
      },
      misreadings: [],
    },
    roster,
    pages,
    '2025-05-01T10:06:01.000Z',
  );

/** What was thrown in §11: in counting order, the first throw under which a subject is skipped. */
export const DICE = '1 1 1 1 2 1';

/** A stream that notes what it gave. */
function noting(stream: Stream): Stream & { readonly given: { n: number; k: number }[] } {
  const given: { n: number; k: number }[] = [];
  return {
    given,
    ticket: () => stream.ticket(),
    below(n) {
      const k = stream.below(n);
      given.push({ n, k });
      return k;
    },
  };
}

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const lines = (label: string, value: string): readonly string[] => [`\`${label}\``, `\`${value}\``];

/** The posts in the order in which they are filled, with their twelve numbers and who takes each; nobody had to be moved. */
function fillingOf(pool: Pool, tickets: Float64Array, numbers: readonly number[]): (readonly (string | number)[])[] {
  const { holder } = fill(pool, tickets, streamOf(handRecord(DICE).seed, 'match/甲局'));
  const legal = (q: number): number => pool.officers.filter((_, o) => isLegal(pool, o, q)).length;
  return pool.posts
    .map((_, q) => q)
    .sort((a, b) => legal(a) - legal(b) || a - b)
    .map((q, i) => {
      const list = [...(pool.fit[q]?.list ?? [])].map((o) => pool.officers[o]?.number).join(' ');
      const drawn = numbers.slice(12 * i, 12 * i + 12).join(' ');
      return [q, legal(q), list, drawn, pool.officers[holder[q] ?? -1]?.number ?? 'open'];
    });
}

/** The exchanges that took place: their places among all, and the posts. */
function exchangesOf(pool: Pool, tickets: Float64Array, numbers: readonly number[]): string {
  const holder = [...fill(pool, tickets, streamOf(handRecord(DICE).seed, 'match/甲局')).holder];
  const done: string[] = [];
  for (let i = 0; i < numbers.length / 2; i++) {
    const [a, b] = [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0];
    const [x, y] = [holder[a] ?? -1, holder[b] ?? -1];
    const inVisitOf = (q: number): number[] => holder.filter((_, p) => pool.posts[p]?.visit === pool.posts[q]?.visit);
    if (x === y || pool.posts[a]?.visit === pool.posts[b]?.visit) continue;
    if (!isLegal(pool, x, b) || !isLegal(pool, y, a) || inVisitOf(b).includes(x) || inVisitOf(a).includes(y)) continue;
    [holder[a], holder[b]] = [y, x];
    done.push(`${i + 1}: ${a}↔${b}`);
  }
  return done.join(', ');
}

/** The section, in Markdown. */
export function section(dice: string): string {
  const record = handRecord(dice);
  const S = record.seed;
  const tickets = ticketsOf(S, roster.rows);
  const offset = offsetOf(1, 2);
  const posts = postsOfVisits(manifest, record.result.visits);
  const [pool] = gatherPools(manifest, roster, ['甲局'], posts);
  if (pool === undefined) throw new Error('no pool');
  const stream = noting(streamOf(S, 'match/甲局'));
  const matched = match(pool, tickets, stream);
  const starts = posts.length;
  const [permutation, rest] = [stream.given.slice(-starts - 3, -starts), stream.given.slice(0, -starts - 3)];
  const exchanges = rest.slice(-40 * posts.length);
  const filling = rest.slice(0, -40 * posts.length);
  const numbers = (list: readonly { k: number }[]): string => `\`${list.map(({ k }) => k).join(' ')}\``;
  const decided = record.result.tasks.map(({ no, tiers: [tier] }) => {
    if (tier === undefined) throw new Error('no tier');
    return [
      no,
      tier.frame,
      tier.eligible,
      tier.size,
      tier.drawn.join(' '),
      tier.skipped.join(' ') || '–',
      `${tier.cutoff}`,
    ];
  });
  const secretRows = secrets.flatMap((each) => [
    lines(`nonce ${each.id}, typed ${each.id}`, `${each.nonce} ${each.typed}`),
    lines(`r ${each.id}`, secretDigest(each)),
    lines(`c ${each.id}`, commitmentOf(1, M, each.id, each)),
  ]);
  const { roster: _, ...shown } = record;
  const text = Object.entries({ ...shown, roster: record.roster })
    .map(([key, value]) => `${JSON.stringify(key)}: ${canonical(value)}`)
    .join(',\n');

  return `## 11. A tiny draw by hand

Six subjects, two tasks in two groups, four officers of one pool. Witness 2 seals and stays silent. The whole record stands at the end; a test recomputes every number of this section.

The roster is one page (TABs shown as →):

\`\`\`
${record.roster.join('').trimEnd().replaceAll('\t', '→')}
\`\`\`

Row 2 had its one check of the year; row 4 has no class under the second task's scheme; row 5 is not in the frame of the first.

${table(
  ['what', 'value'],
  [
    lines('H of the page', manifest.roster.pages[0]?.digest ?? ''),
    lines('M', M),
    ...secretRows,
    lines('C', record.commitmentsDigest),
    lines('public', `public:0:${dice}`),
    lines('S', S),
    lines('key of stream tickets', digest(tag('stream'), S, 'tickets')),
    lines('key of stream match/甲局', digest(tag('stream'), S, 'match/甲局')),
  ],
)}

In \`S\` stand \`0:r\`, \`1:r\` and \`2:ABSENT\`. Group 1 turns by o = ⌊1·2^53 / 2⌋ = ${offset}.

${table(
  ['row', 'ticket', 'turned for group 1', 'marks'],
  [...tickets].map((ticket, r) => [
    r,
    ticket,
    turn(ticket, offset),
    `\`${record.roster.join('').split('\n')[r]?.split('\t')[4]}\``,
  ]),
)}

Both tasks draw 15 % of their frame, at least: ⌈1500·5 / 10000⌉ = 1. A visit counts toward \`all\`, and a class C subject is checked once a year.

${table(['task', 'frame', 'eligible', 'size', 'drawn', 'skipped', 'cut-off'], decided)}

${posts.length} posts: ${posts.map((post, i) => `post ${i}, visit ${post.visit}, need ${post.need === '' ? 'none' : `“${post.need}”`}`).join('; ')}. Officers 101 and 102 hold “锅炉”; 103 never goes to row 3.
The level begins at ⌈${posts.length} / 4⌉ = 1. The fewer officers are legal for a post, the earlier it is filled. Numbers taken from \`match/甲局\`, in order:

${table(
  ['post', 'legal', 'list', 'twelve places in it', 'taken by'],
  fillingOf(
    pool,
    tickets,
    filling.map(({ k }) => k),
  ),
)}

Whoever has a visit already is not free at level 1, and 103 is not free for visit 1; so the first free one met takes each post, and nobody has to be moved.

- exchanges, pairs a, b as places among the ${posts.length} filled posts: ${numbers(exchanges)}; those that take place, by their number: ${exchangesOf(
    pool,
    tickets,
    exchanges.map(({ k }) => k),
  )}
- permuting the officers, below 4, 3, 2: ${numbers(permutation)}, which gives ${matched.substitutes.join(', ')}
- starts of the posts' substitutes: ${numbers(stream.given.slice(-starts))}

${table(
  ['post', 'officer', 'start'],
  matched.posts.map((post) => [post.number, post.officer ?? 'open', post.start]),
)}

${table(
  ['visit', 'salt', 'leaf hash'],
  record.result.visits.map((visit, v) => {
    const leaf = leafOf(manifest, roster, S, v, visit);
    return [v, `\`${leaf.slice(0, 64)}\``, `\`${hexOf(leafHash(leaf))}\``];
  }),
)}

The root is \`${record.root}\`, the record's digest \`${record.digest}\`. The record:

\`\`\`json
{
${text}
}
\`\`\`
`;
}

if (process.argv[1] === import.meta.filename) process.stdout.write(section(DICE));
