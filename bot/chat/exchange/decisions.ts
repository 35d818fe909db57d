/** What a meeting decided, as typed: one a line, “what; who; by when”. */
import { parseDate } from '../../../core/calendar.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import type { Minutes } from '../../verbs/exchange/hold-meeting.ts';

export function decisionsIn(typed: string): Result<Minutes['decisions'], Words> {
  const made: Minutes['decisions'][number][] = [];
  for (const line of typed.split('\n').flatMap((each) => each.trim() || [])) {
    const [words = '', owner = '', day = '', ...rest] = line.split(/[；;]/).map((part) => part.trim());
    if (words === '' || owner === '' || rest.length > 0)
      return err({
        zh: `“${line}”应写作“事项；承办单位；期限”，用分号分开。`,
        en: `Write “${line}” as “what; who; by when”.`,
      });
    const due = day === '' ? ok(null) : parseDate(day);
    if (!due.ok)
      return err({
        zh: `期限“${day}”应写作 2025-09-30 这样的日期。`,
        en: `“${day}” is no day; write it like 2025-09-30.`,
      });
    made.push({ words, owner, due: due.value });
  }
  return ok(made);
}
