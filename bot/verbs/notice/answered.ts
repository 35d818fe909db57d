/**
 * What a destination said last of a version: by its receipt, or, where it is the platform on which outcomes are of record, by what was recorded there of
 * the outcome (编号、导入). Counts, reminders and figures ask here, so that an outcome stands outside in one way.
 */
import { destinationsOf } from '../../../core/notice/destinations.ts';
import type { Notice, Receipt, ReceiptState } from '../../../core/notice/notice.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import { platformOf } from '../../../core/policy/ask.ts';
import type { OutsideState } from '../../../core/visit/fact.ts';
import { outsideKey } from '../../../core/visit/outside.ts';
import { receipts } from '../../../db/notices.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { outsideHeld } from '../visit/outside-held.ts';

export type Answered = Pick<Receipt, 'seq' | 'state' | 'number' | 'words'>;

const asReceipt: Readonly<Record<OutsideState, ReceiptState>> = {
  unregistered: 'missing',
  sent: 'sent',
  confirmed: 'accepted',
  differing: 'differing',
};

/** @param source of one draw; of all where it is left out */
export async function answersOf(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  source?: string,
): Promise<(notice: Notice, destination: string) => Answered | undefined> {
  const said = new Map(
    (await receipts(db, source === undefined ? {} : { source })).map((each) => [
      `${outcomeId(each)} ${each.notice} ${each.destination}`,
      each,
    ]),
  );
  const outside = await outsideHeld(db);
  const record = await recordPlatform(db, dayOf(now()));
  return (notice, destination) => {
    const id = outcomeId(notice);
    const receipt = said.get(`${id} ${notice.seq} ${destination}`);
    const held = destination === record ? outside.get(outsideKey('case', id)) : undefined;
    // What was said of an earlier version of the outcome says nothing of this one.
    if (held === undefined || held.seq < notice.outcome || (receipt !== undefined && receipt.seq > held.seq))
      return receipt;
    return { seq: held.seq, state: asReceipt[held.state], number: held.number, words: held.words };
  };
}

/** The platform that the policy names for outcomes, else the first to which they go. */
async function recordPlatform(db: Deps['db'], today: string): Promise<string | null> {
  const policy = await policyInForce(db, today);
  if (policy === null) return null;
  return platformOf(policy, 'outcomes', today)?.value ?? destinationsOf(policy, 'outcome', today).all[0] ?? null;
}
