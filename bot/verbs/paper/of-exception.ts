/** Papers about what departs from the draw: 备案表 of a check outside it, 回避决定书. */
import { groundWords, partyWords } from '../../../core/policy/words.ts';
import { snapshot } from '../../../db/imports.ts';
import { factsOf } from '../../../db/ledger.ts';
import { kept } from '../../../db/registry.ts';
import { filingForm } from '../../paper/official/filing.ts';
import { recusalDecision } from '../../paper/official/recusal-decision.ts';
import { dayOf } from '../../today.ts';
import { heldFiling } from '../visit/filings.ts';
import { recusalCases } from '../visit/recusals.ts';
import { lacking, loaded, type Source, unread } from './loaded.ts';

const isNumber = (about: string): boolean => /^[1-9]\d{0,9}$/.test(about);

export const ofFiling: Source = async (deps, asked, desk) => {
  if (!isNumber(asked.about)) return unread(asked);
  const filing = await heldFiling(deps.db, Number(asked.about));
  if (filing === null) return lacking(asked, 'filing');
  const { filed, approval, receipts } = filing;
  const items = new Map((await kept(deps.db, await snapshot(deps.db), 'item')).map(({ code, name }) => [code, name]));
  return loaded({
    issuer: desk.bodyOf(filed.department),
    matters: { filing: asked.about },
    build: (imprint) =>
      filingForm(
        {
          no: filing.seq,
          department: desk.nameOf(filed.department),
          subject: { name: filed.name, number: filed.subject.slice(filed.subject.indexOf(':') + 1) },
          items: filed.items.map((code) => items.get(code) ?? code),
          ground: groundWords[filed.ground].zh,
          words: filed.words,
          on: filed.on,
          filedOn: dayOf(filing.at),
          filedBy: desk.personName(filing.by),
          warned: filed.warned > 0,
          approval:
            approval === null
              ? null
              : {
                  approved: approval.approved,
                  by: desk.personName(approval.by),
                  on: dayOf(approval.at),
                  words: approval.words,
                },
          receipts: filed.receivers.map((receiver) => {
            const given = receipts.get(receiver);
            return {
              receiver: partyWords[receiver].zh,
              given:
                given === undefined
                  ? null
                  : {
                      accepted: given.accepted,
                      by: desk.personName(given.by),
                      on: dayOf(given.at),
                      words: given.words,
                    },
            };
          }),
        },
        imprint,
      ),
  });
};

/** For the department alone, as the recusal itself is. */
export const ofRecusal: Source = async (deps, asked, desk) => {
  const { db } = deps;
  if (!isNumber(asked.about)) return unread(asked);
  const no = Number(asked.about);
  const held = (await recusalCases(db)).find((each) => each.case === no);
  const decision = (await factsOf(db, 'recusal-decided')).find(({ body }) => caseIn(body?.text ?? null) === no)?.row;
  const declared = (await factsOf(db, 'recusal-declared')).find(({ row }) => row.seq === no)?.row;
  if (held === undefined || held.decided === null || decision === undefined || declared === undefined)
    return lacking(asked, 'recusal');
  const { granted, words, substitute } = held.decided;
  const names = new Map((await kept(db, await snapshot(db), 'inspector')).map(({ number, name }) => [number, name]));
  return loaded({
    issuer: desk.bodyOf(held.department),
    on: dayOf(decision.at),
    ownOnly: true,
    matters: { ceremony: String(held.ceremony) },
    build: (imprint) =>
      recusalDecision(
        {
          case: no,
          ceremony: held.ceremony,
          post: held.post,
          applicant: desk.personName(held.applicant),
          inspector: names.get(held.inspector) ?? held.inspector,
          appliedOn: dayOf(declared.at),
          decidedOn: dayOf(decision.at),
          decidedBy: desk.personName(decision.actor),
          granted,
          words,
          substitute: substitute === null ? null : (names.get(substitute) ?? substitute),
        },
        imprint,
      ),
  });
};

/** Safe because `decide-recusal` alone writes these bodies. */
function caseIn(text: string | null): number | null {
  if (text === null) return null;
  const { case: no }: { readonly case: number } = JSON.parse(text);
  return no;
}
