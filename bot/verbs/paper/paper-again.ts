/**
 * Papers that have their number, read again: to fetch a file is not to issue it, and one whose matter has changed since is not given out under its
 * old number.
 */
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { authorise } from '../act.ts';
import { ownerOf } from '../outcome/reach.ts';
import { type DrawnUp, digestOfPaper, drawUp, imprintOf, loadPaper, type PaperInput } from './issue-paper.ts';
import { paperDesk } from './loaded.ts';
import { type PaperIssued, type PaperOnRecord, papersIssued } from './papers-issued.ts';

/** Numbered papers that somebody reads: the office all, a department its own, the latest first. */
export async function papersOfActor(deps: Deps, actor: Actor): Promise<Result<readonly PaperOnRecord[], Refusal>> {
  const any = authorise(actor, 'issue-paper', { department: actor.department });
  if (!any.ok) return any;
  const { departments } = await paperDesk(deps, actor);
  const mine = ({ department }: PaperIssued): boolean =>
    authorise(actor, 'issue-paper', department === '' ? {} : ownerOf(actor, department, departments)).ok;
  return ok((await papersIssued(deps)).filter(mine).reverse());
}

/** A numbered paper once more, as long as it would say the same: to fetch a file is not to issue it. */
export async function paperAgain(deps: Deps, actor: Actor, seq: number): Promise<Result<DrawnUp, Refusal>> {
  const mine = await papersOfActor(deps, actor);
  if (!mine.ok) return mine;
  const issued = mine.value.find((each) => each.seq === seq);
  if (issued === undefined) return refuse('paper', { reason: 'no-paper', seq });
  const { kind, about, series, on, paper: number } = issued;
  const found = await loadPaper(deps, actor, { kind, about, series });
  if (!found.ok) return found;
  const paper = found.value.held.build(await imprintOf(deps, found.value, { series, on, number, mark: '' }));
  return digestOfPaper(paper) === issued.digest
    ? ok({ kind, about, paper, number, copy: false, seq })
    : refuse('paper', { reason: 'changed-since', paper: number, on });
}

/** For an archive: under its number where it has one and would say the same, as a draft otherwise. Nothing is recorded. */
export async function asFiled(deps: Deps, actor: Actor, input: PaperInput): Promise<Result<DrawnUp, Refusal>> {
  const draft = await drawUp(deps, actor, input);
  if (!draft.ok) return draft;
  const { kind, about } = draft.value;
  const issued = (await papersIssued(deps)).findLast((each) => each.kind === kind && each.about === about);
  if (issued === undefined) return draft;
  const again = await paperAgain(deps, actor, issued.seq);
  return again.ok ? again : draft;
}
