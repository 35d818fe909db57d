/** Papers about findings: 列异提醒, 辅导单, 一书一函, 移交记录, 移送函, 涉嫌犯罪移送. */
import type { ActBodies, ActKind } from '../../../core/follow-up/act.ts';
import { outcomeKeyOf } from '../../../core/outcome/key.ts';
import { wordsOfCode } from '../../../core/outcome/words.ts';
import { ok, type Result } from '../../../core/result.ts';
import { heldPlan } from '../../../db/plans.ts';
import type { Deps } from '../../deps.ts';
import { type FindingValue, guidanceSlip, listingReminder, penaltyAndRepair } from '../../paper/official/follow-up.ts';
import { crimeReferral, type TransferValue, transferLetter, transferRecord } from '../../paper/official/transfer.ts';
import type { Refusal } from '../../refusal.ts';
import { type CaseHeld, casesOf } from '../follow-up/cases.ts';
import { transferHeld } from '../follow-up/transfers.ts';
import { type Asked, lacking, loaded, mayIssue, type PaperDesk, type Source, unread } from './loaded.ts';

export const ofReminder: Source = withAct('listing-reminded', 'reminder', ({ body, found }, imprint) =>
  listingReminder({ found, until: body.until, way: body.way, words: body.words }, imprint),
);

export const ofGuidance: Source = withAct('guidance-given', 'guidance', ({ body, found, held }, imprint) =>
  guidanceSlip(
    {
      found,
      on: body.on,
      words: body.words,
      correctBy: held.order?.by ?? held.correctBy,
      decisions: held.decisions.map(({ number }) => number),
    },
    imprint,
  ),
);

export const ofPenalty: Source = withAct('penalty-decided', 'penalty', ({ body, found, held }, imprint) => {
  const served = held.acts.findLast((act) => act.kind === 'repair-letter-sent' && act.body.number === body.number);
  return penaltyAndRepair(
    {
      found,
      decision: { number: body.number, on: body.on, words: body.words },
      repairFrom: body.repairFrom,
      served:
        served !== undefined && served.kind === 'repair-letter-sent'
          ? { on: served.body.on, receipt: served.body.receipt }
          : null,
    },
    imprint,
  );
});

export const ofCrime: Source = withAct('crime-referred', 'crime', ({ body, found }, imprint) =>
  crimeReferral({ found, to: body.to, on: body.on, words: body.words, evidence: body.evidence }, imprint),
);

interface ActAbout<K extends ActKind> {
  readonly held: CaseHeld;
  readonly found: FindingValue;
  readonly body: ActBodies[K];
}

/** The last act of one kind about a finding, as a paper of the department that answers for it. */
function withAct<K extends ActKind>(
  kind: K,
  lack: Parameters<typeof lacking>[1],
  build: (about: ActAbout<K>, imprint: Parameters<typeof listingReminder>[1]) => ReturnType<typeof listingReminder>,
): Source {
  return async (deps, asked, desk) => {
    const found = await caseAt(deps, asked, desk);
    if (!found.ok) return found;
    const held = found.value;
    const act = held.acts.findLast((each) => each.kind === kind);
    if (act === undefined || act.kind === 'erased') return lacking(asked, lack);
    // Safe because the act was found by its kind, which gives its body (`core/follow-up/act.ts`).
    const body = act.body as unknown as ActBodies[K];
    const value = await findingOf(deps, held, desk.nameOf);
    return loaded({
      issuer: held.department,
      matters: { case: held.id, visit: held.visit },
      build: (imprint) => build({ held, found: value, body }, imprint),
    });
  };
}

async function caseAt(deps: Deps, asked: Asked, desk: PaperDesk): Promise<Result<CaseHeld, Refusal>> {
  const key = outcomeKeyOf(asked.about);
  if (key === null) return unread(asked);
  const { source, department } = key;
  const mine = mayIssue(asked, department, desk);
  if (!mine.ok) return mine;
  const held = (await casesOf(deps, { source, department })).find(({ id }) => id === asked.about);
  return held === undefined ? lacking(asked, 'case') : ok(held);
}

async function findingOf(deps: Deps, held: CaseHeld, nameOf: (code: string) => string): Promise<FindingValue> {
  const plan = (await heldPlan(deps.db, held.plan))?.plan;
  const names = new Map(plan?.tasks.map(({ no, name }) => [`${held.plan}/${no}`, `${name}（${no}）`]));
  return {
    no: held.no,
    department: nameOf(held.department),
    subject: {
      name: held.subject?.name ?? '',
      number: held.subject?.key.slice(held.subject.key.indexOf(':') + 1) ?? '',
    },
    tasks: held.tasks.map((task) => names.get(task) ?? task),
    item: held.item.name,
    outcome: wordsOfCode(held.entry.code).zh,
    finding: held.entry.finding,
    checkedOn: held.entry.checkedOn,
  };
}

export const ofTransferRecord: Source = async (deps, asked, desk) => transferOf(deps, asked, desk, transferRecord);
export const ofTransferLetter: Source = async (deps, asked, desk) => transferOf(deps, asked, desk, transferLetter);

async function transferOf(deps: Deps, asked: Asked, desk: PaperDesk, build: typeof transferRecord) {
  if (!/^[1-9]\d{0,9}$/.test(asked.about)) return unread(asked);
  const moved = await transferHeld(deps.db, Number(asked.about));
  if (moved === null) return lacking(asked, 'transfer');
  const { body, received } = moved;
  const mine = mayIssue(asked, body.department, desk);
  if (!mine.ok) return mine;
  const cases = (await casesOf(deps, { department: body.department, subject: body.subject })).filter(({ id }) =>
    body.cases.includes(id),
  );
  const value: TransferValue = {
    no: moved.transfer,
    on: moved.on,
    from: desk.nameOf(body.department),
    to: desk.nameOf(body.to),
    unit: body.unit,
    reason: body.reason,
    giver: desk.personName(body.giver),
    found: await Promise.all(cases.map((each) => findingOf(deps, each, desk.nameOf))),
    evidence: body.evidence,
    received: received === null ? null : { on: received.on, by: desk.personName(received.by) },
  };
  return loaded({
    issuer: body.department,
    matters: { transfer: asked.about },
    build: (imprint) => build(value, imprint),
  });
}
