import type { OutgoingHttpHeaders } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { StoredClient } from '../contract/endpoint';
import { log } from '../log';
import type { Noted } from './answers';
import { ClientGone, readJson } from './body';
import { bearerOf, isJson } from './gate';
import type { Issuer } from './issuer';
import { openApiPath, tokenPath } from './openapi';
import { createRateLimit } from './rate-limit';
import { EndpointRefusal, refusals } from './refusals';
import { type Asked, readAsked } from './wire';

export type EndpointParts = {
  isHost(host: string): boolean;
  /** The client that has this key. */
  findClient(key: string): StoredClient | undefined;
  /** Whether any client's web page comes from there. */
  isOrigin(origin: string): boolean;
  issue: Issuer['issue'];
  note(noted: Noted): void;
  document(): object;
};
type Endpoint = Context<{ Bindings: HttpBindings }>;

const mostAtOnce = 256;
const safe = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};
const crossOrigin = (origin: string) => ({
  'access-control-allow-origin': origin,
  'access-control-expose-headers': 'Retry-After, WWW-Authenticate',
  vary: 'Origin',
});

/** Written at once: a Response costs more than all that is looked at before it. */
function send({ env: { outgoing } }: Endpoint, status: number, headers: OutgoingHttpHeaders, body: string): Response {
  outgoing.writeHead(status, { ...safe, ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
  return RESPONSE_ALREADY_SENT;
}

/** The endpoint as an application of hono: what each request is answered, with nothing of sockets and settings. */
export function createEndpointApp(parts: EndpointParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const rate = createRateLimit();
  let underWay = 0;

  function refuse(context: Endpoint, error: unknown, known: Partial<Noted> = {}, headers: OutgoingHttpHeaders = {}): Response {
    if (!(error instanceof EndpointRefusal)) log.error('endpoint', error);
    const refusal = error instanceof EndpointRefusal ? error : new EndpointRefusal('unavailable', { detail: 'internal' });
    const { code, field, detail, retryAfter } = refusal;
    const { status, message } = refusals[code];
    const nobody = { client: '', identity: '', room: '', fingerprint: '' };
    parts.note({ ...nobody, ...known, status, code, detail, retryAfter: retryAfter ?? null });
    const why = {
      ...(code !== 'bad-origin' && headers),
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
      // The rest of it is not read.
      ...(!context.env.incoming.complete && { connection: 'close' }),
    };
    return send(context, status, why, JSON.stringify({ error: code, message, ...(field && { field }) }));
  }

  /** Before anything is refused, so that a page can read why: which client's it is shows only with the key. */
  const readableBy = (origin: string | undefined): OutgoingHttpHeaders =>
    origin !== undefined && parts.isOrigin(origin) ? crossOrigin(origin) : {};

  /** Who asks. Throws `no-key`, `unknown-key`, `bad-origin`, `rate`. */
  function admit({ headers }: HttpBindings['incoming'], known: Partial<Noted>): StoredClient {
    const key = bearerOf(headers);
    if (key === undefined) throw new EndpointRefusal('no-key');
    const client = parts.findClient(key);
    if (!client) throw new EndpointRefusal('unknown-key');
    known.client = client.name;
    if (headers.origin !== undefined && !client.origins.includes(headers.origin)) {
      throw new EndpointRefusal('bad-origin', { detail: headers.origin.slice(0, 200) });
    }
    const wait = rate.take(client.id, client.perMinute);
    if (wait !== null) throw new EndpointRefusal('rate', { retryAfter: wait, detail: String(client.perMinute) });
    return client;
  }

  async function answer(context: Endpoint, asked: Asked, client: StoredClient, headers: OutgoingHttpHeaders): Promise<Response> {
    const { issued, request, serverUrl } = await parts.issue(client, asked);
    const status = asked.standard ? 201 : 200;
    const { identity, room } = request;
    parts.note({ client: client.name, identity, room, status, code: null, detail: '', retryAfter: null, fingerprint: issued.fingerprint });
    const { jwt } = issued;
    const body = asked.standard ? { server_url: serverUrl, participant_token: jwt } : { token: jwt, url: serverUrl };
    return send(context, status, headers, JSON.stringify(body));
  }

  /** Not as middleware, which makes each request wait for one more promise. */
  const atOurName = (handle: (context: Endpoint) => Response | Promise<Response>) => (context: Endpoint) =>
    parts.isHost((context.env.incoming.headers.host ?? '').toLowerCase())
      ? handle(context)
      : refuse(context, new EndpointRefusal('bad-host'));
  app.get(
    openApiPath,
    atOurName((context) => send(context, 200, {}, JSON.stringify(parts.document()))),
  );
  // A preflight has no key: it may go on if the page is some client's; whose it is shows with the key.
  app.options(
    tokenPath,
    atOurName((context) => {
      const { origin } = context.env.incoming.headers;
      if (!origin || !parts.isOrigin(origin)) {
        return refuse(context, new EndpointRefusal('bad-origin', { detail: origin?.slice(0, 200) ?? '' }));
      }
      const allowed = {
        ...crossOrigin(origin),
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'authorization, content-type',
        'access-control-allow-private-network': 'true',
        'access-control-max-age': '600',
      };
      context.env.outgoing.writeHead(204, allowed).end();
      return RESPONSE_ALREADY_SENT;
    }),
  );
  app.post(
    tokenPath,
    atOurName(async (context) => {
      const { incoming } = context.env;
      const known: Partial<Noted> = {};
      const headers = readableBy(incoming.headers.origin);
      underWay += 1;
      try {
        if (underWay > mostAtOnce) throw new EndpointRefusal('busy', { retryAfter: 1 });
        const client = admit(incoming, known);
        if (!isJson(incoming.headers)) throw new EndpointRefusal('not-json-type');
        const asked = readAsked(await readJson(incoming));
        known.identity = asked.identity;
        known.room = asked.room;
        return await answer(context, asked, client, headers);
      } catch (error) {
        if (error instanceof ClientGone) return RESPONSE_ALREADY_SENT;
        return refuse(context, error, known, headers);
      } finally {
        underWay -= 1;
      }
    }),
  );
  const otherMethod = (allow: string) => atOurName((context) => refuse(context, new EndpointRefusal('bad-method'), {}, { allow }));
  app.all(tokenPath, otherMethod('POST'));
  app.all(openApiPath, otherMethod('GET'));
  app.notFound(atOurName((context) => refuse(context, new EndpointRefusal('no-path'))));
  return app;
}
