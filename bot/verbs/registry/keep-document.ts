/**
 * Registers a paper that a department keeps elsewhere (细则、办法、本部门计划、重点监管内容 …): which list it is, its digest, whether
 * it is in force, and where it says each part that the policy asks for. Another text is another version; the same text that
 * comes into force later stays its version.
 */
import { parseDate } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import type { Digest } from '../../../core/digest.ts';
import { owedOf } from '../../../core/policy/ask.ts';
import { listKeys } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { departmentsAsHeld } from './departments.ts';
import { type DocumentPart, documentsOf, type KeptDocument } from './documents.ts';
import { isRowList } from './held-lists.ts';
import { versionOf } from './list-version.ts';
import { policyInForce } from './policy-in-force.ts';

export interface DocumentRequest {
  readonly list: string;
  /** Whose it is: department code. */
  readonly department: string;
  readonly title: string;
  readonly digest: Digest;
  /** In force from this day; null for a draft. */
  readonly inForce: string | null;
  /** The policy's parts that it has, each with the place where it says so. */
  readonly parts: readonly DocumentPart[];
}

export function keepDocument(
  deps: Deps,
  actor: Actor,
  request: DocumentRequest,
): Promise<Result<KeptDocument, Refusal>> {
  const { department, title, digest, parts } = request;
  return act<KeptDocument>(deps, actor, 'keep-document', { department }, async (at) => {
    const on = dayOf(at.now);
    const list = listKeys.find((each) => each === request.list);
    if (list === undefined) return refuse('registry', { reason: 'no-such-list', list: request.list, known: listKeys });
    if (isRowList(list)) return refuse('registry', { reason: 'kept-as-rows', list });
    const departments = await departmentsAsHeld(deps.db);
    if (!departments.some(({ code }) => code === department))
      return refuse('registry', { reason: 'no-such-department', department });
    const inForce = request.inForce === null ? null : parseDate(request.inForce);
    if (inForce !== null && !inForce.ok)
      return refuse('registry', { reason: 'not-a-date', text: request.inForce ?? '' });
    const policy = await policyInForce(deps.db, on);
    const asked = policy === null ? [] : owedOf(policy, list, on).flatMap(({ value }) => value.elements);
    // Where the policy names parts, a part of another name would never be found missing or there.
    const stray = parts.find(({ part }) => asked.length > 0 && !asked.includes(part));
    if (stray !== undefined) return refuse('registry', { reason: 'not-a-part', list, part: stray.part, parts: asked });

    const about = await versionOf(deps.db, { list, department, paper: { title, digest } });
    if (!about.ok) return about;
    const { version } = about.value;
    const document = { list, department, version, title, digest, inForce: inForce?.value ?? null, parts, on };
    const last = (await documentsOf(deps.db)).findLast((each) => sameVersion(each, document));
    // Only the day differs: it is registered already.
    if (last !== undefined && canonical({ ...last, on }) === canonical(document)) return already(last);
    return ok({ facts: [factOf(actor, 'keep-document', document)], value: document });
  });
}

const sameVersion = (a: KeptDocument, b: Pick<KeptDocument, 'list' | 'department' | 'version'>): boolean =>
  a.list === b.list && a.department === b.department && a.version === b.version;
