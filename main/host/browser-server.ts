import { createServer, type IncomingMessage, type Server } from 'node:http';
import path from 'node:path';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Application } from '../application';
import { log } from '../log';
import { builtFiles, createRenderer, securityHeaders } from '../renderer-files';
import { carryCalls } from './browser-calls';
import { createDoor, type Door, type Refused } from './browser-door';
import type { Stay } from './browser-stay';

// Node looks for late headers every 30 s unless told otherwise, which would make the limit useless.
const limits = {
  headersTimeout: 2_000,
  requestTimeout: 5_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 500,
  maxHeaderSize: 16 * 1024,
};
const mostConnections = 64;

/** One server for one user, on the loopback: the page, its files and its socket. `close` ends it with all that hangs on it. */
export async function serve(application: Application, stay: Stay, linkLapsesMs: number): Promise<{ door: Door; close: () => void }> {
  const web = new Hono<{ Bindings: HttpBindings }>();
  const server = createServer(limits, getRequestListener(web.fetch, { overrideGlobalObjects: false }));
  server.maxConnections = mostConnections;
  const door = createDoor(await listen(server), linkLapsesMs);
  server.on('drop', () => log.warn('refused', `more than ${mostConnections} connections`));
  const stopCalls = carryCalls(server, door, application, stay, logRefusal);
  addPages(web, door, stay);
  const close = () => {
    stopCalls();
    server.close();
    server.closeIdleConnections();
  };
  return { door, close };
}

const listen = (server: Server) =>
  new Promise<number>((resolve, reject) =>
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    }),
  );

/** What was asked for, by whom, without the query: a launch link has its ticket there. */
function logRefusal({ status, reason }: Refused, { method, url = '', headers }: IncomingMessage): void {
  const short = (text: string | undefined) => JSON.stringify(text?.slice(0, 100));
  log.warn('refused', status, reason, method, short(url.split('?')[0]), 'host', short(headers.host), 'origin', short(headers.origin));
}

function addPages(web: Hono<{ Bindings: HttpBindings }>, door: Door, stay: Stay): void {
  const renderer = createRenderer(path.join(import.meta.dirname, '../renderer'));
  const bridge = builtFiles(import.meta.dirname);
  const refuse = (refused: Refused, request: IncomingMessage) => {
    logRefusal(refused, request);
    return new Response(refused.reason, {
      status: refused.status,
      headers: { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' },
    });
  };

  web.use(async ({ env: { incoming } }, next) => {
    const refused =
      door.stranger(incoming.headers) ?? (incoming.method === 'GET' ? undefined : { status: 405 as const, reason: 'Only GET' });
    return refused ? refuse(refused, incoming) : next();
  });
  web.get('/launch', ({ req, env: { incoming } }) => {
    const cookie = door.launch(req.query('ticket') ?? null, incoming.headers);
    if (typeof cookie !== 'string') return refuse(cookie, incoming);
    stay.linkUsed();
    // Not a 303: a redirect chain begun elsewhere would not carry a Strict cookie.
    const headers = { ...securityHeaders, 'set-cookie': cookie, 'content-type': 'text/html; charset=utf-8' };
    return new Response(
      '<!doctype html><title>Roomkeeper</title><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0; url=/">',
      {
        headers,
      },
    );
  });
  web.use(async ({ env: { incoming } }, next) => {
    const refused = door.refusal(incoming.headers);
    return refused ? refuse(refused, incoming) : next();
  });
  web.get('/bridge.js', () => bridge(new URL('/browser-bridge.js', door.origin)));
  web.get('*', async ({ req }) => {
    const response = await renderer(new URL(req.url));
    if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
    return new Response((await response.text()).replace('<head>', '<head><script src="/bridge.js"></script>'), response);
  });
}
