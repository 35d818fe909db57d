/**
 * The desk in a process of its own, as it is in life: `node desk-beside.ts <database file> <now>` writes one line, its port and a code for the
 * pane, and serves until it is ended.
 */
import { createAdaptorServer } from '@hono/node-server';
import { openDesk } from '../../../bot/desk/desk.ts';
import { staff } from '../../../bot/practice/people.ts';
import { paneCode } from '../../../bot/verbs/chat/excel.ts';
import { createApp } from '../../../bot/web/app.ts';

const [, , file = '', now = ''] = process.argv;
const desk = await openDesk({ database: `file:${file}`, now: () => now });
const { code } = await paneCode(desk, staff.liaison);
const app = createApp({ ...desk, site: 'http://127.0.0.1' });
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(JSON.stringify({ port: typeof address === 'object' ? address?.port : 0, code }));
});
