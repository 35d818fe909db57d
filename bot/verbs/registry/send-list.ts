/** A department sends a list to those who must have it (福安 2018 二(一)1: 报送市审改办、市市场监管局). */
import { owedOf } from '../../../core/policy/ask.ts';
import type { ListKey, Party, Policy } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import { listActRow } from '../../../db/registry.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { type Paper, versionOf } from './list-version.ts';
import { policyInForce } from './policy-in-force.ts';

export interface SendRequest {
  readonly list: string;
  /** All receivers that the policy names, where left out. */
  readonly to?: readonly Party[];
  readonly paper?: Paper;
}

export interface Sent {
  readonly list: ListKey;
  readonly department: string;
  readonly version: number;
  readonly to: readonly Party[];
}

export function sendList(deps: Deps, actor: Actor, request: SendRequest): Promise<Result<Sent, Refusal>> {
  const { department } = actor;
  return act<Sent>(deps, actor, 'send-list', { department }, async (at) => {
    const today = dayOf(at.now);
    const policy = await policyInForce(deps.db, today);
    if (policy === null) return refuse('registry', { reason: 'no-policy', on: today });
    const { paper } = request;
    const about = await versionOf(deps.db, {
      list: request.list,
      department,
      ...(paper === undefined ? {} : { paper }),
    });
    if (!about.ok) return about;
    const { list, name, version, acts } = about.value;
    const receivers = receiversOf(policy, list, today);
    const to = request.to ?? receivers;
    const stray = to.find((party) => !receivers.includes(party));
    if (stray !== undefined) return refuse('registry', { reason: 'not-a-receiver', list, party: stray, receivers });
    const sent = { list, department, version, to };
    const isSent = (party: Party) =>
      acts.some((act) => act.act === 'sent' && act.version === version && act.party === party);
    const open = to.filter((party) => !isSent(party));
    if (open.length === 0) return already(sent);
    const body = paper === undefined ? {} : { title: paper.title, digest: paper.digest };
    return ok({
      facts: [factOf(actor, 'send-list', { list, department, version, to: open, ...body })],
      rows: open.map((party) => listActRow({ list: name, version, act: 'sent', party, at: at.now, body }, at)),
      value: sent,
    });
  });
}

/** Whom the policy names for a list; the office, which puts the lists together, may always be sent one. */
const receiversOf = (policy: Policy, list: ListKey, on: string): readonly Party[] => {
  const named = new Set(owedOf(policy, list, on).flatMap(({ value }) => value.to));
  return named.size === 0 ? ['office'] : [...named];
};
