/** Rosters and manifests in memory, for what is measured without a database: columns are made directly, no page is written. */
import type { Manifest, ManifestTask } from '../../core/draw/manifest.ts';
import type { Roster } from '../../core/draw/roster.ts';
import { NOT_IN_FRAME } from '../../core/draw/roster-page.ts';
import { frame, task } from '../draw/make.ts';

/** A task over the classes A to D. `bp`: the share of each in ten thousandths. */
export const taskOf = (place: number, bp: readonly number[], changes: Partial<ManifestTask> = {}): ManifestTask => ({
  ...task,
  no: `2025-${String(place + 1).padStart(3, '0')}`,
  tiers: bp.map((share, t) => ({
    label: 'ABCD'.charAt(t),
    quota: { kind: 'share', bp: share, bound: 'exactly', atLeast: 0 },
    limits: [],
  })),
  counts: [],
  ...changes,
});

export const manifestOf = (
  rows: number,
  tasks: readonly ManifestTask[],
  changes: Partial<Manifest> = {},
): Manifest => ({
  ...frame,
  counters: [],
  tasks,
  groups: 1 + Math.max(...tasks.map(({ group }) => group)),
  roster: { rows, pages: [] },
  ...changes,
});

/** @param tierOf place of the row's tier in a task, or null where the task does not mean it */
export function rosterOf(rows: number, tasks: number, tierOf: (row: number, task: number) => number | null): Roster {
  const tiers = Array.from({ length: tasks }, (_, t) =>
    Uint8Array.from({ length: rows }, (_, row) => tierOf(row, t) ?? NOT_IN_FRAME),
  );
  return {
    rows,
    columns: {
      starts: new Int32Array(rows),
      tiers,
      letters: tiers.map(() => new Uint8Array(rows)),
      open: tiers.map((column) => column.slice()),
      used: [],
    },
    key: (row) => ({ kind: 'older', number: String(row).padStart(9, '0') }),
    place: () => '',
  };
}
