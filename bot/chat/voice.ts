/** What the public said, read and answered by whom it is for; leads on misconduct. Shown to the one who asks, and to nobody else. */
import type { Chapter } from './door.ts';
import { answerLeadForm, leadForm, listLeads, receiveLead } from './voice/lead.ts';
import { answerForm, listVoices, voice } from './voice/voices.ts';

export const voiceChapter: Chapter = {
  commands: { voice },
  choices: {
    'voice-list': { kind: 'act', act: listVoices },
    'voice-answer': { kind: 'form', form: 'voice-answer' },
    'lead-list': { kind: 'act', act: listLeads },
    'lead-receive': { kind: 'act', act: receiveLead },
    'lead-handle': { kind: 'form', form: 'lead-handle' },
  },
  forms: { 'voice-answer': answerForm, 'lead-refer': leadForm, 'lead-handle': answerLeadForm },
};
