/** Every method that the practice workspace knows. */
import type { Known } from '../method.ts';
import { accountMethods } from './account.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

export const methods: ReadonlyMap<string, Known> = new Map(
  Object.entries({
    ...accountMethods,
    ...chatMethods,
    ...conversationMethods,
    ...userMethods,
    ...viewMethods,
    ...fileMethods,
  }),
);
/** Asked with the app's token instead of the bot's. */
export const appMethods: ReadonlySet<string> = new Set(['apps.connections.open']);
/** Asked without a token. */
export const openMethods: ReadonlySet<string> = new Set(['oauth.v2.access', 'blocks.validate']);
