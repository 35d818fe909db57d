/** Rows of a standing list become one import like that of a file: staged first, and made true unless the list has changed under it. */
import { canonical } from '../../../../core/canonical.ts';
import { digestText } from '../../../../core/digest.ts';
import { err, ok, type Result } from '../../../../core/result.ts';
import { rowsMost } from '../../../../core/sheet/book.ts';
import type { Words } from '../../../../core/words.ts';
import { beginImport, importRow, snapshot, stillHolds } from '../../../../db/imports.ts';
import { cut, stagePages } from '../../../../db/pages.ts';
import type { Actor } from '../../../actor.ts';
import { asJson } from '../../../as-json.ts';
import type { Deps } from '../../../deps.ts';
import { type Refusal, refuse } from '../../../refusal.ts';
import { nothingWritten } from '../../../say/sheet.ts';
import { already, enact, factOf } from '../../act.ts';
import type { SheetReceipt, SheetSubmission } from '../keeper.ts';
import { firstReceipt, receiptRow } from '../once.ts';
import { eachOnce } from '../weigh.ts';
import { type ListKept, lineOf, scopeOf, workOf } from './kept-lists.ts';
import { listRow, settleList } from './settle-list.ts';
import { inTurnOf } from './turn.ts';

/** Times that a list may change under a submission, by a file or another process, before it gives up. */
const triesMax = 5;

export async function submitToList<V>(
  deps: Deps,
  actor: Actor,
  keeps: ListKept<V>,
  submission: SheetSubmission,
): Promise<Result<SheetReceipt, Refusal>> {
  const scope = scopeOf(actor, keeps.list);
  return scope.ok ? inTurnOf(deps.db, keeps.list.list, () => submitted(deps, actor, keeps, submission)) : scope;
}

async function submitted<V>(
  deps: Deps,
  actor: Actor,
  keeps: ListKept<V>,
  submission: SheetSubmission,
): Promise<Result<SheetReceipt, Refusal>> {
  const first = await firstReceipt(deps.db, actor, submission);
  if (!first.ok) return first;
  if (first.value !== null) return ok(first.value);
  const { title, readOnly } = await lineOf(deps, actor, keeps);
  if (readOnly !== null) return refuse('sheet', { reason: 'list-too-large', title, most: rowsMost });
  for (let tries = 0; tries < triesMax; tries += 1) {
    const taken = await stageAndCommit(deps, actor, keeps, submission);
    if (taken.ok) return taken;
    if (taken.error !== 'overtaken') return err(taken.error);
  }
  return refuse('registry', { reason: 'overtaken', list: keeps.list.list });
}

async function stageAndCommit<V>(
  deps: Deps,
  actor: Actor,
  keeps: ListKept<V>,
  submission: SheetSubmission,
): Promise<Result<SheetReceipt, Refusal | 'overtaken'>> {
  const { db } = deps;
  const { list } = keeps;
  const state = await snapshot(db);
  const work = await workOf(deps, actor, keeps, state);
  const { settle, written } = settleList(work);
  const answers = eachOnce(submission.rows, settle);
  if (written.size === 0) return ok({ answers, note: nothingWritten });
  const staging = await beginImport(db, list.list, deps.now());
  if (staging.base !== state[list.list].upTo) return err('overtaken');
  const rows = await list.stage(
    db,
    staging,
    [...written.values()].map(({ after }) => after),
  );
  const counts = countsOf(answers);
  const changes = [...written].map(([key, { before, after }]) => ({
    key,
    before: before === null ? null : listRow(work, before).cells,
    after: listRow(work, after).cells,
  }));
  const report = await stagePages(db, 'mingchou/import-report/1', cut(JSON.stringify({ counts, changes })));
  const fileDigest = digestText('mingchou/rows/1', canonical(asJson(submission.rows)));
  const body = { list: list.list, file: '工作簿填报', fileDigest, report: [...report], ...counts, import: staging.no };
  const receipt: SheetReceipt = { answers, note: noteOf(counts) };
  return enact<SheetReceipt, Refusal | 'overtaken'>(deps, async (at) => {
    const before = await firstReceipt(db, actor, submission);
    if (!before.ok) return before;
    if (before.value !== null) return already(before.value);
    if (!(await stillHolds(db, staging))) return err('overtaken');
    return ok({
      facts: [factOf(actor, list.right, body)],
      rows: [
        importRow(staging, { fileDigest: '', report: report.join(' '), rows }, at),
        await receiptRow(db, actor, submission, receipt, at),
      ],
      value: receipt,
    });
  });
}

/** The counts that the fact of an import has. */
function countsOf(answers: SheetReceipt['answers']) {
  const number = (...outcomes: readonly string[]) => answers.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const rejected = number('refused', 'conflict');
  return {
    rows: answers.length,
    accepted: answers.length - rejected,
    corrected: 0,
    rejected,
    repeated: 0,
    added: number('created'),
    changed: number('updated', 'merged'),
    same: number('unchanged'),
    absent: 0,
  };
}

const noteOf = ({ added, changed, rejected }: ReturnType<typeof countsOf>): Words => ({
  zh: `已写入：新增 ${added} 行，修改 ${changed} 行${rejected === 0 ? '' : `，另有 ${rejected} 行未写入，见各行说明`}。`,
  en: `Written: ${added} new, ${changed} changed${rejected === 0 ? '' : `; ${rejected} not, see each of them`}.`,
});
