/**
 * What a consultation leaves on record: the letter, its deadlines, each reply as it was written, and whatever happened afterwards
 * to the text of a reply. Nothing here is ever changed; what stands is folded from it (`state.ts`).
 */
import type { CivilDate } from '../calendar.ts';
import type { Digest } from '../digest.ts';

/** 参加 | 无意见 | 有意见 | 不参加 */
export const answers = ['joins', 'agrees', 'comments', 'declines'] as const;
export type Answer = (typeof answers)[number];

/** 公文载明的联系人、电话、邮箱. */
export interface Contact {
  readonly person: string;
  readonly phone: string;
  readonly email: string;
}

export interface Opened {
  /** `2025-1`: the year and its running number. */
  readonly consultation: string;
  readonly year: number;
  readonly letter: string;
  /** 征询事项, one a line; '' where the letter says it all. */
  readonly matters: string;
  readonly contact: Contact | null;
  readonly openedOn: CivilDate;
  /** The last day as it was counted when the letter went out. */
  readonly deadline: CivilDate;
  /** Working days after the day of the letter, where the deadline was given so; it is counted anew when a holiday notice comes. */
  readonly workingDays: number | null;
  /** Codes of the departments asked. */
  readonly asked: readonly string[];
  readonly by: string;
}

export interface Extended {
  readonly consultation: string;
  readonly before: CivilDate;
  readonly deadline: CivilDate;
  readonly reason: string;
  readonly asked: readonly string[];
  readonly by: string;
}

export interface Closed {
  readonly consultation: string;
  /** Civil minute, `2025-06-20T17:30`. */
  readonly at: string;
  readonly silent: readonly string[];
  readonly asked: readonly string[];
  readonly by: string;
}

/** A wish to change a task or a row of the plan. It is proposed, never applied: the plan's lead and the office decide. */
export interface ProposedChange {
  /** Number or name of the task or row; '' where the words name none. */
  readonly task: string;
  readonly of: 'ratio' | 'frequency' | 'window' | 'item' | 'department' | 'lead';
  readonly words: string;
}

/** A sheet that came with a reply; its bytes are kept as pages. A task proposed by form is a sheet of one row. */
export interface SentSheet {
  readonly kind: 'file' | 'form';
  readonly file: string;
  readonly bytes: number;
  readonly pages: readonly Digest[];
  /** Rows taken and rows not, as they were read when it came. */
  readonly taken: number;
  readonly left: number;
}

export interface Source {
  /** `asked-back`: words that were not beyond doubt, confirmed by a button. */
  readonly kind: 'button' | 'form' | 'thread' | 'asked-back' | 'sheet';
  /** Names the written message, the press or the form for ever, on its platform. */
  readonly id: string;
}

export interface Replied {
  readonly consultation: string;
  readonly department: string;
  readonly answer: Answer;
  /** What is said; '' where a button said it all. */
  readonly words: string;
  /** The message as it was written, also where it is no answer of its own (见附件); '' where nothing was. */
  readonly written: string;
  readonly reason: string;
  readonly changes: readonly ProposedChange[];
  readonly sheets: readonly SentSheet[];
  readonly source: Source;
  readonly at: string;
  /** After the deadline that held when it came, or after the close. */
  readonly late: boolean;
  /** Facts of changed or deleted texts that this answer settles. */
  readonly settles: readonly number[];
  readonly by: string;
}

/** The text of a message was changed on its platform after it was written. */
export interface Edited {
  readonly consultation: string;
  readonly department: string;
  readonly source: string;
  /** As it was recorded; null where no reply came from it so far (the change may have overtaken it). */
  readonly was: string | null;
  readonly text: string;
  /** Whether the department's standing answer rests on it. */
  readonly standing: boolean;
  readonly at: string;
  readonly by: string;
}

export type Deleted = Omit<Edited, 'text'>;

/** Facts of consultations in the order of the ledger. */
export type ConsultationFact =
  | { readonly kind: 'consultation-opened'; readonly seq: number; readonly body: Opened }
  | { readonly kind: 'consultation-extended'; readonly seq: number; readonly body: Extended }
  | { readonly kind: 'consultation-closed'; readonly seq: number; readonly body: Closed }
  | { readonly kind: 'reply-received'; readonly seq: number; readonly body: Replied }
  | { readonly kind: 'reply-edited'; readonly seq: number; readonly body: Edited }
  | { readonly kind: 'reply-deleted'; readonly seq: number; readonly body: Deleted };

/** Number of the file of sheets that departments send in a year without being asked by a letter. */
export const withoutLetter = (year: number): string => `${year}-0`;
export const isWithoutLetter = (consultation: string): boolean => consultation.endsWith('-0');

/** The year of a consultation's number, or null where it is none. */
export function yearOfNumber(consultation: string): number | null {
  const found = /^(20\d\d)-(0|[1-9]\d{0,3})$/.exec(consultation);
  return found === null ? null : Number(found[1]);
}
