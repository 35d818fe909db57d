/**
 * The longest names that real plans and lists hold, on everything a chat shows from the letter to the visits: each post, form and home
 * page keeps to a chat's limits in both languages. The names are read at ../shared/data and stay there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { home } from '../../bot/chat/home.ts';
import { staff } from '../../bot/practice/people.ts';
import type { Sample } from '../../bot/practice/sample/sample.ts';
import { messageOf } from '../../bot/slack/blocks.ts';
import { checkMessage } from '../../bot/slack/limits.ts';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import { replyToConsultation } from '../../bot/verbs/consult/reply.ts';
import { approvePlan } from '../../bot/verbs/plan/approve-plan.ts';
import { checkPlan } from '../../bot/verbs/plan/check-plan.ts';
import { draftPlan } from '../../bot/verbs/plan/draft-plan.ts';
import { issuePlan } from '../../bot/verbs/plan/issue-plan.ts';
import { keepFinding } from '../../bot/verbs/plan/keep-finding.ts';
import { publishPlan } from '../../bot/verbs/plan/publish-plan.ts';
import { assignVisits } from '../../bot/verbs/visit/assign.ts';
import { openFile } from '../../core/sheet/open.ts';
import { value } from '../desk.ts';
import { broughtIn, draftOf, drawn } from '../scenario/county.ts';
import { sample as sampleOf } from '../verbs/make.ts';
import { chatDeps, standing } from './acting.ts';

const data = join(import.meta.dirname, '../../../shared/data');

/** Cells of every real plan and list of items, each once, the longest first. */
async function realCells(): Promise<readonly string[]> {
  const files = readdirSync(data).filter((name) => /^(plan|items)_.*\.csv$/.test(name));
  const cells = new Set<string>();
  for (const name of files) {
    const opened = await openFile(readFileSync(join(data, name)));
    if (!opened.ok) continue;
    for (const { rows } of opened.value)
      for (const row of rows) for (const cell of row) cells.add(String(cell ?? '').trim());
  }
  return [...cells].filter((cell) => !/[\n\r]/.test(cell)).sort((a, b) => b.length - a.length);
}

const isBody = (cell: string): boolean => /^[\p{L}“”（）()]{4,60}(局|委|委员会|厅|中心|大队|办公室)$/u.test(cell);

/** The sample under those names. */
function named(sample: Sample, names: readonly string[], bodies: readonly string[]): Sample {
  const departments = sample.departments.map((each, i) => {
    const name = bodies[i];
    return name === undefined ? each : { ...each, name: `清漪县${name}`, aliases: [] };
  });
  const tasks = sample.plan.tasks.map((task, i) => ({ ...task, name: names[i] ?? task.name }));
  return { ...sample, departments, plan: { ...sample.plan, tasks } };
}

describe.skipIf(!existsSync(data))('the longest real names (../shared/data)', () => {
  it('fit everything that is shown from the letter to the visits', { timeout: 120_000 }, async () => {
    const cells = await realCells();
    const bodies = [...new Set(cells.flatMap((cell) => cell.split(/[、，,；;\s]/)).filter(isBody))];
    const long = cells.filter((cell) => cell.length <= 200);
    expect([bodies.length > 10, (long[0] ?? '').length > 60]).toEqual([true, true]);

    const of = named(sampleOf(), long, bodies);
    const desk = await broughtIn(of, of.snapshot, onTestFinished);
    const asked = of.departments.filter(({ kind }) => kind === 'member').map(({ code }) => code);
    const { consultation } = value(
      await openConsultation(desk, staff.drafter, {
        key: 'k',
        year: of.plan.year,
        letter: long.slice(0, 12).join('\n'),
        matters: long.slice(0, 20).join('\n'),
        deadline: { kind: 'working-days', days: 5 },
        asked,
        contact: null,
      }),
    );
    value(
      await replyToConsultation(desk, staff.liaison, {
        consultation,
        department: staff.liaison.department,
        answer: 'comments',
        words: long[0] ?? '',
        source: { kind: 'thread', id: 'C1:1' },
        key: 'k2',
      }),
    );
    const { no } = of.plan;
    value(await draftPlan(desk, staff.drafter, draftOf(of)));
    for (const { kind, task, weight, reason } of value(await checkPlan(desk, staff.drafter, no)).findings)
      if (weight === 'in-principle' && reason === null)
        value(await keepFinding(desk, staff.drafter, { plan: no, task, finding: kind, words: long[1] ?? '' }));
    value(await approvePlan(desk, staff.reviewer, { plan: no }));
    value(await issuePlan(desk, staff.drafter, no));
    const on = of.plan.draftedOn;
    const channel = '本部门官网';
    desk.setNow(`${on}T08:00:00.000Z`);
    value(await publishPlan(desk, staff.drafter, { plan: no, channel, where: 'https://example.invalid/plan', on }));
    const record = await drawn(
      desk,
      no,
      of.plan.tasks.map((task) => task.no),
      { acceptShortage: true },
    );
    value(await assignVisits(desk, staff.drafter, record.manifest.ceremony));

    const kinds = new Set((await standing(desk)).map(({ slot }) => slot.split('/')[0]));
    for (const kind of [
      'consultation',
      'consultation-letter',
      'plan',
      'plan-issued',
      'ceremony',
      'ceremony-result',
      'department-visits',
    ])
      expect(kinds).toContain(kind);
    for (const person of Object.values(staff)) {
      const shown = await home(chatDeps(desk), person);
      for (const lang of ['zh', 'en'] as const) expect(checkMessage(messageOf(shown, lang))).toEqual([]);
    }
  });
});
