/** A text that is longer than what is kept, in words. */
import type { Words } from '../../core/words.ts';
import type { TooLong } from '../verbs/too-long.ts';

export const sayTooLong = ({ length, most }: TooLong): Words => ({
  zh: `填写的文字共 ${length} 字，最多 ${most} 字，请精简后重新提交。`,
  en: `The text has ${length} characters; ${most} are the most. Please shorten it.`,
});
