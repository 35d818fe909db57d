/**
 * A visit to come as the papers of the office know it: one door, one window, several bodies with their items and officers.
 * Names stand here and nowhere public: public records have inspectors' numbers.
 */
import type { CivilDate } from '../../core/calendar.ts';
import type { Method } from '../../core/registry/item.ts';
import type { NumberKind } from '../../core/registry/subject.ts';

export interface Sent {
  readonly number: string;
  readonly name: string;
}

export interface VisitingBody {
  /** Code and name of the department. */
  readonly code: string;
  readonly name: string;
  /** Names of the items that it inspects here. */
  readonly items: readonly string[];
  readonly inspectors: readonly Sent[];
  /** Posts that nobody holds. */
  readonly open: number;
}

export interface PaperVisit {
  /** 检查编号, as it stands on every paper about this visit. */
  readonly no: string;
  readonly subject: {
    readonly kind: NumberKind;
    readonly number: string;
    readonly name: string;
    readonly place: string;
  };
  readonly tasks: readonly { readonly no: string; readonly name: string }[];
  readonly bodies: readonly VisitingBody[];
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  readonly method: Method;
  /** 检查批次, from 1. */
  readonly batch: number;
}

/** What every list of visits says about itself, since lists are mailed on. */
export interface ListHead {
  readonly office: string;
  readonly ceremony: number;
  readonly plan: string;
  readonly recordDigest: string;
  readonly date: CivilDate;
}

/** Each body that goes anywhere, once, in the order of its code. */
export function bodiesOf(visits: readonly PaperVisit[]): { readonly code: string; readonly name: string }[] {
  const found = new Map<string, string>();
  for (const { bodies } of visits) for (const { code, name } of bodies) found.set(code, name);
  return [...found].map(([code, name]) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1));
}
