/**
 * 一项任务的整套档案 (甘州 2023 二(四)1, 万年 2022 四(四)): by one act, every fact from the letter to the disposal with its digest, who owed what by when
 * and what was done, and the files of its draws with the papers of its visits.
 */
import { digestBytes, hexOf } from '../../../core/digest.ts';
import type { Fact } from '../../../core/ledger/fact.ts';
import { isOfTask, type TaskScope } from '../../../core/ledger/task-file.ts';
import { bookOfSource, visitId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { ceremonies } from '../../../db/draws.ts';
import { ledgerPages } from '../../../db/ledger.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { checksumLines, type FiledLine } from '../../paper/file-list.ts';
import { type FactLine, taskFilePage } from '../../paper/task-file.ts';
import type { Refusal } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../act.ts';
import { heldConsultations } from '../consult/held.ts';
import { fileDraw } from '../draw/file.ts';
import { ceremonyHeld } from '../draw/held.ts';
import { casesOf } from '../follow-up/cases.ts';
import { drawnTasks } from '../notice/books.ts';
import { departmentNames } from '../registry/departments.ts';
import { type TaskPerformed, taskPerformed } from './performed.ts';

export interface TaskFile {
  readonly performed: TaskPerformed;
  readonly facts: readonly FactLine[];
  /** Names hold a folder for each draw: `第3次抽取/record.json`. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly missing: readonly string[];
}

export interface TaskFileAsked {
  readonly plan: string;
  readonly task: string;
  /** Where the draws were held, for their record form. */
  readonly place: string;
  readonly verifyAt: string;
}

/** Of the office: what all departments did is in it. */
export async function fileTask(deps: Deps, actor: Actor, asked: TaskFileAsked): Promise<Result<TaskFile, Refusal>> {
  const allowed = authorise(actor, 'issue-plan');
  if (!allowed.ok) return allowed;
  const done = await taskPerformed(deps, { ...asked, department: null });
  if (!done.ok) return done;
  const { scope, visits } = await scopeOf(deps, done.value);
  const facts = await factsIn(deps, scope);
  const made: { what: string; name: string; bytes: Uint8Array }[] = [];
  const missing: string[] = [];
  for (const ceremony of scope.ceremonies) {
    const { place, verifyAt } = asked;
    const draw = await fileDraw(deps, actor, { ceremony, place, media: [], verifyAt, visits: visits(ceremony) });
    const folder = `第${ceremony}次抽取`;
    if (!draw.ok) {
      missing.push(`${folder}的材料（尚未开签或者已经废止）`);
      continue;
    }
    made.push(...draw.value.files.map(({ name, bytes }) => ({ what: folder, name: `${folder}/${name}`, bytes })));
    missing.push(...draw.value.missing.map((part) => `${folder}：${part}`));
  }
  const lines = made.map(
    ({ what, name, bytes }): FiledLine => ({ what, name, bytes: bytes.length, sha256: hexOf(digestBytes(bytes)) }),
  );
  const list = taskFilePage({
    office: deps.office,
    date: dayOf(deps.now()),
    performed: done.value,
    facts,
    files: lines,
    missing,
    nameOf: await departmentNames(deps.db),
  });
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  return ok({
    performed: done.value,
    facts,
    files: [
      ...made.map(({ name, bytes }) => ({ name, bytes })),
      { name: '任务档案目录.html', bytes: text(list) },
      { name: 'SHA256SUMS', bytes: text(checksumLines(lines)) },
    ],
    missing,
  });
}

/** What the task is known by in the ledger; and the visits of each draw that are its own. */
async function scopeOf(
  deps: Deps,
  { plan, task }: TaskPerformed,
): Promise<{ readonly scope: TaskScope; readonly visits: (ceremony: number) => ReadonlySet<number> }> {
  const carried = (await drawnTasks(deps, { plan })).filter((each) => each.task.no === task.no);
  const year = carried[0]?.year ?? (Number(/\d{4}/.exec(plan)?.[0]) || 0);
  const consultations = (await heldConsultations(deps.db)).filter((each) => each.year === year);
  const drawing: number[] = [];
  for (const { no } of await ceremonies(deps.db)) {
    const held = await ceremonyHeld(deps.db, no);
    if (!held.ok) continue;
    const { manifest } = held.value;
    if (manifest.plan === plan && manifest.tasks.some((each) => each.no === task.no)) drawing.push(no);
  }
  const rows = carried.flatMap(({ book, rows: own }) => own.map((row) => ({ ...row, source: book.source })));
  const cases = (await casesOf(deps)).filter(({ tasks }) => tasks.includes(`${plan}/${task.no}`));
  return {
    scope: {
      plan,
      task: `${plan}/${task.no}`,
      consultations: new Set(consultations.map(({ no }) => no)),
      ceremonies: new Set(drawing),
      sources: new Set(carried.map(({ book }) => book.source)),
      departments: new Set(task.bodies.map(({ department }) => department)),
      visits: new Set(rows.map(({ source, visit }) => visitId(source, visit.visit))),
      cases: new Set(cases.map(({ id }) => id)),
    },
    visits: (ceremony) =>
      new Set(rows.filter(({ source }) => bookOfSource(source) === String(ceremony)).map(({ visit }) => visit.visit)),
  };
}

async function factsIn({ db }: Deps, scope: TaskScope): Promise<readonly FactLine[]> {
  const found: FactLine[] = [];
  for await (const page of ledgerPages(db))
    for (const { row, body } of page) {
      const told: Fact['body'] = body === null || body.text === null ? null : JSON.parse(body.text);
      // Safe because the ledger holds facts of the catalogue alone (`commit`).
      const kind = row.kind as Fact['kind'];
      if (isOfTask(scope, kind, told))
        found.push({ seq: row.seq, day: dayOf(row.at), kind, actor: row.actor, digest: row.bodyDigest });
    }
  return found;
}
