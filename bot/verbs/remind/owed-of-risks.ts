/** What is owed about warnings and suggested changes of class. */
import type { Calendar } from '../../../core/calendar.ts';
import { fromRisk, fromSuggestion } from '../../../core/owed/from-risks.ts';
import type { Owed } from '../../../core/owed/owed.ts';
import type { Deps } from '../../deps.ts';
import { risksHeld } from '../risk/record-risk.ts';
import { suggestionsHeld } from '../risk/suggest-class-change.ts';

export async function owedOfRisks({ db }: Deps, calendar: Calendar): Promise<readonly Owed[]> {
  return [
    ...(await risksHeld(db)).flatMap((risk) => fromRisk(risk, calendar)),
    ...(await suggestionsHeld(db)).flatMap((suggestion) => fromSuggestion(suggestion, calendar)),
  ];
}
