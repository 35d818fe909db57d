/**
 * An office that moved away is closed here for readers too. What ends, is corrected or is withdrawn at the new place would stand here for ever,
 * so every page and every answer says in its place that this copy was closed, when, and that the record goes on.
 */
import { createMiddleware } from 'hono/factory';
import { movedFrom } from '../../db/moved.ts';
import { sayClosed } from '../say/move.ts';
import type { Answering, Web } from './answer.ts';
import { answerTrouble } from './api/problem.ts';
import type { PublicDeps } from './draws.ts';
import { sentAgain } from './sent-again.ts';

/** Seconds: the same address may soon be the new place's, and a pane then sends what it has kept. */
const againS = 60;

/** Asked before anything is shown; at the edge it is known by then (`edge/asked-ahead.ts`). */
export const unlessMoved = ({ db }: PublicDeps, { problem }: Pick<Answering, 'problem'>) =>
  createMiddleware<Web>(async (c, next) => {
    // The style of the page that says so.
    const moved = c.req.path.startsWith('/assets/') ? null : await movedFrom(db);
    if (moved === null) return next();
    const words = sayClosed(moved);
    // Where the address stays, the new place takes what was typed.
    if (!c.req.path.startsWith('/api/')) return problem(c, { status: 503, words, closed: true }, await sentAgain(c));
    return answerTrouble(c, {
      status: 503,
      words,
      headers: { 'retry-after': String(againS), 'cache-control': 'no-store' },
    });
  });
