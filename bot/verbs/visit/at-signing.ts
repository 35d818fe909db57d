/**
 * 现场检查 and 办结 along with the signing: the form is read and signed at the door, so that where everything is there that 现场检查 asks (day, officers,
 * certificates shown, approval) nobody fills in a second form to say the same, and a part that lacks nothing more is finished.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Fact } from '../../../core/ledger/fact.ts';
import { reachesTheDoor } from '../../../core/outcome/check.ts';
import type { FormPart } from '../../../core/outcome/form.ts';
import type { Recorded } from '../../../core/visit/entry.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { authorise, factOf } from '../act.ts';
import { ownerOf } from '../outcome/reach.ts';
import type { VisitFault } from './fault.ts';
import { finishJudging } from './finish-visit.ts';
import { heldJudging } from './hold-visit.ts';
import { partOf } from './part.ts';

/** What whoever shows the form says of the door. */
export interface DoorTold {
  /** 已出示执法证件 */
  readonly shown: boolean;
  /** Why nobody was asked for approval first; '' where it was given. */
  readonly urgent: string;
}

export interface DoorDone {
  readonly held: boolean;
  readonly finished: boolean;
  /** Why 现场检查 is not recorded, or the part not finished. */
  readonly left: readonly VisitFault[];
}

export const nothingAtDoor: DoorDone = { held: false, finished: false, left: [] };

/** The last day on which the department says that somebody was there, and who; null where nobody says so. */
export function beenThere({
  items,
}: FormPart): { readonly on: CivilDate; readonly officers: readonly string[] } | null {
  const entries = items.flatMap(({ entered }) => entered ?? []);
  const there = entries.filter(({ methods }) => methods.some((method) => reachesTheDoor.includes(method)));
  const on = there
    .map(({ checkedOn }) => checkedOn)
    .sort()
    .at(-1);
  if (on === undefined) return null;
  const that = there.filter(({ checkedOn }) => checkedOn === on);
  return { on, officers: [...new Set(that.flatMap(({ inspectors }) => inspectors))] };
}

export async function atSigning(
  deps: Deps,
  actor: Actor,
  where: { readonly book: string; readonly visit: number; readonly part: FormPart },
  { shown, urgent }: DoorTold,
  { recorded, today }: { readonly recorded: Recorded; readonly today: CivilDate },
): Promise<DoorDone & { readonly facts: readonly Fact[] }> {
  const { book, visit: number, part: form } = where;
  const none = { ...nothingAtDoor, facts: [] };
  const been = beenThere(form);
  const { department } = form;
  const opened = await partOf(deps, actor, 'hold-visit', { book, department, visits: [number] });
  if (!opened.ok) return none;
  const part = opened.value;
  const [visit] = part.visits;
  if (visit === undefined || visit.body.finished !== null) return none;
  const facts: Fact[] = [];
  let { body } = visit;
  if (body.held === null) {
    if (been === null) return none;
    const judging = await heldJudging(
      deps,
      {
        ...{ ...been, shown, urgent: urgent.trim() },
        ...{ hour: '', coming: 'inspected', witness: '', copied: [], asked: [], used: [], words: '' },
      },
      part,
      today,
    );
    const said = judging.judge(visit);
    if (said.kind !== 'do') return { ...none, left: said.kind === 'faults' ? said.faults : [] };
    facts.push(factOf(actor, 'hold-visit', judging.body([visit], [])));
    body = { ...body, held: { ...recorded, ...judging.told([visit]) } };
  }
  const held = facts.length > 0;
  if (!authorise(actor, 'finish-visit', ownerOf(actor, department, part.departments)).ok)
    return { facts, held, finished: false, left: [] };
  const finishing = await finishJudging(deps, part, today);
  const now = { ...visit, body, state: { ...visit.state, signed: recorded } };
  const said = finishing.judge(now);
  if (said.kind !== 'do') return { facts, held, finished: false, left: said.kind === 'faults' ? said.faults : [] };
  return {
    facts: [...facts, factOf(actor, 'finish-visit', finishing.body([now], []))],
    held,
    finished: true,
    left: [],
  };
}
