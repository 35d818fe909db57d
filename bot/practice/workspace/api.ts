/** The Web API by HTTP: who calls, whether it is allowed and not too often, then the method; trouble on demand in between. */
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { pause } from '../../../db/database.ts';
import { eventOfChanged, eventOfPosted, eventOfRemoved } from './events.ts';
import { type Ground, newPost } from './ground.ts';
import { isObj, type Obj, parsed, strOf } from './json.ts';
import { checkMessage } from './limits.ts';
import { isTrue, refused, withBlockIds } from './method.ts';
import { fileMax, receiveUpload } from './methods/files.ts';
import { appMethods, methods, openMethods } from './methods/table.ts';
import { postFor } from './world.ts';

/** Arguments that are JSON inside a form. */
const jsonFields = ['blocks', 'attachments', 'view', 'metadata', 'files', 'manifest', 'state'];

export function api(ground: Ground): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.on(['GET', 'POST'], '/api/:method', (c) => called(ground, c, c.req.param('method')));
  app.post('/upload/:id', (c) => receiveUpload(ground, c.req.param('id'), c.req.raw));
  app.post('/response/:id', async (c) => answered(ground, c.req.param('id'), parsed(await c.req.text())));
  app.get('/files/:id/:name', (c) => {
    if (bearerOf(c) !== ground.app.token) return c.text('not found', 404);
    return fileAnswer(ground, c.req.param('id'));
  });
  return app;
}

async function called(ground: Ground, c: Context<{ Bindings: HttpBindings }>, name: string): Promise<Response> {
  const method = methods.get(name);
  if (method === undefined) return Response.json(refused('unknown_method', { req_method: name }));
  const args = await argsOf(c);
  const token = bearerOf(c) || strOf(args.token);
  if (!openMethods.has(name)) {
    if (token === '') return Response.json(refused('not_authed'));
    const wrong = wrongToken(ground, name, token);
    if (wrong !== null) return Response.json(refused(wrong));
    if (method.scopes.length > 0 && !method.scopes.some((scope) => ground.app.scopes.includes(scope))) {
      return Response.json(
        refused('missing_scope', { needed: method.scopes.join(','), provided: ground.app.scopes.join(',') }),
      );
    }
  }
  const fault = ground.faults.meet(name);
  if (fault?.kind === 'down') return new Response('upstream unavailable', { status: 503 });
  if (fault?.kind === 'rate-limited') return tooMany(fault.retryAfter ?? 1);
  if (fault?.kind === 'refused') return Response.json(refused(fault.error ?? 'internal_error'));
  if (fault?.kind === 'slow') await pause(fault.ms ?? 500);
  const wait = ground.pace.wait(name, strOf(args.channel), ground.real());
  if (wait > 0) return tooMany(wait);
  const answer = await method.run(ground, args);
  if (fault?.kind === 'answer-lost') return cutOff(c);
  return Response.json(answer, { headers: { 'x-oauth-scopes': ground.app.scopes.join(',') } });
}

/** Slack's word for what is wrong with the token, or null. */
function wrongToken({ app }: Ground, method: string, token: string): string | null {
  const [right, other] = appMethods.has(method) ? [app.appToken, app.token] : [app.token, app.appToken];
  if (token === right) return null;
  return token === other ? 'not_allowed_token_type' : 'invalid_auth';
}

const tooMany = (seconds: number): Response =>
  Response.json(refused('ratelimited'), { status: 429, headers: { 'retry-after': String(seconds) } });

/** The connection is cut: the caller sees no answer at all. */
function cutOff(c: Context<{ Bindings: HttpBindings }>): Response {
  c.env.outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

const bearerOf = (c: Context): string => c.req.header('authorization')?.replace(/^Bearer\s+/i, '') ?? '';

async function argsOf(c: Context): Promise<Obj> {
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('application/json')) {
    const value = parsed(await c.req.text());
    return isObj(value) ? value : {};
  }
  const fields: Record<string, unknown> = { ...c.req.query() };
  if (type.startsWith('multipart/form-data')) {
    for (const [key, value] of await c.req.formData()) fields[key] = value;
  } else if (c.req.method === 'POST') {
    for (const [key, value] of new URLSearchParams(await c.req.text())) fields[key] = value;
  }
  for (const key of jsonFields) {
    const given = fields[key];
    if (typeof given === 'string') fields[key] = parsed(given) ?? given;
  }
  return fields;
}

/** What is sent to the address that came with a command or a button: said to the one who acted, or in the place of what was pressed. */
async function answered(ground: Ground, id: string, body: unknown): Promise<Response> {
  const where = ground.tickets.answer(id);
  if (where === null) return Response.json(refused('used_url'), { status: 404 });
  if (!isObj(body)) return Response.json(refused('invalid_payload'), { status: 400 });
  const { user, channel, post, thread } = where;
  const standing = post === null ? null : postFor(ground.world, user, channel, post.ts);
  if (isTrue(body.delete_original)) {
    if (standing === null) return Response.json(refused('message_not_found'), { status: 404 });
    await ground.store.append({ kind: 'removed', channel, ts: standing.ts, only: standing.only });
    if (standing.only === null) eventOfRemoved(ground, standing);
    return new Response('ok');
  }
  const wrong = checkMessage(ground.check, body);
  if (wrong !== null) return Response.json(wrong, { status: 400 });
  const said = { text: strOf(body.text), blocks: withBlockIds(body.blocks) };
  if (isTrue(body.replace_original) && standing !== null) {
    const next = { ...standing, ...said };
    await ground.store.append({ kind: 'changed', post: next });
    if (standing.only === null) eventOfChanged(ground, standing, next);
    return new Response('ok');
  }
  const open = body.response_type === 'in_channel';
  const given = strOf(body.thread_ts) || null;
  const fresh = newPost({
    channel,
    ts: ground.ts(),
    user: ground.app.botUser,
    ...said,
    thread: given ?? (open ? null : thread),
    only: open ? null : user,
  });
  await ground.store.append({ kind: 'posted', post: fresh });
  eventOfPosted(ground, fresh);
  return new Response('ok');
}

/** A held file. Only pictures are shown in the browser; everything else is taken away as a file. */
export function fileAnswer(ground: Ground, id: string): Response {
  const file = ground.world.files.get(id);
  if (file === undefined || file.size > fileMax) return new Response('not found', { status: 404 });
  const inline = file.type === 'image/png' || file.type === 'image/jpeg';
  return new Response(Buffer.from(file.base64, 'base64'), {
    headers: {
      'content-type': inline ? file.type : 'application/octet-stream',
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}
