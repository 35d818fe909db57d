/** Posts that follow from warnings, suggested changes of class and proposals for the next plan. */
import type { Debtor } from '../../../core/owed/owed.ts';
import type {
  ClassChangeAnswered,
  ClassChangeSuggested,
  RiskHandled,
  RiskRecorded,
} from '../../../core/risk/warning.ts';
import type { Place } from '../../message/messenger.ts';
import type { After, Post } from '../post.ts';

const riskAt = (risk: number, place: Place): Post => ({ kind: 'risk', about: { risk, place } });
const suggestionAt = (suggestion: number, keeper: Debtor): readonly Post[] =>
  [...new Set<Place>(['office', keeper])].map((place) => ({ kind: 'class-change', about: { suggestion, place } }));

const both = (risk: number, department: string): readonly Post[] => [
  riskAt(risk, 'office'),
  riskAt(risk, `department:${department}`),
];

export const afterRisk = {
  'risk-recorded': ({ department }: RiskRecorded, seq: number) => both(seq, department),
  'risk-handled': ({ risk, department }: RiskHandled) => both(risk, department),
  'class-change-suggested': ({ keeper }: ClassChangeSuggested, seq: number) => suggestionAt(seq, keeper),
  'class-change-answered': ({ suggestion, keeper }: ClassChangeAnswered) => suggestionAt(suggestion, keeper),
  'targeted-check-proposed': () => [{ kind: 'targeted-checks', about: {} }],
} as const satisfies After;
