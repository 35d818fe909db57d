/** At which field of this chapter's forms a refusal stands. */
import { fieldsBy } from '../answer.ts';

export const fieldOf = fieldsBy({
  'say-it-in-words': 'words',
  'too-long': 'words',
  'no-such-department': 'department',
  'due-before-today': 'due',
  'not-a-day': 'due',
  'moved-by-rounds': 'to',
  'no-such-year': 'year',
  'no-such-class': 'to',
  'no-such-subject': 'subject',
  'rests-on-nothing': 'subject',
  'year-over': 'year',
  'no-sign': 'sign',
});
