/** 备案: a check outside the draw as it stands, folded from its dossier. It is complete once every receiver has given a receipt. */
import type { Json } from '../canonical.ts';
import type { ApprovalDecided, FilingReceived, FilingReceiver, UnplannedFiled, UnplannedHeld } from './fact.ts';
import type { VisitEntry } from './state.ts';

interface Recorded {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
}

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
  const filed = bodyOf<UnplannedFiled>(first.body);
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

function after(filing: Filing, { seq, at, actor: by, kind, body }: VisitEntry): Filing {
  if (body === null) return filing;
  const recorded: Recorded = { seq, at, by };
  switch (kind) {
    case 'filing-received': {
      const { receiver, accepted, words } = bodyOf<FilingReceived>(body);
      return { ...filing, receipts: new Map(filing.receipts).set(receiver, { ...recorded, accepted, words }) };
    }
    case 'visits-approval-decided': {
      const { approved, words } = bodyOf<ApprovalDecided>(body);
      return { ...filing, approval: { ...recorded, approved, words } };
    }
    case 'unplanned-check-held': {
      const went = { ...recorded, ...bodyOf<UnplannedHeld>(body) };
      return went.coming === 'deferred' ? { ...filing, putOff: [...filing.putOff, went] } : { ...filing, held: went };
    }
    default:
      return filing;
  }
}

/** Safe because a kind of fact has one verb that writes its body. */
const bodyOf = <T>(body: Json): T => body as T;

/** Receivers who have not accepted it yet; those who sent it back are among them. */
export const receiptsLacking = ({ filed, receipts }: Filing): readonly FilingReceiver[] =>
  filed.receivers.filter((receiver) => receipts.get(receiver)?.accepted !== true);

export const isSentBack = ({ receipts }: Filing): boolean => [...receipts.values()].some(({ accepted }) => !accepted);
