/**
 * The record of a draw as the paper says it. What the record cannot know (names of departments, the room, the photos) is
 * handed in; every figure is the record's own.
 */
import { exclusionWords } from '../../core/draw/exclusion-words.ts';
import { exclusions } from '../../core/draw/frame.ts';
import type { Manifest } from '../../core/draw/manifest.ts';
import type { DrawRecord } from '../../core/draw/record.ts';
import type { Roster } from '../../core/draw/roster.ts';
import { NOT_EXCLUDED, NOT_IN_FRAME } from '../../core/draw/roster-page.ts';
import type { Plan } from '../../core/plan/task.ts';
import type { DrawnTask, RecordValue } from './record-value.ts';

/** What stands beside the record. `name` functions give the code itself back where they know no name. */
export interface Around
  extends Pick<
    RecordValue,
    'office' | 'policy' | 'place' | 'checkpoint' | 'verifyAt' | 'media' | 'annulled' | 'seal' | 'date'
  > {
  readonly plan: Plan;
  /** The record is public from now on: the seed may stand on paper. */
  readonly disclosed: boolean;
  readonly departmentName: (code: string) => string;
  readonly schemeName: (scheme: string) => string;
}

/** The values of 随机抽取情况记录表. @param roster the one that the record's manifest was frozen over */
export function recordValue(record: DrawRecord, roster: Roster, around: Around): RecordValue {
  const { manifest, result } = record;
  const { plan, disclosed, departmentName, schemeName, ...stated } = around;
  const source = manifest.public[record.public.place];
  const posts = result.visits.flatMap((visit) => visit.posts);
  return {
    ...stated,
    ceremony: manifest.ceremony,
    plan: plan.no,
    way: manifest.way,
    frozenAt: manifest.frozenAt,
    openedAt: record.openedAt,
    snapshot: manifest.snapshot,
    window: manifest.window,
    discloseFrom: manifest.discloseFrom,
    roster: roster.rows,
    tasks: drawnTasks(record, around),
    excluded: excludedOf(manifest, roster),
    merged: {
      households: new Set(result.visits.map(({ row }) => row)).size,
      visits: result.visits.length,
      posts: posts.length,
      open: posts.filter(({ officer }) => officer === null).length,
      inspectors: new Set(posts.flatMap(({ officer }) => officer ?? [])).size,
    },
    participants: manifest.participants.map(({ id, name, department, custody, kind }) => ({
      name,
      department: departmentName(department),
      custody,
      kind,
      state: !record.sealed.some((each) => each.id === id)
        ? 'unsealed'
        : record.absent.includes(id)
          ? 'absent'
          : 'opened',
    })),
    publicNumber: {
      name: source?.name ?? '',
      issue: source?.issue ?? '',
      number: record.public.number,
      at: record.public.at,
      typists: record.public.typists.map(({ name, department }) => ({ name, department: departmentName(department) })),
      misreadings: record.misreadings,
    },
    manifestDigest: record.manifestDigest,
    commitmentsDigest: record.commitmentsDigest,
    seed: disclosed ? record.seed : null,
    root: record.root,
    recordDigest: record.digest,
  };
}

function drawnTasks({ manifest, result }: DrawRecord, { plan, departmentName, schemeName }: Around): DrawnTask[] {
  return manifest.tasks.map((task, t): DrawnTask => {
    const planned = plan.tasks.find(({ no }) => no === task.no);
    const tiers = result.tasks[t]?.tiers ?? [];
    return {
      no: task.no,
      name: task.name,
      lead: departmentName(planned?.lead ?? ''),
      partners: (planned?.partners ?? []).map(departmentName),
      scheme: task.scheme.name === '' ? '' : schemeName(task.scheme.name),
      total: task.total,
      tiers: task.tiers.map(({ label, quota }, i) => ({
        label,
        share: quota,
        frame: tiers[i]?.frame ?? 0,
        eligible: tiers[i]?.eligible ?? 0,
        size: tiers[i]?.size ?? 0,
        drawn: tiers[i]?.drawn.length ?? 0,
        skipped: tiers[i]?.skipped.length ?? 0,
      })),
    };
  });
}

const wordsOf = (reason: string): string => {
  const known = exclusions.find((each) => each.reason === reason);
  return known === undefined ? reason : exclusionWords[known.reason].zh;
};

/** Households that no task could draw: by the reason of the first task that means them, and those that none means. */
function excludedOf({ exclusions: stated }: Manifest, { rows, columns }: Roster): RecordValue['excluded'] {
  const counts = new Map<number, number>();
  let unmeant = 0;
  for (let row = 0; row < rows; row++) {
    const tasks = columns.tiers.flatMap((tiers, t) => (tiers[row] === NOT_IN_FRAME ? [] : [t]));
    const letters = tasks.map((t) => columns.letters[t]?.[row] ?? NOT_EXCLUDED);
    const [first] = letters;
    if (first === undefined) unmeant += 1;
    else if (!letters.includes(NOT_EXCLUDED)) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const byReason = stated.flatMap(({ letter, reason }) => {
    const households = counts.get(letter.charCodeAt(0)) ?? 0;
    return households === 0 ? [] : [{ reason: wordsOf(reason), households }];
  });
  return unmeant === 0 ? byReason : [...byReason, { reason: '不属于本次任务的检查对象范围', households: unmeant }];
}
