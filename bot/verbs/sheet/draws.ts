/** Draws that can be re-checked in the pane: every one that was opened, as the public page has them, and whether the asker may have its record. */
import type { DrawLine } from '../../../core/api/shapes.ts';
import { ceremonies } from '../../../db/draws.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { dayOf } from '../../today.ts';
import { mayHaveRecord } from '../draw/disclose.ts';
import { ceremonyHeld } from '../draw/held.ts';

/** The last one first. */
export async function drawsFor(deps: Pick<Deps, 'db' | 'now'>, actor: Actor): Promise<readonly DrawLine[]> {
  const numbers = (await ceremonies(deps.db)).map(({ no }) => no).sort((a, b) => b - a);
  const lines: DrawLine[] = [];
  for (const no of numbers) {
    const held = await ceremonyHeld(deps.db, no);
    if (!held.ok) continue;
    const { state, manifest } = held.value;
    const opened = state.draws.at(-1);
    if (opened === undefined) continue;
    const allowed = await mayHaveRecord(deps, actor, no);
    const people = manifest.kind === 'people';
    lines.push({
      no,
      title: {
        zh: `第 ${no} 次抽取${people ? '（人员）' : ''}　计划 ${manifest.plan}，${manifest.tasks.length} 项任务`,
        en: `Draw ${no}${people ? ' (people)' : ''}: plan ${manifest.plan}, ${manifest.tasks.length} tasks`,
      },
      date: dayOf(opened.at),
      record: allowed.ok,
      why: allowed.ok ? null : sayRefusal(allowed.error),
    });
  }
  return lines;
}
