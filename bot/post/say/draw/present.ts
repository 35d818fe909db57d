/** A ceremony as its posts show it: what is recorded, and what the clock has closed since. */
import { elapse } from '../../../../core/draw/ceremony/close.ts';
import type { Ceremony } from '../../../../core/draw/ceremony/state.ts';
import type { Manifest } from '../../../../core/draw/manifest.ts';
import type { ChatDeps } from '../../../chat/door.ts';
import { dayOf } from '../../../today.ts';
import { hasCheckpoint } from '../../../verbs/draw/checkpoint.ts';
import { isDisclosed } from '../../../verbs/draw/disclose.ts';
import { ceremonyHeld } from '../../../verbs/draw/held.ts';
import { slipsOf } from '../../../verbs/draw/slips.ts';
import { departmentsAsHeld } from '../../../verbs/registry/departments.ts';

export interface Present {
  readonly no: number;
  readonly state: Ceremony;
  readonly manifest: Manifest;
  readonly now: string;
  readonly isDisclosed: boolean;
  /** Its record may be public by now. */
  readonly isDisclosable: boolean;
  /** The ledger's checkpoint has been posted since it was opened. */
  readonly hasCheckpoint: boolean;
  /** The desk's sealed slip was printed. */
  readonly hasSlip: boolean;
}

/** Null where there is no such ceremony. */
export async function presentOf(deps: ChatDeps, no: number): Promise<Present | null> {
  const held = await ceremonyHeld(deps.db, no);
  if (!held.ok) return null;
  const { manifest } = held.value;
  const now = deps.now();
  const { state } = elapse(manifest, held.value.state, now);
  const isDrawn = state.draws.length > 0;
  return {
    no,
    state,
    manifest,
    now,
    isDisclosed: isDrawn && (await isDisclosed(deps, no)),
    isDisclosable: isDrawn && dayOf(now) >= manifest.discloseFrom,
    hasCheckpoint: isDrawn && (await hasCheckpoint(deps.db, no)),
    hasSlip: (await slipsOf(deps.db, no)).length > 0,
  };
}

/** Whether the code is a department's that is not the office. */
export async function drawsByItself({ db }: Pick<ChatDeps, 'db'>, code: string): Promise<boolean> {
  const departments = await departmentsAsHeld(db);
  return departments.some((each) => each.code === code && each.kind !== 'office');
}
