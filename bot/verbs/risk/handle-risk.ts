/** 核实处置 (甘州 2023 二(三)3): the department to which a warning went says what it found and what became of it. */
import { ok, type Result } from '../../../core/result.ts';
import { type Risk, type RiskHandled, riskOf, type Verdict } from '../../../core/risk/warning.ts';
import { dossierOf } from '../../../db/dossier.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { tooLong } from '../too-long.ts';

export function handleRisk(
  deps: Deps,
  actor: Actor,
  input: { readonly risk: number; readonly verdict: Verdict; readonly words: string },
): Promise<Result<Risk, Refusal>> {
  return enact<Risk>(deps, async (at) => {
    const no = input.risk;
    const risk = riskOf(await dossierOf(deps.db, { matter: 'risk', id: String(no) }));
    if (risk === null) return refuse('risk', { reason: 'no-risk', no });
    const { department } = risk;
    const allowed = authorise(actor, 'handle-risk', { department });
    if (!allowed.ok) return allowed;
    const words = input.words.trim();
    if (words === '') return refuse('risk', { reason: 'say-it-in-words' });
    const long = tooLong(words);
    if (long !== null) return refuse('risk', long);
    const body: RiskHandled = { risk: no, department, verdict: input.verdict, words, on: dayOf(at.now) };
    if (risk.handled?.verdict === body.verdict && risk.handled.words === words) return already(risk);
    return ok({ facts: [factOf(actor, 'handle-risk', asJson(body))], value: { ...risk, handled: body } });
  });
}
