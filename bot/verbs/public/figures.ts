/**
 * Figures for everybody: of the whole area, one calendar year, never of one department, so that nobody is ranked (国办发〔2024〕54号). Two that
 * count findings before these are public stay away; instead the outcomes that stand as public are counted by what was found.
 */
import type { FigureValue } from '../../../core/bulletin/figure.ts';
import { type CivilDate, yearOf } from '../../../core/calendar.ts';
import { type OutcomeCode, outcomeCodes } from '../../../core/outcome/code.ts';
import type { Figure } from '../../../core/policy/figure.ts';
import { standingNotices } from '../../../db/notices.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { figuresOf } from '../bulletin/figures.ts';
import { atHead } from './at-head.ts';
import { plansForPublic } from './plans.ts';

export interface PublicFigures {
  readonly year: number;
  /** Years for which there is a public plan, the last first, with the one asked for. */
  readonly years: readonly number[];
  readonly to: CivilDate;
  readonly figures: readonly FigureValue[];
  /** Outcomes that stand as public and were found in that year, in the order of the catalogue. */
  readonly outcomes: readonly { readonly code: OutcomeCode; readonly count: number }[];
}

/** They count what was found, published or not. */
const beforePublication: readonly Figure[] = ['finding-rate', 'followed-up'];

/** Null where there is no public plan of that year: what is not begun has no figures. @param asked left out, the present year */
export async function figuresForPublic(deps: Deps, asked?: number): Promise<PublicFigures | null> {
  const today = dayOf(deps.now());
  const planned = (await plansForPublic(deps.db, today)).map(({ year }) => year);
  const years = [...new Set([yearOf(today), ...planned])].filter((year) => year <= yearOf(today)).sort((a, b) => b - a);
  const year = asked ?? yearOf(today);
  if (!years.includes(year)) return null;
  return atHead(deps.db, today, `figures/${year}`, () => counted(deps, year, years, today));
}

async function counted(deps: Deps, year: number, years: readonly number[], today: CivilDate): Promise<PublicFigures> {
  const [from, end] = [`${year}-01-01`, `${year}-12-31`];
  const to = end < today ? end : today;
  const [figures, notices] = await Promise.all([
    figuresOf(deps, { from, to }),
    standingNotices(deps.db, { today, states: ['public'] }),
  ]);
  const codes = notices.flatMap(({ body: { shown } }) =>
    shown !== null && yearOf(shown.checkedOn) === year ? [shown.code] : [],
  );
  const byCode = Map.groupBy(codes, (code) => code);
  return {
    year,
    years,
    to,
    figures: figures.filter(({ figure }) => !beforePublication.includes(figure)),
    outcomes: outcomeCodes.flatMap((code) => {
      const count = byCode.get(code)?.length ?? 0;
      return count === 0 ? [] : [{ code, count }];
    }),
  };
}
