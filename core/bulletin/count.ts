/**
 * Every figure counted over what is on record, for a period and for the whole area or one department. One reading serves all departments;
 * they come in the order of the register, and no figure orders them (国办发〔2024〕54号: 不得将考核考评与检查频次、罚款数额挂钩).
 */
import type { Ruling } from '../policy/cited.ts';
import { type Figure, figures } from '../policy/figure.ts';
import type { Target } from '../policy/shape.ts';
import type { Count, FigureValue } from './figure.ts';
import { goalOf } from './goal.ts';
import {
  brokenDown,
  claimed,
  compliant,
  departmentsDrawing,
  implemented,
  itemsFinished,
  itemsPlanned,
  officersActive,
} from './of-lists.ts';
import { findingRate, followedUp, mobileEntry, outcomesCollected, published } from './of-outcomes.ts';
import {
  officersEntered,
  otherRecords,
  penaltiesCollected,
  publicity,
  recordsEntered,
  recordsPublished,
} from './of-statements.ts';
import { classesApplied, differentiated, onTime, planFinished, visitsMerged } from './of-tasks.ts';
import type { Recorded, Scope } from './recorded.ts';

type Counted = Count | 'no-data' | (Pick<FigureValue, 'count'> & Partial<Pick<FigureValue, 'parts' | 'silent'>>);

const counting: Readonly<Record<Figure, (recorded: Recorded, scope: Scope) => Counted>> = {
  'on-time': onTime,
  published,
  'followed-up': followedUp,
  differentiated,
  'classes-applied': classesApplied,
  'mobile-entry': mobileEntry,
  'finding-rate': findingRate,
  'plan-finished': planFinished,
  'items-planned': itemsPlanned,
  'items-finished': itemsFinished,
  'departments-drawing': departmentsDrawing,
  'visits-merged': visitsMerged,
  claimed,
  implemented,
  compliant,
  'broken-down': brokenDown,
  'officers-entered': officersEntered,
  'officers-active': officersActive,
  'records-entered': recordsEntered,
  'records-published': recordsPublished,
  'other-records': otherRecords,
  'outcomes-collected': outcomesCollected,
  'penalties-collected': penaltiesCollected,
  news: (recorded, scope) => publicity(recorded, scope, 'news'),
  exposures: (recorded, scope) => publicity(recorded, scope, 'exposures'),
};

const isFigure = (key: string): key is Figure => Object.hasOwn(figures, key);
/** In the order of the catalogue. */
export const figureKeys: readonly Figure[] = Object.keys(figures).filter(isFigure);
export const figureNamed = (text: string): Figure | null =>
  figureKeys.find((key) => key === text.trim() || figures[key].name.zh === text.trim()) ?? null;

/** @param targets what the policy in force asks of the figure */
export function countFigure(
  figure: Figure,
  recorded: Recorded,
  scope: Scope,
  targets: readonly Ruling<Target>[],
): FigureValue {
  const counted = counting[figure](recorded, scope);
  const told = typeof counted === 'object' && 'count' in counted ? counted : { count: counted };
  const value = { figure, parts: [], silent: [], ...told };
  return { ...value, goals: targets.map((target) => goalOf(value, target, recorded, scope)) };
}
