/**
 * Every rule of README §2 about a manifest, and `after` of §4. Asked twice: before freezing, so that nothing is frozen that
 * could not be drawn or verified, and again by everybody who verifies a record. All breaches are returned, in order.
 */
import type { SettledShare } from '../plan/quota.ts';
import { keyText } from '../registry/subject.ts';
import type { Manifest, ManifestTask } from './manifest.ts';
import { compareBytes, firstUnsorted } from './order.ts';

export type ManifestRule =
  | 'ceremony-number'
  | 'window-backwards'
  | 'deadlines-order'
  | 'no-public-number'
  | 'public-count'
  | 'public-range'
  | 'public-too-early'
  | 'desk-first'
  | 'participant-id'
  | 'participant-twice'
  | 'witness-of-the-office'
  | 'dice-without-own-page'
  | 'quorum'
  | 'groups'
  | 'exclusion-twice'
  | 'task-twice'
  | 'task-group'
  | 'too-many-tiers'
  | 'limits-count'
  | 'counters-unknown'
  | 'counters-unsorted'
  | 'no-batch'
  | 'share-above-whole'
  | 'steps-order'
  | 'too-few-officers'
  | 'need-empty'
  | 'pools-differ'
  | 'roster-rows'
  | 'officers-unsorted'
  | 'barred-unsorted'
  | 'given-in-draw'
  | 'given-unsorted'
  | 'given-row'
  | 'given-without-posts'
  | 'people-with-tasks';

/** A breach: the rule, where in the manifest, and what stands there. */
export interface ManifestRefusal {
  readonly kind: 'manifest';
  readonly rule: ManifestRule;
  readonly at: string;
  readonly found: string;
}

type Breach = Omit<ManifestRefusal, 'kind'>;

/** All breaches; none means that the manifest can be frozen. */
export const checkManifest = (manifest: Manifest): readonly ManifestRefusal[] =>
  [
    ...frameBreaches(manifest),
    ...publicBreaches(manifest),
    ...participantBreaches(manifest),
    ...manifest.tasks.flatMap((task, i) => taskBreaches(manifest, task, `tasks[${i}]`)),
    ...poolBreaches(manifest),
    ...peopleBreaches(manifest),
  ].map((breach) => ({ kind: 'manifest', ...breach }));

const when = (broken: boolean, rule: ManifestRule, at: string, found: string | number): readonly Breach[] =>
  broken ? [{ rule, at, found: String(found) }] : [];

function frameBreaches({ ceremony, window, deadlines, groups, exclusions, tasks, roster }: Manifest): Breach[] {
  const twice = firstRepeated(exclusions.map((each) => each.letter));
  const again = firstRepeated(tasks.map((task) => task.no));
  const rows = roster.pages.reduce((sum, page) => sum + page.rows, 0);
  return [
    ...when(ceremony < 1, 'ceremony-number', 'ceremony', ceremony),
    ...when(window.from > window.to, 'window-backwards', 'window', `${window.from} ${window.to}`),
    ...when(deadlines.seal >= deadlines.reveal, 'deadlines-order', 'deadlines.reveal', deadlines.reveal),
    ...when(groups < 1, 'groups', 'groups', groups),
    ...when(twice >= 0, 'exclusion-twice', `exclusions[${twice}]`, exclusions[twice]?.letter ?? ''),
    ...when(again >= 0, 'task-twice', `tasks[${again}].no`, tasks[again]?.no ?? ''),
    ...when(rows !== roster.rows, 'roster-rows', 'roster.rows', roster.rows),
  ];
}

function publicBreaches({ public: sources, deadlines, participants }: Manifest): Breach[] {
  const ownPage = participants.some((each) => each.kind === 'witness' && each.custody === 'own-page');
  return [
    ...when(sources.length === 0, 'no-public-number', 'public', 0),
    ...sources.flatMap((each, i) => [
      ...when(each.count < 1, 'public-count', `public[${i}].count`, each.count),
      // Ascending numbers are different ones: there must be as many.
      ...when(
        each.from > each.to || (each.ascending && each.count > each.to - each.from + 1),
        'public-range',
        `public[${i}]`,
        `${each.count} × ${each.from}–${each.to}`,
      ),
      ...when(
        each.source === 'lottery' && each.after < deadlines.reveal,
        'public-too-early',
        `public[${i}].after`,
        each.after,
      ),
      ...when(each.source === 'dice' && !ownPage, 'dice-without-own-page', `public[${i}]`, each.name),
    ]),
  ];
}

function participantBreaches({ participants, quorum }: Manifest): Breach[] {
  const [desk, ...witnesses] = participants;
  const twice = firstRepeated(participants.map((each) => each.id));
  const same = firstRepeated(participants.map((each) => JSON.stringify([each.name, each.department])));
  return [
    ...when(desk?.kind !== 'desk' || desk.id !== '0', 'desk-first', 'participants[0]', desk?.id ?? ''),
    ...witnesses.flatMap((each, i) => [
      ...when(each.kind !== 'witness', 'desk-first', `participants[${i + 1}].kind`, each.kind),
      ...when(each.id === '' || each.id.includes(':'), 'participant-id', `participants[${i + 1}].id`, each.id),
      ...when(
        each.department === desk?.department,
        'witness-of-the-office',
        `participants[${i + 1}].department`,
        each.department,
      ),
    ]),
    ...when(twice >= 0, 'participant-twice', `participants[${twice}].id`, participants[twice]?.id ?? ''),
    ...when(same >= 0, 'participant-twice', `participants[${same}].name`, participants[same]?.name ?? ''),
    ...when(quorum < 1 || quorum > witnesses.length, 'quorum', 'quorum', quorum),
  ];
}

