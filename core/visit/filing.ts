/** 备案: a check outside the draw as it stands, folded from its dossier. It is complete once every receiver has given a receipt. */
import { writtenAs } from '../ledger/dossier.ts';
import { never } from '../result.ts';
import { factIn, type Recorded, type VisitEntry } from './entry.ts';
import type {
  ApprovalDecided,
  FilingFacts,
  FilingReceived,
  FilingReceiver,
  UnplannedFiled,
  UnplannedHeld,
} from './fact.ts';

export interface Filing extends Recorded {
  readonly filed: UnplannedFiled;
  readonly receipts: ReadonlyMap<FilingReceiver, Recorded & Pick<FilingReceived, 'accepted' | 'words'>>;
  /** The head's decision; null while it waits. */
  readonly approval: (Recorded & Pick<ApprovalDecided, 'approved' | 'words'>) | null;
  readonly held: (Recorded & UnplannedHeld) | null;
  /** Put off before it began: it can still be held on another day. */
  readonly putOff: readonly (Recorded & UnplannedHeld)[];
}

/** Null where it was erased on record, or is none. */
export function filingOf(entries: readonly VisitEntry[]): Filing | null {
  const [first, ...rest] = entries;
  if (first === undefined || first.kind !== 'unplanned-check-filed' || first.body === null) return null;
  const filed = writtenAs<UnplannedFiled>(first.body);
  const opened: Filing = {
    seq: first.seq,
    at: first.at,
    by: first.actor,
    filed,
    receipts: new Map(),
    approval: null,
    held: null,
    putOff: [],
  };
  return rest.reduce(after, opened);
}

/** Facts of other stages change nothing here. */
function after(filing: Filing, entry: VisitEntry): Filing {
  const { seq, at, actor: by } = entry;
  const recorded: Recorded = { seq, at, by };
  const fact = factIn<FilingFacts>(filingFacts, entry);
  if (fact === null) return filing;
  const { kind, body } = fact;
  switch (kind) {
    case 'filing-received': {
      const { receiver, accepted, words } = body;
      return { ...filing, receipts: new Map(filing.receipts).set(receiver, { ...recorded, accepted, words }) };
    }
    case 'visits-approval-decided': {
      const { approved, words } = body;
      return { ...filing, approval: { ...recorded, approved, words } };
    }
    case 'unplanned-check-held': {
      const went = { ...recorded, ...body };
      return went.coming === 'deferred' ? { ...filing, putOff: [...filing.putOff, went] } : { ...filing, held: went };
    }
    default:
      return never(kind);
  }
}

const filingFacts = {
  'filing-received': true,
  'visits-approval-decided': true,
  'unplanned-check-held': true,
} as const satisfies Readonly<Record<keyof FilingFacts, true>>;

/** Receivers who have not accepted it yet; those who sent it back are among them. */
export const receiptsLacking = ({ filed, receipts }: Filing): readonly FilingReceiver[] =>
  filed.receivers.filter((receiver) => receipts.get(receiver)?.accepted !== true);

export const isSentBack = ({ receipts }: Filing): boolean => [...receipts.values()].some(({ accepted }) => !accepted);
