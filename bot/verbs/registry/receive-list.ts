/** A receiver confirms that a department's list has come: each receiver for itself. */
import type { ListKey, Party } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import { listActRow } from '../../../db/registry.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { versionOf } from './list-version.ts';

export interface ReceiveRequest {
  readonly list: string;
  /** Whose list it is: department code. */
  readonly department: string;
  /** Who received it: 司法局's people answer for `legal`, the office for the others. */
  readonly as: Party;
}

export interface Received {
  readonly list: ListKey;
  readonly department: string;
  readonly version: number;
  readonly by: Party;
}

export function receiveList(deps: Deps, actor: Actor, request: ReceiveRequest): Promise<Result<Received, Refusal>> {
  const { department, as: party } = request;
  return act<Received>(deps, actor, 'receive-list', {}, async (at) => {
    const answersFor = party === 'legal' ? 'legal' : 'office';
    if (!actor.roles.includes(answersFor)) {
      return refuse('rights', { reason: 'no-role', verb: 'receive-list', person: actor.person, needs: [answersFor] });
    }
    const about = await versionOf(deps.db, { list: request.list, department });
    if (!about.ok) return about;
    const { list, name, acts } = about.value;
    // What was sent last is what can be received, even if the list was changed since.
    const version = acts.findLast((act) => act.act === 'sent' && act.party === party)?.version;
    if (version === undefined) return refuse('registry', { reason: 'not-sent', list, department });
    const received = { list, department, version, by: party };
    if (acts.some((act) => act.act === 'received' && act.version === version && act.party === party))
      return already(received);
    return ok({
      facts: [factOf(actor, 'receive-list', received)],
      rows: [listActRow({ list: name, version, act: 'received', party, at: at.now, body: {} }, at)],
      value: received,
    });
  });
}
