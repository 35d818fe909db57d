/** How a route answers: as a page, as a file, or with words that say why not. */
import type { Context } from 'hono';
import type { Actor } from '../actor.ts';
import { type Html, html } from '../paper/html.ts';
import type { Refusal } from '../refusal.ts';
import { framed, type Page, type Programs, type Telephone, words } from './frame.ts';
import { answerProblem, type Problem, problemOf } from './problem.ts';

/** Every request knows who asks. */
export interface Web {
  readonly Variables: { readonly actor: Actor | null; readonly telephones: readonly Telephone[] };
}
export type Visit = Context<Web>;

export interface Answering {
  readonly page: (c: Visit, page: Page, status?: 200 | 403 | 422 | 503) => Response;
  readonly refused: (c: Visit, refusal: Refusal) => Response;
  /** @param typed a form that sends again what was typed */
  readonly problem: (c: Visit, problem: Problem, typed?: Html) => Response;
}

/** @param assets programs for the browser; a page that needs one says so where there is none @param desk whether this server has the desk's own means */
export function answering(office: string, assets: Programs | undefined, desk: boolean): Answering {
  const problem: Answering['problem'] = (c, asked, typed) =>
    answerProblem(c, asked, { office, actor: c.get('actor') ?? null, desk }, typed);
  return {
    page: (c, asked, status = 200) => {
      const page = asked.script === undefined || assets !== undefined ? asked : withoutProgram(asked);
      return c.html(
        framed(page, { office, actor: c.get('actor') ?? null, telephones: c.get('telephones') ?? [], desk }),
        status,
      );
    },
    refused: (c, refusal) => problem(c, problemOf(refusal)),
    problem,
  };
}

const withoutProgram = ({ title, body }: Page): Page => ({
  title,
  body: html`<p class="card refused">${words('本服务器没有安装浏览器程序，本页不能在本机计算：封签请改由会务台代为封存，核验请下载 record.json 后运行 npx mingchou verify record.json。', 'This server has no program for the browser: let the desk keep your seal, and check record.json by npx mingchou verify record.json.')}</p>
${body}`,
});

/** A file to keep; its name may be Chinese (RFC 6266, RFC 8187). */
export const fileAnswer = (c: Visit, bytes: Uint8Array, name: string, type: string): Response =>
  c.body(Uint8Array.from(bytes), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
