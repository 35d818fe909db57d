/** How a route answers: as a page, as a file, or with words that say why not. */
import type { Context } from 'hono';
import type { Actor } from '../actor.ts';
import type { Refusal } from '../refusal.ts';
import { framed, type Page } from './frame.ts';
import { answerProblem, type Problem, problemOf } from './problem.ts';

/** Every request knows who asks. */
export interface Web {
  readonly Variables: { readonly actor: Actor | null };
}
export type Visit = Context<Web>;

export interface Answering {
  readonly page: (c: Visit, page: Page, status?: 200 | 403 | 422) => Response;
  readonly refused: (c: Visit, refusal: Refusal) => Response;
  readonly problem: (c: Visit, problem: Problem) => Response;
}

export function answering(office: string): Answering {
  const problem = (c: Visit, asked: Problem): Response =>
    answerProblem(c, asked, { office, actor: c.get('actor') ?? null });
  return {
    page: (c, page, status = 200) => c.html(framed(page, { office, actor: c.get('actor') ?? null }), status),
    refused: (c, refusal) => problem(c, problemOf(refusal)),
    problem,
  };
}

/** A file to keep; its name may be Chinese (RFC 6266, RFC 8187). */
export const fileAnswer = (c: Visit, bytes: Uint8Array, name: string, type: string): Response =>
  c.body(Uint8Array.from(bytes), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
