/**
 * Tasks that several departments planned over the same subjects, made one (福安 二(三)3; 万年 三(一)1; 石狮 四(三)、四(五)). Nothing that
 * was planned is lost: every item is kept with its body, every class keeps the greater share. Offers that were declined stay with
 * their reason.
 */
import type { Suggestion } from './overlap.ts';
import { departmentsOf } from './overlap.ts';
import type { Share } from './ratio.ts';
import type { Quota, Task, TaskBody } from './task.ts';

/** The name of an offer: the tasks that it would join. */
export const offerKey = (tasks: readonly string[]): string => [...tasks].sort().join('+');

/** An offer with those who decide about it: the leads of its tasks. */
export type AskedOffer = Suggestion & { readonly leads: readonly string[] };

export const askedOffers = (suggestions: readonly Suggestion[], tasks: readonly Task[]): readonly AskedOffer[] =>
  suggestions.map((each) => ({
    ...each,
    leads: [...new Set(tasks.flatMap(({ no, lead }) => (each.tasks.includes(no) ? [lead] : [])))].sort(),
  }));

/** What review says about a pair of tasks that could be one, and so what a reason against it is kept under. */
export const findingOf = (offer: Pick<Suggestion, 'kind'>): 'overlaps-superior' | 'could-be-joined' =>
  offer.kind === 'follow-superior' ? 'overlaps-superior' : 'could-be-joined';

/**
 * The joint task. A task from above is the base where there is one (its numbers, dates, quota and lead stay); else the task of the
 * department that leads.
 */
export function joined(tasks: readonly [Task, ...Task[]], lead: string): Task {
  const above = tasks.find(({ origin }) => origin !== 'own');
  const base = above ?? tasks.find((task) => task.lead === lead) ?? tasks[0];
  const first = above?.lead ?? lead;
  const departments = [...new Set([first, ...tasks.flatMap(departmentsOf)])];
  const partners = departments.filter((code) => code !== first).sort();
  const windows = tasks.map(({ window }) => window);
  const from = windows.reduce((last, window) => (window.from > last ? window.from : last), '');
  const to = windows.reduce((least, window) => (window.to < least ? window.to : least), '9999-12-31');
  const window = above === undefined && from <= to ? { from, to } : base.window;
  return {
    ...base,
    lead: first,
    partners,
    reach: partners.length > 0 ? 'joint' : 'department',
    bodies: bodiesOf(tasks),
    frame: above === undefined ? frameOf(tasks) : base.frame,
    quota: above === undefined ? tasks.reduce((quota, task) => greater(base, quota, task), base.quota) : base.quota,
    drawsPerYear: above === undefined ? Math.max(...tasks.map((task) => task.drawsPerYear)) : base.drawsPerYear,
    window,
    due: above === undefined ? latest(window.to, least(tasks.map(({ due }) => due))) : base.due,
    publishWithin: Math.min(...tasks.map((task) => task.publishWithin)),
    method: tasks.some(({ method }) => method === 'on-site') ? 'on-site' : base.method,
    experts: expertsOf(tasks),
    ground: [...new Set(tasks.map(({ ground }) => ground).filter((words) => words !== ''))].join('；'),
    reasons: [],
  };
}

const least = (dates: readonly string[]): string => dates.reduce((a, b) => (b < a ? b : a), '9999-12-31');
const latest = (a: string, b: string): string => (a > b ? a : b);
const union = <T>(lists: readonly (readonly T[])[]): readonly T[] => [...new Set(lists.flat())];

/** An empty list asks nothing, so with one of them in it the union asks nothing either. */
function frameOf(tasks: readonly Task[]): Task['frame'] {
  const widest = <T>(lists: readonly (readonly T[])[]) =>
    lists.some(({ length }) => length === 0) ? [] : union(lists);
  return {
    tags: widest(tasks.map(({ frame }) => frame.tags)),
    types: widest(tasks.map(({ frame }) => frame.types)),
    places: widest(tasks.map(({ frame }) => frame.places)),
  };
}

function bodiesOf(tasks: readonly Task[]): readonly TaskBody[] {
  const found = new Map<string, TaskBody>();
  for (const body of tasks.flatMap(({ bodies }) => bodies)) {
    const known = found.get(body.department);
    found.set(
      body.department,
      known === undefined
        ? body
        : {
            ...known,
            items: union([known.items, body.items]),
            needs: union([known.needs, body.needs]),
            officers: Math.max(known.officers, body.officers),
          },
    );
  }
  return [...found.values()];
}

function expertsOf(tasks: readonly Task[]): Task['experts'] {
  const found = new Map<string, number>();
  for (const { field, number } of tasks.flatMap(({ experts }) => experts))
    found.set(field, Math.max(found.get(field) ?? 0, number));
  return [...found].map(([field, number]) => ({ field, number }));
}

/** Shares of the same classes can be compared; other ways of saying how many cannot, and the base's stays. */
function greater(base: Task, quota: Quota, other: Task): Quota {
  if (quota.kind === 'total' && other.quota.kind === 'total' && other.scheme === base.scheme)
    return other.quota.n > quota.n ? { ...quota, n: other.quota.n } : quota;
  if (quota.kind !== 'tiers' || other.quota.kind !== 'tiers' || other.scheme !== base.scheme) return quota;
  const held = quota.tiers.map(({ label }) => label);
  const more = other.quota.tiers;
  return {
    ...quota,
    tiers: [
      ...quota.tiers.map((tier) => {
        const its = more.find(({ label }) => label === tier.label)?.share;
        return its !== undefined && isGreater(its, tier.share) ? { ...tier, share: its } : tier;
      }),
      ...more.filter(({ label }) => !held.includes(label)),
    ],
  };
}

function isGreater(a: Share, b: Share): boolean {
  if (b.kind === 'spared') return a.kind !== 'spared';
  if (a.kind === 'share' && b.kind === 'share') return a.bp > b.bp;
  return a.kind === 'count' && b.kind === 'count' && a.n > b.n;
}
