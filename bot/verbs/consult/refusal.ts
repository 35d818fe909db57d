/** What is refused about a consultation. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Answer } from '../../../core/consult/fact.ts';
import type { SheetRead } from './sheet.ts';

export type ConsultRefusal =
  | { readonly reason: 'no-consultation'; readonly consultation: string }
  | { readonly reason: 'none-open' }
  | { readonly reason: 'bad-year'; readonly year: string }
  | { readonly reason: 'no-letter' }
  | { readonly reason: 'too-long'; readonly field: ConsultField; readonly length: number; readonly most: number }
  /** Neither or both of working days and a date. */
  | { readonly reason: 'deadline-not-one' }
  | { readonly reason: 'bad-deadline'; readonly given: string; readonly after: CivilDate; readonly most: number }
  /** 延期: a new deadline lies after the old one. */
  | { readonly reason: 'not-later'; readonly given: CivilDate; readonly before: CivilDate }
  | { readonly reason: 'nobody-asked' }
  | { readonly reason: 'no-such-department'; readonly departments: readonly string[] }
  /** The year's first letter goes to all members (三明 引言). */
  | { readonly reason: 'members-left-out'; readonly departments: readonly string[] }
  /** 公文载明联系人、电话、邮箱 (福安 落款). */
  | { readonly reason: 'no-contact'; readonly missing: readonly ('person' | 'phone' | 'email')[] }
  | { readonly reason: 'no-reason-given' }
  | { readonly reason: 'closed'; readonly consultation: string; readonly at: string }
  | { readonly reason: 'not-asked'; readonly consultation: string; readonly department: string }
  /** 有意见 without words, changes or a sheet. */
  | { readonly reason: 'no-words'; readonly answer: Answer }
  /** The message was edited or deleted before its words arrived: they are not taken as an answer. */
  | {
      readonly reason: 'source-changed';
      readonly consultation: string;
      readonly source: string;
      readonly kind: 'edited' | 'deleted';
      /** As it reads now; '' where it was deleted. */
      readonly text: string;
    }
  | { readonly reason: 'file-too-large'; readonly file: string; readonly bytes: number; readonly most: number }
  | { readonly reason: 'nothing-taken'; readonly sheets: readonly SheetRead[] }
  /** One message brings so many files at most. */
  | { readonly reason: 'too-many-files'; readonly count: number; readonly most: number }
  /** A department that goes on answering would make every further act of everybody slower. */
  | { readonly reason: 'too-many-replies'; readonly department: string; readonly most: number }
  /** One message, or the messages of one department, were changed so often; a new answer is heard. */
  | { readonly reason: 'too-many-edits'; readonly department: string; readonly most: number }
  /** No reply carries a row of the plan. */
  | { readonly reason: 'no-rows'; readonly year: number; readonly consultation: string }
  | { readonly reason: 'other-year'; readonly consultation: string; readonly year: number };

export type ConsultField =
  | 'letter'
  | 'matters'
  | 'words'
  | 'reason'
  | 'person'
  | 'phone'
  | 'email'
  | 'changes'
  | 'file';
