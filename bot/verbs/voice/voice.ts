/**
 * 群众反映: what the public says about the work, without an account (福安 2018 二(二)4, 万年 2022 四(五) 投诉举报). What it is about decides who reads
 * it: of an inspector the discipline body alone, everything else the office. No field of its body is called after a matter, so that it is
 * filed under nothing but itself: no dossier of an enterprise or a visit leads to it.
 */
import type { Actor } from '../../actor.ts';

export const voiceAbout = [
  'feedback', // 意见建议
  'complaint', // 投诉举报
  'objection', // 对公示内容的异议
  'about-inspector', // 反映检查人员
] as const;
export type VoiceAbout = (typeof voiceAbout)[number];

/** Body of `voice-received`. */
export interface VoiceBody {
  readonly about: VoiceAbout;
  readonly text: string;
  /** How the person wishes to be reached; '' where it does not. */
  readonly contact: string;
  /** Number of a check or a notice, or the name of an enterprise, as the person writes it. */
  readonly reference: string;
  /** Digest of the code that its receipt shows. */
  readonly code: string;
}

/** What every answer says in `voice-answered`; whoever answers may keep more beside it. */
export interface VoiceAnswer {
  /** Number of the receipt. */
  readonly voice: number;
  readonly text: string;
}

/** How the ledger names whoever has no account. */
export const anybody = 'system:public';

/** Whether the person may read what was said of that matter. */
export const mayReadVoice = ({ roles }: Pick<Actor, 'roles'>, about: VoiceAbout): boolean =>
  about === 'about-inspector' ? roles.includes('discipline') : roles.includes('office') || roles.includes('discipline');

/** Whose answer it is: the discipline body reads what else is said, and the office answers it. */
export const mayAnswerVoice = ({ roles }: Pick<Actor, 'roles'>, about: VoiceAbout): boolean =>
  roles.includes(about === 'about-inspector' ? 'discipline' : 'office');
