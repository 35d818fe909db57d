/** Papers about findings: 列异提醒, 辅导单, 一书一函, 移交记录, 移送函, 涉嫌犯罪移送. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { ActBodies, ActKind } from '../../../core/follow-up/act.ts';
import { bookOfSource, outcomeKeyOf, visitNo } from '../../../core/outcome/key.ts';
import { wordsOfCode } from '../../../core/outcome/words.ts';
import { ok, type Result } from '../../../core/result.ts';
import { heldPlan } from '../../../db/plans.ts';
import type { Deps } from '../../deps.ts';
import { type FindingValue, guidanceSlip, listingReminder, penaltyAndRepair } from '../../paper/official/follow-up.ts';
import type { Imprint, OfficialPaper } from '../../paper/official/official-paper.ts';
import { crimeReferral, type TransferValue, transferLetter, transferRecord } from '../../paper/official/transfer.ts';
import type { Refusal } from '../../refusal.ts';
import { type CaseHeld, casesOf } from '../follow-up/cases.ts';
import { transferHeld } from '../follow-up/transfers.ts';
import { type Asked, lacking, loaded, mayIssue, type PaperDesk, type Source, unread } from './loaded.ts';
import { departmentTyped, visitTyped } from './visit-facts.ts';

export const ofReminder: Source = withAct('listing-reminded', 'reminder', {
  on: ({ day }) => day,
  build: ({ body, found }, imprint) =>
    listingReminder({ found, until: body.until, way: body.way, words: body.words }, imprint),
});

export const ofGuidance: Source = withAct('guidance-given', 'guidance', {
  on: ({ body }) => body.on,
  build: ({ body, found, held }, imprint) =>
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
});

export const ofPenalty: Source = withAct('penalty-decided', 'penalty', {
  on: ({ body, held }) => servedWith(held, body.number)?.on ?? body.on,
  build: ({ body, found, held }, imprint) =>
    penaltyAndRepair(
      {
        found,
        decision: { number: body.number, on: body.on, words: body.words },
        repairFrom: body.repairFrom,
        served: servedWith(held, body.number),
      },
      imprint,
    ),
});

/** When notice and letter of a decision were served, and the receipt; null while they were not. */
function servedWith({ acts }: CaseHeld, decision: string): { readonly on: CivilDate; readonly receipt: string } | null {
  const served = acts.findLast((act) => act.kind === 'repair-letter-sent' && act.body.number === decision);
  return served?.kind === 'repair-letter-sent' ? { on: served.body.on, receipt: served.body.receipt } : null;
}

export const ofCrime: Source = withAct('crime-referred', 'crime', {
  on: ({ body }) => body.on,
  build: ({ body, found }, imprint) =>
    crimeReferral({ found, to: body.to, on: body.on, words: body.words, evidence: body.evidence }, imprint),
});

interface ActAbout<K extends ActKind> {
  readonly held: CaseHeld;
  readonly found: FindingValue;
  /** On which the act was recorded. */
  readonly day: CivilDate;
  readonly body: ActBodies[K];
}

interface PaperOfAct<K extends ActKind> {
  /** 成文日期 */
  readonly on: (about: ActAbout<K>) => CivilDate;
  readonly build: (about: ActAbout<K>, imprint: Imprint) => OfficialPaper;
}

/** The last act of one kind about a finding, as a paper of the department that answers for it. */
function withAct<K extends ActKind>(
  kind: K,
  lack: Parameters<typeof lacking>[1],
  { on, build }: PaperOfAct<K>,
): Source {
  return async (deps, asked, desk) => {
    const found = await caseAt(deps, asked, desk);
    if (!found.ok) return found;
    const held = found.value;
    const act = held.acts.findLast((each) => each.kind === kind);
    if (act === undefined || act.kind === 'erased') return lacking(asked, lack);
    // Safe because the act was found by its kind, which gives its body (`core/follow-up/act.ts`).
    const body = act.body as unknown as ActBodies[K];
    const about: ActAbout<K> = { held, found: await findingOf(deps, held, desk.nameOf), day: act.day, body };
    return loaded({
      issuer: held.department,
      about: held.id,
      on: on(about),
      matters: { case: held.id, visit: held.visit },
      build: (imprint) => build(about, imprint),
    });
  };
}

/**
 * `3/12/scjg/SX0101` as buttons name a finding, or as people do: 检查编号 with the item after it, by code or name (`3-0012/SX0101`), which is of
 * the asker's own department. The item may be left out where the visit has one finding.
 */
async function caseAt(deps: Deps, asked: Asked, desk: PaperDesk): Promise<Result<CaseHeld, Refusal>> {
  const key = outcomeKeyOf(asked.about);
  if (key !== null) {
    const { source, department } = key;
    const mine = mayIssue(asked, department, desk);
    if (!mine.ok) return mine;
    const held = (await casesOf(deps, { source, department })).find(({ id }) => id === asked.about);
    if (held !== undefined) return ok(held);
  }
  const typed = visitTyped(asked.about);
  if (typed === null) return key === null ? unread(asked) : lacking(asked, 'case');
  const named = departmentTyped(typed.rest, desk);
  const department = named?.code ?? desk.own;
  const mine = mayIssue(asked, department, desk);
  if (!mine.ok) return mine;
  const item = named?.rest ?? typed.rest;
  const there = (await casesOf(deps, { department })).filter(
    ({ source, no }) => bookOfSource(source) === typed.book && no === visitNo(typed.book, typed.visit),
  );
  const found = item === '' ? there : there.filter((each) => each.item.code === item || each.item.name === item);
  const [only, ...others] = found;
  if (only === undefined) return lacking(asked, 'case');
  return others.length === 0 ? ok(only) : lacking(asked, 'item');
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
    on: moved.on,
    matters: { transfer: asked.about },
    build: (imprint) => build(value, imprint),
  });
}
