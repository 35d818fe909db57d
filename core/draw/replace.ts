/**
 * A subject whose closing or moving away is older than the freeze should never have been on the roster: it is replaced in every
 * task by the next ticket, and the original stays on record (README §9). One that closed later is visited and recorded, which is
 * an outcome and no replacement.
 */
import type { CivilDate } from '../calendar.ts';
import { err, ok, type Result } from '../result.ts';
import {
  type Assignment,
  addPost,
  addVisit,
  canTake,
  hold,
  postAt,
  standingVisits,
  substitutesFrom,
  visitAt,
  writtenPost,
} from './assignment.ts';
import type { EventRefusal, ReplacedEvent } from './event.ts';
import type { Manifest } from './manifest.ts';
import { postsFor } from './posts.ts';
import { dayOf, type Time } from './protocol.ts';
import { countedBy, eligibleRows } from './select.ts';
import { turnAll } from './ticket.ts';
import { inTicketOrder } from './ticket-order.ts';

type Entry = ReplacedEvent['by'][number];

/** A post of the visits that end, with its holder. */
interface FreedPost {
  readonly number: number;
  readonly group: number;
  readonly holder: string | null;
}

export function replace(
  assignment: Assignment,
  row: number,
  evidence: CivilDate,
  at: Time,
): Result<ReplacedEvent, EventRefusal> {
  const ending = standingVisits(assignment, row);
  if (ending.length === 0) return err({ kind: 'no-standing-visit', row });
  const frozen = dayOf(assignment.manifest.frozenAt);
  if (evidence >= frozen) return err({ kind: 'evidence-not-older', evidence, frozen });

  const freed = ending.flatMap((visit) => end(assignment, visit));
  assignment.replaced.add(row);
  const { by, touched } = takeReplacements(assignment, row);
  for (const visit of touched) addMissingPosts(assignment, visit, freed);
  const visits = touched.map((number) => {
    const { row: door, group, tasks, posts } = visitAt(assignment, number);
    return { visit: number, row: door, group, tasks, posts: posts.map((post) => writtenPost(assignment, post)) };
  });
  return ok({ kind: 'replaced', at, row, evidence, by, visits });
}

function end(assignment: Assignment, number: number): FreedPost[] {
  const visit = visitAt(assignment, number);
  visit.ended = true;
  return visit.posts.map((post) => {
    const holder = postAt(assignment, post).officer;
    hold(assignment, post, null);
    return { number: post, group: visit.group, holder };
  });
}

/** Entry by entry; later entries see what earlier ones made. */
function takeReplacements(assignment: Assignment, row: number): { by: Entry[]; touched: number[] } {
  const by: Entry[] = [];
  const touched: number[] = [];
  for (const [task, { tiers }] of assignment.result.tasks.entries()) {
    for (const [tier, { drawn }] of tiers.entries()) {
      const taken = takenBy(assignment, task, tier);
      if (!drawn.includes(row) && !taken.has(row)) continue;
      const next = nextInOrder(assignment, task, tier);
      by.push({ task, tier, row: next });
      if (next === null) continue;
      taken.add(next);
      const visit = giveTask(assignment, next, task);
      if (!touched.includes(visit)) touched.push(visit);
    }
  }
  return { by, touched };
}

function takenBy(assignment: Assignment, task: number, tier: number): Set<number> {
  const key = `${task}.${tier}`;
  const taken = assignment.taken.get(key) ?? new Set();
  assignment.taken.set(key, taken);
  return taken;
}

/** The first row of the tier's order that can replace, or null. */
function nextInOrder(assignment: Assignment, task: number, tier: number): number | null {
  const taken = takenBy(assignment, task, tier);
  const found = reserveOf(assignment, task, tier).find(
    (row) => !taken.has(row) && !assignment.replaced.has(row) && isAllowed(assignment, row, task, tier),
  );
  return found ?? null;
}

function reserveOf(assignment: Assignment, task: number, tier: number): Int32Array {
  const key = `${task}.${tier}`;
  const known = assignment.reserves.get(key);
  if (known !== undefined) return known;
  const { manifest, roster, result, tickets } = assignment;
  const done = result.tasks[task]?.tiers[tier];
  const passed = new Set([...(done?.drawn ?? []), ...(done?.skipped ?? [])]);
  const rows = eligibleRows(roster, task, tier).filter((row) => !passed.has(row));
  const reserve = inTicketOrder(rows, turnAll(tickets, groupOf(manifest, task), manifest.groups));
  assignment.reserves.set(key, reserve);
  return reserve;
}

const groupOf = (manifest: Manifest, task: number): number => manifest.tasks[task]?.group ?? 0;

function isAllowed(assignment: Assignment, row: number, task: number, tier: number): boolean {
  const { manifest, roster } = assignment;
  const group = groupOf(manifest, task);
  const visits = standingVisits(assignment, row).map((number) => visitAt(assignment, number));
  if (visits.some((visit) => visit.group === group)) return true;
  const limits = manifest.tasks[task]?.tiers[tier]?.limits ?? [];
  return (manifest.tasks[task]?.counts ?? []).every((k) => {
    const limit = limits[k];
    if (limit === null || limit === undefined) return true;
    const counted = visits.filter((visit) => countedBy(manifest, visit.tasks).has(k)).length;
    return (roster.columns.used[k]?.[row] ?? 0) + counted < limit;
  });
}

/** The row's visit in the task's group, with the task; a new one where it has none. */
function giveTask(assignment: Assignment, row: number, task: number): number {
  const group = groupOf(assignment.manifest, task);
  const known = standingVisits(assignment, row).find((number) => visitAt(assignment, number).group === group);
  if (known === undefined) return addVisit(assignment, row, group, [task]);
  const visit = visitAt(assignment, known);
  visit.tasks = [...new Set([...visit.tasks, task])].sort((a, b) => a - b);
  return known;
}

/** Posts that the visit's tasks ask for and it does not have; the ended visit's officers move along where they can. */
function addMissingPosts(assignment: Assignment, number: number, freed: FreedPost[]): void {
  const visit = visitAt(assignment, number);
  const present = visit.posts.map((post) => postAt(assignment, post));
  for (const asked of postsFor(assignment.manifest, visit.tasks)) {
    const isSame = (post: { readonly department: string; readonly need: string }): boolean =>
      post.department === asked.department && post.need === asked.need;
    const has = present.findIndex(isSame);
    if (has >= 0) {
      present.splice(has, 1);
      continue;
    }
    const from = freed.findIndex((each) => each.group === visit.group && isSame(postAt(assignment, each.number)));
    const [source] = from < 0 ? [] : freed.splice(from, 1);
    const start = source === undefined ? 0 : postAt(assignment, source.number).start;
    const post = addPost(assignment, number, { ...asked, officer: null, start });
    if (source === undefined) continue;
    const candidates = [source.holder, ...substitutesFrom(assignment, asked.pool, start)];
    const holder = candidates.find((officer) => officer !== null && canTake(assignment, post, officer)) ?? null;
    hold(assignment, post, holder);
  }
}
