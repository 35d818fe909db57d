/** `/notices/:book/results.xlsx` and its like: what a department has public in one draw, in the fields of the national system, for those signed in. */
import { type Context, Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { exportForms, exportNotices } from '../verbs/notice/export.ts';
import { type answering, fileAnswer, type Web } from './answer.ts';
import { noPage } from './problem.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;

type Answers = Pick<ReturnType<typeof answering>, 'refused' | 'problem'>;

export function noticeRoutes(
  deps: Deps,
  { refused, problem }: Answers,
  signInFirst: (c: Context<Web>) => Response | Promise<Response>,
): Hono<Web> {
  const app = new Hono<Web>();
  app.get('/notices/:book{L?[0-9]{1,6}}/:file{results\\.[a-z]{3,4}}', async (c) => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const form = exportForms.find((each) => `results.${each}` === c.req.param('file'));
    if (form === undefined) return problem(c, noPage);
    const made = await exportNotices(deps, actor, { book: c.req.param('book'), department: '', destination: '', form });
    return made.ok ? fileAnswer(c, made.value.bytes, made.value.file, types[form]) : refused(c, made.error);
  });
  return app;
}
