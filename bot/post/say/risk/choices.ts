/** The buttons under warnings and suggested changes of class. What they lead to stands in `bot/chat/risk/`. */
import type { Choice } from '../../../message/message.ts';

export const handleChoice = (risk: number): Choice => ({
  id: 'risk-handle',
  about: String(risk),
  label: { zh: '核实处置', en: 'Handle' },
  weight: 'primary',
});

export const answerClassChoices = (suggestion: number): readonly Choice[] => [
  { id: 'class-accept', about: String(suggestion), label: { zh: '同意调整', en: 'Accept' }, weight: 'primary' },
  { id: 'class-refuse', about: String(suggestion), label: { zh: '不予调整', en: 'Refuse' }, weight: 'danger' },
];
