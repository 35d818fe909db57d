/** Which of the product's languages the pane speaks, and how it picks words that others have written. */
import type { Words } from '../../../core/words.ts';
import { enUS } from './en-US.ts';
import { type PaneWords, zhCN } from './zh-CN.ts';

export type Language = 'zh-CN' | 'en-US';

export const wordsOf: Readonly<Record<Language, PaneWords>> = { 'zh-CN': zhCN, 'en-US': enUS };

/** Chinese unless the reader's program says that it speaks something else. */
export const languageFor = (tag: string): Language => (/^(zh|$)/i.test(tag) ? 'zh-CN' : 'en-US');

export const otherLanguage = (language: Language): Language => (language === 'zh-CN' ? 'en-US' : 'zh-CN');

export const pick = (language: Language, words: Words): string => (language === 'zh-CN' ? words.zh : words.en);
