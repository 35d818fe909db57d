/** The edge: the same answers as a Worker over libSQL by HTTP. Migrations run in the deploy step, never per request. */
import { openWeb } from '../db/open-web.ts';
import { createApp } from './app.ts';

export interface Env {
  readonly DATABASE_URL: string;
  readonly DATABASE_TOKEN: string;
  readonly OFFICE: string;
}

export default {
  fetch(request: Request, env: Env): Response | Promise<Response> {
    const db = openWeb({ url: env.DATABASE_URL, authToken: env.DATABASE_TOKEN });
    return createApp({ db, office: env.OFFICE, now: () => new Date().toISOString() }).fetch(request);
  },
};