function taskBreaches({ groups, counters }: Manifest, task: ManifestTask, at: string): Breach[] {
  const unsorted = task.counts.findIndex((k, i) => i > 0 && k <= (task.counts[i - 1] ?? k));
  const unknown = task.counts.find((k) => k >= counters.length);
  return [
    ...when(task.group >= groups, 'task-group', `${at}.group`, task.group),
    ...when(task.tiers.length > 36, 'too-many-tiers', `${at}.tiers`, task.tiers.length),
    ...task.tiers.flatMap((tier, t) => [
      ...when(tier.limits.length !== counters.length, 'limits-count', `${at}.tiers[${t}].limits`, tier.limits.length),
      ...shareBreaches(tier.quota, `${at}.tiers[${t}].quota`),
    ]),
    ...when(unsorted >= 0, 'counters-unsorted', `${at}.counts[${unsorted}]`, task.counts[unsorted] ?? ''),
    ...when(unknown !== undefined, 'counters-unknown', `${at}.counts`, unknown ?? ''),
    ...when(task.batches < 1, 'no-batch', `${at}.batches`, task.batches),
    ...task.bodies.flatMap((body, b) => [
      ...when(body.officers < fewest(body.pool), 'too-few-officers', `${at}.bodies[${b}].officers`, body.officers),
      ...when(body.needs.includes(''), 'need-empty', `${at}.bodies[${b}].needs`, body.department),
    ]),
  ];
}

/** Two who inspect (行政处罚法 42); an expert comes beside them and may come alone. */
const fewest = (pool: string): number => (pool.startsWith('expert/') ? 1 : 2);

function shareBreaches(share: SettledShare, at: string): readonly Breach[] {
  if (share.kind === 'share') return when(share.bp > 10_000, 'share-above-whole', `${at}.bp`, share.bp);
  if (share.kind !== 'steps') return [];
  const last = share.steps.length - 1;
  const wrong = share.steps.findIndex(({ upTo }, i) => {
    const before = share.steps[i - 1]?.upTo ?? null;
    return i === last ? upTo !== null : upTo === null || (before !== null && upTo <= before);
  });
  return [
    ...when(last < 0 || wrong >= 0, 'steps-order', `${at}.steps[${Math.max(0, wrong)}]`, 'upTo'),
    ...share.steps.flatMap((step, i) => shareBreaches(step.share, `${at}.steps[${i}].share`)),
  ];
}

function poolBreaches({ tasks, officers, barred }: Manifest): Breach[] {
  const pools = new Map<string, string>();
  const differing = tasks.flatMap((task, i) =>
    task.bodies.flatMap((body, b) => {
      const key = JSON.stringify([task.group, body.department]);
      const known = pools.get(key) ?? body.pool;
      pools.set(key, known);
      return when(known !== body.pool, 'pools-differ', `tasks[${i}].bodies[${b}].pool`, body.pool);
    }),
  );
  const unsorted = firstUnsorted(officers.map((officer) => officer.number));
  const barredUnsorted = barred.findIndex(([officer, kind, number], i) => {
    const before = barred[i - 1];
    if (before === undefined) return false;
    const [o, k, n] = before;
    const order = compareBytes(o, officer) || compareBytes(keyText({ kind: k, number: n }), keyText({ kind, number }));
    return order >= 0;
  });
  return [
    ...differing,
    ...when(unsorted >= 0, 'officers-unsorted', `officers[${unsorted}].number`, officers[unsorted]?.number ?? ''),
    ...when(barredUnsorted >= 0, 'barred-unsorted', `barred[${barredUnsorted}]`, barred[barredUnsorted]?.[0] ?? ''),
  ];
}

function peopleBreaches({ kind, tasks, groups, given, roster }: Manifest): Breach[] {
  if (kind === 'draw') return [...when(given.length > 0, 'given-in-draw', 'given', given.length)];
  const unsorted = given.findIndex(({ row }, i) => i > 0 && row <= (given[i - 1]?.row ?? row));
  return [
    ...when(tasks.length > 0, 'people-with-tasks', 'tasks', tasks.length),
    ...when(groups !== 1, 'groups', 'groups', groups),
    ...when(unsorted >= 0, 'given-unsorted', `given[${unsorted}].row`, given[unsorted]?.row ?? ''),
    ...given.flatMap(({ row, posts }, i) => [
      ...when(row >= roster.rows, 'given-row', `given[${i}].row`, row),
      ...when(posts.length === 0, 'given-without-posts', `given[${i}].posts`, 0),
    ]),
  ];
}

const firstRepeated = (texts: readonly string[]): number => texts.findIndex((text, i) => texts.indexOf(text) !== i);
