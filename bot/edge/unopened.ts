/** What is answered where the office cannot be opened: with words in place of the platform's own page of an error, and without the reason. */
import type { ApiProblem } from '../../core/api/shapes.ts';
import type { Words } from '../../core/words.ts';
import { DatabaseTrouble } from '../../db/trouble.ts';
import { WrongKindOfDatabase } from '../desk/database-kind.ts';
import { wrongVersionWords } from '../desk/wrong-version.ts';
import { sayTrouble } from '../say/trouble.ts';

/** What is to be set right stands in the log, whose readers are the office's own. */
export const notSet: Words = {
  zh: '服务尚未配置好，详见日志。',
  en: 'Not configured yet; see the log.',
};

/** Says in the log what is wrong; never a parameter, a token or a message of somebody else's. @returns what the asker reads */
export function unopened(thrown: unknown, left: 'read' | 'nothing' = 'nothing'): Words {
  const unusable = thrown instanceof WrongKindOfDatabase ? thrown.words : wrongVersionWords(thrown);
  if (unusable !== null) {
    console.error(`database ${unusable.zh} ${unusable.en}`);
    return notSet;
  }
  if (thrown instanceof DatabaseTrouble) {
    console.error(`database ${thrown.code}${thrown.status === null ? '' : ` ${thrown.status}`}`);
    return sayTrouble(thrown.why, left);
  }
  console.error(`not opened ${thrown instanceof Error ? thrown.name : typeof thrown}`);
  return notSet;
}

/** Asked for again a little later: Slack does so by itself. */
export function away(request: Request, { zh, en }: Words): Response {
  const isForProgram = new URL(request.url).pathname.startsWith('/api/');
  const told: ApiProblem = { type: 'about:blank', title: '暂时不能办理', status: 503, detail: zh, words: { zh, en } };
  return new Response(isForProgram ? JSON.stringify(told) : `${zh} ${en}`, {
    status: 503,
    headers: {
      'content-type': isForProgram ? 'application/problem+json; charset=utf-8' : 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'retry-after': '20',
      'x-content-type-options': 'nosniff',
    },
  });
}
