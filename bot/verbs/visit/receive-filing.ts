/** 签收备案: the office and 司法局 each for itself (万年 2022 三(一)1, 三(二)1: two receipts), or send it back with what is missing. */
import { ok, type Result } from '../../../core/result.ts';
import type { FilingReceived, FilingReceiver } from '../../../core/visit/fact.ts';
import { receiptsLacking } from '../../../core/visit/filing.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfFiling } from '../../post/after/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf, signed } from '../act.ts';
import { tooLong } from '../too-long.ts';
import { heldFiling } from './filings.ts';
import { filingPeople, personIn } from './who.ts';

export interface ReceiptInput {
  readonly filing: number;
  readonly accepted: boolean;
  readonly words: string;
}

export interface ReceiptGiven {
  readonly filing: number;
  readonly receiver: FilingReceiver;
  readonly accepted: boolean;
  /** Who has not accepted it yet. */
  readonly lacking: readonly FilingReceiver[];
}

export async function receiveFiling(
  deps: Deps,
  actor: Actor,
  input: ReceiptInput,
): Promise<Result<ReceiptGiven, Refusal>> {
  const { filing: no, accepted } = input;
  const words = input.words.trim();
  const long = tooLong(words);
  if (long !== null) return refuse('visit', long);
  if (!accepted && words === '') return refuse('visit', { reason: 'no-words' });
  return act<ReceiptGiven>(deps, actor, 'receive-filing', {}, async () => {
    const filing = await heldFiling(deps.db, no);
    if (filing === null) return refuse('visit', { reason: 'no-filing', filing: no });
    if (filing.by === signed(actor))
      return refuse('visit', { reason: 'files-and-receives', filing: no, person: actor.person });
    const { receivers } = filing.filed;
    const mine = receivers.filter((each) => actor.roles.includes(each));
    // One person who answers for both gives one receipt at a time.
    const receiver = mine.find((each) => filing.receipts.get(each) === undefined) ?? mine[0];
    if (receiver === undefined) return refuse('visit', { reason: 'not-a-receiver', filing: no, receivers });
    const before = filing.receipts.get(receiver);
    const lacking = receiptsLacking(filing).filter((each) => !accepted || each !== receiver);
    const value = { filing: no, receiver, accepted, lacking };
    if (before !== undefined) {
      if (before.accepted === accepted) return already(value);
      // What was sent back may be accepted once it is explained; an acceptance is not taken back.
      if (before.accepted) return refuse('visit', { reason: 'received-already', filing: no, accepted: true });
    }
    const body: FilingReceived = { filing: no, receiver, accepted, words };
    return ok({
      facts: [factOf(actor, 'receive-filing', asJson(body))],
      outbox: postsOfFiling(no, await filingPeople(deps.db, filing.filed, personIn(filing.by))),
      value,
    });
  });
}
