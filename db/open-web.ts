/** Opens a database at the edge: libSQL over HTTP only, without the native driver. Migrations run in the deploy job. */
import { createClient } from '@libsql/client/web';
import { type Db, database } from './database.ts';

export function openWeb(where: { readonly url: string; readonly authToken: string }): Db {
  return database(createClient(where));
}
