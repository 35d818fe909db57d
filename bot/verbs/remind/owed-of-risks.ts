/** What is owed about warnings and suggested changes of class. */
import type { Calendar } from '../../../core/calendar.ts';
import { fromRisk, fromSuggestion } from '../../../core/owed/from-risks.ts';
import type { Owed } from '../../../core/owed/owed.ts';
import type { Deps } from '../../deps.ts';
import { risksHeld } from '../risk/record-risk.ts';
import { suggestionsHeld } from '../risk/suggest-class-change.ts';

export async function owedOfRisks({ db }: Deps, calendar: Calendar): Promise<readonly Owed[]> {
  const [risks, suggestions] = await Promise.all([risksHeld(db), suggestionsHeld(db)]);
  return [
    ...risks.flatMap((risk) => fromRisk(risk, calendar)),
    ...suggestions.flatMap((suggestion) => fromSuggestion(suggestion, calendar)),
  ];
}
