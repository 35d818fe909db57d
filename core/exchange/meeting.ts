/** 联席会议、联络员会议 (三明 2025 五(十三)): called with an agenda, answered by those who are to come, held with decisions that somebody carries out. */
import type { CivilDate } from '../calendar.ts';
import { type Filed, writtenAs } from '../ledger/dossier.ts';
import type { Debtor } from '../owed/owed.ts';

export const meetingKinds = ['joint', 'liaison'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** Body of `meeting-called`. */
export interface MeetingCalled {
  readonly kind: MeetingKind;
  readonly title: string;
  readonly on: CivilDate;
  /** `14:30`, and where. */
  readonly time: string;
  readonly place: string;
  readonly agenda: readonly string[];
  /** Codes of the departments that are asked to come. */
  readonly invited: readonly string[];
}

/** Body of `meeting-answered`; the last answer of a department holds. */
export interface MeetingAnswered {
  readonly meeting: number;
  readonly department: string;
  readonly coming: boolean;
  readonly words: string;
}

export interface Decision {
  readonly words: string;
  readonly owner: Debtor;
  readonly due: CivilDate | null;
}

/** Body of `meeting-held`. Each decision is also a matter with an owner and a day (`problem.ts`). */
export interface MeetingHeld {
  readonly meeting: number;
  readonly on: CivilDate;
  readonly present: readonly string[];
  readonly decisions: readonly Decision[];
}

export interface Meeting extends MeetingCalled {
  readonly no: number;
  readonly answers: ReadonlyMap<string, { readonly coming: boolean; readonly words: string }>;
  readonly held: Omit<MeetingHeld, 'meeting'> | null;
}

export function meetingOf(entries: readonly Filed[]): Meeting | null {
  let called: (MeetingCalled & { readonly no: number }) | null = null;
  const answers = new Map<string, { readonly coming: boolean; readonly words: string }>();
  let held: MeetingHeld | null = null;
  for (const { seq, kind, body } of entries) {
    if (body === null) continue;
    if (kind === 'meeting-called') called = { ...writtenAs<MeetingCalled>(body), no: seq };
    else if (kind === 'meeting-answered') {
      const { department, coming, words } = writtenAs<MeetingAnswered>(body);
      answers.set(department, { coming, words });
    } else if (kind === 'meeting-held') held = writtenAs<MeetingHeld>(body);
  }
  return called === null ? null : { ...called, answers, held };
}
