/** What is refused of what the public sends. */
import type { TooLong } from '../too-long.ts';

export type VoiceField = 'text' | 'contact' | 'reference';

export type VoiceRefusal =
  | { readonly reason: 'no-subject-matter'; readonly about: string }
  | { readonly reason: 'empty' }
  | { readonly reason: 'field-too-long'; readonly field: VoiceField; readonly long: TooLong }
  /** The page that it was written on is not one of ours, or has lost its mark. */
  | { readonly reason: 'no-mark' }
  /** No such receipt, or not with this code: the two are not told apart. */
  | { readonly reason: 'no-receipt' }
  /** None, or none of the asker's: the two are not told apart. */
  | { readonly reason: 'no-voice'; readonly number: number }
  | { readonly reason: 'no-lead'; readonly no: number }
  | { readonly reason: 'no-such-department'; readonly department: string }
  /** Nobody of the discipline body is on the roll. */
  | { readonly reason: 'no-discipline' };
