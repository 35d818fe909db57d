/** A desk that has something to show the public: a published plan, a draw, outcomes entered, reviewed and set to be public on a day. */
import type { Actor } from '../../bot/actor.ts';
import { publishOutcomes } from '../../bot/verbs/notice/publish.ts';
import { reviewOutcomes } from '../../bot/verbs/outcome/review.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { outcomesKeeper } from '../../bot/verbs/sheet/visit/outcomes.ts';
import type { SubjectKey } from '../../core/registry/subject.ts';
import type { RowCells } from '../../core/sheet/row.ts';
import { standingNotices } from '../../db/notices.ts';
import { value } from '../desk.ts';
import { hands, type PlannedDesk } from '../drawn-desk.ts';
import { changed, cleanOf, handedDesk, manned } from '../verbs/outcome/entered-desk.ts';

export const reviewer: Actor = {
  ...hands.liaison,
  person: 'r9',
  name: '结果审核员',
  roles: ['outcome-reviewer'],
};

export interface PublicDesk {
  readonly desk: PlannedDesk;
  readonly ceremony: number;
  /** The day on which the outcomes become public. */
  readonly day: string;
  readonly subjects: readonly (SubjectKey & { readonly name: string })[];
}

const found: RowCells = {
  code: '未按规定公示应当公示的信息',
  finding: '年度报告逾期未公示',
  handling: '责令改正',
  correctBy: '2025-09-20',
};

/** @param days how many days after the end of the window they become public */
export async function publicDesk(days = 3, finished?: (cleanUp: () => void) => void): Promise<PublicDesk> {
  const { desk, ref, ceremony, rows } = await handedDesk(finished);
  value(await enrol(desk, hands.drafter, reviewer));
  const good = manned(rows).slice(0, 24);
  const changes = good.map((row, i) => changed(row, i % 5 === 4 ? { ...cleanOf(row), ...found } : cleanOf(row)));
  const receipt = value(
    await outcomesKeeper.submit(desk, hands.liaison, { ref, batch: 'public-01', rows: changes, reason: '' }),
  );
  const refused = receipt.answers.find(({ outcome }) => outcome === 'refused');
  if (refused !== undefined) throw new Error(JSON.stringify(refused.remarks));
  const book = String(ceremony);
  const waiting = { kind: 'waiting', upTo: 1e6 } as const;
  value(await reviewOutcomes(desk, reviewer, { book, department: 'scjg', rows: waiting, passed: true, words: '' }));
  const day = new Date(Date.parse(desk.now()) + days * 86_400_000).toISOString().slice(0, 10);
  value(await publishOutcomes(desk, hands.liaison, { book, department: '', tasks: [], day, destinations: ['公开栏'] }));
  const notices = await standingNotices(desk.db);
  const subjects = notices.flatMap(({ kind, number, name }) => (kind === '' ? [] : [{ kind, number, name }]));
  return { desk, ceremony, day, subjects };
}
