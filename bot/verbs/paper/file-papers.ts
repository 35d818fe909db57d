/**
 * 归档: the whole file of one visit, every paper for which there are facts, with checksums and what is still missing by name (福安 2018 二(二)1:
 * 整套材料归档). A paper that bears a number stands under it; one that was never numbered is filed as a draft.
 */
import { digestBytes, hexOf } from '../../../core/digest.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { checksumLines, type FiledLine, folderList } from '../../paper/file-list.ts';
import { paperFile } from '../../paper/official/paper-file.ts';
import { type PaperKind, papers } from '../../paper/official/papers.ts';
import type { Refusal } from '../../refusal.ts';
import { lackWords } from '../../say/paper.ts';
import { dayOf } from '../../today.ts';
import { casesOf } from '../follow-up/cases.ts';
import { type Asked, paperDesk } from './loaded.ts';
import { asFiled } from './paper-again.ts';
import type { Lack } from './refusal.ts';
import { visitFacts } from './visit-facts.ts';

export interface VisitFile {
  /** 检查编号 */
  readonly no: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly missing: readonly string[];
}

/** Papers of one visit without the list of the folder, for the folder of a whole draw. */
export interface VisitPapers {
  readonly no: string;
  readonly papers: readonly { readonly what: string; readonly name: string; readonly bytes: Uint8Array }[];
  readonly missing: readonly string[];
}

/** @param about `3/12` */
export async function filePapers(deps: Deps, actor: Actor, about: string): Promise<Result<VisitFile, Refusal>> {
  const held = await visitPapers(deps, actor, about);
  if (!held.ok) return held;
  const { no, papers: made, missing } = held.value;
  const lines = made.map(
    ({ what, name, bytes }): FiledLine => ({ what, name, bytes: bytes.length, sha256: hexOf(digestBytes(bytes)) }),
  );
  const list = folderList({
    title: '检查材料归档目录',
    office: deps.office,
    about: `检查编号 ${no}`,
    date: dayOf(deps.now()),
    files: lines,
    lacking: missing,
  });
  return ok({
    no,
    files: [
      ...made.map(({ name, bytes }) => ({ name, bytes })),
      { name: '归档目录.html', bytes: new TextEncoder().encode(list) },
      { name: 'SHA256SUMS', bytes: new TextEncoder().encode(checksumLines(lines)) },
    ],
    missing,
  });
}

export async function visitPapers(deps: Deps, actor: Actor, about: string): Promise<Result<VisitPapers, Refusal>> {
  const asked: Asked = { kind: 'record-sheet', about, actor };
  const found = await visitFacts(deps, asked);
  if (!found.ok) return found;
  const { visit, id, book } = found.value;
  // The sheet is everybody's who goes there; whoever may not have it may have nothing of this file.
  const sheet = await asFiled(deps, actor, { kind: 'record-sheet', about: id, series: '' });
  if (!sheet.ok) return sheet;
  const desk = await paperDesk(deps, actor);
  const cases = (await casesOf(deps, { source: book.source })).filter((each) => each.visit === id);
  const transfers = new Set(cases.flatMap((each) => each.transfers.map(({ seq }) => String(seq))));
  const wanted: readonly Wanted[] = [
    ...visit.bodies.flatMap(({ department }): readonly Wanted[] =>
      ofEveryVisit.map((kind) => ({ kind, about: `${id}/${department}`, of: desk.nameOf(department), needed: true })),
    ),
    ...cases.flatMap((each): readonly Wanted[] =>
      ofCases.map((kind) => ({ kind, about: each.id, of: each.item.name, needed: false })),
    ),
    ...[...transfers].flatMap((seq): readonly Wanted[] =>
      ofTransfers.map((kind) => ({ kind, about: seq, of: '', needed: false })),
    ),
  ];
  const made = [{ what: papers['record-sheet'].title.zh, ...(await paperFile(sheet.value.paper, visit.no)) }];
  const missing: string[] = [];
  for (const { kind, about: matter, of, needed } of wanted) {
    const paper = await asFiled(deps, actor, { kind, about: matter, series: '' });
    const title = `${papers[kind].title.zh}${of === '' ? '' : `（${of}）`}`;
    if (paper.ok)
      made.push({
        what: title,
        ...(await paperFile(paper.value.paper, [visit.no, of].filter((each) => each !== '').join(' '))),
      });
    else if (needed && isLack(paper.error)) missing.push(`${title}：${lackWords[paper.error.why.lacks].zh}`);
  }
  return ok({ no: visit.no, papers: made, missing });
}

interface Wanted {
  readonly kind: PaperKind;
  readonly about: string;
  readonly of: string;
  readonly needed: boolean;
}

const ofEveryVisit = ['approval-form', 'visit-notice', 'outcome-notice'] as const satisfies readonly PaperKind[];
const ofCases = [
  'listing-reminder',
  'guidance-slip',
  'penalty-and-repair',
  'crime-referral',
] as const satisfies readonly PaperKind[];
const ofTransfers = ['transfer-record', 'transfer-letter'] as const satisfies readonly PaperKind[];

/** Another department's paper is no gap in one's own file. */
const isLack = (
  refusal: Refusal,
): refusal is {
  readonly stage: 'paper';
  readonly why: { reason: 'not-recorded'; kind: PaperKind; about: string; lacks: Lack };
} => refusal.stage === 'paper' && refusal.why.reason === 'not-recorded';
