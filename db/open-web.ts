/** Opens a database at the edge, for one request: libSQL over HTTP only, without the native driver. Migrations run in the deploy job. */
import { createClient } from '@libsql/client/web';
import { type Db, database } from './database.ts';
import { inTime } from './in-time.ts';
import { remembering } from './remembered.ts';
import { together } from './together.ts';

export function openWeb(where: { readonly url: string; readonly authToken: string }): Db {
  const { client, forget } = remembering(together(createClient({ ...where, fetch: inTime() })));
  return database(client, forget);
}
