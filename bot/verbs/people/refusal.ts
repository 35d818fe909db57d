/** What is refused about the roll of people. */
import type { Actor } from '../../actor.ts';

export type PeopleRefusal =
  | { readonly reason: 'bad-person'; readonly field: keyof Actor; readonly value: string }
  /** The office coordinates; it can neither watch its own draw nor inspect (福安 2018 二(二)1, 国办发〔2024〕54号). */
  | { readonly reason: 'office-as'; readonly role: 'witness' | 'inspector'; readonly person: string }
  | { readonly reason: 'witness-without-kind'; readonly person: string }
  | { readonly reason: 'department-missing'; readonly person: string }
  | { readonly reason: 'no-such-person'; readonly person: string }
  /** Somebody of the office must be left, or nobody could be enrolled any more. */
  | { readonly reason: 'last-of-office'; readonly person: string };
