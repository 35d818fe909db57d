/**
 * 建议调整分类 (三明 2025 四(九): 依据检查结果动态调整信用风险分类): a department suggests another class for a subject, with the outcomes that it
 * rests on.
 */
import type { Debtor } from '../../../core/owed/owed.ts';
import { holdersOf } from '../../../core/owed/parties.ts';
import { ruling } from '../../../core/policy/cited.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { poolRulesOf } from '../../../core/registry/pool-rules.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type ClassChangeSuggested, type Suggestion, suggestionOf } from '../../../core/risk/warning.ts';
import type { Db } from '../../../db/database.ts';
import { dossiersOf } from '../../../db/dossier.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { departmentsAsHeld, stillIn } from '../registry/departments.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { subjectCalled } from '../registry/pools.ts';
import { tooLong } from '../too-long.ts';
import { seenOutcomes } from './seen.ts';

export interface Suggesting {
  /** Registration number as typed. */
  readonly subject: string;
  readonly scheme: string;
  readonly to: string;
  readonly words: string;
}

export const suggestionsHeld = async (db: Db): Promise<readonly Suggestion[]> =>
  [...(await dossiersOf(db, 'suggestion')).values()]
    .flatMap((entries) => suggestionOf(entries) ?? [])
    .sort((a, b) => a.no - b.no);

export function suggestClassChange(deps: Deps, actor: Actor, input: Suggesting): Promise<Result<Suggestion, Refusal>> {
  const { department } = actor;
  return act<Suggestion>(deps, actor, 'suggest-class-change', { department }, async (at) => {
    const { db } = deps;
    const on = dayOf(at.now);
    const { scheme, to } = input;
    const policy = await policyInForce(db, on);
    const labels = labelsOf(policy, scheme, on);
    if (!labels.includes(to)) return refuse('risk', { reason: 'no-such-class', scheme, label: to, labels });
    if (policy !== null && poolRulesOf(policy, scheme, on) !== null)
      return refuse('risk', { reason: 'moved-by-rounds', scheme });
    const key = await subjectCalled(db, input.subject);
    if (!key.ok) return key;
    const subject = keyText(key.value);
    const words = input.words.trim();
    if (words === '') return refuse('risk', { reason: 'say-it-in-words' });
    const long = tooLong(words);
    if (long !== null) return refuse('risk', long);
    const year = Number(on.slice(0, 4));
    const rests = (await seenOutcomes(deps, year)).filter(
      (each) => each.subject === subject && (actor.roles.includes('office') || each.department === department),
    );
    if (rests.length === 0) return refuse('risk', { reason: 'rests-on-nothing', subject: input.subject });
    const open = (await suggestionsHeld(db)).find(
      (each) =>
        each.answer === null &&
        each.department === department &&
        each.subject === subject &&
        each.scheme === scheme &&
        each.to === to,
    );
    if (open !== undefined) return already(open);
    const outcomes = rests.map(({ id }) => id);
    const keeper = await keeperOfClasses(db, on);
    const body: ClassChangeSuggested = { subject, scheme, to, outcomes, words, department, keeper, on };
    return ok({
      facts: [factOf(actor, 'suggest-class-change', asJson(body))],
      value: { ...body, no: at.seq, answer: null },
    });
  });
}

const labelsOf = (policy: Policy | null, scheme: string, on: string): readonly string[] =>
  policy?.schemes
    .map((each) => ruling(each, on).value)
    .find((each) => each.id === scheme)
    ?.classes.map(({ label }) => label) ?? [];

/** 通用型信用风险分类 is the market regulator's; where there is none on the list, the office answers. */
export async function keeperOfClasses(db: Db, today: string): Promise<Debtor> {
  const here = (await departmentsAsHeld(db)).filter((each) => stillIn(each, today));
  const [regulator] = holdersOf('regulator', here, { leads: [], partners: [] });
  return regulator ?? 'office';
}
