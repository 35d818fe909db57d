/** Names of what is exchanged, in both languages. */
import type { Words } from '../words.ts';
import type { MeetingKind } from './meeting.ts';
import type { ProblemAbout, ProblemRaised } from './problem.ts';

export const aboutWords = {
  work: { zh: '抽查工作', en: 'the work of inspecting' },
  company: { zh: '涉及企业', en: 'companies' },
  'other-organisation': {
    zh: '涉及事业单位、行业协会等其他组织',
    en: 'institutions, associations and other organisations',
  },
  'platform-or-practice': { zh: '抽查或平台操作', en: 'draws or the platform' },
} as const satisfies Record<ProblemAbout, Words>;

export const originWords = {
  raised: { zh: '单位提出', en: 'raised' },
  meeting: { zh: '会议议定', en: 'decided at a meeting' },
  supervision: { zh: '指导督查', en: 'found by supervision' },
} as const satisfies Record<ProblemRaised['origin'], Words>;

export const meetingWords = {
  joint: { zh: '联席会议', en: 'joint conference' },
  liaison: { zh: '联络员会议', en: 'meeting of liaisons' },
} as const satisfies Record<MeetingKind, Words>;
