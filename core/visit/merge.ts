/**
 * 合并上门 (石狮 2024 四(五); 三明 2025 二(四)): visits of several draws to one enterprise in windows that overlap are one door. Nothing about
 * who was drawn is changed; only the day is shared. A list that was drawn elsewhere counts like a draw of ours.
 */
import type { CivilDate } from '../calendar.ts';
import { keyText, type SubjectKey } from '../registry/subject.ts';

/** Where a visit comes from: a ceremony of ours, or a list that another platform drew. */
export interface VisitSource {
  readonly kind: 'ceremony' | 'list';
  readonly no: number;
}

export interface ComingVisit {
  readonly source: VisitSource;
  /** Place of the visit in its source. */
  readonly visit: number;
  readonly subject: SubjectKey;
  readonly tasks: readonly string[];
  readonly departments: readonly string[];
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  /** 外部平台抽取，本系统无法核验: false for what was drawn elsewhere. */
  readonly verifiable: boolean;
}

export interface Door {
  readonly subject: SubjectKey;
  /** Days on which all of its visits can be made together. */
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  readonly visits: readonly ComingVisit[];
}

/** Every door, subjects by the bytes of their key; those with more than one visit are visited once for all. */
export function doorsOf(visits: readonly ComingVisit[]): readonly Door[] {
  const bySubject = Map.groupBy(visits, ({ subject }) => keyText(subject));
  return [...bySubject]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const doors: { subject: SubjectKey; window: Door['window']; visits: ComingVisit[] }[] = [];
      for (const visit of [...own].sort(inTime)) {
        const home = doors.find(({ window }) => visit.window.from <= window.to && window.from <= visit.window.to);
        if (home === undefined) doors.push({ subject: visit.subject, window: visit.window, visits: [visit] });
        else {
          home.visits.push(visit);
          home.window = {
            from: later(home.window.from, visit.window.from),
            to: earlier(home.window.to, visit.window.to),
          };
        }
      }
      return doors;
    });
}

/** Doors at which visits of more than one draw meet. */
export const mergedDoors = (doors: readonly Door[]): readonly Door[] => doors.filter(({ visits }) => visits.length > 1);

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

const inTime = (a: ComingVisit, b: ComingVisit): number =>
  compare(a.window.from, b.window.from) ||
  compare(a.source.kind, b.source.kind) ||
  a.source.no - b.source.no ||
  a.visit - b.visit;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
