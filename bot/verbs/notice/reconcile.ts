/**
 * 比对平台数据 (石狮 三(三); 甘州 二(二)4; 福安 二(一)4): a platform's file is held against what a department made public, row by row. What agrees is
 * confirmed, what differs is named with both values, what the platform lacks is to be sent again; rows that are none of ours are listed.
 */
import { type Compared, compare, type Difference, platformSheet } from '../../../core/notice/reconcile.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { receiptRows } from '../../../db/notices.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, enact, factOf } from '../act.ts';
import type { Unread } from './acknowledge.ts';
import { type GivenFile, readGiven } from './file.ts';
import { acknowledgedBody, freshReceipts, type Line, publicOf } from './receipts.ts';
import { authorisedFor, ownBody } from './whose.ts';

export interface Reconciled {
  readonly destination: string;
  readonly same: number;
  readonly differing: readonly Difference[];
  /** Names of outcomes that the platform does not have. */
  readonly missing: readonly string[];
  readonly unread: readonly Unread[];
}

export async function reconcileRecords(
  deps: Deps,
  actor: Actor,
  input: {
    readonly book: string;
    readonly department: string;
    readonly destination: string;
    readonly given: GivenFile;
  },
): Promise<Result<Reconciled, Refusal>> {
  const department = input.department === '' ? await ownBody(deps, actor) : input.department;
  const allowed = await authorisedFor(deps, actor, 'reconcile-records', department);
  if (!allowed.ok) return allowed;
  const read = await readGiven(input.given, platformSheet);
  if (!read.ok) return read;
  const { accepted, rejected } = read.value;
  const destination = input.destination.trim();
  return enact<Reconciled>(deps, async (at) => {
    const notices = await publicOf(deps, input.book, department, dayOf(at.now));
    if (!notices.ok) return notices;
    const wanted = [...new Set(notices.value.flatMap(({ body }) => body.destinations))];
    if (!wanted.includes(destination))
      return refuse('notice', { reason: 'not-a-destination', destination, destinations: wanted });
    const compared = compare(notices.value, accepted);
    const answer: Reconciled = {
      destination,
      same: compared.same.length,
      differing: compared.differing.flatMap(({ differences }) => differences),
      missing: compared.missing.map(outcomeId),
      unread: [
        ...rejected.map(({ row, faults }): Unread => ({ kind: 'faulty', row: row + 1, faults })),
        ...compared.unknown.map(({ row, why }): Unread => ({ kind: why, row: row + 1 })),
      ],
    };
    const fresh = await freshReceipts(deps, linesOf(compared), destination, at.seq);
    if (fresh.length === 0) return already(answer);
    const about = { book: input.book, department, destination, file: input.given.file };
    const body = await acknowledgedBody(deps, about, notices.value, fresh);
    return ok({
      facts: [factOf(actor, 'reconcile-records', asJson(body))],
      rows: [receiptRows(fresh)],
      value: answer,
    });
  });
}

const linesOf = ({ same, differing, missing }: Compared): readonly Line[] => [
  ...same.map((notice): Line => ({ notice, state: 'accepted', number: '', words: '' })),
  ...differing.map(
    ({ notice, differences }): Line => ({
      notice,
      state: 'differing',
      number: '',
      words: differences.map(({ ours, theirs }) => `台账：${ours}；平台：${theirs}`).join('；'),
    }),
  ),
  ...missing.map((notice): Line => ({ notice, state: 'missing', number: '', words: '' })),
];
