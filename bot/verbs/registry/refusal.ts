/** What is refused about the standing lists, the policy in force and the calendar. */
import type { NoticeRefusal } from '../../../core/policy/holidays.ts';
import type { OverrideRefusal } from '../../../core/policy/override.ts';
import type { Party } from '../../../core/policy/shape.ts';
import type { PoolRefusal } from '../../../core/registry/pool.ts';
import type { OpenRefusal } from '../../../core/sheet/open.ts';
import type { RecogniseRefusal } from '../../../core/sheet/recognise.ts';
import type { SheetName } from '../../../core/sheet/sheet.ts';
import type { List } from '../../../db/imports.ts';

export type RegistryRefusal =
  | { readonly reason: 'file'; readonly file: string; readonly why: OpenRefusal }
  | { readonly reason: 'header'; readonly file: string; readonly sheet: SheetName; readonly why: RecogniseRefusal }
  /** No table of the file is like any of the sheets. */
  | { readonly reason: 'not-recognised'; readonly file: string; readonly tables: readonly string[] }
  /** The plan sheet goes to the plan, not to the registry. */
  | { readonly reason: 'plan-sheet'; readonly file: string }
  /** Others changed the list each time the file was compared with it. */
  | { readonly reason: 'overtaken'; readonly list: List }
  | { readonly reason: 'no-policy'; readonly on: string }
  | { readonly reason: 'unknown-policy'; readonly policy: string; readonly known: readonly string[] }
  | { readonly reason: 'override'; readonly why: OverrideRefusal }
  | { readonly reason: 'no-pools'; readonly policy: string; readonly scheme: string }
  | { readonly reason: 'pool'; readonly why: PoolRefusal }
  | { readonly reason: 'no-such-subject'; readonly subject: string }
  | { readonly reason: 'no-such-list'; readonly list: string; readonly known: readonly string[] }
  | { readonly reason: 'empty-list'; readonly list: string }
  /** Its rows are imported; no paper stands for them. */
  | { readonly reason: 'kept-as-rows'; readonly list: string }
  | { readonly reason: 'no-such-department'; readonly department: string }
  | {
      readonly reason: 'not-a-part';
      readonly list: string;
      readonly part: string;
      readonly parts: readonly string[];
    }
  | {
      readonly reason: 'not-a-receiver';
      readonly list: string;
      readonly party: string;
      readonly receivers: readonly Party[];
    }
  | { readonly reason: 'not-sent'; readonly list: string; readonly department: string }
  | {
      readonly reason: 'not-a-channel';
      readonly list: string;
      readonly channel: string;
      readonly channels: readonly string[];
    }
  | { readonly reason: 'no-such-item'; readonly item: string }
  | { readonly reason: 'repealed-otherwise'; readonly item: string; readonly from: string }
  | { readonly reason: 'not-a-date'; readonly text: string }
  | { readonly reason: 'no-ground' }
  | { readonly reason: 'no-address'; readonly list: string }
  | { readonly reason: 'notice'; readonly year: number; readonly why: readonly NoticeRefusal[] };
