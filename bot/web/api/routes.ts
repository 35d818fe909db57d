/**
 * The interface of workbooks: one route for each line of the table. A request is counted, its token read, its body measured and parsed;
 * then one verb answers. No cookie is looked at, so a foreign page has nothing to misuse.
 */
import { type Context, Hono } from 'hono';
import { bytesMost, type Endpoint, endpointNames, lineOf, type RequestOf } from '../../../core/api/endpoints.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { parseWire } from '../../../core/wire.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { actorOfToken } from '../../verbs/chat/excel.ts';
import type { Web } from '../answer.ts';
import { answers, type ClosedEndpoint, signIn } from './answers.ts';
import { addressOf, bearerOf } from './asker.ts';
import { jsonBody } from './body.ts';
import { answerFault } from './fault.ts';
import { openApi } from './openapi.ts';
import {
  answerTrouble,
  noEndpoint,
  noToken,
  refusedBy,
  type Trouble,
  tooOften,
  wrongMethod,
  wrongShape,
} from './problem.ts';
import { type Limits, usualLimits } from './rate.ts';

export interface ApiDeps extends Deps {
  /** How often may be asked; at the edge it outlives the request. */
  readonly limits?: Limits;
}

export function apiRoutes(deps: ApiDeps): Hono<Web> {
  const api = new Hono<Web>();
  const { limits = usualLimits() } = deps;
  api.use('/api/*', async (c, next) => {
    const seconds = await limits.address.waitFor(addressOf(c));
    return seconds > 0 ? answerTrouble(c, tooOften(seconds)) : next();
  });

  for (const name of endpointNames) {
    const { method, path } = lineOf(name);
    api.on(method, path, async (c) => {
      const answered = name === 'signIn' ? await begin(c, deps) : await answer(c, name, { ...deps, limits });
      return answered.ok ? c.json(answered.value) : answerTrouble(c, answered.error);
    });
  }
  api.get('/api/openapi.json', (c) => c.json(openApi(), 200, { 'cache-control': 'public, max-age=3600' }));

  for (const [path, names] of Map.groupBy(endpointNames, (name) => lineOf(name).path)) {
    const allowed = names.map((name) => lineOf(name).method.toUpperCase());
    api.all(path, (c) => answerTrouble(c, wrongMethod(allowed)));
  }
  api.all('/api/*', (c) => answerTrouble(c, noEndpoint));
  api.onError(answerFault);
  return api;
}

type Answered = Promise<Result<object, Trouble>>;

async function begin(c: Context, deps: Deps): Answered {
  const request = await requestOf(c, 'signIn');
  if (!request.ok) return request;
  return said(await signIn({ deps, request: request.value, address: addressOf(c) }));
}

/** Who asks is settled before anything that he sent is read. */
async function answer<E extends ClosedEndpoint>(
  c: Context,
  name: E,
  deps: Deps & { readonly limits: Limits },
): Answered {
  const token = bearerOf(c);
  if (token === null) return err(noToken);
  const actor = await actorOfToken(deps, token);
  if (!actor.ok) return err(refusedBy(actor.error));
  const seconds = await deps.limits.token.waitFor(token);
  if (seconds > 0) return err(tooOften(seconds));
  const request = await requestOf(c, name);
  if (!request.ok) return request;
  // What he sends may come in slowly, and he may be somebody else when it is there.
  const sender = await actorOfToken(deps, token);
  if (!sender.ok) return err(refusedBy(sender.error));
  return said(await answers[name]({ deps, request: request.value, actor: sender.value, token, address: addressOf(c) }));
}

const said = <T>(result: Result<T, Refusal>): Result<T, Trouble> => (result.ok ? result : err(refusedBy(result.error)));

async function requestOf<E extends Endpoint>(c: Context, name: E): Promise<Result<RequestOf<E>, Trouble>> {
  const { method, request } = lineOf(name);
  const given = method === 'get' ? ok(c.req.query()) : await jsonBody(c, bytesMost(name));
  if (!given.ok) return given;
  const parsed = parseWire(request, given.value);
  return parsed.ok ? parsed : err(wrongShape(parsed.error));
}
