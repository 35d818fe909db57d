/** The field in which a person says in his own words why or what. It stops where every verb does, so that nothing typed is refused for its length. */
import type { Words } from '../../core/words.ts';
import type { Field } from '../message/form.ts';
import { wordsMost } from '../verbs/too-long.ts';

export const wordsField = (label: Words, rest: { readonly optional?: boolean; readonly hint?: Words } = {}): Field => ({
  kind: 'text',
  id: 'words',
  label,
  lines: 'many',
  atMost: wordsMost,
  ...rest,
});
