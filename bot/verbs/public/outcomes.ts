/**
 * Outcomes that the public may read today: the versions that stand as public, whose day has come. What is withheld, what has ended, what has
 * been entered and not published and what never was are the same to whoever asks: not there.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Notice, Shown, Withholding } from '../../../core/notice/notice.ts';
import type { SubjectKey } from '../../../core/registry/subject.ts';
import type { Db } from '../../../db/database.ts';
import { type NoticeFilter, standingNotices } from '../../../db/notices.ts';
import { atHead } from './at-head.ts';

export interface PublicOutcome extends Omit<Notice, 'body' | 'state'> {
  readonly shown: Shown;
  readonly destinations: readonly string[];
  /** Parts that are kept back, and on which ground; who decided it and in which words is not said. */
  readonly keptBack: readonly Pick<Withholding, 'part' | 'ground'>[];
}

export interface OutcomesAsked {
  /** Part of a name, or a whole number. */
  readonly search?: string;
  readonly plan?: string;
  readonly task?: string;
  readonly subject?: SubjectKey;
  /** From 1. */
  readonly page: number;
}

export interface OutcomesPage {
  readonly rows: readonly PublicOutcome[];
  readonly page: number;
  readonly more: boolean;
}

export const rowsOfPage = 20;
export const pagesMost = 500;

export async function outcomesForPublic(db: Db, asked: OutcomesAsked, today: CivilDate): Promise<OutcomesPage> {
  const { page, ...rest } = asked;
  const filter: NoticeFilter = { ...rest, today, states: ['public'] };
  const found = await standingNotices(db, { ...filter, limit: rowsOfPage + 1, offset: (page - 1) * rowsOfPage });
  return {
    rows: found.slice(0, rowsOfPage).flatMap(shownOf),
    page,
    more: found.length > rowsOfPage && page < pagesMost,
  };
}

const latestMost = 5;

/** Published last, by day: where somebody sees at once that outcomes are published here. */
export const latestForPublic = (db: Db, today: CivilDate): Promise<readonly PublicOutcome[]> =>
  atHead(db, today, 'latest', async () =>
    (await standingNotices(db, { today, states: ['public'], order: 'latest', limit: latestMost })).flatMap(shownOf),
  );

/** All of one enterprise. */
export const outcomesOfSubject = async (
  db: Db,
  subject: SubjectKey,
  today: CivilDate,
): Promise<readonly PublicOutcome[]> =>
  (await standingNotices(db, { subject, today, states: ['public'] })).flatMap(shownOf);

function shownOf({ body, state: _, ...notice }: Notice): readonly PublicOutcome[] {
  const { shown, destinations, withheld } = body;
  return shown === null
    ? []
    : [{ ...notice, shown, destinations, keptBack: withheld.map(({ part, ground }) => ({ part, ground })) }];
}
