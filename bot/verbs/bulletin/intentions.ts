/**
 * 下一年度抽查计划: the rows that units sent with their intentions, for the consultation of that year to open with (三明 2025 四(九), 五(十四)). A
 * unit takes them over as its reply by one act; they are then rows of its reply like any others.
 */
import { isIn, summariesHeld } from '../../../core/bulletin/summary.ts';
import type { Result } from '../../../core/result.ts';
import { dossierOf } from '../../../db/dossier.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { standingConsultation } from '../consult/held.ts';
import { type Receipt, replyToConsultation } from '../consult/reply.ts';
import { readSent, sheetBytes } from '../consult/sheet.ts';
import { nextYear } from './submit-summary.ts';

export interface Intention {
  readonly department: string;
  readonly words: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Names of the tasks. */
  readonly tasks: readonly string[];
}

/** @param year of the plan that they are for: 2026 for those sent in 2025 */
export async function intentionsFor(deps: Deps, year: number): Promise<readonly Intention[]> {
  const period = `next-year-plan/${year - 1}`;
  const held = summariesHeld(await dossierOf(deps.db, { matter: 'period', id: period }));
  const found: Intention[] = [];
  for (const [department, each] of held) {
    if (!isIn(each) || each.file === null) continue;
    const bytes = await sheetBytes(deps.db, each.file);
    const file = each.file.name;
    const read = await readSent(deps, { file, bytes }, nextYear(year, period, department, each.on));
    const tasks = read.sheet?.rows.map(({ task }) => task.name) ?? [];
    const words = each.parts.map((part) => part.words).join('\n');
    found.push({ department, words, file, bytes, tasks });
  }
  return found;
}

/** How many rows a unit has sent for a year, without reading them. */
export async function intendedRows(deps: Pick<Deps, 'db'>, year: number, department: string): Promise<number> {
  const period = `next-year-plan/${year - 1}`;
  const held = summariesHeld(await dossierOf(deps.db, { matter: 'period', id: period })).get(department);
  return held !== undefined && isIn(held) ? (held.file?.taken ?? 0) : 0;
}

/** The rows that the unit sent become its reply to the consultation of that year. */
export async function carryIntentions(
  deps: Deps,
  actor: Actor,
  input: { readonly consultation: string; readonly department: string; readonly key: string },
): Promise<Result<Receipt, Refusal>> {
  const held = await standingConsultation(deps.db, input.consultation);
  if (!held.ok) return held;
  const { year } = held.value;
  const own = (await intentionsFor(deps, year)).find(({ department }) => department === input.department);
  if (own === undefined) return refuse('bulletin', { reason: 'no-intentions', department: input.department, year });
  return replyToConsultation(deps, actor, {
    consultation: input.consultation,
    department: input.department,
    answer: null,
    sheets: [{ kind: 'file', file: own.file, bytes: own.bytes }],
    source: { kind: 'button', id: input.key },
    key: input.key,
  });
}
