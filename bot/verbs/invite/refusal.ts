/** What is refused about invitations to joint tasks, plans from above, missing items and suggestions to join. */
import type { SuperiorLevel } from '../../../core/consult/superior.ts';
import type { AdvanceRefusal } from '../../../core/registry/missing-item.ts';
import type { Faulty } from '../../../core/sheet/read.ts';

export type InviteRefusal =
  | { readonly reason: 'no-invitation'; readonly invitation: number }
  | { readonly reason: 'no-such-task'; readonly plan: string; readonly task: string; readonly joint: readonly string[] }
  | { readonly reason: 'not-joint'; readonly plan: string; readonly task: string }
  /** 会商 comes before the plan is published (甘州 二(一)2). */
  | { readonly reason: 'published-already'; readonly plan: string }
  | { readonly reason: 'not-a-date'; readonly text: string }
  | { readonly reason: 'day-past'; readonly on: string; readonly today: string }
  | { readonly reason: 'contact-missing' }
  | {
      readonly reason: 'too-long';
      readonly field: 'requirements' | 'reason' | 'matter' | 'basis';
      readonly most: number;
    }
  | {
      readonly reason: 'not-invited';
      readonly invitation: number;
      readonly department: string;
      readonly partners: readonly string[];
    }
  | { readonly reason: 'reason-missing' }
  /** The partner named no items of its own. */
  | { readonly reason: 'nothing-named'; readonly invitation: number; readonly partner: string }
  | { readonly reason: 'items-not-own'; readonly department: string; readonly items: readonly string[] }
  | { readonly reason: 'too-few-officers'; readonly officers: number }
  | { readonly reason: 'no-missing-item'; readonly no: number }
  | { readonly reason: 'matter-missing' }
  | { readonly reason: 'listed-already'; readonly matter: string; readonly code: string }
  | { readonly reason: 'step'; readonly why: AdvanceRefusal }
  | { readonly reason: 'no-superior-plan'; readonly no: number }
  | { readonly reason: 'bad-superior-number'; readonly number: string }
  | { readonly reason: 'bad-level'; readonly level: string; readonly levels: readonly SuperiorLevel[] }
  | { readonly reason: 'issuer-missing' }
  | { readonly reason: 'received-already'; readonly number: string; readonly no: number }
  | {
      readonly reason: 'nothing-read';
      readonly file: string;
      readonly rejected: number;
      readonly unusable: number;
      /** The first few, each with its cell. */
      readonly faults: readonly Faulty[];
    }
  | { readonly reason: 'not-a-department'; readonly department: string }
  | {
      readonly reason: 'not-named';
      readonly no: number;
      readonly department: string;
      readonly sign: readonly string[];
    }
  | { readonly reason: 'nothing-to-enter'; readonly no: number; readonly returnedBy: readonly string[] }
  | { readonly reason: 'number-taken'; readonly plan: string; readonly task: string }
  | { readonly reason: 'other-year'; readonly plan: string; readonly year: number; readonly given: number }
  /** A list that was drawn elsewhere: none of that number, or nobody knows which task it is for. */
  | { readonly reason: 'no-list'; readonly list: number }
  | { readonly reason: 'list-not-yours'; readonly list: number; readonly person: string }
  | { readonly reason: 'no-task-meant'; readonly tasks: readonly string[] }
  | { readonly reason: 'nothing-listed'; readonly file: string; readonly rejected: number; readonly others: number }
  | { readonly reason: 'platform-missing' }
  | { readonly reason: 'no-offer'; readonly plan: string; readonly tasks: readonly string[] }
  | { readonly reason: 'not-a-lead'; readonly department: string; readonly leads: readonly string[] }
  | { readonly reason: 'lead-missing'; readonly departments: readonly string[] }
  | { readonly reason: 'lead-not-among'; readonly lead: string; readonly departments: readonly string[] };
