import { createServer, type Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { FailureDetails } from '../contract/result';
import { Refusal } from '../contract/result';
import type { ReceiverPlace } from '../contract/webhooks';
import { log } from '../log';
import type { Incoming } from './verify';

/** An event holds a room's or a person's metadata, of half a megabyte each, and JSON may write a byte as six. */
export const mostBytes = 4 * 1024 * 1024;
const limits = { headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 30_000, connectionsCheckingInterval: 1_000 };
const [mostConnections, mostAtOnce] = [128, 64];

/** What is done with a delivery. `body` null: it was larger than `mostBytes` and has not been read. */
type Take = (incoming: Omit<Incoming, 'body'> & { body: Buffer | null }) => Promise<{ status: number; text: string }>;
const answer = (status: number, text: string, headers = {}) =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });

/** Listens at a place until `stop`, which lets what is being received end. Throws `port-taken`, or `invalid-input` with the field. */
export async function startReceiver(place: ReceiverPlace, take: Take): Promise<{ port: number; stop: () => Promise<void> }> {
  const web = new Hono<{ Bindings: HttpBindings }>();
  let underWay = 0;
  const taken: (request: Request, from: string | undefined, body: Buffer | null) => Promise<Response> = async (request, from, body) => {
    const { status, text } = await take({ from: from ?? '', headers: request.headers, body });
    return answer(status, text);
  };
  // hono's own writes to the console, past the log that redacts. A server that is told 503 tries again.
  web.onError((error) => {
    log.error('webhooks: a delivery failed', error);
    return answer(503, 'Failed');
  });
  web.use(async ({ req }, next) => {
    if (new URL(req.url).pathname !== place.path) return answer(404, 'Roomkeeper: nothing is received here');
    if (req.method !== 'POST') return answer(405, 'Roomkeeper receives LiveKit webhooks here, by POST', { allow: 'POST' });
    // A page in a browser on this machine could fill the table; no server sends this header.
    if (req.header('origin') !== undefined) return answer(403, 'Not from a browser');
    if (underWay >= mostAtOnce) return answer(503, 'Too many at once');
    underWay += 1;
    await next().finally(() => {
      underWay -= 1;
    });
    return undefined;
  });
  web.use(bodyLimit({ maxSize: mostBytes, onError: ({ req, env }) => taken(req.raw, env.incoming.socket.remoteAddress, null) }));
  web.post('*', async ({ req, env }) => taken(req.raw, env.incoming.socket.remoteAddress, Buffer.from(await req.arrayBuffer())));

  const server = createServer(limits, getRequestListener(web.fetch, { overrideGlobalObjects: false }));
  server.maxConnections = mostConnections;
  const port = await listen(server, place);
  return { port, stop: () => close(server) };
}

const faults: Record<string, FailureDetails['issues']> = {
  EADDRINUSE: [{ path: 'port', code: 'taken' }],
  EACCES: [{ path: 'port', code: 'not-allowed' }],
  EADDRNOTAVAIL: [{ path: 'address', code: 'not-allowed' }],
};

function listen(server: Server, { address, port }: ReceiverPlace): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = 'code' in error ? String(error.code) : '';
      const details = { issues: faults[code] ?? [{ path: 'address', code: 'not-allowed' }], values: { port }, answer: code };
      reject(new Refusal(code === 'EADDRINUSE' ? 'port-taken' : 'invalid-input', `${address} port ${port}: ${code}`, details));
    });
    server.listen(port, address, () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
}

/** LiveKit holds its connections open; one in which nothing is under way would keep the port for half a minute. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const hard = setTimeout(() => server.closeAllConnections(), 2_000);
    server.close(() => {
      clearTimeout(hard);
      resolve();
    });
    server.closeIdleConnections();
  });
}
